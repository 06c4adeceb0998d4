// Rows of a table of ties by the names of their columns, written down as the lines of an article. Inside sources: may
// change.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/csv_rows.h"
#include "sources/tie_tables.h"

namespace entente {

/// One row; a column that the table lacks is empty.
class TieRow {
 public:
  TieRow(const CsvRow& row, const std::map<std::string, size_t>& columns) : row_(row), columns_(columns) {}

  [[nodiscard]] size_t line() const { return row_.line; }
  [[nodiscard]] std::string_view operator[](std::string_view column) const;
  /// A year from 1500 to 2200.
  [[nodiscard]] std::optional<int> year(std::string_view column) const;
  [[nodiscard]] std::optional<double> number(std::string_view column) const;

 private:
  const CsvRow& row_;
  const std::map<std::string, size_t>& columns_;
};

/// Gathers what a table becomes.
class TieBuilder {
 public:
  TieBuilder(TieTable& table, const PartyFinder& find, std::string path)
      : table_(table), find_(find), path_(std::move(path)) {}

  /// The party, or none; those who are not known are counted.
  std::optional<ActorId> party(PartyScheme scheme, std::string_view text, int year);
  /// The same without counting.
  [[nodiscard]] std::optional<ActorId> try_party(PartyScheme scheme, std::string_view text, int year) const {
    return find_(scheme, text, year);
  }
  /// Writes a row down, with the columns given; its claims may point at what is returned.
  Evidence write(const TieRow& row, const std::vector<std::string>& columns);
  Claim claim(ClaimType type, Domain domain, const ActorId& source, const ActorId& target, Evidence evidence) const;
  void add(Claim claim) { table_.claims.push_back(std::move(claim)); }
  void bad(size_t line, const std::string& what);
  /// The same for a row of which the table's own shape is broken.
  void bad_row(const Error& error);
  void pass_over() { ++table_.passed_over; }

 private:
  TieTable& table_;
  const PartyFinder& find_;
  std::string path_;
};

/// Reads all rows of one table.
class TieReader {
 public:
  virtual ~TieReader() = default;
  /// The columns without which it is another format.
  [[nodiscard]] virtual std::vector<std::string> needs() const = 0;
  [[nodiscard]] virtual std::string title() const = 0;
  virtual void row(const TieRow& row, TieBuilder& out) = 0;
  /// After the last row.
  virtual void finish(TieBuilder& /*out*/) {}
};

std::unique_ptr<TieReader> sipri_reader();
std::unique_ptr<TieReader> atop_reader();
std::unique_ptr<TieReader> desta_reader();
std::unique_ptr<TieReader> sanctions_reader();
std::unique_ptr<TieReader> reactors_reader();

}  // namespace entente
