// The lists of who held which office: whole, dated in order, and no name that means two people of two states at once.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace entente {
namespace {

struct OfficeTerm {
  std::string where;
  std::string state;
  std::string office;
  std::string name;
  std::vector<std::string> names;
  int64_t from = std::numeric_limits<int64_t>::min();
  int64_t to = std::numeric_limits<int64_t>::max();
};

OfficeTerm read_term(const std::string& line, const std::string& where) {
  std::vector<std::string> fields;
  for (std::string_view field : split(line, '|')) fields.emplace_back(trim(field));
  OfficeTerm term{where, fields.at(0), fields.at(1), fields.at(2), {fields.at(2)}};
  for (std::string_view other : split(fields.at(3), ';')) {
    if (!trim(other).empty()) term.names.emplace_back(trim(other));
  }
  if (const auto from = parse_iso_date(fields.at(4))) term.from = first_day(*from);
  if (const auto to = parse_iso_date(fields.at(5))) term.to = last_day(*to);
  return term;
}

std::vector<OfficeTerm> all_terms() {
  std::vector<OfficeTerm> terms;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE "/lexicon/offices")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      terms.push_back(read_term(line, entry.path().filename().string() + ":" + std::to_string(number)));
    }
  }
  return terms;
}

TEST(Offices, EveryTermIsWellFormed) {
  const std::set<std::string> offices = {"head of state", "head of government", "foreign minister", "defence minister",
                                         "other"};
  const auto terms = all_terms();
  EXPECT_GE(terms.size(), 4000u);
  for (const OfficeTerm& term : terms) {
    EXPECT_TRUE(offices.contains(term.office)) << term.where << ": " << term.office;
    EXPECT_LE(term.from, term.to) << term.where;
    EXPECT_FALSE(term.name.empty()) << term.where;
  }
}

TEST(Offices, ANameMeansOneStatesPersonAtATime) {
  std::map<std::string, std::vector<OfficeTerm>> by_name;
  for (const OfficeTerm& term : all_terms()) {
    for (const std::string& name : term.names) by_name[name].push_back(term);
  }
  // A term ends on the day when the next begins, and some end in a month or year: those may touch.
  constexpr int64_t slack = 370;
  for (const auto& [name, terms] : by_name) {
    for (const OfficeTerm& a : terms) {
      for (const OfficeTerm& b : terms) {
        if (a.state == b.state || a.name == b.name) continue;
        const bool overlap = a.from < b.to - slack && b.from < a.to - slack;
        EXPECT_FALSE(overlap) << name << " is " << a.name << " (" << a.where << ") and " << b.name << " (" << b.where
                              << ")";
      }
    }
  }
}

TEST(Offices, TheStatesInTheNewsHaveAHolderInOffice) {
  std::set<std::string> states;
  for (const OfficeTerm& term : all_terms()) {
    const bool head = term.office == "head of state" || term.office == "head of government";
    if (head && term.to == std::numeric_limits<int64_t>::max()) states.insert(term.state);
  }
  EXPECT_GE(states.size(), 150u);
  for (const char* state :
       {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "IRN", "ISR", "TUR", "IND", "JPN", "UKR", "ETH", "BRA", "AUS"}) {
    EXPECT_TRUE(states.contains(state)) << state;
  }
}

}  // namespace
}  // namespace entente
