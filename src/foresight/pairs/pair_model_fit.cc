// Fitting a pair model: the windows to learn from, the earlier days to try it on, and setting it right by them.
#include <algorithm>
#include <cmath>

#include "foresight/pairs/pair_model_parts.h"

namespace entente {
namespace {

constexpr size_t trials = 2;                // earlier days on which the model is tried, to calibrate it
constexpr double weight_of_older = 0.25;    // of ends of the older trial, when less of the past was there to learn from
constexpr int64_t warming_days = 60;        // before the first window that is learnt from, where there is a choice
constexpr double level_half_life = 15;      // days: how fast older windows cease to tell how many are to be expected
constexpr double trend_believed = 1.0 / 3;  // of the growth that the model sees, in logs
constexpr double level_pseudo_acts = 25;    // for the level of the trials, which lies about a fifth off
constexpr double usual_pace = 0.8;          // where the past is too short to tell
constexpr double least_for_pace = 20;       // pairs that saw the act

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

/// The mean of a number over the windows, the latest of which come first and count most.
template <class Number>
double usual(std::span<const PastWindow> windows, const Number& number) {
  double sum = 0, weights = 0;
  for (const PastWindow& window : windows) {
    const double weight = std::exp2(-static_cast<double>(windows.front().day - window.day) / level_half_life);
    sum += weight * static_cast<double>(number(window));
    weights += weight;
  }
  return sum / weights;
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
  const std::vector<double> odds = raw_odds(trial.fit, *trial.columns, then, day);
  forecasts.reserve(forecasts.size() + then.size());
  for (size_t at = 0; at < then.size(); ++at) {
    forecasts.push_back({then[at], happened[then[at]] != 0, day, odds[at]});
  }
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

/// Sets the level, which the trials tell less well than the order: how many pairs see the act is steadier than the mean
/// of the chances, while more and more pairs become known. As many are expected as in the last windows, and a part of
/// the growth that the model sees from the last window to now (a damped trend; Gardner and McKenzie 1985).
void PairModel::Parts::set_level(std::span<const PastWindow> windows) {
  const auto calibrated = [&](std::vector<double> odds) {
    for (double& one : odds) one = calibration.apply(one);
    return odds;
  };
  const int64_t day = windows.front().day;
  const std::vector<uint32_t> then = past.active(day);
  active_odds = raw_odds(*fitted, *columns, active, as_of);
  const std::vector<double> now = calibrated(active_odds),
                            before = calibrated(raw_odds(*fitted, PairColumns(past, day, then), then, day));
  const double growth = expected_number(now) / expected_number(before);
  const double expected =
      usual(windows, [](const PastWindow& window) { return window.happened; }) * std::pow(growth, trend_believed);
  if (!(expected > 0 && expected < static_cast<double>(active.size()))) return;
  calibration.shift += shift_to(now, expected) * expected / (expected + level_pseudo_acts);
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
  std::vector<double> chances = raw_odds(*fitted, PairColumns(past, day, then), then, day);
  for (double& one : chances) one = from_log_odds(calibration.apply(one));
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
  if (fitted) {
    set_level(*windows);
    strangers.emplace(past);
    strangers_usual = usual(*windows, [](const PastWindow& window) { return window.first_meetings; });
  }
  fit_pace();
  return {};
}

}  // namespace entente
