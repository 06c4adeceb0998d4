// The hazard model of pairs: what all its answers share, and its door.
#include "foresight/pairs/pair_model.h"

#include <algorithm>
#include <cmath>

#include "foresight/events/in_parallel.h"
#include "foresight/pairs/base_rates.h"
#include "foresight/pairs/pair_model_parts.h"

namespace entente {
namespace {

constexpr size_t pairs_a_part = 1024;

}  // namespace

double PairModel::Parts::for_horizon(double probability) const {
  if (days == options.horizon_days) return probability;
  return -std::expm1(std::log1p(-probability) * std::pow(static_cast<double>(options.horizon_days) / days, pace));
}

double PairModel::Parts::base_rate() const {
  return fitted ? for_horizon(fitted->base_rate) : shipped_base_rate(options.act, options.horizon_days);
}

PairFooting PairModel::Parts::standing(const PairColumns& of, uint32_t pair, int64_t day,
                                       std::span<const PastAct> as_well) const {
  PairFooting there;
  there.row.resize(pair_column_count());
  of.fill(pair, there.row, as_well);
  there.excited = excitement(past, pair, day);
  there.own = own_record(past, pair, day);
  for (const PastAct& act : as_well) {
    if (!act.wanted) continue;
    if (act.pair == pair) ++there.own.acts;
    for (size_t kernel = 0; kernel < hawkes_half_lives.size(); ++kernel) {
      there.excited[kernel + (act.pair == pair ? 0 : hawkes_half_lives.size())] +=
          std::exp2(-static_cast<double>(day - act.day) / hawkes_half_lives[kernel]);
    }
  }
  return there;
}

std::vector<double> PairModel::Parts::raw_odds(const PairFit& fit, const PairColumns& of,
                                               std::span<const uint32_t> pairs, int64_t day) const {
  std::vector<double> out(pairs.size());
  in_parallel(options.threads, (pairs.size() + pairs_a_part - 1) / pairs_a_part, [&](size_t part) {
    for (size_t at = part * pairs_a_part; at < std::min(pairs.size(), (part + 1) * pairs_a_part); ++at) {
      out[at] = fit.odds(standing(of, pairs[at], day), days);
    }
  });
  return out;
}

std::vector<PairModel::Active> PairModel::Parts::all() const {
  std::vector<Active> out(active.size());
  in_parallel(options.threads, (active.size() + pairs_a_part - 1) / pairs_a_part, [&](size_t part) {
    for (size_t at = part * pairs_a_part; at < std::min(active.size(), (part + 1) * pairs_a_part); ++at) {
      const uint32_t pair = active[at];
      Active& one = out[at];
      one = {past.in_history(past.source(pair)),
             past.in_history(past.target(pair)),
             base_rate(),
             base_rate(),
             base_rate(),
             base_rate()};
      if (!fitted) continue;
      const OwnRecord own = own_record(past, pair, as_of);
      one.probability = for_horizon(from_log_odds(calibration.apply(active_odds[at])));
      one.gamma_poisson = fitted->rates.probability(own.acts, own.days, options.horizon_days);
      one.hawkes = fitted->hawkes.probability(excitement(past, pair, as_of), options.horizon_days);
    }
  });
  return out;
}

PairModel::PairModel(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PairModel::PairModel(PairModel&&) noexcept = default;
PairModel& PairModel::operator=(PairModel&&) noexcept = default;
PairModel::~PairModel() = default;

Result<PairModel> PairModel::train(const PairHistory& history, int64_t as_of, const PairModelOptions& options) {
  if (options.horizon_days < 1) return Error{ErrorCode::usage, "a forecast looks at least one day ahead"};
  if (options.act.codes.empty()) return Error{ErrorCode::usage, "no kind of act is asked about"};
  auto parts = std::make_unique<Parts>(history, as_of, options);
  if (const Result<void> done = parts->fit(); !done) return done.error();
  return PairModel(std::move(parts));
}

PairForecast PairModel::forecast(const PairHistory& history, uint32_t source, uint32_t target) const {
  const Parts& parts = *parts_;
  if (!parts.fitted) {
    return parts.without_model("there is not enough history before that day: this is the base rate of the kind of act");
  }
  const uint32_t pair = parts.past.pair_of(source, target);
  if (pair != PairPast::none) {
    if (std::binary_search(parts.active.begin(), parts.active.end(), pair)) return parts.forecast(history, pair);
    return parts.of_strangers(parts.past.source(pair), parts.past.target(pair));
  }
  const std::optional<uint32_t> from = parts.past.here(source), to = parts.past.here(target);
  return from && to && *from != *to ? parts.of_strangers(*from, *to) : forecast_unknown();
}

PairForecast PairModel::forecast_unknown() const {
  return parts_->without_model("the data tell nothing of one of the two: this is the base rate of the kind of act");
}

std::vector<PairModel::Active> PairModel::forecast_active() const {
  return parts_->all();
}

}  // namespace entente
