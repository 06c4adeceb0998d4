// Published results of the folder cases/: a JSON file with its source, input and expected numbers.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace entente {

inline std::string case_path(const std::string& name) {
  return std::string(ENTENTE_SOURCE) + "/cases/" + name;
}

inline nlohmann::json read_case(const std::string& name) {
  std::ifstream in(case_path(name));
  return nlohmann::json::parse(in, nullptr, false);
}

}  // namespace entente
