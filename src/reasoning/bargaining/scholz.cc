// The order of every sum is that of the replication, so that its numbers come out to the last digit printed.
#include "reasoning/bargaining/scholz.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace entente {

ScholzState::ScholzState(const std::vector<double>& capability, const std::vector<double>& salience,
                         std::vector<double> position, double range, BargainMode mode)
    : capability_(&capability),
      salience_(&salience),
      position_(std::move(position)),
      range_(range),
      mode_(mode),
      risk_(position_.size(), 1.0),
      victory_(victories()) {
  risk_ = risks();
  victory_ = victories();
}

/// Votes of k for i over j: v_k(i,j) = c_k s_k (|x_k - x_j|^r_k - |x_k - x_i|^r_k), distances as shares of the range.
/// Corrected: P(i>j) = sum of the votes for i over those for either. Faithful: over the sizes of all votes on all
/// pairs, which makes P small and P(i>j) + P(j>i) less than 1.
Grid ScholzState::victories() const {
  const size_t n = position_.size();
  Grid weighted(n, n);  // c_k s_k |x_k - x_i|^r_k
  for (size_t k = 0; k < n; ++k) {
    for (size_t i = 0; i < n; ++i) {
      weighted(k, i) =
          (*capability_)[k] * (*salience_)[k] * std::pow(std::abs(position_[k] - position_[i]) / range_, risk_[k]);
    }
  }
  Grid votes(n, n), against(n, n);
  double all = 0;
  for (size_t k = 0; k < n; ++k) {
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) {
        const double vote = weighted(k, j) - weighted(k, i);
        all += std::abs(vote);
        (vote > 0 ? votes : against)(i, j) += std::abs(vote);
      }
    }
  }
  Grid chance(n, n, mode_ == BargainMode::faithful ? 0.0 : 0.5);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      const double of = mode_ == BargainMode::faithful ? all : votes(i, j) + against(i, j);
      if (position_[i] != position_[j] && of > 0) chance(i, j) = votes(i, j) / of;
    }
  }
  return chance;
}

/// E = s_j (P U_success + (1 - P) U_failure) + (1 - s_j) U_success - U_status_quo, all with the judge's exponent.
double ScholzState::expected(size_t judge, size_t i, size_t j) const {
  const double apart = 0.5 * std::abs(position_[i] - position_[j]) / range_, r = risk_[judge];
  const double success = 2 - 4 * std::pow(0.5 - apart, r);
  const double failure = 2 - 4 * std::pow(0.5 + apart, r);
  const double status_quo = 2 - 4 * std::pow(0.5, r);
  const double chance = victory_(i, j);
  const double care = (*salience_)[j];
  return care * (chance * success + (1 - chance) * failure) + (1 - care) * success - status_quo;
}

/// R_i compares the danger i is in (what all others expect of challenging it) with that of the others.
std::vector<double> ScholzState::risks() const {
  const size_t n = position_.size();
  std::vector<double> danger(n, 0.0), risk(n, 1.0);
  for (size_t i = 0; i < n; ++i) {
    for (size_t other = 0; other < n; ++other) {
      if (other != i) danger[i] += expected(i, other, i);
    }
  }
  const auto [least, most] = std::minmax_element(danger.begin(), danger.end());
  if (*most == *least) return risk;
  for (size_t i = 0; i < n; ++i) {
    const double third = (2 * danger[i] - *most - *least) / (*most - *least) / 3.0;
    risk[i] = (1 - third) / (1 + third);
  }
  return risk;
}

// --- offers -------------------------------------------------------------------------------------------------------

struct ScholzState::Offer {
  enum class Kind { confrontation, compromise, capitulation };  // the first that there is is taken
  Kind kind = Kind::confrontation;
  double position = 0;
  double move = 0;      // how far it would move the actor
  double weighted = 0;  // the positions weighted by what either expects: the replication's key
};

bool ScholzState::better(const Offer& offer, const Offer& best) const {
  if (offer.kind != best.kind) return offer.kind < best.kind;
  if (mode_ == BargainMode::faithful && offer.kind == Offer::Kind::compromise) return offer.weighted < best.weighted;
  return offer.move < best.move;
}

std::vector<double> ScholzState::next() const {
  std::vector<double> places = position_;
  for (size_t i = 0; i < position_.size(); ++i) {
    std::optional<Offer> best;
    for (size_t j = 0; j < position_.size(); ++j) {
      if (position_[i] == position_[j]) continue;
      const double mine = expected(i, i, j), theirs = expected(i, j, i);
      Offer offer;
      offer.position = position_[j];
      if (theirs > mine && mine > 0) {
        offer.kind = Offer::Kind::confrontation;
      } else if (theirs > 0 && mine < 0 && theirs > -mine) {
        offer.kind = Offer::Kind::compromise;
        offer.position = position_[i] + (position_[j] - position_[i]) * std::abs(mine / theirs);
        offer.weighted = (-mine * position_[i] + theirs * position_[j]) / (theirs - mine);
      } else if (mode_ == BargainMode::corrected && theirs > 0 && mine < 0) {
        offer.kind = Offer::Kind::capitulation;
      } else {
        continue;
      }
      offer.move = std::abs(position_[i] - offer.position);
      if (!best || better(offer, *best)) best = offer;
    }
    if (best) places[i] = best->position;
  }
  return places;
}

}  // namespace entente
