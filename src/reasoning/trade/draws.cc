#include "reasoning/trade/draws.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>

#include "base/random.h"
#include "base/text.h"

namespace entente {

namespace {

/// Of a triangle with its ends and its mode.
double triangle(double low, double mode, double high, double u) {
  if (high <= low) return mode;
  const double at_mode = (mode - low) / (high - low);
  if (u < at_mode) return low + std::sqrt(u * (high - low) * (mode - low));
  return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

/// Box and Muller (1958).
double normal(double u, double v) {
  return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
}

double effect_of(const TradeChange& change) {
  return change.kind == TradeChange::Kind::corridor ? change.distance_effect : change.effect;
}

double error_of(const TradeChange& change) {
  if (change.kind == TradeChange::Kind::corridor) return change.distance == 0 ? 0 : change.distance_error;
  return change.kind == TradeChange::Kind::agreement ? change.effect_error : 0;
}

double percentile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  const double place = part * static_cast<double>(values.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

/// Sets the band of every banded value of `into` from the same value of the draws.
template <class Row, class Member>
void set_band(Row& into, const std::vector<const Row*>& draws, Member member) {
  std::vector<double> values;
  for (const Row* draw : draws) values.push_back((draw->*member).value);
  Banded& banded = into.*member;
  banded.low = std::min(percentile(values, .1), banded.value);
  banded.high = std::max(percentile(values, .9), banded.value);
}

void set_bands(TradeEffects& effects, const std::vector<TradeEffects>& draws) {
  for (size_t c = 0; c < effects.countries.size(); ++c) {
    std::vector<const CountryEffect*> rows;
    for (const TradeEffects& draw : draws) rows.push_back(&draw.countries[c]);
    for (const auto member : {&CountryEffect::exports, &CountryEffect::imports, &CountryEffect::price,
                              &CountryEffect::real_income, &CountryEffect::welfare, &CountryEffect::terms_of_trade,
                              &CountryEffect::volume, &CountryEffect::efficiency, &CountryEffect::real_wage}) {
      set_band(effects.countries[c], rows, member);
    }
  }
  for (size_t p = 0; p < effects.pairs.size(); ++p) {
    std::vector<const PairEffect*> rows;
    for (const TradeEffects& draw : draws) rows.push_back(&draw.pairs[p]);
    set_band(effects.pairs[p], rows, &PairEffect::trade);
  }
}

void close_bands(TradeEffects& effects) {
  set_bands(effects, {effects});
}

}  // namespace

TradeDraw central_draw(const TradeScenario& scenario) {
  TradeDraw draw{scenario.sigma, 1, {}};
  for (const TradeChange& change : scenario.changes) draw.effects.push_back(effect_of(change));
  return draw;
}

TradeDraw numbered_draw(const TradeScenario& scenario, int number) {
  const uint64_t of_draw = counted_random(scenario.seed, static_cast<uint64_t>(number));
  TradeDraw draw = central_draw(scenario);
  draw.sigma = triangle(scenario.sigma_low, scenario.sigma, scenario.sigma_high, counted_inside(of_draw, 0));
  draw.theta = triangle(scenario.theta_low, 1, scenario.theta_high, counted_inside(of_draw, 1));
  for (size_t c = 0; c < draw.effects.size(); ++c) {
    const double error = error_of(scenario.changes[c]);
    if (error > 0)
      draw.effects[c] += error * normal(counted_inside(of_draw, 2 + 2 * c), counted_inside(of_draw, 3 + 2 * c));
  }
  return draw;
}

bool has_spread(const TradeScenario& scenario) {
  const bool effects = std::any_of(scenario.changes.begin(), scenario.changes.end(),
                                   [](const TradeChange& change) { return error_of(change) > 0; });
  const bool elasticity =
      scenario.model == "sectors" ? scenario.theta_high > scenario.theta_low : scenario.sigma_high > scenario.sigma_low;
  return effects || elasticity;
}

Result<TradeEffects> with_bands(const TradeScenario& scenario, const EffectsOf& run, int threads) {
  Result<TradeEffects> effects = run(central_draw(scenario));
  if (!effects) return effects;
  effects->draws = 0;
  if (!has_spread(scenario)) {
    close_bands(*effects);
    return effects;
  }
  std::vector<std::optional<TradeEffects>> drawn(static_cast<size_t>(scenario.draws));
  tbb::task_arena arena(std::max(threads, 1));
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, drawn.size(), 1), [&](const auto& range) {
      for (size_t d = range.begin(); d < range.end(); ++d) {
        Result<TradeEffects> one = run(numbered_draw(scenario, static_cast<int>(d)));
        if (one) drawn[d] = std::move(*one);
      }
    });
  });
  std::vector<TradeEffects> found;
  for (auto& draw : drawn) {
    if (draw) found.push_back(std::move(*draw));
  }
  effects->draws = scenario.draws;
  effects->failed_draws = scenario.draws - static_cast<int>(found.size());
  if (found.empty()) {
    close_bands(*effects);
  } else {
    set_bands(*effects, found);
  }
  return effects;
}

Error at_change(const TradeScenario& scenario, const TradeChange& change, const std::string& what) {
  return {ErrorCode::input, scenario.path + ":" + std::to_string(change.line) + ": " + what};
}

Result<std::vector<std::pair<size_t, size_t>>> pairs_of(const TradeChange& change, const std::string& path,
                                                        const std::vector<std::string>& countries) {
  std::optional<Error> wrong;
  const auto places = [&](const std::vector<std::string>& names) {
    std::vector<size_t> out;
    for (const std::string& name : names) {
      const auto at = std::find(countries.begin(), countries.end(), name);
      if (at == countries.end() && !wrong) {
        wrong = Error{ErrorCode::input, path + ":" + std::to_string(change.line) + ": no '" + name +
                                            "' in the trade table; it has " + join(countries, " ")};
      }
      out.push_back(static_cast<size_t>(at - countries.begin()));
    }
    return out;
  };
  const std::vector<size_t> between = places(change.between), from = places(change.from), to = places(change.to);
  if (wrong) return *wrong;
  std::set<std::pair<size_t, size_t>> pairs;
  for (const size_t a : between) {
    for (const size_t b : between) pairs.emplace(a, b);
  }
  for (const size_t a : from) {
    for (const size_t b : to) pairs.emplace(a, b);
  }
  std::erase_if(pairs, [](const auto& pair) { return pair.first == pair.second; });
  return std::vector<std::pair<size_t, size_t>>(pairs.begin(), pairs.end());
}

std::vector<std::pair<size_t, size_t>> foreign_pairs(size_t countries) {
  std::vector<std::pair<size_t, size_t>> out;
  for (size_t a = 0; a < countries; ++a) {
    for (size_t b = 0; b < countries; ++b) {
      if (a != b) out.emplace_back(a, b);
    }
  }
  return out;
}

double access_factor(const TradeChange& change, double effect, double elasticity, double tariff) {
  using Kind = TradeChange::Kind;
  double of_share = 1;
  if (change.kind == Kind::tariff_cut) {
    of_share = std::pow((1 + tariff * (1 - change.cut)) / (1 + tariff), -elasticity);
  } else if (change.kind == Kind::agreement) {
    of_share = std::exp(effect);
  } else if (change.kind == Kind::corridor && !change.cost) {
    of_share = std::pow(1 + change.distance, effect);
  } else if (change.ban) {
    of_share = 0;
  } else if (change.cost) {
    of_share = std::pow(1 + *change.cost, -elasticity);
  }
  return change.share * of_share + (1 - change.share);
}

}  // namespace entente
