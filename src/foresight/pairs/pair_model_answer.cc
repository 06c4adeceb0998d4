// What a fitted pair model says of one pair: the probability, what moved it, like cases, and what would change it.
#include <algorithm>
#include <array>
#include <cmath>

#include "foresight/pairs/pair_model_parts.h"
#include "foresight/pairs/pair_words.h"

namespace entente {
namespace {

constexpr const char* model_name = "pairs/3: boosted trees on two rates, calibrated";
constexpr const char* base_name = "pairs/3: base rate";
constexpr const char* strangers_name = "pairs/3: first meetings, spread over who has not met";
constexpr double analogue_reach = 0.7;  // in log-odds
constexpr size_t most_tried_analogues = 3000;
constexpr size_t told_analogues = 10;
constexpr size_t told_changes = 5;

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

}  // namespace

ThemeEffects PairModel::Parts::effects(const PairFit& fit, const PairFooting& standing) const {
  std::vector<double> by_column(pair_column_count(), 0.0);
  fit.trees.explain(standing.row, by_column);
  ThemeEffects out{};
  for (size_t column = 0; column < by_column.size(); ++column) {
    out[static_cast<size_t>(pair_columns()[column])] += by_column[column];
  }
  Excitement own = standing.excited;
  std::fill(own.begin() + hawkes_half_lives.size(), own.end(), 0.0);
  const double alone = fit.start(own, standing.own, days);
  out[static_cast<size_t>(PairTheme::act)] += alone - log_odds(fit.base_rate);
  out[static_cast<size_t>(PairTheme::answered)] += fit.start(standing.excited, standing.own, days) - alone;
  const double stretch = calibration.stretch(log_odds(fit.base_rate), fit.odds(standing, days));
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

/// Both are known, but not as a pair.
PairForecast PairModel::Parts::of_strangers(uint32_t source, uint32_t target) const {
  PairForecast forecast = without_model(
      "the two had nothing to do with each other in the past; the answer rests on what each does and meets, and on how "
      "much their countries have to do with each other");
  const double expected = strangers_usual * strangers->part(source, target) * options.horizon_days / days;
  forecast.method_name = strangers_name;
  forecast.probability = forecast.own_rate = -std::expm1(-expected);
  forecast.low = forecast.probability / 4;
  forecast.high = std::min(1.0, forecast.probability * 4);
  return forecast;
}

PairForecast PairModel::Parts::forecast(const PairHistory& history, uint32_t pair) const {
  PairForecast forecast;
  const PairFooting there = standing(*columns, pair, as_of);
  const double at = odds(there);
  forecast.method = PairMethod::model;
  forecast.method_name = model_name;
  forecast.probability = for_horizon(from_log_odds(at));
  forecast.base_rate = base_rate();
  forecast.own_rate = fitted->rates.probability(there.own.acts, there.own.days, options.horizon_days);
  forecast.low = forecast.probability / 4;
  forecast.high = std::min(1.0, forecast.probability * 4);
  if (days != options.horizon_days) {
    forecast.note = "the past is too short to test " + std::to_string(options.horizon_days) +
                    " days: fitted to windows of " + std::to_string(days) +
                    " days, and carried on as such windows add up";
  } else if (forecasts.empty()) {
    forecast.note = "the past is too short to calibrate the forecast";
  }
  const ThemeEffects moved = effects(*fitted, there);
  tell_reasons({history, past, columns->actors(), options.act, as_of, pair}, moved, forecast);
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
    const auto trial = std::find_if(tried.begin(), tried.end(), [&](const PairTrial& t) { return t.day == one.day; });
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

}  // namespace entente
