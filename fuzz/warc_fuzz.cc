// Any bytes as a web archive.
#include "containers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return entente::fuzz::run(entente::open_warc, data, size);
}
