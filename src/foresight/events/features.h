// What is known of a possible answer to a query, in numbers. Internal to foresight.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "foresight/events/history.h"

namespace entente {

/// Features that tell of the same thing; what each adds is measured by leaving it out.
enum class Family : uint32_t { triple, pair, rules, objects, activity, groups, walks, context, count };

inline constexpr size_t most_features = 96;

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
  explicit FeatureMaker(const History& history);

  /// Whoever had to do with the subject, what the relation's objects are, who is near by two steps, or of the same
  /// country: all others have nothing but their activity to tell.
  void make(int32_t step, EventQuery query, Candidates& into);

 private:
  struct Rules;
  void gather(int32_t step, EventQuery query);
  void offer(int32_t entity);
  void walk(int32_t step, EventQuery query);
  void add_walks();

  const History& history_;
  std::vector<int32_t> place_;  // by entity: among the candidates, -1
  std::vector<int32_t> entities_;
  std::vector<const Neighbour*> neighbour_;  // by candidate; null where the pair is new
  std::array<std::vector<float>, 4> walks_;  // by entity
  std::array<std::vector<int32_t>, 4> walked_;
  std::vector<std::pair<float, int32_t>> ranked_;
  std::vector<std::array<float, 4>> by_country_;
  std::vector<std::array<float, 4>> by_sector_;
  std::vector<uint8_t> country_known_, sector_known_;
};

}  // namespace entente
