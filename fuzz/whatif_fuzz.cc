// Any bytes as a scenario of trade and of rails.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sources/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(entente::trade_scenario_in(text, "fuzz.toml"));
  static_cast<void>(entente::rail_scenario_in(text, "fuzz.toml"));
  return 0;
}
