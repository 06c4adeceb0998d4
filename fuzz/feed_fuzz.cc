// Any bytes as an RSS, Atom or JSON feed.
#include "containers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const bool json = size > 0 && data[0] == '{';
  return entente::fuzz::run(json ? entente::open_json_feed : entente::open_feed, data, size);
}
