// What is known of a possible answer to a query, in numbers. Internal to foresight.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "foresight/events/history.h"

namespace entente {

/// Features that tell of the same thing; what each adds is measured by leaving it out.
enum class Family : uint32_t { triple, pair, rules, objects, activity, groups, walks, context, count };

/// One bit a family.
inline constexpr uint32_t all_families = (1U << static_cast<uint32_t>(Family::count)) - 1;
/// All but those that are named. Errors: usage.
Result<uint32_t> families_without(const std::vector<std::string>& names);

struct FeatureInfo {
  std::string_view name;
  Family family;
};

/// All features in the order in which they are computed.
const std::vector<FeatureInfo>& feature_list();
/// A family by its name.
std::string_view name_of(Family family);

/// Entities that may answer a query, each with its features: one row an entity, feature_list().size() wide.
struct Candidates {
  std::vector<int32_t> entities;
  std::vector<float> features;
  std::vector<float> promise;  // a rough order, for drawing those to train on

  [[nodiscard]] const float* row(size_t at) const;
};

/// Gathers candidates and computes their features. One for each thread: it keeps tables to work in.
class FeatureMaker {
 public:
  /// Features of families whose bit is not set are 0.
  explicit FeatureMaker(const History& history, uint32_t families = all_families);

  /// Whoever had to do with the subject, what the relation's objects are, who is near by two steps, or of the same
  /// country: all others have nothing but their activity to tell.
  void make(int32_t step, EventQuery query, Candidates& into);

 private:
  class Row;
  void gather(int32_t step, EventQuery query);
  void offer(int32_t entity);
  void offer_first(size_t most);
  void walk(int32_t step, EventQuery query);
  void walk_likes(int32_t step, EventQuery query);
  void reach(size_t kind, int32_t entity, float weight);
  void clear();

  const History& history_;
  std::vector<size_t> left_out_;  // features
  std::vector<int32_t> place_;    // by entity: among the candidates, -1
  std::vector<int32_t> entities_;
  std::vector<const Neighbour*> neighbour_;  // by candidate; null where the pair is new
  // By entity: how near it is over two steps, fast and slow; over the objects that those near by have of the relation;
  // over those who share objects of the relation with the subject.
  std::array<std::vector<float>, 4> walks_;
  std::array<std::vector<int32_t>, 4> walked_;     // who was reached
  std::vector<std::pair<float, int32_t>> ranked_;  // to work in
};

}  // namespace entente
