// The hazard model of pairs: fitted, set right on the past, asked.
#include "foresight/pairs/pair_model.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "foresight/events/in_parallel.h"
#include "foresight/pairs/base_rates.h"
#include "foresight/pairs/pair_fit.h"
#include "foresight/pairs/pair_words.h"

namespace entente {
namespace {

constexpr const char* model_name = "pairs/1: boosted trees on a Hawkes rate, calibrated";
constexpr const char* base_name = "pairs/1: base rate";
constexpr size_t trials = 2;            // earlier days on which the model is tried, to calibrate it
constexpr int64_t warming_days = 60;    // before the first window that is learnt from, where there is a choice
constexpr double analogue_reach = 0.7;  // in log-odds
constexpr size_t most_tried_analogues = 3000;
constexpr size_t told_analogues = 10;
constexpr size_t told_changes = 5;
constexpr size_t pairs_a_part = 1024;

/// An act that might happen, told as "a threat by".
struct PossibleAct {
  const char* words;
  const char* code;
  double intensity;
  bool back;  // by the target towards the source
};
constexpr std::array<PossibleAct, 10> possible_acts = {{{"a visit or talks (04) by", "04", 1, false},
                                                        {"aid (07) by", "07", 7, false},
                                                        {"criticism (11) by", "11", -2, false},
                                                        {"a threat (13) by", "13", -4.4, false},
                                                        {"an attack (19) by", "19", -10, false},
                                                        {"a visit or talks (04) by", "04", 1, true},
                                                        {"aid (07) by", "07", 7, true},
                                                        {"a refusal (12) by", "12", -4, true},
                                                        {"a threat (13) by", "13", -4.4, true},
                                                        {"an attack (19) by", "19", -10, true}}};

/// A day of the past on which a model of its own, that knew nothing later, made its forecasts.
struct Trial {
  int64_t day = 0;
  PairFit fit;
  std::unique_ptr<PairColumns> columns;
};

/// Where a pair stands for the forecasts.
struct Standing {
  Excitement excited{};
  std::vector<float> row;
};

}  // namespace

struct PairModel::Parts {
  Parts(const PairHistory& history, int64_t day, PairModelOptions wanted)
      : options(std::move(wanted)), as_of(day), past(history, day, options.act), active(past.active(day)) {}

  Result<void> fit();
  [[nodiscard]] PairForecast forecast(const PairHistory& history, uint32_t pair) const;
  [[nodiscard]] PairForecast without_model(std::string note) const;
  [[nodiscard]] PairForecast of_strangers(uint32_t source, uint32_t target) const;
  [[nodiscard]] std::vector<Active> all() const;

  PairModelOptions options;
  int64_t as_of = 0;
  int days = 0;  // the windows that were learnt from
  PairPast past;
  std::vector<uint32_t> active;
  std::unique_ptr<PairColumns> columns;
  std::optional<PairFit> fitted;
  Calibration calibration;
  std::vector<Trial> tried;
  std::vector<PastForecast> forecasts;  // of the trials

 private:
  void choose_days();
  void try_on(std::span<const PastWindow> windows, int64_t day);
  void calibrate(std::vector<PastForecast> raw);
  [[nodiscard]] double for_horizon(double probability) const;
  [[nodiscard]] double base_rate() const;
  [[nodiscard]] Standing standing(const PairColumns& of, uint32_t pair, int64_t day,
                                  std::span<const PastAct> as_well = {}) const;
  [[nodiscard]] ThemeEffects effects(const PairFit& fit, const Standing& standing) const;
  [[nodiscard]] double odds(const Standing& standing) const {
    return calibration.apply(fitted->odds(standing.excited, days, standing.row));
  }
  void tell_like_cases(double odds, const ThemeEffects& own, PairForecast& forecast) const;
  void tell_changes(const PairHistory& history, uint32_t pair, PairForecast& forecast) const;
};

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
  Trial trial{day, std::move(*fit), std::make_unique<PairColumns>(past, day, then)};
  const size_t begin = forecasts.size();
  forecasts.resize(begin + then.size());
  in_parallel(options.threads, (then.size() + pairs_a_part - 1) / pairs_a_part, [&](size_t part) {
    for (size_t at = part * pairs_a_part; at < std::min(then.size(), (part + 1) * pairs_a_part); ++at) {
      const Standing there = standing(*trial.columns, then[at], day);
      forecasts[begin + at] = {then[at], happened[then[at]] != 0, day, trial.fit.odds(there.excited, days, there.row)};
    }
  });
  tried.push_back(std::move(trial));
}

void PairModel::Parts::calibrate(std::vector<PastForecast> raw) {
  std::vector<double> odds;
  std::vector<uint8_t> happened;
  for (const PastForecast& one : raw) {
    odds.push_back(one.odds);
    happened.push_back(one.happened ? 1 : 0);
  }
  calibration = fit_calibration(odds, happened);
  for (PastForecast& one : raw) one.odds = calibration.apply(one.odds);
  forecasts = std::move(raw);
  sort_forecasts(forecasts);
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
  return {};
}

double PairModel::Parts::for_horizon(double probability) const {
  if (days == options.horizon_days) return probability;
  return -std::expm1(std::log1p(-probability) * options.horizon_days / days);
}

double PairModel::Parts::base_rate() const {
  return fitted ? for_horizon(fitted->base_rate) : shipped_base_rate(options.act, options.horizon_days);
}

Standing PairModel::Parts::standing(const PairColumns& of, uint32_t pair, int64_t day,
                                    std::span<const PastAct> as_well) const {
  Standing there;
  there.row.resize(pair_column_count());
  of.fill(pair, there.row, as_well);
  there.excited = excitement(past, pair, day);
  for (const PastAct& act : as_well) {
    if (!act.wanted) continue;
    for (size_t kernel = 0; kernel < hawkes_half_lives.size(); ++kernel) {
      there.excited[kernel + (act.pair == pair ? 0 : hawkes_half_lives.size())] +=
          std::exp2(-static_cast<double>(day - act.day) / hawkes_half_lives[kernel]);
    }
  }
  return there;
}

ThemeEffects PairModel::Parts::effects(const PairFit& fit, const Standing& standing) const {
  std::vector<double> by_column(pair_column_count(), 0.0);
  fit.trees.explain(standing.row, by_column);
  ThemeEffects out{};
  for (size_t column = 0; column < by_column.size(); ++column) {
    out[static_cast<size_t>(pair_columns()[column])] += by_column[column];
  }
  Excitement own = standing.excited;
  std::fill(own.begin() + hawkes_half_lives.size(), own.end(), 0.0);
  const double alone = log_odds(fit.hawkes.probability(own, days));
  out[static_cast<size_t>(PairTheme::act)] += alone - log_odds(fit.base_rate);
  out[static_cast<size_t>(PairTheme::answered)] += log_odds(fit.hawkes.probability(standing.excited, days)) - alone;
  const double stretch = calibration.stretch(log_odds(fit.base_rate), fit.odds(standing.excited, days, standing.row));
  for (double& effect : out) effect *= stretch;
  return out;
}

PairForecast PairModel::Parts::without_model(std::string note) const {
  PairForecast forecast;
  forecast.base_rate = forecast.own_rate = forecast.probability = base_rate();
  forecast.low = forecast.base_rate / 10;  // what single pairs have differs by far more than a base rate is unsure
  forecast.high = std::min(1.0, forecast.base_rate * 10);
  forecast.method_name = base_name;
  forecast.note = std::move(note);
  return forecast;
}

/// Both are known, but not as a pair: acts of the source that open a relation are spread over targets by how often
/// these meet the act.
PairForecast PairModel::Parts::of_strangers(uint32_t source, uint32_t target) const {
  PairForecast forecast = without_model(
      "the two had nothing to do with each other in the past; the answer rests on what each does and meets");
  const int64_t since = as_of - PairPast::active_days;
  double did = 0, met = 0, all = 0, fresh = 0;
  for (const PastAct& act : past.acts()) {
    if (act.day < since || !act.wanted) continue;
    ++all;
    did += past.source(act.pair) == source ? 1 : 0;
    met += past.target(act.pair) == target ? 1 : 0;
    fresh += past.acts_of(act.pair / 2).front().day == act.day ? 1 : 0;
  }
  if (all == 0) return forecast;
  const double past_days = static_cast<double>(std::min(PairPast::active_days, as_of - past.first_day()));
  const double expected = (did + .5) * (met + .5) / all * (fresh / all) * options.horizon_days / past_days;
  forecast.probability = forecast.own_rate = -std::expm1(-expected);
  forecast.low = std::min(forecast.probability, forecast.probability / 4);
  forecast.high = std::min(1.0, forecast.probability * 4);
  return forecast;
}

PairForecast PairModel::Parts::forecast(const PairHistory& history, uint32_t pair) const {
  PairForecast forecast;
  const Standing there = standing(*columns, pair, as_of);
  const double at = odds(there);
  const OwnRecord own = own_record(past, pair, as_of);
  forecast.method = PairMethod::model;
  forecast.method_name = model_name;
  forecast.probability = for_horizon(from_log_odds(at));
  forecast.base_rate = base_rate();
  forecast.own_rate = for_horizon(fitted->rates.probability(own.acts, own.days, days));
  forecast.low = forecast.probability / 4;
  forecast.high = std::min(1.0, forecast.probability * 4);
  if (days != options.horizon_days) {
    forecast.note = "the past is too short to test " + std::to_string(options.horizon_days) +
                    " days: fitted to windows of " + std::to_string(days) + " days, and carried on at the same rate";
  } else if (forecasts.empty()) {
    forecast.note = "the past is too short to calibrate the forecast";
  }
  const ThemeEffects moved = effects(*fitted, there);
  tell_reasons({history, past, options.act, as_of, pair}, moved, forecast);
  if (!forecasts.empty()) tell_like_cases(at, moved, forecast);
  tell_changes(history, pair, forecast);
  return forecast;
}

void PairModel::Parts::tell_like_cases(double odds, const ThemeEffects& own, PairForecast& forecast) const {
  const LikeCases like = like_cases(forecasts, odds);
  forecast.like_cases = like.cases;
  forecast.like_happened = like.happened;
  forecast.low = std::min(forecast.probability, for_horizon(like.low));
  forecast.high = std::max(forecast.probability, for_horizon(like.high));
  struct Near {
    double distance = 0;
    size_t at = 0;
  };
  auto [begin, end] = within_reach(forecasts, odds, analogue_reach);
  const size_t stride = std::max<size_t>(1, (end - begin) / most_tried_analogues);
  std::vector<Near> near;
  for (size_t at = begin; at < end; at += stride) {
    const PastForecast& one = forecasts[at];
    const auto trial = std::find_if(tried.begin(), tried.end(), [&](const Trial& t) { return t.day == one.day; });
    const ThemeEffects theirs = effects(trial->fit, standing(*trial->columns, one.pair, one.day));
    double distance = 0;
    for (size_t theme = 0; theme < pair_themes; ++theme) distance += std::pow(own[theme] - theirs[theme], 2);
    near.push_back({distance, at});
  }
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
  for (size_t at = 0; at < std::min(told_analogues, near.size()); ++at) {
    const PastForecast& one = forecasts[near[at].at];
    forecast.like.push_back({past.in_history(past.source(one.pair)), past.in_history(past.target(one.pair)), one.day,
                             for_horizon(from_log_odds(one.odds)), one.happened});
  }
}

void PairModel::Parts::tell_changes(const PairHistory& history, uint32_t pair, PairForecast& forecast) const {
  const std::string from = history.called(past.in_history(past.source(pair)));
  const std::string to = history.called(past.in_history(past.target(pair)));
  for (const PossibleAct& possible : possible_acts) {
    PastAct act{
        static_cast<int32_t>(as_of - 1),        possible.back ? pair ^ 1U : pair, 0,
        static_cast<float>(possible.intensity), family_of(possible.code),         options.act.holds(possible.code)};
    const double after = for_horizon(from_log_odds(odds(standing(*columns, pair, as_of, std::span(&act, 1)))));
    forecast.changes.push_back(
        {std::string(possible.words) + " " + (possible.back ? to : from) + " towards " + (possible.back ? from : to),
         after});
  }
  const double now = log_odds(forecast.probability);
  std::stable_sort(forecast.changes.begin(), forecast.changes.end(), [&](const PairChange& a, const PairChange& b) {
    return std::abs(log_odds(a.probability) - now) > std::abs(log_odds(b.probability) - now);
  });
  forecast.changes.resize(told_changes);
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
      const Standing there = standing(*columns, pair, as_of);
      const OwnRecord own = own_record(past, pair, as_of);
      one.probability = for_horizon(from_log_odds(odds(there)));
      one.gamma_poisson = for_horizon(fitted->rates.probability(own.acts, own.days, days));
      one.hawkes = for_horizon(fitted->hawkes.probability(there.excited, days));
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
