// Any bytes as an HTML page: an article or an error, never a crash; the same bytes give the same article.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sources/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string page = "<html>" + std::string(reinterpret_cast<const char*>(data), size);
  const auto once = entente::make_article(page, "fuzz.html");
  const auto again = entente::make_article(page, "fuzz.html");
  if (once.ok() != again.ok()) std::abort();
  if (once.ok() && (once->text.empty() || once->text != again->text)) std::abort();
  return 0;
}
