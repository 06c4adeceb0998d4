// Who sells how much to whom: one year, one kind of goods, between all pairs of some countries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// Square: each country sells to each, itself included.
struct TradeTable {
  std::vector<std::string> countries;  // n, sorted
  std::vector<double> flow;            // n x n, exporter by row, 0 or above
  std::vector<uint8_t> imputed;        // n x n: 1 where the figure is an estimate of ours, not of a source
  std::string unit;                    // "million USD"
  std::string source;                  // of the figures that are not imputed, for the reader
  int year = 0;                        // 0: not known

  [[nodiscard]] size_t size() const { return countries.size(); }
  [[nodiscard]] size_t at(size_t exporter, size_t importer) const { return exporter * size() + importer; }
};

}  // namespace entente
