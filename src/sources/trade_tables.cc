// Tables of trade between all pairs of some countries, as the models need them.
#include <algorithm>
#include <map>
#include <set>

#include "sources/sources.h"

namespace entente {

namespace {

Error at_line(const std::string& path, size_t line, const std::string& what) {
  return {ErrorCode::input, path + ":" + std::to_string(line) + ": " + what};
}

std::vector<std::string> countries_of(const DataFrame& frame) {
  std::set<std::string> names;
  for (const char* side : {"exporter", "importer"}) {
    const auto& column = frame.text.at(side);
    names.insert(column.begin(), column.end());
  }
  return {names.begin(), names.end()};
}

}  // namespace

Result<TradeGrid> read_trade_grid(const std::string& path, const std::vector<std::string>& numbers,
                                  const std::vector<std::string>& text) {
  WantedColumns wanted{numbers, text, {"source"}, {"imputed", "year", "Y", "E"}};
  wanted.numbers.insert(wanted.numbers.begin(), "trade");
  wanted.text.insert(wanted.text.begin(), {"exporter", "importer"});
  Result<DataFrame> frame = read_data_frame(path, wanted);
  if (!frame) return frame.error();
  TradeGrid grid;
  grid.table.countries = countries_of(*frame);
  const size_t n = grid.table.size();
  if (n < 2) return Error{ErrorCode::input, path + ": trade needs two countries at least"};
  grid.table.flow.assign(n * n, 0);
  grid.table.imputed.assign(n * n, 0);
  grid.row.assign(n * n, 0);
  std::vector<size_t> seen(n * n, 0);
  const auto place = [&](const std::string& name) {
    const auto& all = grid.table.countries;
    return static_cast<size_t>(std::lower_bound(all.begin(), all.end(), name) - all.begin());
  };
  for (size_t row = 0; row < frame->rows; ++row) {
    const std::string &from = frame->text["exporter"][row], &to = frame->text["importer"][row];
    if (from.empty() || to.empty()) return at_line(path, frame->line[row], "a flow needs an exporter and an importer");
    const size_t at = grid.table.at(place(from), place(to));
    if (seen[at] != 0) {
      return at_line(path, frame->line[row],
                     from + " to " + to + " stands on line " + std::to_string(seen[at]) +
                         " already; one year and one kind of goods a table");
    }
    const double value = frame->numbers["trade"][row];
    if (value < 0) return at_line(path, frame->line[row], "negative trade from " + from + " to " + to);
    seen[at] = frame->line[row];
    grid.row[at] = row;
    grid.table.flow[at] = value;
    grid.table.imputed[at] = frame->numbers["imputed"][row] != 0 ? 1 : 0;
  }
  for (size_t at = 0; at < n * n; ++at) {
    if (seen[at] != 0) continue;
    const std::string &from = grid.table.countries[at / n], &to = grid.table.countries[at % n];
    return Error{ErrorCode::input, path + ": " + from + " to " + to +
                                       " is missing; a missing flow is not 0: write 0 "
                                       "where nothing is sold" +
                                       (from == to ? ", and for sales at home output less exports" : "")};
  }
  if (frame->rows > 0) grid.table.year = static_cast<int>(frame->numbers["year"][0]);
  grid.frame = std::move(*frame);
  return grid;
}

}  // namespace entente
