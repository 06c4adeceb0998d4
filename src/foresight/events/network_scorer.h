// Scores the next events by the ranker over the history's features. Internal to foresight.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "foresight/events/features.h"
#include "foresight/events/forecaster.h"
#include "foresight/events/history.h"
#include "foresight/events/network.h"
#include "foresight/events/scorer.h"

namespace entente {

class NetworkScorer : public EventScorer {
 public:
  /// The networks' shares are averaged. They must outlive this. `families`: those that the networks were fitted to.
  NetworkScorer(std::span<const RankNetwork> networks, uint32_t families, size_t entities, int32_t relations,
                NameParts names, int threads)
      : networks_(networks),
        families_(families),
        history_(entities, relations, std::move(names), threads),
        threads_(threads) {}

  void learn(const TimeSlice& slice) override { history_.learn(slice); }
  void score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) override;

  /// The likeliest answers to one query, with their shares; fewer where there are fewer candidates.
  [[nodiscard]] std::vector<ForeseenEvent> best(int32_t step, EventQuery query, size_t top) const;

  [[nodiscard]] const History& history() const { return history_; }

 private:
  void score_one(int32_t step, EventQuery query, FeatureMaker& maker, Candidates& candidates,
                 std::span<float> scores) const;
  /// The mean over the networks of each candidate's share.
  [[nodiscard]] std::vector<double> shares(const Candidates& candidates, int32_t relation) const;

  std::span<const RankNetwork> networks_;
  uint32_t families_;
  History history_;
  int threads_;
};

}  // namespace entente
