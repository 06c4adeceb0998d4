// Scenarios of trade: their data read, run, and told in words.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "engine/brief_words.h"
#include "engine/engine.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

namespace {

using Kind = TradeChange::Kind;

std::string percent(double fraction) {
  std::string out = std::to_string(std::round(fraction * 1e4) / 100);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out + " %";
}

std::string trade_figure(double value) {
  std::string out = std::to_string(std::round(value * 1e4) / 1e4);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string whose(const TradeChange& change) {
  if (!change.between.empty()) return "between " + listed(change.between);
  if (change.from.empty()) return "between all countries";
  return "on goods from " + join(change.from, ", ") + " to " + join(change.to, ", ");
}

std::string goods(const TradeChange& change, bool sectors) {
  std::string out;
  if (change.share < 1) out = " on " + percent(change.share) + (sectors ? " of each sector" : " of the flow");
  if (!change.sectors.empty()) out += " in " + join(change.sectors, ", ");
  return out;
}

std::string levied(const TradeChange& change) {
  std::vector<std::string> parts;
  for (const auto& [country, tariff] : change.tariff) parts.push_back(country + " levies " + percent(tariff));
  return parts.empty() ? "" : " (today " + join(parts, ", ") + ")";
}

/// "a tariff cut between RUS, IRN: ...".
std::string in_words(const TradeChange& change, bool sectors) {
  std::string out;
  switch (change.kind) {
    case Kind::tariff_cut:
      out = "tariffs " + whose(change) + goods(change, sectors) + " are cut by " + percent(change.cut) + levied(change);
      break;
    case Kind::tariff_column:
      out = "tariffs " + whose(change) + goods(change, sectors) + " become those of column " + change.column;
      break;
    case Kind::agreement:
      out = "an agreement " + whose(change) + goods(change, sectors) +
            " that multiplies trade, at unchanged prices, by " + trade_figure(std::exp(change.effect));
      break;
    case Kind::sanctions:
      out = change.ban ? "a ban " + whose(change) + goods(change, sectors)
                       : "sanctions " + whose(change) + goods(change, sectors) + " that make trade " +
                             percent(*change.cost) + " dearer";
      break;
    case Kind::corridor:
      out = "a corridor " + whose(change) + goods(change, sectors) +
            (change.cost ? ": trade costs change by " + percent(*change.cost)
                         : ": the distance changes by " + percent(change.distance));
      break;
    case Kind::variable:
      out = change.column + " becomes " + trade_figure(change.value) + " " + whose(change);
      break;
  }
  return change.source.empty() ? out : out + ". Source of the size: " + change.source;
}

std::vector<std::string> named_in(const TradeScenario& scenario) {
  std::set<std::string> out(scenario.show.begin(), scenario.show.end());
  for (const TradeChange& change : scenario.changes) {
    for (const auto* names : {&change.between, &change.from, &change.to}) out.insert(names->begin(), names->end());
  }
  return {out.begin(), out.end()};
}

/// Regressors and fixed effects of the formula, and the columns Y and E where they are there.
Result<GravityWorld> fitted_world(TradeGrid grid, const Formula& formula, const std::string& path) {
  const Result<PpmlProblem> problem = problem_of(formula, grid.frame, path);
  if (!problem) return problem.error();
  const Result<PpmlFit> fit = ppml(*problem);
  if (!fit) return Error{fit.error().code, path + ": " + fit.error().message};
  Result<GravityWorld> world = gravity_world(grid.table);
  if (!world) return world;
  const size_t n = world->table.size();
  std::vector<double> log_access(n * n, 0);
  for (const FormulaTerm& term : formula.terms) {
    const auto found = std::find_if(fit->coefficients.begin(), fit->coefficients.end(),
                                    [&](const PpmlCoefficient& c) { return c.name == term.text; });
    if (found == fit->coefficients.end()) continue;  // collinear
    const Result<std::vector<double>> values = values_of(term, grid.frame, path);
    if (!values) return values.error();
    CostTerm cost{found->value, found->error, std::vector<double>(n * n)};
    for (size_t at = 0; at < n * n; ++at) {
      cost.values[at] = (*values)[grid.row[at]];
      log_access[at] += cost.coefficient * cost.values[at];
    }
    world->terms.emplace(term.text, std::move(cost));
  }
  for (size_t at = 0; at < n * n; ++at) world->base.access[at] = std::exp(log_access[at]);
  for (size_t i = 0; i < n; ++i) {
    const double output = grid.frame.numbers.at("Y")[grid.row[world->table.at(i, 0)]];
    const double spending = grid.frame.numbers.at("E")[grid.row[world->table.at(0, i)]];
    if (output > 0) world->base.output[i] = output;
    if (spending > 0) world->base.spending[i] = spending;
  }
  return world;
}

Result<GravityWorld> gravity_world_of(const TradeScenario& scenario, const std::string& path) {
  if (scenario.formula.empty()) {
    Result<TradeGrid> grid = read_trade_grid(path, {}, {});
    if (!grid) return grid.error();
    return gravity_world(std::move(grid->table));
  }
  const Result<Formula> formula = parse_formula(scenario.formula);
  if (!formula) return Error{ErrorCode::input, scenario.path + ": " + formula.error().message};
  Result<TradeGrid> grid = read_trade_grid(path, formula->number_columns(), formula->text_columns());
  if (!grid) return grid.error();
  return fitted_world(std::move(*grid), *formula, path);
}

Result<SectorWorld> sector_world_of(const TradeScenario& scenario) {
  std::set<std::string> tariffs{"tariff"};
  if (!scenario.before.empty()) tariffs.insert(scenario.before);
  for (const TradeChange& change : scenario.changes) {
    if (change.kind == Kind::tariff_column) tariffs.insert(change.column);
  }
  const auto file = [&](const char* name) {
    const std::string plain = scenario.data + "/" + name + ".csv";
    return std::filesystem::exists(plain) || !std::filesystem::exists(plain + ".gz") ? plain : plain + ".gz";
  };
  std::vector<std::string> of_trade{"value"};
  of_trade.insert(of_trade.end(), tariffs.begin(), tariffs.end());
  SectorTables tables;
  struct Wanted {
    DataFrame* into;
    const char* name;
    WantedColumns columns;
  };
  const std::vector<Wanted> wanted = {{&tables.trade, "trade", {of_trade, {"sector", "exporter", "importer"}, {}, {}}},
                                      {&tables.value_added, "value_added", {{"value"}, {"sector", "region"}, {}, {}}},
                                      {&tables.inputs, "inputs", {{"value"}, {"input", "sector", "region"}, {}, {}}},
                                      {&tables.final_use, "final_use", {{"value"}, {"sector", "region"}, {}, {}}},
                                      {&tables.theta, "theta", {{"value"}, {"sector"}, {}, {}}}};
  for (const Wanted& one : wanted) {
    Result<DataFrame> frame = read_data_frame(file(one.name), one.columns);
    if (!frame) return frame.error();
    *one.into = std::move(*frame);
  }
  if (std::filesystem::exists(file("deficit"))) {
    Result<DataFrame> frame = read_data_frame(file("deficit"), {{"value"}, {"region"}, {}, {}});
    if (!frame) return frame.error();
    tables.deficit = std::move(*frame);
  }
  Result<SectorEconomy> economy = sector_economy_of(tables, scenario.data);
  if (!economy) return economy.error();
  return SectorWorld{std::move(*economy), std::move(tables.trade)};
}

}  // namespace

Result<TradeAnswer> Engine::whatif_trade(const std::string& path, const std::string& toml) {
  Result<TradeScenario> scenario = toml.empty() ? read_trade_scenario(path) : trade_scenario_in(toml, path);
  if (!scenario) return scenario.error();
  TradeAnswer answer;
  answer.scenario = std::move(*scenario);
  for (const TradeChange& change : answer.scenario.changes) {
    answer.changes.push_back(in_words(change, answer.scenario.model == "sectors"));
  }
  answer.named = named_in(answer.scenario);
  if (answer.scenario.model == "sectors") {
    const Result<SectorWorld> world = sector_world_of(answer.scenario);
    if (!world) return world.error();
    answer.data = "the accounts in " + answer.scenario.data;
    answer.unit = "units of the accounts";
    answer.flows = world->economy.trade.size();
    Result<TradeEffects> effects = run_sectors(*world, answer.scenario, parts_->threads());
    if (!effects) return effects.error();
    answer.effects = std::move(*effects);
    return answer;
  }
  std::string table = answer.scenario.data;
  if (table.empty()) {
    const Result<std::string> folder = parts_->data_folder();
    if (!folder) return folder.error();
    table = *folder + "/world/trade.csv";
    answer.data = "the world table that ships (world/README.md)";
    answer.unit = "million USD";
  } else {
    answer.data = table;
    answer.unit = "units of the table";
  }
  const Result<GravityWorld> world = gravity_world_of(answer.scenario, table);
  if (!world) return world.error();
  answer.year = world->table.year;
  answer.flows = world->table.flow.size();
  for (size_t at = 0; at < world->table.flow.size(); ++at) {
    if (world->table.imputed[at] == 0) continue;
    const size_t n = world->table.size();
    answer.imputed.emplace_back(world->table.countries[at / n], world->table.countries[at % n]);
  }
  Result<TradeEffects> effects = run_gravity(*world, answer.scenario, parts_->threads());
  if (!effects) return effects.error();
  answer.effects = std::move(*effects);
  return answer;
}

}  // namespace entente
