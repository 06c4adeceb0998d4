// Acts between actors that had nothing to do with each other before. Internal to foresight.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "foresight/pairs/pair_past.h"

namespace entente {

/// How many pairs that had not met before saw the act in the window, both of them known by its first day.
size_t first_meetings(const PairPast& past, int64_t day, int64_t days);

/// Spreads first meetings over all pairs that have not met. The weight of a pair is what the source gives, times what
/// the target gets, times how much more their countries have to do with each other than others that act as much. An
/// actor's part of the act in all that it does is held near that of everybody (gamma-Poisson shrinkage).
class Strangers {
 public:
  explicit Strangers(const PairPast& past);

  /// The part of all first meetings that falls to this pair; the parts of all pairs that have not met add up to 1.
  [[nodiscard]] double part(uint32_t source, uint32_t target) const;

 private:
  [[nodiscard]] double weight(uint32_t source, uint32_t target) const;
  /// How much more acts there are from the one country to the other than if all acts were spread evenly.
  [[nodiscard]] double closeness(int32_t from, int32_t to) const;
  [[nodiscard]] double weight_of_all() const;

  const PairPast& past_;
  std::vector<double> gives_;  // by actor
  std::vector<double> gets_;
  std::map<std::pair<int32_t, int32_t>, double> between_;  // acts from a country to another
  std::map<int32_t, double> from_;
  std::map<int32_t, double> to_;
  double acts_ = 0;
  double all_ = 1;
};

}  // namespace entente
