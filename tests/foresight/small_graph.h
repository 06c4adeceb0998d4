// A made-up graph with habits, replies and news, for tests of the forecaster.
#pragma once

#include <string>

#include "base/random.h"
#include "domain/fact.h"

namespace entente {

/// 30 entities, 3 relations, 36 steps, of which the last six are valid and test, half each. Pairs have habits in
/// relation 0; who was the object of it replies a step later in relation 1; relation 2 strikes at random.
inline FactSet small_graph(uint64_t seed = 7, int32_t steps = 36, int32_t tested = 3) {
  FactSet set;
  for (int i = 0; i < 30; ++i) {
    const char* sectors[] = {"Police", "Media", "Citizen"};
    const char* countries[] = {"Kenya", "Peru", "Laos", "Oman"};
    set.entities.push_back(i < 24 ? std::string(sectors[i % 3]) + " (" + countries[i % 4] + ")" + std::to_string(i)
                                  : "Somebody " + std::to_string(i));
  }
  for (int i = 0; i < 24; ++i) {  // names are told apart by their number, which stands before the brackets
    const size_t end = set.entities[static_cast<size_t>(i)].find(')');
    std::string& name = set.entities[static_cast<size_t>(i)];
    name = name.substr(end + 1) + " " + name.substr(0, end + 1);
  }
  set.relations = {"Consult", "Reply", "Accuse"};
  uint64_t drawn = 0;
  const auto draw = [&](int32_t below) {
    return static_cast<int32_t>(counted_random(seed, drawn++) % static_cast<uint64_t>(below));
  };
  std::vector<Fact> before;
  for (int32_t step = 0; step < steps; ++step) {
    std::vector<Fact> now;
    for (int i = 0; i < 8; ++i) {
      const int32_t subject = draw(30);
      now.push_back({step, subject, 0, (subject * 7 + 3 * draw(2) + 1) % 30});
    }
    for (const Fact& fact : before) {
      if (fact.relation == 0 && draw(3) > 0) now.push_back({step, fact.object, 1, fact.subject});
    }
    for (int i = 0; i < 3; ++i) now.push_back({step, draw(30), 2, draw(30)});
    std::vector<Fact>& part = step < steps - 2 * tested ? set.train : step < steps - tested ? set.valid : set.test;
    part.insert(part.end(), now.begin(), now.end());
    before = now;
  }
  return set;
}

/// The same with enough tested steps to tell small differences.
inline FactSet long_graph() {
  return small_graph(7, 80, 12);
}

}  // namespace entente
