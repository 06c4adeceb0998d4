// Any bytes as a file: an article with a clean text or an error, never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sources/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto article = entente::make_article({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (!article.ok()) return 0;
  if (article->text.empty() || article->id.empty()) std::abort();
  for (const char c : article->text) {
    if (c == '\0' || c == '\r' || c == '\t') std::abort();
  }
  return 0;
}
