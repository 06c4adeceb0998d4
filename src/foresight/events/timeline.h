// The facts of a temporal graph in the order of time, both ways round. Internal to foresight.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/fact.h"

namespace entente {

/// (subject, relation, ?) at a step. Relations from `relations` on are the inverse ones: of a fact (s, r, o), the
/// object asks (o, r + relations, ?).
struct EventQuery {
  int32_t subject = 0;
  int32_t relation = 0;

  auto operator<=>(const EventQuery&) const = default;
};

/// The facts of one step, each in both directions, sorted by subject, relation, object; each once.
struct TimeSlice {
  int32_t step = 0;  // as in the file, divided by the unit
  std::vector<Fact> facts;
};

/// How many steps of the file make one: the largest number that divides all differences (24 where hours count days).
int32_t step_unit(std::span<const Fact> facts);

/// All facts by step. What is there twice counts once; the order of the facts makes no difference.
std::vector<TimeSlice> time_slices(std::span<const Fact> facts, int32_t relations, int32_t unit);

/// Calls `take` with the answers to each query of a slice, which lie side by side.
template <class Take>
void each_query(std::span<const Fact> facts, const Take& take) {
  for (size_t begin = 0, end = 0; begin < facts.size(); begin = end) {
    while (end < facts.size() && facts[end].subject == facts[begin].subject &&
           facts[end].relation == facts[begin].relation) {
      ++end;
    }
    take(facts.subspan(begin, end - begin));
  }
}

}  // namespace entente
