// Nothing of the step that is asked about is seen, neither through facts nor through their order, nor through the
// numbers or names of entities.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "foresight/forecaster_runs.h"
#include "foresight/small_graph.h"

namespace entente {
namespace {

TEST(Leaks, OtherFactsOfAStepChangeNoScore) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  for (const Split split : {Split::valid, Split::test}) {
    const auto all = scores_of(ranked(forecaster, facts, split));
    const std::vector<Fact>& asked = split == Split::valid ? facts.valid : facts.test;
    for (size_t i = 0; i < asked.size(); i += 5) {
      FactSet alone = facts;  // of this fact's step, nothing but itself
      std::vector<Fact>& part = split == Split::valid ? alone.valid : alone.test;
      std::erase_if(part, [&](const Fact& fact) { return fact.step == asked[i].step && fact != asked[i]; });
      for (const auto& [query, score] : scores_of(ranked(forecaster, alone, split))) {
        if (std::get<0>(query).step == asked[i].step) {
          EXPECT_EQ(score, all.at(query));
        }
      }
    }
  }
}

TEST(Leaks, LaterFactsChangeNoScoreButEarlierOnesDo) {
  const FactSet facts = small_graph();
  const EventForecaster forecaster = trained(facts);
  const auto all = scores_of(ranked(forecaster, facts));
  const int32_t first = facts.test.front().step;
  FactSet cut = facts;
  std::erase_if(cut.test, [&](const Fact& fact) { return fact.step > first; });
  for (const auto& [query, score] : scores_of(ranked(forecaster, cut))) EXPECT_EQ(score, all.at(query));
  FactSet shortened = facts;
  std::erase_if(shortened.test, [&](const Fact& fact) { return fact.step == first; });
  size_t changed = 0;
  for (const auto& [query, score] : scores_of(ranked(forecaster, shortened))) changed += score != all.at(query) ? 1 : 0;
  EXPECT_GT(changed, shortened.test.size());  // the first test step is history of the others
}

TEST(Leaks, TheOrderWithinAStepChangesNothing) {
  const FactSet facts = small_graph();
  FactSet shuffled = facts;
  for (std::vector<Fact>* part : {&shuffled.train, &shuffled.valid, &shuffled.test}) *part = shuffled_steps(*part);
  ASSERT_NE(shuffled.train, facts.train);
  const EventForecaster plain = trained(facts), other = trained(shuffled);
  EXPECT_EQ(plain.bytes(), other.bytes());
  EXPECT_EQ(scores_of(ranked(plain, facts)), scores_of(ranked(other, shuffled)));
}

/// How much better the first ranks are than the second, on the same queries.
struct RankGain {
  double mean = 0;   // of the differences of reciprocal ranks
  double error = 0;  // its standard error

  /// Not told from nought by queries as many as these.
  [[nodiscard]] bool is_noise() const { return std::abs(mean) <= 3 * error; }
};

RankGain gain(const std::vector<RankedQuery>& first, const std::vector<RankedQuery>& second) {
  EXPECT_EQ(first.size(), second.size());
  const auto n = static_cast<double>(first.size());
  RankGain out;
  for (size_t i = 0; i < first.size(); ++i) out.mean += (1 / first[i].rank - 1 / second[i].rank) / n;
  for (size_t i = 0; i < first.size(); ++i) {
    out.error += std::pow(1 / first[i].rank - 1 / second[i].rank - out.mean, 2);
  }
  out.error = std::sqrt(out.error / (n - 1) / n);
  return out;
}

std::ostream& operator<<(std::ostream& out, const RankGain& of) {
  return out << of.mean << " with an error of " << of.error;
}

/// All entities get other ids; names are carried along, withheld, or drawn. Nothing of that may help or hurt beyond
/// what names that mean something give.
void expect_no_help_of_ids(const FactSet& facts) {
  const std::vector<std::string> no_groups = {"groups"};  // the features that read names
  const auto plain = ranked(trained(facts, 1, 1, no_groups), facts);
  const FactSet moved = renamed(facts);
  const FactSet nameless = without_names(moved), nonsense = with_drawn_names(moved);
  const RankGain other_ids = gain(ranked(trained(moved, 1, 1, no_groups), moved), plain);
  EXPECT_TRUE(other_ids.is_noise()) << other_ids;
  const RankGain withheld = gain(ranked(trained(nameless), nameless), plain);
  EXPECT_TRUE(withheld.is_noise()) << withheld;
  const RankGain drawn = gain(ranked(trained(nonsense), nonsense), plain);
  EXPECT_TRUE(drawn.is_noise()) << drawn;
}

TEST(Leaks, NumbersAndNamesOfEntitiesTellNothing) {
  expect_no_help_of_ids(long_graph());
}

TEST(Leaks, TheYardstickTellsForecastsThatDiffer) {
  const FactSet facts = long_graph();
  const auto plain = ranked(trained(facts), facts);
  const auto baseline = rank_by_recurrency(facts, Split::test, {.hooks = {}});
  ASSERT_TRUE(baseline);
  const RankGain over_baseline = gain(plain, *baseline);
  EXPECT_FALSE(over_baseline.is_noise()) << over_baseline;
  EXPECT_GT(over_baseline.mean, 0);
  EXPECT_TRUE(gain(plain, plain).is_noise());
}

/// The last days of training and the first two of validation of a published set, where it is there.
FactSet real_graph() {
  FactSet set;
  const std::string folder = ENTENTE_SHARED_DATA "/forecast/icews14s/";
  const auto read_names = [&](const std::string& file, std::vector<std::string>& names) {
    std::ifstream in(folder + file);
    for (std::string line; std::getline(in, line);) names.push_back(line.substr(0, line.find('\t')));
  };
  read_names("entity2id.txt", set.entities);
  read_names("relation2id.txt", set.relations);
  const auto read_facts = [&](const std::string& file) {
    std::vector<Fact> facts;
    std::ifstream in(folder + file);
    for (Fact fact; in >> fact.subject >> fact.relation >> fact.object >> fact.step;) facts.push_back(fact);
    return facts;
  };
  const std::vector<Fact> valid = read_facts("valid.txt");
  if (valid.empty()) return set;
  constexpr int32_t trained_days = 6;
  const int32_t first = valid.front().step;
  for (Fact fact : read_facts("train.txt")) {
    fact.step -= first - trained_days;
    if (fact.step >= 0) set.train.push_back(fact);
  }
  for (Fact fact : valid) {
    fact.step -= first - trained_days;
    if (fact.step < trained_days + 2) (fact.step == trained_days ? set.valid : set.test).push_back(fact);
  }
  return set;
}

TEST(Leaks, OfRealEventsNeither) {
  const FactSet facts = real_graph();
  if (facts.train.empty()) GTEST_SKIP() << "the shared data are not here";
  const EventForecaster forecaster = trained(facts, 1, 2);
  const auto scores = scores_of(ranked(forecaster, facts));
  for (const size_t i : {size_t{3}, facts.test.size() - 7}) {
    FactSet alone = facts;
    std::erase_if(alone.test,
                  [&](const Fact& fact) { return fact.step == facts.test[i].step && fact != facts.test[i]; });
    const auto left = scores_of(ranked(forecaster, alone));
    for (const bool object : {true, false}) {
      EXPECT_EQ(left.at({facts.test[i], object}), scores.at({facts.test[i], object}));
    }
  }
  FactSet shuffled = facts;
  for (std::vector<Fact>* part : {&shuffled.train, &shuffled.valid, &shuffled.test}) *part = shuffled_steps(*part);
  EXPECT_EQ(scores_of(ranked(forecaster, shuffled)), scores);
  const std::vector<RankedQuery> plain = ranked(trained(facts, 1, 2, {"groups"}), facts);
  const FactSet nameless = without_names(renamed(facts));
  const RankGain withheld = gain(ranked(trained(nameless, 1, 2), nameless), plain);
  EXPECT_TRUE(withheld.is_noise()) << withheld;
}

}  // namespace
}  // namespace entente
