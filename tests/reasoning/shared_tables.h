// Tables of the models in the data beside the checkout, where they are there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sources/sources.h"

namespace entente {

inline std::string shared_models() {
  return ENTENTE_SHARED_DATA "/models/";
}

inline bool shared_data_there() {
  return std::filesystem::exists(shared_models());
}

/// Columns of a table below 4-trade; empty where it cannot be read.
inline DataFrame shared_table(const std::string& file, const std::vector<std::string>& numbers,
                              const std::vector<std::string>& text) {
  auto frame = read_data_frame(shared_models() + "4-trade/" + file, {numbers, text, {}, {}});
  return frame ? *frame : DataFrame{};
}

}  // namespace entente
