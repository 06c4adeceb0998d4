// Windows of the past, and the forecasts fitted to them.
#include "foresight/pairs/pair_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/random.h"
#include "foresight/pairs/strangers.h"

namespace entente {
namespace {

constexpr int64_t least_past_days = 21;  // before a window can be learnt from
constexpr size_t most_windows = 16;
constexpr int64_t usual_step_days = 15;  // between the starts of windows
constexpr size_t drawn_rows = 70000;     // over all windows, about
constexpr size_t least_windows = 3;
constexpr size_t least_happened = 30;

void count_window(const PairPast& past, std::span<const uint32_t> active, std::span<const uint8_t> happened, int days,
                  PastWindow& window) {
  std::map<std::pair<int32_t, double>, RateCase> rates;
  HawkesCase calm;
  for (const uint32_t pair : active) {
    const OwnRecord own = own_record(past, pair, window.day);
    RateCase& rate = rates.try_emplace({own.acts, own.days}, RateCase{own.acts, own.days, 0, 0}).first->second;
    ++rate.cases;
    rate.happened += happened[pair];
    const Excitement excited = excitement(past, pair, window.day);
    if (excited == Excitement{}) {
      ++calm.cases;
      calm.happened += happened[pair];
    } else {
      window.excited.push_back({excited, 1, static_cast<double>(happened[pair])});
    }
    window.happened += happened[pair];
  }
  window.excited.push_back(calm);
  window.active = active.size();
  window.first_meetings = first_meetings(past, window.day, days);
  for (const auto& [key, rate] : rates) window.rates.push_back(rate);
}

/// All that happened, and of the others as many as there is room for.
void draw_rows(std::span<const uint32_t> active, std::span<const uint8_t> happened, size_t room, uint64_t seed,
               PastWindow& window) {
  const size_t others = window.active - window.happened;
  const double share = std::min(1.0, static_cast<double>(room) / static_cast<double>(std::max<size_t>(others, 1)));
  window.weight = static_cast<float>(1 / share);
  const uint64_t of_day = counted_random(seed, static_cast<uint64_t>(window.day));
  for (const uint32_t pair : active) {
    if (happened[pair] == 0 && counted_unit(of_day, pair) >= share) continue;
    window.drawn.push_back(pair);
    window.drawn_happened.push_back(happened[pair]);
  }
}

TreeRows tree_rows(std::span<const PastWindow* const> windows, const PairFit& fit, const PairPast& past, double days) {
  TreeRows rows;
  rows.width = pair_column_count();
  for (const PastWindow* window : windows) {
    rows.values.insert(rows.values.end(), window->columns.values.begin(), window->columns.values.end());
    for (size_t at = 0; at < window->drawn.size(); ++at) {
      rows.happened.push_back(window->drawn_happened[at]);
      rows.weights.push_back(window->drawn_happened[at] != 0 ? 1.0F : window->weight);
      const uint32_t pair = window->drawn[at];
      rows.start.push_back(fit.start(excitement(past, pair, window->day), own_record(past, pair, window->day), days));
    }
  }
  return rows;
}

}  // namespace

double PairFit::start(const Excitement& excited, const OwnRecord& own, double window) const {
  return (log_odds(hawkes.probability(excited, window)) + log_odds(rates.probability(own.acts, own.days, window))) / 2;
}

OwnRecord own_record(const PairPast& past, uint32_t pair, int64_t day) {
  OwnRecord own{0, static_cast<double>(std::min(PairPast::active_days, day - past.first_day()))};
  for (const PastAct& act : past.acts_of(pair / 2)) {
    if (act.day >= day) break;
    if (act.wanted && act.pair == pair && act.day >= day - PairPast::active_days) ++own.acts;
  }
  return own;
}

Result<std::vector<PastWindow>> past_windows(const PairPast& past, int64_t as_of, int days,
                                             const PairModelOptions& options) {
  std::vector<PastWindow> windows;
  for (int64_t day = as_of - days; day >= past.first_day() + least_past_days && windows.size() < most_windows;
       day -= std::min<int64_t>(usual_step_days, days)) {
    windows.emplace_back().day = day;
  }
  for (PastWindow& window : windows) {
    if (options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted: the forecast was not made"};
    const std::vector<uint32_t> active = past.active(window.day);
    const std::vector<uint8_t> happened = past.outcomes(window.day, days);
    count_window(past, active, happened, days, window);
    draw_rows(active, happened, drawn_rows / windows.size(), options.seed, window);
    window.columns = PairColumns(past, window.day, active).table(window.drawn, options.threads);
  }
  return windows;
}

std::optional<PairFit> fit_pairs(const PairPast& past, std::span<const PastWindow> windows, int64_t until, int days,
                                 const PairModelOptions& options) {
  std::vector<const PastWindow*> ended;
  std::vector<RateCase> rates;
  std::vector<HawkesCase> excited;
  size_t happened = 0;
  for (const PastWindow& window : windows) {
    if (window.day + days > until) continue;
    ended.push_back(&window);
    rates.insert(rates.end(), window.rates.begin(), window.rates.end());
    excited.insert(excited.end(), window.excited.begin(), window.excited.end());
    happened += window.happened;
  }
  if (ended.size() < least_windows || happened < least_happened) return std::nullopt;
  PairFit fit;
  fit.base_rate = static_cast<double>(ended.front()->happened) / static_cast<double>(ended.front()->active);
  fit.rates = fit_gamma_poisson(rates, days);
  fit.hawkes = fit_pair_hawkes(excited, days);
  fit.trees = BoostedTrees::fit(tree_rows(ended, fit, past, days), {.seed = options.seed, .threads = options.threads});
  return fit;
}

}  // namespace entente
