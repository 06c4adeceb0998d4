// CoNLL-U of any bytes: an answer or an error, never a crash; and an answer must read back to itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = entente::Reader::load(ENTENTE_MODEL);
  if (!reader.ok()) std::abort();
  const auto once = entente::annotate_conllu(*reader, {reinterpret_cast<const char*>(data), size});
  if (!once) return 0;
  const auto twice = entente::annotate_conllu(*reader, *once);
  if (!twice || *twice != *once) std::abort();
  return 0;
}
