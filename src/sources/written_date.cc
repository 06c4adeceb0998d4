// Cuts a text into numbers and words and looks for the orders in which a day, a month and a year may stand.
#include "sources/written_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace entente {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2100;
constexpr size_t most_pieces = 400;

struct MonthName {
  std::string_view name;
  int month;
};

/// English, then what Spanish, Portuguese, French, German, Italian, Dutch, Indonesian and Russian write differently.
constexpr std::array<MonthName, 85> months = {{
    {"january", 1},   {"february", 2},  {"march", 3},      {"april", 4},     {"may", 5},        {"june", 6},
    {"july", 7},      {"august", 8},    {"september", 9},  {"october", 10},  {"november", 11},  {"december", 12},
    {"jan", 1},       {"feb", 2},       {"mar", 3},        {"apr", 4},       {"jun", 6},        {"jul", 7},
    {"aug", 8},       {"sep", 9},       {"sept", 9},       {"oct", 10},      {"nov", 11},       {"dec", 12},
    {"enero", 1},     {"febrero", 2},   {"marzo", 3},      {"abril", 4},     {"mayo", 5},       {"junio", 6},
    {"julio", 7},     {"agosto", 8},    {"septiembre", 9}, {"octubre", 10},  {"noviembre", 11}, {"diciembre", 12},
    {"janeiro", 1},   {"fevereiro", 2}, {"março", 3},      {"maio", 5},      {"junho", 6},      {"julho", 7},
    {"setembro", 9},  {"outubro", 10},  {"novembro", 11},  {"dezembro", 12}, {"janvier", 1},    {"février", 2},
    {"mars", 3},      {"avril", 4},     {"mai", 5},        {"juin", 6},      {"juillet", 7},    {"août", 8},
    {"septembre", 9}, {"octobre", 10},  {"novembre", 11},  {"décembre", 12}, {"januar", 1},     {"februar", 2},
    {"märz", 3},      {"juni", 6},      {"juli", 7},       {"oktober", 10},  {"dezember", 12},  {"gennaio", 1},
    {"febbraio", 2},  {"aprile", 4},    {"maggio", 5},     {"giugno", 6},    {"luglio", 7},     {"settembre", 9},
    {"ottobre", 10},  {"dicembre", 12}, {"januari", 1},    {"februari", 2},  {"maart", 3},      {"mei", 5},
    {"maret", 3},     {"desember", 12}, {"января", 1},     {"марта", 3},     {"апреля", 4},     {"июня", 6},
    {"ноября", 11},
}};

struct Piece {
  std::string text;  // a word in lower case, or the digits
  bool number = false;
  char before = ' ';  // the byte before it, which tells "2021-03" from "2021 03"
  [[nodiscard]] int value() const { return number && text.size() <= 8 ? std::stoi(text) : 0; }
};

bool is_word_byte(char c) {
  return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < text.size() && pieces.size() < most_pieces;) {
    const bool number = is_ascii_digit(text[i]);
    size_t end = i;
    while (end < text.size() && (number ? is_ascii_digit(text[end]) : is_word_byte(text[end]))) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    pieces.push_back({to_lower(text.substr(i, end - i)), number, i > 0 ? text[i - 1] : ' '});
    i = end;
  }
  return pieces;
}

int month_named(const std::string& word) {
  const auto* const found =
      std::find_if(months.begin(), months.end(), [&](const MonthName& month) { return month.name == word; });
  return found == months.end() ? 0 : found->month;
}

std::optional<Date> day_if_valid(int year, int month, int day) {
  if (year < first_year || year > last_year || !valid_day(year, month, day)) return std::nullopt;
  return Date::of_day(year, month, day);
}

/// Whether the piece is between a day and its month or between a month and its year without meaning: "3rd of March de
/// 2021".
bool is_filler(const Piece& piece) {
  constexpr std::array<std::string_view, 7> words = {"st", "nd", "rd", "th", "of", "de", "del"};
  return !piece.number && std::find(words.begin(), words.end(), piece.text) != words.end();
}

/// The pieces at and after `at` with filler left out, three at most.
std::vector<const Piece*> three_from(const std::vector<Piece>& pieces, size_t at) {
  std::vector<const Piece*> three;
  for (size_t i = at; i < pieces.size() && three.size() < 3; ++i) {
    if (i == at || !is_filler(pieces[i])) three.push_back(&pieces[i]);
  }
  return three;
}

bool is_year(const Piece& piece) {
  return piece.number && piece.text.size() == 4;
}
bool is_day(const Piece& piece) {
  return piece.number && piece.text.size() <= 2;
}

/// "March 3, 2021", "3 March 2021", "2021 March 3".
std::optional<Date> named_month(const std::vector<const Piece*>& three) {
  const Piece& a = *three[0];
  const Piece& b = *three[1];
  const Piece& c = *three[2];
  if (is_day(b) && is_year(c)) {
    if (const int month = month_named(a.text)) return day_if_valid(c.value(), month, b.value());
  }
  if (is_day(a) && is_year(c)) {
    if (const int month = month_named(b.text)) return day_if_valid(c.value(), month, a.value());
  }
  if (is_year(a) && is_day(c)) {
    if (const int month = month_named(b.text)) return day_if_valid(a.value(), month, c.value());
  }
  return std::nullopt;
}

/// "2021-03-01", "2021/03/01", "2021年3月1日", "25/12/2021", "12.25.2021".
std::optional<Date> numbers_only(const std::vector<const Piece*>& three) {
  const Piece& a = *three[0];
  const Piece& b = *three[1];
  const Piece& c = *three[2];
  if (!a.number || !b.number || !c.number || b.before == ' ' || c.before == ' ') return std::nullopt;
  if (is_year(a) && is_day(b) && is_day(c)) return day_if_valid(a.value(), b.value(), c.value());
  if (!is_day(a) || !is_day(b) || !is_year(c)) return std::nullopt;
  const bool dots = c.before == '.';
  if (dots || a.value() > 12 || a.value() == b.value()) return day_if_valid(c.value(), b.value(), a.value());
  if (b.value() > 12) return day_if_valid(c.value(), a.value(), b.value());
  return std::nullopt;
}

/// "2021年3月1日" and its like: the characters for year, month and day stand where other languages put signs.
std::string without_east_asian_units(std::string_view text) {
  constexpr std::array<std::string_view, 3> units = {"年", "月", "日"};
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const std::string_view here = text.substr(i, units[0].size());
    const bool unit = std::find(units.begin(), units.end(), here) != units.end();
    out += unit ? '/' : text[i];
    i += unit ? here.size() : 1;
  }
  return out;
}

std::optional<Date> compact_day(const Piece& piece) {
  if (!piece.number || (piece.text.size() != 8 && piece.text.size() != 14)) return std::nullopt;
  const std::string& digits = piece.text;
  return day_if_valid(std::stoi(digits.substr(0, 4)), std::stoi(digits.substr(4, 2)), std::stoi(digits.substr(6, 2)));
}

}  // namespace

std::optional<Date> find_date(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(without_east_asian_units(text));
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (const auto date = compact_day(pieces[i])) return date;
    const std::vector<const Piece*> three = three_from(pieces, i);
    if (three.size() < 3) continue;
    if (const auto date = named_month(three)) return date;
    if (const auto date = numbers_only(three)) return date;
  }
  return std::nullopt;
}

std::optional<Date> find_address_date(std::string_view address) {
  const size_t scheme = address.find("://");
  const size_t path = address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(address.substr(path, address.find_first_of("?#", path) - path));
  std::optional<Date> month_only;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const std::vector<const Piece*> three = three_from(pieces, i);
    const bool from_segment = pieces[i].before == '/' || pieces[i].before == '-' || pieces[i].before == '_';
    if (!from_segment) continue;
    if (const auto date = compact_day(pieces[i])) return date;
    if (three.size() == 3 && is_year(*three[0])) {
      if (const auto date = numbers_only(three)) return date;
      if (const auto date = named_month(three)) return date;
    }
    const bool with_month = three.size() >= 2 && is_year(*three[0]) && is_day(*three[1]) && three[1]->before == '/';
    if (!month_only && with_month && day_if_valid(three[0]->value(), three[1]->value(), 1)) {
      month_only = Date::of_month(three[0]->value(), three[1]->value());
    }
  }
  return month_only;
}

}  // namespace entente
