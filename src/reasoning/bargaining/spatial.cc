// Utilities first, then challenges, then bargains: each in the order of the equations.
#include "reasoning/bargaining/spatial.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double least_gain = 1e-5;        // a challenge must promise more
constexpr double least_following = 1e-10;  // of two parties without followers
constexpr double least_weight = 1e-6;      // of a party's own position in a bargain
constexpr double same_place = 1e-3;        // distance below which two positions are one

double risk_aware(double distance, double risk) {
  return (1 - distance) * (1 + distance * risk);
}

/// R_i = (3 p_i - (p_max + 2 p_min)) / (2 (p_max - p_min)); 0 where no position does better than another.
std::vector<double> risks(const std::vector<double>& chance) {
  const auto [least, most] = std::minmax_element(chance.begin(), chance.end());
  std::vector<double> risk(chance.size(), 0);
  if (*most - *least < 1e-12) return risk;
  for (size_t i = 0; i < chance.size(); ++i) {
    risk[i] = (3 * chance[i] - (*most + 2 * *least)) / (2 * (*most - *least));
  }
  return risk;
}

/// To a ten thousandth of the scale, as KTAB does, so that bargains carry no spurious precision.
double rounded(double fraction) {
  return std::floor(0.5 + fraction * 1e4) / 1e4;
}

}  // namespace

struct SpatialState::Bargain {
  size_t initiator = 0;
  size_t receiver = 0;
  std::vector<double> for_initiator;  // the position it would take
  std::vector<double> for_receiver;
  std::vector<double> utility;  // by actor: of the state that would follow
};

SpatialState::SpatialState(const SpatialActors& actors, Grid positions)
    : actors_(actors), positions_(std::move(positions)), distance_(positions_.rows(), positions_.rows()) {
  const size_t n = positions_.rows();
  Grid value(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      distance_(i, j) = distance(i, &positions_(j, 0));
      value(i, j) = 1 - distance_(i, j);
    }
  }
  neutral_chance_ = condorcet_chances(victory_chances(actors_.capability, value));
  risk_ = risks(neutral_chance_);
}

/// d_ij = sqrt(sum_k (s_ik (x_ik - x_jk))^2 / sum_k s_ik^2)
double SpatialState::distance(size_t i, const double* place) const {
  double apart = 0, salience = 0;
  for (size_t k = 0; k < positions_.columns(); ++k) {
    const double weight = actors_.salience(i, k);
    const double weighted = weight * (positions_(i, k) - place[k]);
    apart += weighted * weighted;
    salience += weight * weight;
  }
  return std::min(1.0, std::sqrt(apart / salience));
}

double SpatialState::utility(size_t i, size_t j) const {
  return risk_aware(distance_(i, j), risk_[i]);
}

double SpatialState::estimate(size_t h, size_t i, size_t j) const {
  return risk_aware(distance_(i, j), (2 * risk_[h] + risk_[i]) / 3);
}

double SpatialState::utility_of_place(size_t i, const std::vector<double>& place) const {
  return risk_aware(distance(i, place.data()), risk_[i]);
}

std::vector<double> SpatialState::chance() const {
  const size_t n = positions_.rows();
  std::vector<size_t> first(n), places;  // who stands first where i stands; those who are first
  for (size_t i = 0; i < n; ++i) {
    first[i] = i;
    for (const size_t j : places) {
      double apart = 0;
      for (size_t k = 0; k < positions_.columns(); ++k) apart += std::pow(positions_(i, k) - positions_(j, k), 2);
      if (std::sqrt(apart) < same_place) {
        first[i] = j;
        break;
      }
    }
    if (first[i] == i) places.push_back(i);
  }
  Grid utilities(n, places.size());
  for (size_t i = 0; i < n; ++i) {
    for (size_t p = 0; p < places.size(); ++p) utilities(i, p) = utility(i, places[p]);
  }
  const std::vector<double> of_places = condorcet_chances(victory_chances(actors_.capability, utilities));
  std::vector<double> chances(n);
  for (size_t p = 0; p < places.size(); ++p) chances[places[p]] = of_places[p];
  for (size_t i = 0; i < n; ++i) chances[i] = chances[first[i]];
  return chances;
}

// --- challenges ---------------------------------------------------------------------------------------------------

Grid SpatialState::judged_by(size_t h) const {
  const size_t n = positions_.rows();
  Grid judged(n, n);
  for (size_t i = 0; i < n; ++i) {
    const double risk = (2 * risk_[h] + risk_[i]) / 3;
    for (size_t j = 0; j < n; ++j) judged(i, j) = risk_aware(distance_(i, j), risk);
  }
  return judged;
}

/// That i prevails over j with the help of third parties, by somebody's judgement of the utilities. Each third party n
/// looks at the contest of i, j and itself. Taking i's side, it would keep its own position if i wins and lose it if j
/// wins; its vote is the difference of the two, w_n (p (U_nn - U_ni) - (1 - p)(U_nn - U_nj)), where p is the chance
/// that i and n together prevail.
double SpatialState::victory(size_t i, size_t j, const Grid& judged) const {
  const auto weight = [&](size_t n) { return actors_.overall[n] * actors_.capability[n]; };
  const double own = least_following + weight(i) * (judged(i, i) - judged(i, j));
  const double other = least_following + weight(j) * (judged(j, j) - judged(j, i));
  double for_i = own, for_j = other;
  for (size_t n = 0; n < positions_.rows(); ++n) {
    if (n == i || n == j) continue;
    const double liking = weight(n) * (judged(n, i) - judged(n, j));
    const double with_i = own + std::max(liking, 0.0);
    const double chance = with_i / (with_i + other + std::max(-liking, 0.0));
    const double vote =
        weight(n) * (chance * (judged(n, n) - judged(n, i)) - (1 - chance) * (judged(n, n) - judged(n, j)));
    (vote > 0 ? for_i : for_j) += std::abs(vote);
  }
  return for_i / (for_i + for_j);
}

/// i expects j to give in unless it cares (with chance s_j), and then the contest to decide who takes whose position.
std::optional<Challenge> SpatialState::best_challenge(size_t i) const {
  const Grid judged = judged_by(i);
  std::optional<Challenge> best;
  for (size_t j = 0; j < positions_.rows(); ++j) {
    if (j == i) continue;
    const double chance = victory(i, j, judged);
    const double win = 2 * judged(i, i), lose = 2 * judged(i, j);
    const double resisted = chance * win + (1 - chance) * lose;
    const double care = actors_.overall[j];
    const double gain = (1 - care) * win + care * resisted - (judged(i, i) + judged(i, j));
    if (gain > least_gain && (!best || gain > best->gain)) best = Challenge{j, chance, gain};
  }
  return best;
}

// --- bargains -----------------------------------------------------------------------------------------------------

/// In each dimension both would move towards each other by the squares of salience times victory.
SpatialState::Bargain SpatialState::bargain_of(size_t i, const Challenge& challenge) const {
  const size_t j = challenge.target, dimensions = positions_.columns();
  Bargain bargain{i, j, std::vector<double>(dimensions), std::vector<double>(dimensions), {}};
  for (size_t k = 0; k < dimensions; ++k) {
    const double of_i = std::pow(actors_.salience(i, k) * challenge.victory, 2);
    const double of_j = std::pow(actors_.salience(j, k) * (1 - challenge.victory), 2);
    const double xi = positions_(i, k), xj = positions_(j, k), sum = of_i + of_j + least_weight;
    bargain.for_initiator[k] = rounded(((of_i + least_weight) * xi + of_j * xj) / sum);
    bargain.for_receiver[k] = rounded((of_i * xi + (of_j + least_weight) * xj) / sum);
  }
  return bargain;
}

std::vector<SpatialState::Bargain> SpatialState::bargains() const {
  std::vector<Bargain> proposed;
  for (size_t i = 0; i < positions_.rows(); ++i) {
    if (const auto challenge = best_challenge(i)) proposed.push_back(bargain_of(i, *challenge));
  }
  return proposed;
}

/// The mean over positions of what each actor gains from the state that would follow; as a difference to the present
/// state, which is the same for every bargain.
void SpatialState::weigh(std::vector<Bargain>& bargains) const {
  const size_t n = positions_.rows();
  for (Bargain& bargain : bargains) {
    bargain.utility.resize(n);
    for (size_t a = 0; a < n; ++a) {
      bargain.utility[a] = (utility_of_place(a, bargain.for_initiator) + utility_of_place(a, bargain.for_receiver) -
                            utility(a, bargain.initiator) - utility(a, bargain.receiver)) /
                           static_cast<double>(n);
    }
  }
}

/// Of the bargains that the actor is a party to, and of none, the one most likely to be elected by all.
const SpatialState::Bargain* SpatialState::resolved(size_t actor, const std::vector<Bargain>& bargains) const {
  std::vector<const Bargain*> options = {nullptr};
  for (const Bargain& bargain : bargains) {
    if (bargain.initiator == actor || bargain.receiver == actor) options.push_back(&bargain);
  }
  Grid utility(positions_.rows(), options.size());
  for (size_t a = 0; a < utility.rows(); ++a) {
    for (size_t o = 1; o < options.size(); ++o) utility(a, o) = options[o]->utility[a];
  }
  const std::vector<double> chance = condorcet_chances(victory_chances(actors_.capability, utility));
  return options[static_cast<size_t>(std::max_element(chance.begin(), chance.end()) - chance.begin())];
}

Grid SpatialState::next() const {
  std::vector<Bargain> proposed = bargains();
  weigh(proposed);
  Grid places = positions_;
  for (size_t actor = 0; actor < places.rows(); ++actor) {
    const Bargain* chosen = resolved(actor, proposed);
    if (chosen == nullptr) continue;
    const auto& place = chosen->initiator == actor ? chosen->for_initiator : chosen->for_receiver;
    for (size_t k = 0; k < place.size(); ++k) places(actor, k) = place[k];
  }
  return places;
}

double moved(const Grid& from, const Grid& to) {
  double sum = 0;
  for (size_t i = 0; i < from.rows(); ++i) {
    double apart = 0;
    for (size_t k = 0; k < from.columns(); ++k) apart += std::pow(from(i, k) - to(i, k), 2);
    sum += std::sqrt(apart);
  }
  return sum;
}

}  // namespace entente
