// Two states compared, and welfare taken apart.
#include "reasoning/trade/sectors.h"

#include <cmath>
#include <optional>
#include <tuple>

#include "reasoning/trade/sector_state.h"

namespace entente {

namespace {

Error wrong_sectors(const std::string& what) {
  return {ErrorCode::input, "sector accounts: " + what};
}

std::optional<Error> wrong_values(const std::vector<double>& values, size_t size, const std::string& name) {
  if (values.size() != size) {
    return wrong_sectors(name + " has " + std::to_string(values.size()) + " values, not " + std::to_string(size));
  }
  const bool may_be_negative = name == "inputs";  // published accounts have by-products there
  for (const double v : values) {
    if (!std::isfinite(v) || (v < 0 && !may_be_negative)) {
      return wrong_sectors(name + " has a value that is negative or no number");
    }
  }
  return std::nullopt;
}

std::optional<Error> wrong_with(const SectorEconomy& e, const SectorPolicy& before, const SectorPolicy& after) {
  const size_t n = e.regions.size(), j = e.sectors.size();
  if (n < 2 || j < 1) return wrong_sectors("two regions and a sector are the least");
  const std::vector<std::tuple<const std::vector<double>*, size_t, const char*>> tables = {
      {&e.trade, j * n * n, "trade"},          {&e.tariff, j * n * n, "tariff"},
      {&e.value_added, n * j, "value added"},  {&e.inputs, n * j * j, "inputs"},
      {&e.final_use, n * j, "final use"},      {&e.theta, j, "theta"},
      {&before.tariff, j * n * n, "tariff"},   {&after.tariff, j * n * n, "tariff"},
      {&before.cost, j * n * n, "trade cost"}, {&after.cost, j * n * n, "trade cost"}};
  for (const auto& [values, size, name] : tables) {
    if (auto bad = wrong_values(*values, size, name)) return bad;
  }
  if (before.deficit.size() != n || after.deficit.size() != n)
    return wrong_sectors("a deficit for each region is needed");
  for (size_t s = 0; s < j; ++s) {
    if (!(e.theta[s] > 0)) return wrong_sectors("theta of " + e.sectors[s] + " must be above 0");
  }
  for (size_t r = 0; r < n; ++r) {
    double added = 0, used = 0;
    for (size_t s = 0; s < j; ++s) added += e.value_added[r * j + s], used += e.final_use[r * j + s];
    if (!(added > 0) || !(used > 0)) return wrong_sectors(e.regions[r] + " has no value added or no final use");
  }
  return std::nullopt;
}

std::vector<double> trade_of(const SectorEconomy& e, const SectorPolicy& policy, const SectorState& state) {
  const size_t n = e.regions.size();
  std::vector<double> out(e.trade.size());
  for (size_t at = 0; at < out.size(); ++at) {
    out[at] = state.spending[at / n] * state.share[at] / (1 + policy.tariff[at]);
  }
  return out;
}

double consumer_price(const SectorEconomy& e, const SectorState& state, size_t region) {
  const size_t n = e.regions.size(), j = e.sectors.size();
  double used = 0, log_price = 0;
  for (size_t s = 0; s < j; ++s) used += e.final_use[region * j + s];
  for (size_t s = 0; s < j; ++s)
    log_price += e.final_use[region * j + s] / used * std::log(state.price[s * n + region]);
  return std::exp(log_price);
}

/// Equation (17): terms of trade, volume of trade; and, where iceberg costs change, what those save.
void take_apart(const SectorEconomy& e, const SectorPolicy& before, const SectorPolicy& after, const SectorState& from,
                const SectorState& to, SectorOutcome& out) {
  const size_t n = e.regions.size(), j = e.sectors.size();
  const auto cost = [&](size_t s, size_t r) { return to.cost[s * n + r] / from.cost[s * n + r] - 1; };
  out.terms_of_trade.assign(n, 0);
  out.volume.assign(n, 0);
  out.efficiency.assign(n, 0);
  for (size_t s = 0; s < j; ++s) {
    for (size_t buyer = 0; buyer < n; ++buyer) {
      for (size_t seller = 0; seller < n; ++seller) {
        const size_t at = e.pair(s, buyer, seller);
        const double flow = out.trade_before[at], dearer = cost(s, seller);
        out.terms_of_trade[seller] += flow * dearer / from.income[seller];
        out.terms_of_trade[buyer] -= flow * dearer / from.income[buyer];
        out.volume[buyer] += before.tariff[at] * (out.trade_after[at] - flow - flow * dearer) / from.income[buyer];
        out.efficiency[buyer] -=
            flow * (1 + before.tariff[at]) * (after.cost[at] / before.cost[at] - 1) / from.income[buyer];
      }
    }
  }
}

}  // namespace

SectorPolicy policy_of(const SectorEconomy& economy) {
  return {economy.tariff, std::vector<double>(economy.trade.size(), 1.0), economy.deficit};
}

Result<SectorOutcome> sector_equilibrium(const SectorEconomy& economy, const SectorPolicy& before,
                                         const SectorPolicy& after, const SectorOptions& options) {
  if (auto bad = wrong_with(economy, before, after)) return *bad;
  const Result<SectorState> from = solve_sector_state(economy, before, options);
  if (!from) return from.error();
  const Result<SectorState> to = solve_sector_state(economy, after, options);
  if (!to) return to.error();
  SectorOutcome out;
  out.trade_before = trade_of(economy, before, *from);
  out.trade_after = trade_of(economy, after, *to);
  out.revenue_before = from->revenue;
  out.revenue_after = to->revenue;
  out.iterations = from->iterations + to->iterations;
  out.residual = std::max(from->residual, to->residual);
  take_apart(economy, before, after, *from, *to, out);
  for (size_t r = 0; r < economy.regions.size(); ++r) {
    const double wage = to->wage[r] / from->wage[r];
    const double price = consumer_price(economy, *to, r) / consumer_price(economy, *from, r);
    out.wage.push_back(wage - 1);
    out.consumer_price.push_back(price - 1);
    out.real_wage.push_back(wage / price - 1);
    out.real_income.push_back(to->income[r] / from->income[r] / price - 1);
    out.welfare.push_back(out.terms_of_trade[r] + out.volume[r] + out.efficiency[r]);
  }
  return out;
}

}  // namespace entente
