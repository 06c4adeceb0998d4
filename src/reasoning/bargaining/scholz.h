// The expected utility model of Bueno de Mesquita as replicated by Scholz, Calbert and Smith (2011, "Unravelling Bueno
// de Mesquita's group decision model", Journal of Theoretical Politics 23: 510-531). Inside bargaining.
#pragma once

#include <vector>

#include "reasoning/bargaining/bargaining.h"
#include "reasoning/bargaining/condorcet.h"

namespace entente {

class ScholzState {
 public:
  /// Capability, salience (both must outlive the state) and position of each actor; `range` is the length of the issue,
  /// above 0.
  ScholzState(const std::vector<double>& capability, const std::vector<double>& salience, std::vector<double> position,
              double range, BargainMode mode);

  [[nodiscard]] const std::vector<double>& positions() const { return position_; }
  /// The exponent r of each actor's utility: (1 - R/3) / (1 + R/3).
  [[nodiscard]] const std::vector<double>& risk() const { return risk_; }
  /// P(i>j) by the mode's rule, with everybody's risk.
  [[nodiscard]] double victory(size_t i, size_t j) const { return victory_(i, j); }
  /// What `judge` takes the expected utility to i of challenging j to be; below 0 it would lose by it.
  [[nodiscard]] double expected(size_t judge, size_t i, size_t j) const;
  /// Where everybody stands after each has yielded to its best offer.
  [[nodiscard]] std::vector<double> next() const;

 private:
  struct Offer;
  [[nodiscard]] Grid victories() const;
  [[nodiscard]] std::vector<double> risks() const;
  [[nodiscard]] bool better(const Offer& offer, const Offer& best) const;

  const std::vector<double>* capability_;
  const std::vector<double>* salience_;
  std::vector<double> position_;
  double range_;
  BargainMode mode_;
  std::vector<double> risk_;
  Grid victory_;
};

}  // namespace entente
