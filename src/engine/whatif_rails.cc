// Scenarios of payment rails: their tables read, demand taken from trade, run.
#include <algorithm>

#include "base/text.h"
#include "engine/engine.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

namespace {

std::string in_words(const RailChange& change) {
  std::string out;
  switch (change.kind) {
    case RailChange::Kind::link:
      out = change.a + " and " + change.b + " are linked";
      break;
    case RailChange::Kind::lose:
      out = change.a + " is lost to all";
      break;
    case RailChange::Kind::bar:
      out = change.b + " is shut out of " + change.a;
      break;
  }
  return change.source.empty() ? out : out + ". Source: " + change.source;
}

/// What the countries owe each other for goods: a buyer pays the seller.
Result<std::vector<RailDemand>> trade_demand(const std::vector<std::string>& between, const std::string& table) {
  const Result<TradeGrid> grid = read_trade_grid(table, {}, {});
  if (!grid) return grid.error();
  const auto& countries = grid->table.countries;
  std::vector<RailDemand> out;
  for (const std::string& buyer : between) {
    const auto b = std::find(countries.begin(), countries.end(), buyer);
    if (b == countries.end()) {
      return Error{ErrorCode::input, "no trade of '" + buyer + "' in " + table + "; give [[demand]] instead"};
    }
    for (const std::string& seller : between) {
      const auto s = std::find(countries.begin(), countries.end(), seller);
      if (seller == buyer || s == countries.end()) continue;
      const size_t at =
          grid->table.at(static_cast<size_t>(s - countries.begin()), static_cast<size_t>(b - countries.begin()));
      if (grid->table.flow[at] <= 0) continue;
      out.push_back({buyer, seller, "bank", grid->table.flow[at], grid->table.imputed[at] != 0,
                     "goods that " + buyer + " buys of " + seller + ", world table"});
    }
  }
  return out;
}

Result<SettlementAnswer> settlement_of(const RailScenario& scenario) {
  Result<SettlementTables> tables = read_settlement(scenario.banks, scenario.payments);
  if (!tables) return tables.error();
  SettlementAnswer out;
  for (size_t b = 0; b < tables->names.size(); ++b) {
    out.banks.push_back({tables->names[b], tables->opening[b], tables->credit[b]});
  }
  std::vector<Payment> payments;
  for (const auto& p : tables->payments) payments.push_back({p.from, p.to, p.amount, p.at, p.priority});
  out.payments = payments.size();
  const QueueRule queue = scenario.queue == "bypass"     ? QueueRule::bypass
                          : scenario.queue == "priority" ? QueueRule::priority
                                                         : QueueRule::fifo;
  Result<SettlementDay> day =
      settle(out.banks, payments, {queue, scenario.bilateral, scenario.multilateral, scenario.offset_every});
  if (!day) return Error{day.error().code, scenario.path + ": " + day.error().message};
  out.day = std::move(*day);
  Result<SettlementDay> plain = settle(out.banks, payments, {queue, false, false, 1});
  if (!plain) return plain.error();
  out.plain = std::move(*plain);
  return out;
}

}  // namespace

Result<RailAnswer> Engine::whatif_rails(const std::string& path, const std::string& toml) {
  Result<RailScenario> scenario = toml.empty() ? read_rail_scenario(path) : rail_scenario_in(toml, path);
  if (!scenario) return scenario.error();
  RailAnswer answer;
  answer.scenario = std::move(*scenario);
  for (const RailChange& change : answer.scenario.changes) answer.changes.push_back(in_words(change));
  if (!answer.scenario.banks.empty()) {
    Result<SettlementAnswer> day = settlement_of(answer.scenario);
    if (!day) return day.error();
    answer.settlement = std::move(*day);
  }
  if (answer.scenario.between.size() < 2 && answer.scenario.demands.empty()) return answer;
  const Result<std::string> folder = parts_->data_folder();
  if (!folder) return folder.error();
  const auto shipped = [&](const std::string& own, const char* name) {
    return own.empty() ? *folder + "/world/" + name : own;
  };
  const bool own = !answer.scenario.systems.empty() || !answer.scenario.links.empty();
  answer.data = own ? "tables of one's own" : "the tables of payment systems that ship (world/README.md)";
  const Result<RailTable> table = read_rail_table(shipped(answer.scenario.systems, "payment_systems.csv"),
                                                  shipped(answer.scenario.links, "payment_links.csv"));
  if (!table) return table.error();
  answer.systems = table->systems.size();
  answer.links = table->edges.size();
  if (answer.scenario.between.size() >= 2) {
    Result<std::vector<RailDemand>> trade = trade_demand(answer.scenario.between, *folder + "/world/trade.csv");
    if (!trade) return Error{trade.error().code, path + ": " + trade.error().message};
    answer.scenario.demands.insert(answer.scenario.demands.begin(), trade->begin(), trade->end());
  }
  Result<RailEffects> effects = run_rails(*table, answer.scenario);
  if (!effects) return effects.error();
  answer.effects = std::move(*effects);
  return answer;
}

}  // namespace entente
