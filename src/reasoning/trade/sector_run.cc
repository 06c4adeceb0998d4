// Scenarios of the sector model.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "reasoning/trade/draws.h"
#include "reasoning/trade/trade_run.h"

namespace entente {

namespace {

using Kind = TradeChange::Kind;
using Pairs = std::vector<std::pair<size_t, size_t>>;

constexpr double out_of_reach = 1e12;  // the trade cost of goods that are banned

class SectorRun {
 public:
  SectorRun(const SectorWorld& world, const TradeScenario& scenario) : world_(world), scenario_(scenario) {}

  std::optional<Error> prepare() {
    before_ = policy_of(world_.economy);
    if (scenario_.deficits == "eliminated") before_.deficit.assign(world_.economy.regions.size(), 0);
    if (!scenario_.before.empty()) {
      if (!has_column(scenario_.before)) return no_column(scenario_.path, scenario_.before);
      before_.tariff = by_pair(world_.economy, world_.trade, scenario_.before);
    }
    for (const TradeChange& change : scenario_.changes) {
      if (auto wrong = prepare(change)) return wrong;
    }
    return std::nullopt;
  }

  [[nodiscard]] Result<TradeEffects> run(const TradeDraw& draw) const {
    SectorEconomy economy = world_.economy;
    for (double& theta : economy.theta) theta *= draw.theta;
    const Result<SectorOutcome> outcome = sector_equilibrium(economy, before_, after(economy, draw));
    if (!outcome) return Error{outcome.error().code, scenario_.path + ": " + outcome.error().message};
    return effects_of(*outcome);
  }

 private:
  [[nodiscard]] bool has_column(const std::string& name) const { return world_.trade.numbers.contains(name); }
  static Error no_column(const std::string& path, const std::string& name) {
    return {ErrorCode::input, path + ": the trade table has no column '" + name + "'"};
  }

  std::optional<Error> prepare(const TradeChange& change) {
    if (change.kind == Kind::variable) {
      return at_change(scenario_, change, "'variable' belongs to model = \"gravity\" with a formula");
    }
    if (!change.tariff.empty()) {
      return at_change(scenario_, change, "the tables tell the tariffs of the sector model; leave tariff = {...} out");
    }
    if (change.kind == Kind::tariff_column && !has_column(change.column)) {
      return at_change(scenario_, change, "the trade table has no column '" + change.column + "'");
    }
    Result<Pairs> pairs = pairs_of(change, scenario_.path, world_.economy.regions);
    if (!pairs) return pairs.error();
    if (change.kind == Kind::tariff_column && pairs->empty()) *pairs = foreign_pairs(world_.economy.regions.size());
    pairs_.push_back(std::move(*pairs));
    std::vector<size_t> sectors;
    for (size_t j = 0; j < world_.economy.sectors.size(); ++j) {
      const auto& wanted = change.sectors;
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), world_.economy.sectors[j]) != wanted.end()) {
        sectors.push_back(j);
      }
    }
    if (!change.sectors.empty() && sectors.size() != change.sectors.size()) {
      return at_change(scenario_, change,
                       "a sector is not in the tables; they have " + join(world_.economy.sectors, ", "));
    }
    sectors_.push_back(std::move(sectors));
    columns_.push_back(change.kind == Kind::tariff_column ? by_pair(world_.economy, world_.trade, change.column)
                                                          : std::vector<double>());
    return std::nullopt;
  }

  [[nodiscard]] SectorPolicy after(const SectorEconomy& economy, const TradeDraw& draw) const {
    SectorPolicy out = before_;
    for (size_t c = 0; c < pairs_.size(); ++c) {
      const TradeChange& change = scenario_.changes[c];
      for (const size_t j : sectors_[c]) {
        for (const auto& [from, to] : pairs_[c]) {
          const size_t at = economy.pair(j, to, from);
          if (change.kind == Kind::tariff_column) {
            out.tariff[at] = columns_[c][at];
          } else if (change.kind == Kind::tariff_cut) {
            out.tariff[at] *= 1 - change.cut * change.share;
          } else {
            const double access = access_factor(change, draw.effects[c], economy.theta[j], 0);
            out.cost[at] *= access > 0 ? std::min(std::pow(access, -1 / economy.theta[j]), out_of_reach) : out_of_reach;
          }
        }
      }
    }
    return out;
  }

  [[nodiscard]] TradeEffects effects_of(const SectorOutcome& o) const {
    const SectorEconomy& e = world_.economy;
    const size_t n = e.regions.size();
    std::vector<double> sold(n), bought(n), sold_after(n), bought_after(n);
    for (size_t at = 0; at < o.trade_before.size(); ++at) {
      const size_t buyer = at / n % n, seller = at % n;
      if (buyer == seller) continue;
      sold[seller] += o.trade_before[at], sold_after[seller] += o.trade_after[at];
      bought[buyer] += o.trade_before[at], bought_after[buyer] += o.trade_after[at];
    }
    TradeEffects out;
    out.iterations = o.iterations;
    out.residual = o.residual;
    const auto plain = [](double value) { return Banded{value, value, value}; };
    const auto ratio = [&](double before, double after) { return plain(before > 0 ? after / before - 1 : 0); };
    for (size_t r = 0; r < n; ++r) {
      CountryEffect effect;
      effect.country = e.regions[r];
      for (size_t j = 0; j < e.sectors.size(); ++j) effect.output += e.value_added[r * e.sectors.size() + j];
      effect.exports = ratio(sold[r], sold_after[r]);
      effect.imports = ratio(bought[r], bought_after[r]);
      effect.price = plain(o.wage[r]);
      effect.real_income = plain(o.real_income[r]);
      effect.welfare = plain(o.welfare[r]);
      effect.terms_of_trade = plain(o.terms_of_trade[r]);
      effect.volume = plain(o.volume[r]);
      effect.efficiency = plain(o.efficiency[r]);
      effect.real_wage = plain(o.real_wage[r]);
      out.countries.push_back(std::move(effect));
    }
    add_pairs(o, out);
    return out;
  }

  /// The pairs by sector whose costs or tariffs the scenario moves, in an order that no draw changes.
  void add_pairs(const SectorOutcome& o, TradeEffects& out) const {
    const SectorEconomy& e = world_.economy;
    std::set<std::tuple<size_t, size_t, size_t>> concerned;
    for (size_t c = 0; c < pairs_.size(); ++c) {
      for (const auto& [from, to] : pairs_[c]) {
        for (const size_t j : sectors_[c]) {
          const size_t at = e.pair(j, to, from);
          const bool moves = scenario_.changes[c].kind != Kind::tariff_column || columns_[c][at] != before_.tariff[at];
          if (moves && e.trade[at] > 0) concerned.emplace(from, to, j);
        }
      }
    }
    for (const auto& [from, to, j] : concerned) {
      const size_t at = e.pair(j, to, from);
      const double change = o.trade_before[at] > 0 ? o.trade_after[at] / o.trade_before[at] - 1 : 0;
      out.pairs.push_back({e.regions[from], e.regions[to], e.sectors[j], e.trade[at], false, {change, change, change}});
    }
    std::stable_sort(out.pairs.begin(), out.pairs.end(),
                     [](const PairEffect& a, const PairEffect& b) { return a.before > b.before; });
  }

  const SectorWorld& world_;
  const TradeScenario& scenario_;
  SectorPolicy before_;
  std::vector<Pairs> pairs_;                  // by change
  std::vector<std::vector<size_t>> sectors_;  // by change
  std::vector<std::vector<double>> columns_;  // by change; of tariff columns
};

}  // namespace

Result<TradeEffects> run_sectors(const SectorWorld& world, const TradeScenario& scenario, int threads) {
  SectorRun run(world, scenario);
  if (auto wrong = run.prepare()) return *wrong;
  return with_bands(
      scenario, [&](const TradeDraw& draw) { return run.run(draw); }, threads);
}

}  // namespace entente
