// Bargaining against published runs, and what must hold of any run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <sstream>

#include "base/random.h"
#include "reasoning/bargaining/scholz.h"
#include "reasoning/bargaining/spatial.h"
#include "reasoning/cases.h"
#include "reasoning/reasoning.h"
#include "sources/sources.h"

namespace entente {
namespace {

using testing::HasSubstr;

BargainingTable table_of(const std::string& name) {
  const Result<BargainingTable> table = read_bargaining_table(case_path("bargaining/" + name));
  EXPECT_TRUE(table) << table.error().message;
  return table ? *table : BargainingTable{};
}

Bargaining run(const BargainingTable& table, const BargainOptions& options) {
  const Result<Bargaining> result = bargain(table, options);
  EXPECT_TRUE(result) << result.error().message;
  return result ? *result : Bargaining{};
}

/// Between two and nine actors anywhere on the scale.
BargainingTable random_table(uint64_t seed, size_t dimensions) {
  BargainingTable table;
  uint64_t n = 0;
  const auto unit = [&] { return static_cast<double>(counted_random(seed, n++) >> 11) * 0x1.0p-53; };
  for (size_t k = 0; k < dimensions; ++k) table.dimensions.push_back(std::to_string(k));
  const size_t actors = 2 + seed % 8;
  for (size_t i = 0; i < actors; ++i) {
    Bargainer actor{"a" + std::to_string(i), 1 + 100 * unit(), {}, {}, {}};
    for (size_t k = 0; k < dimensions; ++k) {
      actor.position.push_back(100 * unit());
      actor.salience.push_back((0.05 + 0.95 * unit()) / static_cast<double>(dimensions));
    }
    table.actors.push_back(actor);
  }
  return table;
}

// --- Scholz, Calbert and Smith ------------------------------------------------------------------------------------

constexpr BargainOptions faithful{BargainModel::scholz, BargainMode::faithful, 10, std::nullopt};
constexpr BargainOptions corrected{BargainModel::scholz, BargainMode::corrected, 10, std::nullopt};

TEST(Scholz, EmissionsOfCarsToTheDigit) {
  const auto expected = read_case("bargaining/ec-car-emissions.json");
  const Bargaining result = run(table_of("ec-car-emissions.csv"), faithful);
  ASSERT_EQ(result.rounds.size(), expected["mean"].size());
  for (size_t round = 0; round < result.rounds.size(); ++round) {
    EXPECT_NEAR(result.rounds[round].mean[0], expected["mean"][round].get<double>(), 5e-7) << "round " << round;
    EXPECT_NEAR(result.rounds[round].median[0], expected["median"][round].get<double>(), 5e-7) << "round " << round;
  }
}

TEST(Scholz, CorrectedChancesOfTwoSidesSumToOne) {
  const std::vector<double> capability = {1, 2, 3, 4}, salience = {0.5, 0.9, 0.2, 1}, position = {0, 3, 7, 10};
  const ScholzState right(capability, salience, position, 10, BargainMode::corrected);
  const ScholzState published(capability, salience, position, 10, BargainMode::faithful);
  for (size_t i = 0; i < 4; ++i) {
    for (size_t j = 0; j < i; ++j) {
      EXPECT_NEAR(right.victory(i, j) + right.victory(j, i), 1, 1e-12);
      EXPECT_LT(published.victory(i, j) + published.victory(j, i), 0.5);
    }
  }
}

TEST(Scholz, CorrectedTheWeakMoveMoreThanTheStrong) {
  const BargainingTable table{{""}, {{"weak", 1, {0}, {1}}, {"strong", 10, {10}, {1}}}};
  BargainOptions once = corrected;
  once.rounds = 1;
  const BargainRound end = run(table, once).rounds.back();
  EXPECT_GT(end.positions[0][0], 10 - end.positions[1][0]);
}

TEST(Scholz, StaysWithinTheOutermostPositionsAndIsFinite) {
  for (uint64_t seed = 0; seed < 60; ++seed) {
    const BargainingTable table = random_table(seed, 1);
    for (const BargainOptions& options : {faithful, corrected}) {
      for (const BargainRound& round : run(table, options).rounds) {
        for (size_t i = 0; i < round.positions.size(); ++i) {
          EXPECT_TRUE(std::isfinite(round.positions[i][0]) && std::isfinite(round.risk[i])) << seed;
          EXPECT_GE(round.positions[i][0], -1e-9);
          EXPECT_LE(round.positions[i][0], 100 + 1e-9);
          EXPECT_GE(round.risk[i], 0.5 - 1e-9);
          EXPECT_LE(round.risk[i], 2 + 1e-9);
        }
      }
    }
  }
}

TEST(Scholz, KnowsOneDimension) {
  const auto result = bargain(random_table(3, 2), faithful);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, HasSubstr("one dimension"));
}

// --- the spatial model --------------------------------------------------------------------------------------------

SpatialState initial_state(const BargainingTable& table, SpatialActors& actors) {
  const size_t n = table.actors.size(), dimensions = table.dimensions.size();
  actors = {{}, Grid(n, dimensions), {}};
  Grid positions(n, dimensions);
  for (size_t i = 0; i < n; ++i) {
    const Bargainer& actor = table.actors[i];
    actors.capability.push_back(actor.capability);
    double sum = 0;
    for (size_t k = 0; k < dimensions; ++k) {
      positions(i, k) = actor.position[k] / 100;
      actors.salience(i, k) = actor.salience[k];
      sum += actor.salience[k];
    }
    actors.overall.push_back(sum);
  }
  return {actors, positions};
}

TEST(Spatial, TheFirstStateOfTheReferenceRun) {
  const auto expected = read_case("bargaining/ktab-three-dimensions.json");
  SpatialActors actors{{}, Grid(0, 0), {}};
  const SpatialState state = initial_state(table_of("ktab-three-dimensions.csv"), actors);
  for (size_t j = 0; j < 7; ++j) {
    EXPECT_NEAR(state.value(0, j), expected["value_of_first"][j].get<double>(), 5e-4);
    EXPECT_NEAR(state.neutral_chance()[j], expected["neutral_chance"][j].get<double>(), 5e-4);
  }
}

TEST(Spatial, TheWholePathOfTheReferenceRun) {
  const auto expected = read_case("bargaining/ktab-three-dimensions.json");
  const Bargaining result = run(table_of("ktab-three-dimensions.csv"), {});
  EXPECT_TRUE(result.converged);
  ASSERT_EQ(result.rounds.size(), 11u);
  for (size_t round = 0; round < result.rounds.size(); ++round) {
    for (size_t i = 0; i < result.actors.size(); ++i) {
      const std::string& name = result.actors[i];
      for (size_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(result.rounds[round].positions[i][k], expected["positions"][name][k][round].get<double>(), 0.0501)
            << name << " dimension " << k << " round " << round;
      }
      EXPECT_NEAR(result.rounds[round].chance[i], expected["chance"][name][round].get<double>(), 6e-5) << name << round;
      EXPECT_NEAR(result.rounds[round].risk[i], expected["risk"][round][i].get<double>(), 6e-4) << name << round;
    }
  }
}

/// Numbers of the reference log's first block of that name.
std::vector<double> block_of(const std::string& log, const std::string& head) {
  const size_t at = log.find(head);
  std::istringstream in(log.substr(log.find('\n', at) + 1, 2000));
  std::vector<double> numbers;
  for (double x = 0; in >> x;) numbers.push_back(x);
  return numbers;
}

TEST(Spatial, WhatEachThinksOfTheOthers) {
  std::ifstream in(ENTENTE_SHARED_DATA "/models/1-bargaining/ktab/20170530_ref-dummyData_3Dim.txt");
  if (!in) GTEST_SKIP() << "no reference log beside the checkout";
  const std::string log{std::istreambuf_iterator<char>(in), {}};
  SpatialActors actors{{}, Grid(0, 0), {}};
  const SpatialState state = initial_state(table_of("ktab-three-dimensions.csv"), actors);
  const std::vector<double> objective = block_of(log, "Risk-aware actor-pos utility matrix (objective)");
  ASSERT_EQ(objective.size(), 49u);
  for (size_t h = 0; h < 7; ++h) {
    const auto judged = block_of(log, "Estimate by " + std::to_string(h) + " of risk-aware utility matrix");
    ASSERT_EQ(judged.size(), 49u);
    for (size_t i = 0; i < 7; ++i) {
      for (size_t j = 0; j < 7; ++j) {
        EXPECT_NEAR(state.utility(i, j), objective[i * 7 + j], 6e-5);
        EXPECT_NEAR(state.estimate(h, i, j), judged[i * 7 + j], 6e-5) << h << " of " << i << "," << j;
      }
    }
  }
}

TEST(Spatial, TheFirstChallengesOfTheReferenceRun) {
  struct Expected {
    size_t by, target;
    double gain, victory;
  };
  SpatialActors actors{{}, Grid(0, 0), {}};
  const SpatialState state = initial_state(table_of("ktab-three-dimensions.csv"), actors);
  for (const Expected& e : {Expected{0, 6, 0.0947, 0.7643},
                            {1, 0, 0.2810, 0.7964},
                            {2, 6, 0.4711, 0.8334},
                            {3, 0, 0.2839, 0.8056},
                            {4, 0, 0.0116, 0.5836},
                            {5, 1, 0.2986, 0.8510},
                            {6, 1, 0.0286, 0.3970}}) {
    const auto challenge = state.best_challenge(e.by);
    ASSERT_TRUE(challenge) << e.by;
    EXPECT_EQ(challenge->target, e.target) << e.by;
    EXPECT_NEAR(challenge->gain, e.gain, 6e-5) << e.by;
    EXPECT_NEAR(challenge->victory, e.victory, 6e-5) << e.by;
  }
}

TEST(Spatial, WhatMustHoldOfAnyRun) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    const Bargaining result = run(random_table(seed, 1 + seed % 3), {});
    for (const BargainRound& round : result.rounds) {
      for (size_t i = 0; i < result.actors.size(); ++i) {
        EXPECT_GE(round.risk[i], -0.5 - 1e-9) << seed;
        EXPECT_LE(round.risk[i], 1 + 1e-9) << seed;
        for (const double x : round.positions[i]) EXPECT_TRUE(x >= 0 && x <= 100) << seed << " " << x;
        EXPECT_TRUE(round.chance[i] >= 0 && round.chance[i] <= 1) << seed;
      }
    }
  }
}

TEST(Spatial, ScaleAndUnitOfCapabilityDoNotMatter) {
  BargainingTable table = random_table(6, 1), other = table;
  for (Bargainer& actor : other.actors) {
    actor.capability *= 0.001;
    actor.position[0] = actor.position[0] / 10 - 5;
  }
  BargainOptions scaled;
  scaled.scale = {-5, 5};
  const BargainRound one = run(table, {}).rounds.back(), two = run(other, scaled).rounds.back();
  for (size_t i = 0; i < table.actors.size(); ++i) {
    EXPECT_NEAR(one.positions[i][0], 10 * (two.positions[i][0] + 5), 0.02);
  }
}

TEST(Bargaining, WhatCannotBeRunIsSaid) {
  const auto problem = [](BargainingTable table, BargainOptions options) {
    const auto result = bargain(table, options);
    return result.ok() ? "none" : result.error().message;
  };
  BargainingTable table{{""}, {{"A", 1, {10}, {0.5}}}};
  EXPECT_THAT(problem({}, {}), HasSubstr("no actors"));
  EXPECT_THAT(problem(table, {}), HasSubstr("two actors"));
  table.actors.push_back({"B", 1, {10}, {0.5}});
  EXPECT_THAT(problem(table, {}), HasSubstr("the same position"));
  EXPECT_THAT(problem(table, faithful), HasSubstr("the same position"));
  table.actors[1].position[0] = 101;
  EXPECT_THAT(problem(table, {}), HasSubstr("--scale"));
  BargainingTable two{{"x", "y"}, {{"A", 1, {10, 1}, {0.8, 0.8}}, {"B", 1, {20, 1}, {0.1, 0.1}}}};
  EXPECT_THAT(problem(two, {}), HasSubstr("160 %"));
}

// --- sensitivity --------------------------------------------------------------------------------------------------

TEST(Sensitivity, IsTheSameOnAnyNumberOfThreads) {
  const BargainingTable table = random_table(5, 2);
  JitterOptions one;
  one.runs = 200;
  JitterOptions many = one;
  many.threads = 4;
  const auto first = sensitivity(table, {}, one), second = sensitivity(table, {}, many);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->mean[0].p05, second->mean[0].p05);
  EXPECT_EQ(first->influence[0].actor, second->influence[0].actor);
  EXPECT_EQ(first->influence[0].correlation, second->influence[0].correlation);
}

TEST(Sensitivity, AroundTheUnjitteredEnd) {
  const BargainingTable table = table_of("ktab-three-dimensions.csv");
  JitterOptions tiny;
  tiny.runs = 50;
  tiny.spread = 1e-7;
  BargainOptions once;
  once.rounds = 1;
  const auto result = sensitivity(table, once, tiny);
  ASSERT_TRUE(result);
  const BargainRound end = run(table, once).rounds.back();
  for (size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(result->mean[k].p50, end.mean[k], 0.02);
    EXPECT_NEAR(result->mean[k].p05, result->mean[k].p95, 0.02);
  }
}

TEST(Sensitivity, WhoStandsHigherEndsHigher) {
  const BargainingTable table{{""}, {{"A", 1, {40}, {0.5}}, {"B", 1, {60}, {0.5}}}};
  JitterOptions options;
  options.runs = 400;
  BargainOptions once;
  once.rounds = 1;
  const auto result = sensitivity(table, once, options);
  ASSERT_TRUE(result);
  EXPECT_LT(result->mean[0].p05, result->mean[0].p95);
  for (const Influence& influence : result->influence) {
    if (influence.input != "position") continue;
    EXPECT_GT(influence.correlation, 0.2) << influence.actor;
  }
  ASSERT_EQ(result->influence.size(), 6u);
  EXPECT_GE(std::abs(result->influence[0].correlation), std::abs(result->influence[5].correlation));
}

TEST(Sensitivity, RefusesWhatItCannotRun) {
  const BargainingTable table = random_table(5, 1);
  JitterOptions options;
  options.runs = 1;
  EXPECT_THAT(sensitivity(table, {}, options).error().message, HasSubstr("runs"));
  options = {};
  options.spread = 0;
  EXPECT_THAT(sensitivity(table, {}, options).error().message, HasSubstr("spread"));
}

}  // namespace
}  // namespace entente
