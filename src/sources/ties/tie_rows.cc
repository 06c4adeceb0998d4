#include "sources/ties/tie_rows.h"

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "base/utf8.h"

namespace entente {

namespace {

constexpr size_t most_errors = 10;
constexpr double confidence_of_a_row = 0.95;  // what a curated table says; its coding may err too

template <class Number>
std::optional<Number> parse(std::string_view text) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A field on one line: a table cannot break the lines of its article.
std::string on_one_line(std::string_view text) {
  std::string out = with_broken_replaced(text);
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

}  // namespace

std::string_view TieRow::operator[](std::string_view column) const {
  const auto at = columns_.find(std::string(column));
  return at == columns_.end() || at->second >= row_.fields.size() ? std::string_view() : trim(row_.fields[at->second]);
}

std::optional<int> TieRow::year(std::string_view column) const {
  const std::optional<int> year = parse<int>((*this)[column]);
  return year && *year >= 1500 && *year <= 2200 ? year : std::nullopt;
}

std::optional<double> TieRow::number(std::string_view column) const {
  const std::optional<double> number = parse<double>((*this)[column]);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<ActorId> TieBuilder::party(PartyScheme scheme, std::string_view text, int year) {
  std::optional<ActorId> id = find_(scheme, text, year);
  if (!id) ++table_.unknown[std::string(text)];
  return id;
}

Evidence TieBuilder::write(const TieRow& row, const std::vector<std::string>& columns) {
  std::string& text = table_.article.text;
  text += '\n';
  const auto begin = static_cast<uint32_t>(text.size());
  text += "line " + std::to_string(row.line()) + ":";
  const char* before = " ";
  for (const std::string& column : columns) {
    if (row[column].empty()) continue;
    text += before + column + " " + on_one_line(row[column]);
    before = ", ";
  }
  Evidence evidence({ArticleId(), {begin, static_cast<uint32_t>(text.size())}});
  evidence.method = table_.method;
  evidence.confidence = confidence_of_a_row;
  return evidence;
}

Claim TieBuilder::claim(ClaimType type, Domain domain, const ActorId& source, const ActorId& target,
                        Evidence evidence) const {
  Claim out(type, std::move(evidence));
  out.source = {source};
  out.target = {target};
  out.domain = domain;
  out.why = "a row of a table: " + table_.method;
  return out;
}

void TieBuilder::bad_row(const Error& error) {
  ++table_.bad;
  if (table_.errors.size() < most_errors) table_.errors.push_back(error.message);
}

void TieBuilder::bad(size_t line, const std::string& what) {
  ++table_.bad;
  if (table_.errors.size() < most_errors) {
    table_.errors.push_back(path_ + ":" + std::to_string(line) + ": " + what);
  }
}

}  // namespace entente
