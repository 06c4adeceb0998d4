// Training and ranking in one line, and a set of facts told in other ways, for tests of the forecaster.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include "base/random.h"
#include "foresight/events/forecaster.h"

namespace entente {

inline EventForecaster trained(const FactSet& facts, uint64_t seed = 1, int threads = 1,
                               const std::vector<std::string>& without = {}) {
  Result<EventForecaster> forecaster =
      EventForecaster::train(facts, {.seed = seed, .without = without, .threads = threads, .hooks = {}});
  EXPECT_TRUE(forecaster) << forecaster.error().message;
  return std::move(*forecaster);
}

inline std::vector<RankedQuery> ranked(const EventForecaster& forecaster, const FactSet& facts,
                                       Split split = Split::test, int threads = 1) {
  Result<std::vector<RankedQuery>> ranks = forecaster.rank(facts, split, {.threads = threads, .hooks = {}});
  EXPECT_TRUE(ranks) << ranks.error().message;
  return std::move(*ranks);
}

/// Scores by query; facts may be there twice.
inline std::map<std::tuple<Fact, bool>, float> scores_of(const std::vector<RankedQuery>& ranks) {
  std::map<std::tuple<Fact, bool>, float> scores;
  for (const RankedQuery& query : ranks) scores[{query.fact, query.object}] = query.score;
  return scores;
}

/// The facts of each step in another order.
inline std::vector<Fact> shuffled_steps(std::vector<Fact> facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    const auto mixed = [](const Fact& fact) {
      return counted_random(3, static_cast<uint64_t>(fact.subject * 1000 + fact.object * 10 + fact.relation));
    };
    return a.step != b.step ? a.step < b.step : mixed(a) < mixed(b);
  });
  return facts;
}

/// Other ids for all entities, drawn; each keeps its name.
inline FactSet renamed(FactSet facts) {
  std::vector<int32_t> order(facts.entities.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [](int32_t a, int32_t b) {
    return counted_random(11, static_cast<uint64_t>(a)) < counted_random(11, static_cast<uint64_t>(b));
  });
  for (std::vector<Fact>* part : {&facts.train, &facts.valid, &facts.test}) {
    for (Fact& fact : *part) {
      fact.subject = order[static_cast<size_t>(fact.subject)];
      fact.object = order[static_cast<size_t>(fact.object)];
    }
  }
  const std::vector<std::string> names = facts.entities;
  for (size_t i = 0; i < names.size(); ++i) facts.entities[static_cast<size_t>(order[i])] = names[i];
  return facts;
}

/// Ids for names.
inline FactSet without_names(FactSet facts) {
  for (size_t i = 0; i < facts.entities.size(); ++i) facts.entities[i] = std::to_string(i);
  return facts;
}

/// Names of letters that are drawn.
inline FactSet with_drawn_names(FactSet facts) {
  for (size_t i = 0; i < facts.entities.size(); ++i) {
    std::string& name = facts.entities[i];
    name = std::to_string(i);  // so that no two are the same
    for (uint64_t letter = 0; letter < 6; ++letter) {
      name += static_cast<char>('a' + static_cast<int>(counted_random(17, 10 * i + letter) % 26));
    }
  }
  return facts;
}

}  // namespace entente
