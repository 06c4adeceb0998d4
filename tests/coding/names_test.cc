// Ambiguous names of names.txt mean whom an informed reader takes them for, on the day of the article.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "coding/coder_fixture.h"

namespace entente {
namespace {

struct Row {
  std::string where;
  std::string day;
  std::string sentence;
  std::string expected;
};

std::vector<Row> rows() {
  std::vector<Row> out;
  std::ifstream in(ENTENTE_SOURCE "/tests/coding/names.txt");
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    for (std::string_view field : split(line, '|')) fields.emplace_back(trim(field));
    out.push_back({"names.txt:" + std::to_string(number), fields.at(0), fields.at(1), fields.at(2)});
  }
  return out;
}

/// The pairs of all events that the sentence tells: "RUS > GEO".
std::set<std::string> pairs_told(const Row& row) {
  std::set<std::string> out;
  for (const Claim& claim : code_text(row.sentence, parse_iso_date(row.day).value()).claims) {
    if (claim.kind() == ClaimKind::event) out.insert(parties_of(claim));
  }
  return out;
}

TEST(Names, MeanWhomAReaderTakesThemFor) {
  const auto table = rows();
  EXPECT_GE(table.size(), 140u);
  for (const Row& row : table) {
    const auto told = pairs_told(row);
    const std::string all = join({told.begin(), told.end()}, ", ");
    if (row.expected == "none") {
      EXPECT_TRUE(told.empty()) << row.where << ": " << row.sentence << " tells " << all;
    } else {
      EXPECT_TRUE(told.contains(row.expected)) << row.where << ": " << row.sentence << " tells " << all;
    }
  }
}

}  // namespace
}  // namespace entente
