// Columns of a table that a model is estimated on, by name.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace entente {

/// Every column has `rows` values; `line` is where each row stands in its file.
struct DataFrame {
  size_t rows = 0;
  std::vector<size_t> line;
  std::map<std::string, std::vector<std::string>> text;
  std::map<std::string, std::vector<double>> numbers;
};

}  // namespace entente
