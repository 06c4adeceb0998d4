// What is known of a possible answer to a query, in numbers. Internal to foresight.
#pragma once

#include <cstdint>
#include <vector>

#include "foresight/events/candidates.h"
#include "foresight/events/feature_list.h"
#include "foresight/events/history.h"

namespace entente {

/// Entities that may answer a query, each with its features: one row an entity, feature_list().size() wide.
struct Candidates {
  std::vector<int32_t> entities;
  std::vector<float> features;
  std::vector<float> promise;  // a rough order, for drawing those to train on

  [[nodiscard]] const float* row(size_t at) const;
};

/// Finds candidates and computes their features. One for each thread: it keeps tables to work in.
class FeatureMaker {
 public:
  /// Features of families whose bit is not set are 0.
  explicit FeatureMaker(const History& history, uint32_t families = all_families);

  void make(int32_t step, EventQuery query, Candidates& into);

 private:
  class Row;

  const History& history_;
  CandidateSearch search_;
  std::vector<size_t> left_out_;  // features
};

}  // namespace entente
