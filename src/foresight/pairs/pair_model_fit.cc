// Fitting a pair model: the windows to learn from, the earlier days to try it on, and setting it right by them.
#include <algorithm>
#include <cmath>

#include "foresight/events/in_parallel.h"
#include "foresight/pairs/pair_model_parts.h"

namespace entente {
namespace {

constexpr size_t trials = 2;              // earlier days on which the model is tried, to calibrate it
constexpr double weight_of_older = 0.25;  // of ends of the older trial, when less of the past was there to learn from
constexpr int64_t warming_days = 60;      // before the first window that is learnt from, where there is a choice
constexpr size_t trials_a_part = 1024;
constexpr double usual_pace = 0.8;     // where the past is too short to tell
constexpr double least_for_pace = 20;  // pairs that saw the act

/// The pace at which chances grow by that much from one window to two, between none and somewhat more than even.
double pace_of(const std::vector<double>& chances, double growth) {
  double low = 0, high = 1.2;
  double now = 0;
  for (const double chance : chances) now += chance;
  for (int turn = 0; turn < 40; ++turn) {
    const double pace = (low + high) / 2, times = std::exp2(pace);
    double later = 0;
    for (const double chance : chances) later -= std::expm1(std::log1p(-chance) * times);
    (later < growth * now ? low : high) = pace;
  }
  return (low + high) / 2;
}

}  // namespace

/// The horizon that is asked for, or the longest that leaves windows to learn from and a trial.
void PairModel::Parts::choose_days() {
  const int64_t span = past.acts().empty() ? 0 : as_of - past.first_day();
  const int64_t longest = (span - warming_days) / 2;
  days = static_cast<int>(std::clamp<int64_t>(longest, 1, options.horizon_days));
  days = std::max(days, std::min(options.horizon_days, 30));
}

void PairModel::Parts::try_on(std::span<const PastWindow> windows, int64_t day) {
  std::optional<PairFit> fit = fit_pairs(past, windows, day, days, options);
  if (!fit) return;
  const std::vector<uint32_t> then = past.active(day);
  const std::vector<uint8_t> happened = past.outcomes(day, days);
  PairTrial trial{day, std::move(*fit), std::make_unique<PairColumns>(past, day, then)};
  const size_t begin = forecasts.size();
  forecasts.resize(begin + then.size());
  in_parallel(options.threads, (then.size() + trials_a_part - 1) / trials_a_part, [&](size_t part) {
    for (size_t at = part * trials_a_part; at < std::min(then.size(), (part + 1) * trials_a_part); ++at) {
      const PairFooting there = standing(*trial.columns, then[at], day);
      forecasts[begin + at] = {then[at], happened[then[at]] != 0, day, trial.fit.odds(there, days)};
    }
  });
  tried.push_back(std::move(trial));
}

void PairModel::Parts::calibrate(std::vector<PastForecast> raw) {
  const auto latest =
      std::max_element(raw.begin(), raw.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  std::vector<TriedOdds> ends;
  for (const PastForecast& one : raw)
    ends.push_back({one.odds, one.happened, one.day == latest->day ? 1 : weight_of_older});
  calibration = fit_calibration(ends);
  for (PastForecast& one : raw) one.odds = calibration.apply(one.odds);
  forecasts = std::move(raw);
  sort_forecasts(forecasts);
}

/// How fast the chance grows from windows of the past to ones twice as long. Acts come in bursts, so a second window
/// adds less than the first: among pairs of chance p, 1 - (1 - p)^(2^pace) saw the act in both. The chances are those
/// that the model gives now to the last two windows; their mean is set to what happened in the first of the two, so
/// that only the growth counts.
void PairModel::Parts::fit_pace() {
  const int64_t day = as_of - 2 * static_cast<int64_t>(days);
  if (!fitted || days == options.horizon_days || day <= past.first_day()) return;
  const std::vector<uint32_t> then = past.active(day);
  const std::vector<uint8_t> once = past.outcomes(day, days),
                             twice = past.outcomes(day, 2 * static_cast<int64_t>(days));
  const PairColumns at_the_time(past, day, then);
  std::vector<double> chances(then.size());
  in_parallel(options.threads, (then.size() + trials_a_part - 1) / trials_a_part, [&](size_t part) {
    for (size_t at = part * trials_a_part; at < std::min(then.size(), (part + 1) * trials_a_part); ++at) {
      chances[at] = from_log_odds(odds(standing(at_the_time, then[at], day)));
    }
  });
  double first = 0, both = 0;
  for (const uint32_t pair : then) {
    first += once[pair];
    both += twice[pair];
  }
  pace = first < least_for_pace ? usual_pace : pace_of(chances, both / first);
}

Result<void> PairModel::Parts::fit() {
  choose_days();
  columns = std::make_unique<PairColumns>(past, as_of, active);
  const Result<std::vector<PastWindow>> windows = past_windows(past, as_of, days, options);
  if (!windows) return windows.error();
  fitted = fit_pairs(past, *windows, as_of, days, options);
  for (size_t back = 1; fitted && back <= trials; ++back) {
    if (options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted: the forecast was not made"};
    try_on(*windows, as_of - static_cast<int64_t>(back) * days);
  }
  if (!forecasts.empty()) calibrate(std::move(forecasts));
  fit_pace();
  return {};
}

}  // namespace entente
