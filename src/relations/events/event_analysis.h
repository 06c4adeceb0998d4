// What can be read off many coded events: series, trends, breaks, the signed network of a day. Part of the door of
// relations (included by relations.h). Sums are whole numbers, so that no order of the events changes an answer.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/event.h"
#include "domain/signed_edge.h"

namespace entente {

// --- series -----------------------------------------------------------------------------------------------------

enum class PeriodUnit { day, week, month, year };
std::optional<PeriodUnit> period_unit(std::string_view name);
std::string_view name_of(PeriodUnit unit);
/// The periods of the calendar that meet these days, in order, whole ones: weeks begin on Monday.
std::vector<DayRange> periods_between(const DayRange& days, PeriodUnit unit);

/// What is known of a period. A count of 0 is a true zero only in the last two.
enum class PeriodState {
  not_covered,  // no data set tells of any day of it
  nothing,      // covered, and nothing happened between the two
  events,
};
std::string_view name_of(PeriodState state);

struct PeriodCount {
  DayRange days;
  int64_t covered_days = 0;
  uint64_t events = 0;
  uint64_t forth = 0;  // from the first to the second
  std::array<uint64_t, 5> quads{};
  std::array<uint64_t, domain_count> domains{};
  double goldstein = 0;     // sum of intensities
  uint64_t publishers = 0;  // distinct ones
  std::map<uint32_t, uint64_t> kinds;
  [[nodiscard]] PeriodState state() const {
    if (events > 0) return PeriodState::events;
    return covered_days == 0 ? PeriodState::not_covered : PeriodState::nothing;
  }
};

/// Counts events into periods.
class SeriesTally {
 public:
  /// Periods in order, without gaps; the kinds that events will point at.
  SeriesTally(std::vector<DayRange> periods, std::vector<EventKind> kinds, size_t publishers);
  /// Events whose days rise; those outside of the periods are passed over.
  void add(std::span<const int32_t> days, std::span<const uint32_t> kinds, std::span<const uint32_t> publishers,
           bool forth);
  /// The series, given the days that the data cover (in any order; they may overlap).
  [[nodiscard]] std::vector<PeriodCount> finish(const std::vector<DayRange>& covers) const;
  [[nodiscard]] const std::vector<EventKind>& kinds() const { return kinds_; }

 private:
  std::vector<DayRange> periods_;
  std::vector<EventKind> kinds_;
  std::vector<uint64_t> counts_;         // period by kind
  std::vector<uint64_t> forth_;          // by period
  std::vector<std::vector<bool>> seen_;  // publishers by period
};

// --- trends and breaks ------------------------------------------------------------------------------------------

/// Events a covered day, with a band that holds the true rate four times in five.
struct TrendPoint {
  double mean = 0;
  double low = 0;
  double high = 0;
};
struct Trend {
  double discount = 1;  // how much of the past counts a period later; chosen by what it predicts best
  std::vector<TrendPoint> points;
};
/// The gamma-Poisson model with a discount factor (Smith 1979; Harvey and Fernandes 1989; West and Harrison 1997, ch.
/// 6.3 and 14): before a period the rate is Gamma(d a, d b), after y events in e days Gamma(d a + y, d b + e).
Trend rate_trend(const std::vector<uint64_t>& events, const std::vector<int64_t>& covered_days);
/// The value that a Gamma(shape, rate) variable stays below with that probability.
double gamma_quantile(double shape, double rate, double probability);

/// A place where the rate changes for good.
struct RateBreak {
  size_t period = 0;  // the first of the new rate
  double before = 0;  // events a covered day, of the stretch before and after
  double after = 0;
  double evidence = 0;  // log Bayes factor of having it rather than not
};
/// The best parting of the series into stretches of one rate: exact (Jackson and others 2005), Poisson with a gamma
/// prior in each, tempered by the scatter of neighbouring periods, since reports come in clusters.
std::vector<RateBreak> rate_breaks(const std::vector<uint64_t>& events, const std::vector<int64_t>& covered_days);

// --- the signed network of a day ----------------------------------------------------------------------------------

/// What the events up to a day say of a pair, older ones less: half after every half-life.
struct PairEvidence {
  std::string a;  // a < b
  std::string b;
  uint64_t events = 0;
  double positive = 0;  // sums of intensity / 10
  double negative = 0;
  std::array<double, domain_count> domain_positive{};
  std::array<double, domain_count> domain_negative{};

  /// As the standings of claims: docs/relations.md.
  [[nodiscard]] double balance() const;
  [[nodiscard]] double uncertainty() const;
  [[nodiscard]] Sign sign() const;
  /// How much stands behind the balance: (P - N) / sqrt(P + N + 1). Ranks pairs.
  [[nodiscard]] double score() const;
};
/// From weights of what speaks for either sign: (P - N) / (P + N + 1), with half a count of each sign as a prior.
double evidence_balance(double positive, double negative);
/// Half the 80 % band around the balance.
double evidence_uncertainty(double positive, double negative);
/// Mixed where the lesser side has a third of all.
Sign evidence_sign(double positive, double negative);

class NetworkTally {
 public:
  NetworkTally(int64_t day, double half_life, std::vector<EventKind> kinds);
  /// Events of one pair, given as numbers that the caller will name, their days rising; those after the day are passed
  /// over.
  void add(uint32_t a, uint32_t b, std::span<const int32_t> days, std::span<const uint32_t> kinds);
  /// By names, sorted; `names` are those of the numbers.
  [[nodiscard]] std::vector<PairEvidence> finish(const std::vector<std::string>& names) const;

 private:
  struct Sums {
    uint64_t events = 0;
    std::array<int64_t, size_t{2} * domain_count>
        weights{};  // friendly ones by domain, then hostile ones; units of 2^-30
  };
  int64_t day_;
  std::vector<double> decay_;                // by age in days
  std::vector<double> weights_;              // by kind: 0..1 in those units
  std::vector<uint8_t> places_;              // by kind: in Sums::weights
  std::unordered_map<uint64_t, Sums> sums_;  // by pair of numbers
};

/// The edges whose sign is sure: the band of the balance does not reach 0. Weights are scores.
std::vector<SignedEdge> sure_edges(const std::vector<PairEvidence>& pairs);

}  // namespace entente
