// The recurrency baseline: what was, comes again. Internal to foresight.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "foresight/events/scorer.h"

namespace entente {

/// Gastinger et al. 2024 ("History repeats itself: a baseline for temporal knowledge graph forecasting"), equations 1
/// to 5, with its constants as they come and not tuned by relation: 2^(0.1 (last - t)) of the triple, and with a weight
/// of a thousandth the share of the object among the relation's objects.
class RecurrencyScorer : public EventScorer {
 public:
  RecurrencyScorer(size_t entities, int32_t relations, int threads)
      : entities_(entities), relations_(relations), threads_(threads) {}

  void learn(const TimeSlice& slice) override;
  void score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) override;

 private:
  [[nodiscard]] uint64_t key(EventQuery query) const {
    return static_cast<uint64_t>(query.subject) * static_cast<uint64_t>(2 * relations_) +
           static_cast<uint64_t>(query.relation);
  }
  struct Share {
    std::unordered_map<int32_t, int64_t> objects;
    int64_t all = 0;
  };

  size_t entities_;
  int32_t relations_;
  int threads_;
  std::unordered_map<uint64_t, std::unordered_map<int32_t, int32_t>> last_;  // by subject and relation: object, step
  std::unordered_map<int32_t, Share> shares_;                                // by relation
};

}  // namespace entente
