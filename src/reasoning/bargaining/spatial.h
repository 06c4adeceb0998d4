// The spatial model of politics: one state of the bargaining, and the step to the next. Inside bargaining.
//
// After Wise, Lester and Efird, "An introduction to the KAPSARC toolkit for behavioral analysis (KTAB) using one-
// dimensional spatial models" and "Multidimensional bargaining using KTAB" (KAPSARC 2015), with the settings of its
// published runs: linear victory, proportional votes, conditional election, deterministic transitions, R by the
// middle range, risk judged by one third, third parties that commit themselves half, bargains by squares of salience
// and probability, proposed by the initiator alone. Positions are fractions of the scale.
#pragma once

#include <optional>
#include <vector>

#include "reasoning/bargaining/condorcet.h"

namespace entente {

struct SpatialActors {
  std::vector<double> capability;
  Grid salience;                // actor by dimension, 0..1
  std::vector<double> overall;  // sum of the actor's saliences
};

/// Whom an actor would rather challenge than leave alone.
struct Challenge {
  size_t target = 0;
  double victory = 0;  // the challenger's own estimate that it prevails
  double gain = 0;     // expected, against leaving things as they are
};

class SpatialState {
 public:
  /// `positions` has a row an actor and a column a dimension. The actors must outlive the state.
  SpatialState(const SpatialActors& actors, Grid positions);

  [[nodiscard]] const Grid& positions() const { return positions_; }
  /// R of each actor, from the chance of its position in an election without risk.
  [[nodiscard]] const std::vector<double>& risk() const { return risk_; }
  /// That the actor's position prevails in an election without risk.
  [[nodiscard]] const std::vector<double>& neutral_chance() const { return neutral_chance_; }
  /// Utility to actor i of j's position without risk: 1 - d_ij.
  [[nodiscard]] double value(size_t i, size_t j) const { return 1 - distance_(i, j); }
  /// The same with i's risk: (1 - d)(1 + d R_i).
  [[nodiscard]] double utility(size_t i, size_t j) const;
  /// What h takes i's utility of j's position to be: with R = (2 R_h + R_i) / 3.
  [[nodiscard]] double estimate(size_t h, size_t i, size_t j) const;
  /// That each position prevails when everybody's risk counts; actors in the same place share its chance.
  [[nodiscard]] std::vector<double> chance() const;

  /// i's best challenge, if any is worth it.
  [[nodiscard]] std::optional<Challenge> best_challenge(size_t i) const;
  /// Where everybody stands after the bargains of this state are proposed and resolved.
  [[nodiscard]] Grid next() const;

 private:
  struct Bargain;
  [[nodiscard]] double distance(size_t i, const double* place) const;
  [[nodiscard]] double utility_of_place(size_t i, const std::vector<double>& place) const;
  [[nodiscard]] double victory(size_t i, size_t j, const Grid& judged) const;
  [[nodiscard]] Grid judged_by(size_t h) const;
  [[nodiscard]] std::vector<Bargain> bargains() const;
  [[nodiscard]] Bargain bargain_of(size_t i, const Challenge& challenge) const;
  void weigh(std::vector<Bargain>& bargains) const;
  [[nodiscard]] const Bargain* resolved(size_t actor, const std::vector<Bargain>& bargains) const;

  const SpatialActors& actors_;
  Grid positions_;
  Grid distance_;  // d_ij by i's saliences
  std::vector<double> risk_;
  std::vector<double> neutral_chance_;
};

/// Sum over the actors of how far each moved, in fractions of the scale.
double moved(const Grid& from, const Grid& to);

}  // namespace entente
