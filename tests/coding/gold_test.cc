// Accuracy on our own gold: floors that must not be gone below. Never skipped.
#include "coding/gold.h"

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

/// Whether a reading fits a line of the gold: where that leaves a side open ("-"), anybody may stand there.
bool fits(const Reading& gold, const Reading& got) {
  const auto same = [](const std::string& wanted, const std::string& actor) {
    return wanted == "-" || wanted == actor;
  };
  return std::get<0>(gold) == std::get<0>(got) && std::get<3>(gold) == std::get<3>(got) &&
         same(std::get<1>(gold), std::get<1>(got)) && same(std::get<2>(gold), std::get<2>(got));
}

bool any_fits(const std::set<Reading>& gold, const Reading& got) {
  return std::any_of(gold.begin(), gold.end(), [&](const Reading& g) { return fits(g, got); });
}

TEST(Gold, ClaimsAreFound) {
  const auto cases = read_gold(ENTENTE_SOURCE "/tests/coding/gold");
  ASSERT_GE(cases.size(), 100u);
  std::map<std::string, Tally> kinds;
  Tally all;
  std::ofstream report(ENTENTE_BINARY "/gold-report.txt");
  const auto print = [&](const char* what, const Reading& r, const GoldCase& c) {
    report << what << " " << name_of(std::get<0>(r)) << " " << std::get<1>(r) << " > " << std::get<2>(r) << " "
           << std::get<3>(r) << " | " << c.passage << "\n";
  };
  for (const GoldCase& c : cases) {
    std::set<Reading> got;
    for (const Claim& claim : code_text(c.passage, c.published).claims) got.merge(readings_of(claim));
    for (const Reading& r : c.claims) {
      const bool hit = std::any_of(got.begin(), got.end(), [&](const Reading& g) { return fits(r, g); });
      for (Tally* t : {&all, &kinds[std::string(name_of(std::get<0>(r)))]}) {
        ++t->gold;
        t->right += hit;
      }
      if (!hit) print("MISS", r, c);
    }
    for (const Reading& r : got) {
      if (any_fits(c.defensible, r) && !any_fits(c.claims, r)) continue;
      ++all.found;
      ++kinds[std::string(name_of(std::get<0>(r)))].found;
      if (!any_fits(c.claims, r)) print("WRONG", r, c);
    }
  }
  for (const auto& [kind, t] : kinds) {
    std::cout << std::left << std::setw(9) << kind << " gold " << t.gold << "  precision " << t.precision()
              << "  recall " << t.recall() << "\n";
  }
  std::cout << "all cases " << cases.size() << "  gold " << all.gold << "  precision " << all.precision() << "  recall "
            << all.recall() << "  F1 " << all.f1() << "\n";
  EXPECT_GE(all.f1(), 0.65) << "the misses are listed in gold-report.txt of the build folder";
  EXPECT_GE(all.precision(), 0.72);
}

}  // namespace
}  // namespace entente
