// Accuracy on our own gold: floors that must not be gone below. Never skipped.
#include "coding/gold.h"

#include <functional>
#include <iomanip>
#include <iostream>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

struct Tally {
  int gold = 0;
  int found = 0;
  int right = 0;

  [[nodiscard]] double precision() const { return found == 0 ? 0 : static_cast<double>(right) / found; }
  [[nodiscard]] double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / gold; }
  [[nodiscard]] double f1() const { return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};

/// "KEN:Raila Odinga" for "KEN:OPP": a person named within a state is as good as its government or opposition.
bool is_person_of(const std::string& wanted, const std::string& actor) {
  const size_t colon = actor.find(':');
  if (colon == std::string::npos || wanted.substr(0, colon) != actor.substr(0, colon)) return false;
  const bool named = std::any_of(actor.begin() + colon, actor.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return named && (wanted.ends_with(":GOV") || wanted.ends_with(":OPP"));
}

/// Whether a reading fits a line of the gold: where that leaves a side open ("-"), anybody may stand there.
bool fits(const Reading& gold, const Reading& got) {
  const auto same = [](const std::string& wanted, const std::string& actor) {
    return wanted == "-" || wanted == actor || is_person_of(wanted, actor);
  };
  return std::get<0>(gold) == std::get<0>(got) && std::get<3>(gold) == std::get<3>(got) &&
         same(std::get<1>(gold), std::get<1>(got)) && same(std::get<2>(gold), std::get<2>(got));
}

bool any_fits(const std::set<Reading>& gold, const Reading& got) {
  return std::any_of(gold.begin(), gold.end(), [&](const Reading& g) { return fits(g, got); });
}

/// Counts over all cases, over each kind of claim and over each file of cases.
struct Score {
  Tally all;
  std::map<std::string, Tally> kinds;
  std::map<std::string, Tally> files;

  void count(const Reading& r, const GoldCase& c, const std::function<void(Tally&)>& add) {
    add(all);
    add(kinds[std::string(name_of(std::get<0>(r)))]);
    add(files[std::filesystem::path(c.file).stem().string()]);
  }
};

void print(std::ostream& out, const char* what, const Reading& r, const GoldCase& c) {
  out << what << " " << name_of(std::get<0>(r)) << " " << std::get<1>(r) << " > " << std::get<2>(r) << " "
      << std::get<3>(r) << " | " << c.passage << "\n";
}

void score_case(const GoldCase& c, Score& score, std::ostream& report) {
  std::set<Reading> got;
  for (const Claim& claim : code_text(c.passage, c.published).claims) got.merge(readings_of(claim));
  for (const Reading& r : c.claims) {
    const bool hit = std::any_of(got.begin(), got.end(), [&](const Reading& g) { return fits(r, g); });
    score.count(r, c, [&](Tally& t) { ++t.gold, t.right += hit; });
    if (!hit) print(report, "MISS", r, c);
  }
  for (const Reading& r : got) {
    if (any_fits(c.defensible, r) && !any_fits(c.claims, r)) continue;
    score.count(r, c, [](Tally& t) { ++t.found; });
    if (!any_fits(c.claims, r)) print(report, "WRONG", r, c);
  }
}

void print_table(const std::map<std::string, Tally>& rows) {
  for (const auto& [name, t] : rows) {
    std::cout << std::left << std::setw(24) << name << " gold " << std::setw(4) << t.gold << " found " << std::setw(4)
              << t.found << " right " << std::setw(4) << t.right << " F1 " << t.f1() << "\n";
  }
}

TEST(Gold, ClaimsAreFound) {
  const auto cases = read_gold(ENTENTE_SOURCE "/tests/coding/gold");
  ASSERT_GE(cases.size(), 490u);
  Score score;
  std::ofstream report(ENTENTE_BINARY "/gold-report.txt");
  for (const GoldCase& c : cases) score_case(c, score, report);
  print_table(score.files);
  print_table(score.kinds);
  const Tally& all = score.all;
  std::cout << "all cases " << cases.size() << "  gold " << all.gold << "  precision " << all.precision() << "  recall "
            << all.recall() << "  F1 " << all.f1() << "\n";
  EXPECT_GE(all.f1(), 0.575) << "the misses are listed in gold-report.txt of the build folder";
  EXPECT_GE(all.precision(), 0.735);
}

}  // namespace
}  // namespace entente
