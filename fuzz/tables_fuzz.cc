// Any bytes as the tables of the models: trade, payment systems and links, banks and payments, bargainers, votes.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>

#include "sources/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path =
      "/tmp/entente-tables-fuzz-" + std::to_string(static_cast<unsigned>(getpid())) + ".csv";
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  static_cast<void>(entente::read_trade_grid(path, {}, {}));
  static_cast<void>(entente::read_rail_table(path, path));
  static_cast<void>(entente::read_settlement(path, path));
  static_cast<void>(entente::read_bargaining_table(path));
  static_cast<void>(entente::read_repeated_calls(path));
  if (auto votes = entente::read_roll_calls(path)) static_cast<void>(entente::read_roll_call_notes(path, *votes));
  return 0;
}
