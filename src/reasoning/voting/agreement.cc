// Chance-corrected after Haege (2011), "Choice or circumstance? Adjusting measures of foreign policy similarity for
// chance agreement", Political Analysis 19: 287-305.
#include "reasoning/voting/agreement.h"

#include <map>

namespace entente {
namespace {

/// Sums over the common votes of a pair, from which every measure follows.
struct Sums {
  size_t n = 0, identical = 0;
  long apart = 0, squared = 0;  // of |x - y| and its square
  long x = 0, y = 0, xx = 0, yy = 0;

  void add(int a, int b) {
    ++n;
    identical += a == b ? 1 : 0;
    apart += a > b ? a - b : b - a;
    squared += static_cast<long>(a - b) * (a - b);
    x += a;
    y += b;
    xx += static_cast<long>(a) * a;
    yy += static_cast<long>(b) * b;
  }
};

/// 1 - observed / expected; where nothing but agreement is expected, it is 1 if that is what there is.
double against_chance(double observed, double expected) {
  return expected > 0 ? 1 - observed / expected : 1;
}

Agreement measures(const Sums& sums) {
  Agreement out;
  out.n = sums.n;
  if (sums.n == 0) return out;
  const auto n = static_cast<double>(sums.n);
  const double observed = static_cast<double>(sums.squared) / n;
  const double mx = static_cast<double>(sums.x) / n, my = static_cast<double>(sums.y) / n;
  const double xx = static_cast<double>(sums.xx) / n, yy = static_cast<double>(sums.yy) / n;
  out.agreement = 1 - static_cast<double>(sums.apart) / n / 2;
  out.identical = static_cast<double>(sums.identical) / n;
  out.s = 1 - observed / 2;
  out.kappa = against_chance(observed, xx + yy - 2 * mx * my);             // E (x - y)^2 of independent x, y
  out.pi = against_chance(observed, xx + yy - (mx + my) * (mx + my) / 2);  // both from the mixture of the two
  return out;
}

constexpr int8_t no_vote = 2;

/// What one voter chose in every call; `no_vote` where it did not vote.
std::vector<int8_t> choices(const RollCalls& votes, size_t voter) {
  std::vector<int8_t> chosen(votes.calls.size(), no_vote);
  for (const CastVote& vote : votes.votes) {
    if (vote.voter == voter) chosen[vote.call] = vote.choice;
  }
  return chosen;
}

template <class Take>
void each_common(const RollCalls& votes, size_t a, size_t b, const Take& take) {
  const std::vector<int8_t> of_a = choices(votes, a), of_b = choices(votes, b);
  for (size_t call = 0; call < votes.calls.size(); ++call) {
    if (of_a[call] != no_vote && of_b[call] != no_vote) take(votes.calls[call], of_a[call], of_b[call]);
  }
}

}  // namespace

Agreement agreement(const RollCalls& votes, size_t a, size_t b, const std::function<bool(const RollCall&)>& wanted) {
  Sums sums;
  each_common(votes, a, b, [&](const RollCall& call, int x, int y) {
    if (wanted(call)) sums.add(x, y);
  });
  return measures(sums);
}

std::vector<SessionAgreement> agreement_by_session(const RollCalls& votes, size_t a, size_t b) {
  std::map<int, Sums> sums;
  each_common(votes, a, b, [&](const RollCall& call, int x, int y) { sums[call.session].add(x, y); });
  std::vector<SessionAgreement> out;
  for (const auto& [session, of] : sums) out.push_back({session, measures(of)});
  return out;
}

}  // namespace entente
