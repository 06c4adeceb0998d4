// Scenarios of the endowment economy.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "reasoning/trade/draws.h"
#include "reasoning/trade/endowment_parts.h"
#include "reasoning/trade/trade_run.h"

namespace entente {

namespace {

using Kind = TradeChange::Kind;
using Pairs = std::vector<std::pair<size_t, size_t>>;

class GravityRun {
 public:
  GravityRun(const GravityWorld& world, const TradeScenario& scenario) : world_(world), scenario_(scenario) {}

  /// Looks up everything that the changes name.
  std::optional<Error> prepare() {
    for (const TradeChange& change : scenario_.changes) {
      if (change.kind == Kind::tariff_column) {
        return at_change(scenario_, change, "'tariffs' by column belong to model = \"sectors\"");
      }
      if (change.kind == Kind::variable && !world_.terms.contains(change.column)) {
        return at_change(scenario_, change, "column '" + change.column + "' is no regressor of the scenario's formula");
      }
      Result<Pairs> pairs = pairs_of(change, scenario_.path, world_.table.countries);
      if (!pairs) return pairs.error();
      if (change.kind == Kind::variable && pairs->empty()) *pairs = foreign_pairs(world_.table.size());
      if (change.kind == Kind::tariff_cut) {
        for (const auto& [from, to] : *pairs) {
          const std::string& importer = world_.table.countries[to];
          if (!change.tariff.contains(importer)) {
            return at_change(scenario_, change,
                             "what does " + importer + " levy? Add tariff = { " + importer + " = 0.1 }");
          }
        }
      }
      pairs_.push_back(std::move(*pairs));
    }
    const auto& countries = world_.table.countries;
    if (!scenario_.reference.empty()) {
      const auto at = std::find(countries.begin(), countries.end(), scenario_.reference);
      if (at == countries.end()) {
        return Error{ErrorCode::input, scenario_.path + ": no '" + scenario_.reference + "' to refer to in the table"};
      }
      reference_ = static_cast<size_t>(at - countries.begin());
    }
    return std::nullopt;
  }

  [[nodiscard]] Result<TradeEffects> run(const TradeDraw& draw, const EndowmentBase& base) const {
    EndowmentOptions options;
    options.sigma = draw.sigma;
    options.reference = reference_;
    options.closure = scenario_.closure == "book"   ? Closure::book
                      : scenario_.closure == "held" ? Closure::held
                                                    : Closure::proper;
    const Result<EndowmentOutcome> outcome = endowment_equilibrium(base, {after(draw, base.access)}, options);
    if (!outcome) return Error{outcome.error().code, scenario_.path + ": " + outcome.error().message};
    return effects_of(*outcome);
  }

  /// The runs with the imputed flows of the pairs concerned halved and doubled.
  void add_imputed(TradeEffects& effects) const {
    std::set<size_t> cells;
    for (const auto& [from, to] : concerned()) {
      if (world_.table.imputed[world_.table.at(from, to)] != 0) cells.insert(world_.table.at(from, to));
    }
    if (cells.empty() || !world_.terms.empty()) return;
    const auto real_income_at = [&](double factor) -> std::optional<TradeEffects> {
      TradeTable table = world_.table;
      for (const size_t cell : cells) table.flow[cell] *= factor;
      const Result<GravityWorld> other = gravity_world(std::move(table));
      if (!other) return std::nullopt;
      const Result<TradeEffects> found = run(central_draw(scenario_), other->base);
      return found ? std::optional(*found) : std::nullopt;
    };
    const auto half = real_income_at(.5), twice = real_income_at(2);
    if (!half || !twice) return;
    std::set<size_t> countries;
    for (const auto& [from, to] : concerned()) countries.insert(from), countries.insert(to);
    for (const size_t c : countries) {
      effects.imputed_effects.push_back(
          {world_.table.countries[c], half->countries[c].real_income.value, twice->countries[c].real_income.value});
    }
  }

  /// What the tariffs that go have brought in, at the flows before.
  void add_revenue(TradeEffects& effects) const {
    std::map<std::string, double> lost;
    for (size_t c = 0; c < pairs_.size(); ++c) {
      const TradeChange& change = scenario_.changes[c];
      if (change.kind != Kind::tariff_cut) continue;
      for (const auto& [from, to] : pairs_[c]) {
        const std::string& importer = world_.table.countries[to];
        lost[importer] +=
            change.tariff.at(importer) * change.cut * change.share * world_.table.flow[world_.table.at(from, to)];
      }
    }
    effects.revenue_forgone.assign(lost.begin(), lost.end());
  }

 private:
  [[nodiscard]] std::set<std::pair<size_t, size_t>> concerned() const {
    std::set<std::pair<size_t, size_t>> out;
    for (const Pairs& pairs : pairs_) out.insert(pairs.begin(), pairs.end());
    return out;
  }

  [[nodiscard]] std::vector<double> after(const TradeDraw& draw, const std::vector<double>& access) const {
    std::vector<double> out = access;
    for (size_t c = 0; c < pairs_.size(); ++c) {
      const TradeChange& change = scenario_.changes[c];
      for (const auto& [from, to] : pairs_[c]) {
        const size_t at = world_.table.at(from, to);
        if (change.kind == Kind::variable) {
          const CostTerm& term = world_.terms.at(change.column);
          out[at] *= std::exp(term.coefficient * (change.value - term.values[at]));
          continue;
        }
        const auto tariff = change.tariff.find(world_.table.countries[to]);
        out[at] *=
            access_factor(change, draw.effects[c], draw.sigma - 1, tariff == change.tariff.end() ? 0 : tariff->second);
      }
    }
    return out;
  }

  [[nodiscard]] TradeEffects effects_of(const EndowmentOutcome& outcome) const {
    TradeEffects out;
    out.iterations = outcome.iterations;
    out.residual = outcome.residual;
    const auto plain = [](double value) { return Banded{value, value, value}; };
    for (size_t c = 0; c < world_.table.size(); ++c) {
      CountryEffect effect;
      effect.country = world_.table.countries[c];
      effect.output = world_.base.output[c];
      effect.exports = plain(outcome.exports[c]);
      effect.imports = plain(outcome.imports[c]);
      effect.price = plain(outcome.price[c]);
      effect.real_income = plain(outcome.real_output[c]);
      effect.welfare = plain(outcome.real_spending[c]);
      out.countries.push_back(std::move(effect));
    }
    for (const auto& [from, to] : concerned()) {
      const size_t at = world_.table.at(from, to);
      const double before = outcome.flow_before[at];
      out.pairs.push_back({world_.table.countries[from], world_.table.countries[to], "", before,
                           world_.table.imputed[at] != 0, plain(before > 0 ? outcome.flow_after[at] / before - 1 : 0)});
    }
    // By what the central run finds before, which is the same in every draw.
    std::stable_sort(out.pairs.begin(), out.pairs.end(),
                     [](const PairEffect& a, const PairEffect& b) { return a.before > b.before; });
    return out;
  }

  const GravityWorld& world_;
  const TradeScenario& scenario_;
  std::vector<Pairs> pairs_;  // by change
  size_t reference_ = 0;
};

}  // namespace

Result<GravityWorld> gravity_world(TradeTable table) {
  GravityWorld world;
  const size_t n = table.size();
  world.base.output.assign(n, 0);
  world.base.spending.assign(n, 0);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      world.base.output[i] += table.flow[table.at(i, j)];
      world.base.spending[j] += table.flow[table.at(i, j)];
    }
  }
  for (size_t i = 0; i < n; ++i) {
    if (!(world.base.output[i] > 0) || !(world.base.spending[i] > 0)) {
      return Error{ErrorCode::input, table.countries[i] + " sells or buys nothing in the trade table, at home neither"};
    }
  }
  world.base.access = table.flow;
  world.table = std::move(table);
  return world;
}

Result<TradeEffects> run_gravity(const GravityWorld& world, const TradeScenario& scenario, int threads) {
  GravityRun run(world, scenario);
  if (auto wrong = run.prepare()) return *wrong;
  Result<TradeEffects> effects = with_bands(
      scenario, [&](const TradeDraw& draw) { return run.run(draw, world.base); }, threads);
  if (!effects) return effects;
  run.add_imputed(*effects);
  run.add_revenue(*effects);
  return effects;
}

}  // namespace entente
