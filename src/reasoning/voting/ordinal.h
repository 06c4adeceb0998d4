// One vote as an ordered probit: its log chance's slopes and its information. Inside voting.
#pragma once

#include <cstdint>

namespace entente {

/// A text: yes below gamma1, an abstention up to gamma2, no above, for z = beta theta + e.
struct IdealText {
  double beta = 0;
  double gamma1 = 0;
  double gamma2 = 0;
};

/// Slopes of log P(choice) by eta = beta theta and the two cut points, and the expected information about them.
struct OrdinalVote {
  double by_eta = 0, by_gamma1 = 0, by_gamma2 = 0;
  double of_eta = 0, of_gamma1 = 0, of_gamma2 = 0;
  double of_gammas = 0, of_eta_gamma1 = 0, of_eta_gamma2 = 0;
};
OrdinalVote ordinal_vote(int8_t choice, const IdealText& text, double eta);

/// log P(choice); choices are 0 yes, 1 abstention, 2 no.
double ordinal_log_chance(int8_t choice, const IdealText& text, double eta);

}  // namespace entente
