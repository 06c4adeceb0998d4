// What an analyst asks of a trade model: data, model, and the changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// One change of trade costs. Pairs: each of `between` with each other, or goods from `from` to `to`.
struct TradeChange {
  enum class Kind { tariff_cut, tariff_column, agreement, sanctions, corridor, variable };
  Kind kind = Kind::agreement;
  size_t line = 0;
  std::vector<std::string> between;
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::vector<std::string> sectors;      // of the sector model; empty: all
  std::map<std::string, double> tariff;  // tariff_cut: what each levies today, by importer; 0.1: 10 %
  double cut = 1;                        // tariff_cut: the part of the tariff that goes
  double share = 1;                      // of the goods that are concerned
  double effect = 0;                     // agreement: on the logarithm of trade, with its standard error
  double effect_error = 0;
  std::optional<double> cost;  // sanctions, corridor: change of trade costs; 0.2: 20 % dearer
  bool ban = false;            // sanctions: no trade at all in the goods concerned
  double distance = 0;         // corridor: change of the distance; -0.2: a fifth shorter
  double distance_effect = 0;  // elasticity of trade with respect to distance, with its standard error
  double distance_error = 0;
  std::string column;  // tariff_column, variable
  double value = 0;    // variable: what the column becomes
  std::string source;  // where the size comes from, for the reader
};

struct TradeScenario {
  std::string path;
  std::string title;
  std::string model;     // "gravity" or "sectors"
  std::string data;      // a table (gravity), a folder (sectors), or empty: the world that ships
  std::string closure;   // "proper", "book", "held"
  std::string deficits;  // sectors: "held" or "eliminated"
  std::string before;    // sectors: column of the tariffs before; empty: "tariff"
  std::string formula;   // gravity: trade costs from this equation; empty: trade as it is observed
  std::string reference;
  double sigma = 5;
  double sigma_low = 3.5;  // the band's ends; equal to sigma: no band
  double sigma_high = 7.5;
  double theta_low = .7;  // sectors: the band's ends, as factors on all elasticities of the accounts
  double theta_high = 1.3;
  int draws = 200;
  uint64_t seed = 1;
  std::vector<std::string> show;  // countries that the report must list
  std::vector<TradeChange> changes;
};

}  // namespace entente
