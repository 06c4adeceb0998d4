// Tables of bargainers: a name, a capability, and a position with its salience for every dimension. Those of KTAB,
// which have a line about the scenario before the columns, are read as they are.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "sources/article_file.h"
#include "sources/csv_rows.h"
#include "sources/sources.h"

namespace entente {
namespace {

const std::set<std::string, std::less<>> name_words = {"actor", "stakeholder", "player", "name"};
const std::set<std::string, std::less<>> capability_words = {"capability", "capabilities", "power", "weight",
                                                             "influence",  "resources",    "clout"};
const std::vector<std::string> position_words = {"position", "pstn"};
const std::vector<std::string> salience_words = {"salience", "sal"};

struct ActorColumns {
  size_t name = 0;
  size_t capability = 0;
  std::vector<std::string> dimensions;
  std::vector<size_t> position;
  std::vector<size_t> salience;
  std::vector<size_t> basis;
};

/// What is left of a column's name without the word that tells its kind: "Policy Position" is of "policy".
std::optional<std::string> dimension_of(const std::string& column, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const size_t at = column.find(word);
    if (at == std::string::npos) continue;
    std::string rest = column.substr(0, at) + column.substr(at + word.size());
    const auto filler = [](char c) { return c == ' ' || c == '_' || c == '-' || c == ':' || c == '.'; };
    while (!rest.empty() && filler(rest.front())) rest.erase(rest.begin());
    while (!rest.empty() && filler(rest.back())) rest.pop_back();
    return rest;
  }
  return std::nullopt;
}

struct Found {
  std::optional<size_t> name;
  std::optional<size_t> capability;
  std::vector<std::pair<std::string, size_t>> position;  // by dimension, in the order of the table
  std::map<std::string, size_t> salience;
  std::vector<size_t> basis;  // columns whose name begins so: where the inputs are from
};

Found find_columns(const CsvRow& head) {
  Found found;
  for (size_t i = 0; i < head.fields.size(); ++i) {
    const std::string column = to_lower(trim(head.fields[i]));
    if (name_words.contains(column) && !found.name) found.name = i;
    if (capability_words.contains(column) && !found.capability) found.capability = i;
    if (column.starts_with("basis")) {
      found.basis.push_back(i);
    } else if (auto dimension = dimension_of(column, position_words)) {
      found.position.emplace_back(*dimension, i);
    } else if (auto of = dimension_of(column, salience_words)) {
      found.salience.emplace(*of, i);
    }
  }
  return found;
}

Result<ActorColumns> actor_columns(const CsvRow& head, const Found& found, const std::string& path) {
  const auto lacks = [&](const std::string& what) {
    return error_at(path, head.line,
                    "no column " + what + " among " + for_message(join(head.fields, ",")) +
                        "; name them actor,capability,position,salience (position1,salience1,... for more than one)");
  };
  if (!found.name) return lacks("for the actors' names");
  if (!found.capability) return lacks("'capability'");
  if (found.position.empty()) return lacks("'position'");
  ActorColumns columns{*found.name, *found.capability, {}, {}, {}, found.basis};
  for (const auto& [dimension, at] : found.position) {
    const auto salience = found.salience.find(dimension);
    if (salience == found.salience.end()) {
      return lacks("of the salience that belongs to '" + std::string(trim(head.fields[at])) + "'");
    }
    if (std::find(columns.dimensions.begin(), columns.dimensions.end(), dimension) != columns.dimensions.end()) {
      return error_at(path, head.line,
                      "'" + std::string(trim(head.fields[at])) + "' stands twice; keep one of the two");
    }
    columns.dimensions.push_back(dimension);
    columns.position.push_back(at);
    columns.salience.push_back(salience->second);
  }
  return columns;
}

Result<double> number_in(const CsvRow& row, size_t column, const std::string& what, const std::string& path) {
  std::string_view text = column < row.fields.size() ? trim(row.fields[column]) : std::string_view();
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return error_at(path, row.line, "no " + what);
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return error_at(path, row.line, "the " + what + " '" + for_message(text) + "' is no number");
  }
  return value;
}

Result<Bargainer> bargainer_of(const CsvRow& row, const ActorColumns& columns, const std::string& path) {
  Bargainer actor;
  if (columns.name < row.fields.size()) actor.name = std::string(trim(row.fields[columns.name]));
  if (actor.name.empty()) return error_at(path, row.line, "an actor needs a name");
  const std::string of = " of '" + for_message(actor.name) + "'";
  const Result<double> capability = number_in(row, columns.capability, "capability" + of, path);
  if (!capability) return capability.error();
  if (*capability <= 0) {
    return error_at(path, row.line, "the capability" + of + " must be above 0; leave out who has no weight");
  }
  actor.capability = *capability;
  for (size_t i = 0; i < columns.dimensions.size(); ++i) {
    const Result<double> position = number_in(row, columns.position[i], "position" + of, path);
    if (!position) return position.error();
    const Result<double> salience = number_in(row, columns.salience[i], "salience" + of, path);
    if (!salience) return salience.error();
    if (*salience < 0 || *salience > 100) {
      return error_at(path, row.line, "the salience" + of + " must lie between 0 and 1, or between 0 and 100");
    }
    actor.position.push_back(*position);
    actor.salience.push_back(*salience);
  }
  for (const size_t column : columns.basis) {
    const std::string_view text = column < row.fields.size() ? trim(row.fields[column]) : std::string_view();
    if (!text.empty()) actor.basis += (actor.basis.empty() ? "" : "; ") + std::string(text);
  }
  if (std::all_of(actor.salience.begin(), actor.salience.end(), [](double s) { return s == 0; })) {
    return error_at(path, row.line, "no salience above 0" + of + "; leave out who does not care");
  }
  return actor;
}

/// Saliences are per cent as soon as one of them is above 1.
void make_fractions(BargainingTable& table) {
  bool percent = false;
  for (const Bargainer& actor : table.actors) {
    for (const double salience : actor.salience) percent = percent || salience > 1;
  }
  if (!percent) return;
  for (Bargainer& actor : table.actors) {
    for (double& salience : actor.salience) salience /= 100;
  }
}

/// The row of columns: the first, or behind one line about the scenario (KTAB) the second.
Result<ActorColumns> read_head(CsvRows& rows, const std::string& path) {
  std::optional<Result<CsvRow>> row = rows.next();
  if (!row) return Error{ErrorCode::input, path + ": empty file; give a table with the columns actor,capability,..."};
  if (!*row) return row->error();
  const CsvRow first = **row;
  Found found = find_columns(first);
  if (found.name) return actor_columns(first, found, path);
  row = rows.next();
  if (!row || !*row) return actor_columns(first, found, path);
  const Found second = find_columns(**row);
  return second.name ? actor_columns(**row, second, path) : actor_columns(first, found, path);
}

/// Old programs of the Macintosh ended lines by a carriage return alone.
void mend_line_ends(std::string& text) {
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
}

}  // namespace

Result<BargainingTable> read_bargaining_table(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  Result<std::string> text = take_all(**stream);
  if (!text) return text.error();
  return bargaining_table_in(*text, path);
}

Result<BargainingTable> bargaining_table_in(std::string text, const std::string& path) {
  mend_line_ends(text);
  const std::unique_ptr<ByteStream> stream = ByteStream::over(text, path);
  CsvRows rows(*stream);
  const Result<ActorColumns> columns = read_head(rows, path);
  if (!columns) return columns.error();
  BargainingTable table{columns->dimensions, {}};
  std::map<std::string, size_t> lines;
  while (const std::optional<Result<CsvRow>> row = rows.next()) {
    if (!*row) return row->error();
    Result<Bargainer> actor = bargainer_of(**row, *columns, path);
    if (!actor) return actor.error();
    const auto [known, is_new] = lines.emplace(actor->name, (*row)->line);
    if (!is_new) {
      return error_at(path, (*row)->line,
                      "'" + for_message(actor->name) + "' stands already on line " + std::to_string(known->second));
    }
    table.actors.push_back(std::move(*actor));
  }
  make_fractions(table);
  return table;
}

}  // namespace entente
