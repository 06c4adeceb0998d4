#include "reasoning/trade/sector_accounts.h"

#include <algorithm>
#include <optional>
#include <set>

namespace entente {

namespace {

std::vector<std::string> sorted_names(const DataFrame& frame, const std::vector<std::string>& columns) {
  std::set<std::string> names;
  for (const std::string& column : columns) {
    const auto& values = frame.text.at(column);
    names.insert(values.begin(), values.end());
  }
  return {names.begin(), names.end()};
}

/// Places the rows of one table into an array whose dimensions are given by names.
class Placer {
 public:
  Placer(const DataFrame& frame, std::string path) : frame_(frame), path_(std::move(path)) {}

  Placer& along(const std::string& column, const std::vector<std::string>& names) {
    dimensions_.push_back({&frame_.text.at(column), &names, column});
    return *this;
  }

  std::optional<Error> place(const std::string& column, std::vector<double>& into) const {
    size_t size = 1;
    for (const Dimension& d : dimensions_) size *= d.names->size();
    into.assign(size, 0);
    std::vector<char> seen(size, 0);
    for (size_t row = 0; row < frame_.rows; ++row) {
      size_t at = 0;
      for (const Dimension& d : dimensions_) {
        const std::string& name = (*d.values)[row];
        const auto found = std::lower_bound(d.names->begin(), d.names->end(), name);
        if (found == d.names->end() || *found != name) {
          return at_row(row, d.column + " '" + name + "' does not occur in the trade table");
        }
        at = at * d.names->size() + static_cast<size_t>(found - d.names->begin());
      }
      if (seen[at] != 0) return at_row(row, "says again what a row before said");
      seen[at] = 1;
      into[at] = frame_.numbers.at(column)[row];
    }
    return std::nullopt;
  }

 private:
  struct Dimension {
    const std::vector<std::string>* values;
    const std::vector<std::string>* names;
    std::string column;
  };
  [[nodiscard]] Error at_row(size_t row, const std::string& what) const {
    return {ErrorCode::input, path_ + ":" + std::to_string(frame_.line[row]) + ": " + what};
  }

  const DataFrame& frame_;
  std::string path_;
  std::vector<Dimension> dimensions_;
};

Placer pairs_of(const SectorEconomy& e, const DataFrame& trade, const std::string& path) {
  Placer placer(trade, path);
  placer.along("sector", e.sectors).along("importer", e.regions).along("exporter", e.regions);
  return placer;
}

/// Imports less exports of the trade table.
std::vector<double> deficits_of(const SectorEconomy& e) {
  const size_t n = e.regions.size();
  std::vector<double> out(n, 0.0);
  for (size_t j = 0; j < e.sectors.size(); ++j) {
    for (size_t buyer = 0; buyer < n; ++buyer) {
      for (size_t seller = 0; seller < n; ++seller) {
        out[buyer] += e.trade[e.pair(j, buyer, seller)];
        out[seller] -= e.trade[e.pair(j, buyer, seller)];
      }
    }
  }
  return out;
}

}  // namespace

Result<SectorEconomy> sector_economy_of(const SectorTables& t, const std::string& folder) {
  SectorEconomy e;
  e.regions = sorted_names(t.trade, {"exporter", "importer"});
  e.sectors = sorted_names(t.trade, {"sector"});
  const auto in = [&](const char* name) { return folder + "/" + name; };
  const Placer pairs = pairs_of(e, t.trade, in("trade.csv"));
  if (auto wrong = pairs.place("value", e.trade)) return *wrong;
  if (auto wrong = pairs.place("tariff", e.tariff)) return *wrong;
  const auto by_region = [&](const DataFrame& frame, const char* name) {
    Placer placer(frame, in(name));
    placer.along("region", e.regions);
    return placer;
  };
  if (auto wrong =
          by_region(t.value_added, "value_added.csv").along("sector", e.sectors).place("value", e.value_added)) {
    return *wrong;
  }
  if (auto wrong = by_region(t.final_use, "final_use.csv").along("sector", e.sectors).place("value", e.final_use)) {
    return *wrong;
  }
  Placer inputs = by_region(t.inputs, "inputs.csv");
  if (auto wrong = inputs.along("input", e.sectors).along("sector", e.sectors).place("value", e.inputs)) return *wrong;
  if (auto wrong = Placer(t.theta, in("theta.csv")).along("sector", e.sectors).place("value", e.theta)) return *wrong;
  if (t.deficit.rows == 0) {
    e.deficit = deficits_of(e);
  } else if (auto wrong = by_region(t.deficit, "deficit.csv").place("value", e.deficit)) {
    return *wrong;
  }
  return e;
}

std::vector<double> by_pair(const SectorEconomy& economy, const DataFrame& trade, const std::string& column) {
  std::vector<double> out(economy.trade.size(), 0);
  static_cast<void>(pairs_of(economy, trade, "").place(column, out));  // the rows were checked with the trade values
  return out;
}

}  // namespace entente
