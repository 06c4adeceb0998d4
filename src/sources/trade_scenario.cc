// Scenarios of trade from TOML; docs/models.md lists what may stand in them.
#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "sources/settings.h"
#include "sources/sources.h"

namespace entente {

namespace {

using Kind = TradeChange::Kind;

const std::vector<std::pair<std::string, Kind>>& kinds() {
  static const std::vector<std::pair<std::string, Kind>> all = {
      {"tariff-cut", Kind::tariff_cut}, {"tariffs", Kind::tariff_column}, {"agreement", Kind::agreement},
      {"sanctions", Kind::sanctions},   {"corridor", Kind::corridor},     {"variable", Kind::variable}};
  return all;
}

// Yotov, Piermartini, Monteiro and Larch (2016), application 2: agreements, and application 1: distance.
constexpr double agreement_effect = .5571853, agreement_error = .055771;
// Simonovska and Waugh (2014) find trade elasticities (sigma - 1) of about 4; the structural estimates that Head and
// Mayer (2014) collect have a median of 3.8, those from tariffs one of 5.
constexpr double usual_low = 3.5, usual_high = 7.5;
constexpr double distance_effect = -.7912879, distance_error = .0501494;

void read_pairs(SettingsReader& in, TradeChange& change) {
  change.between = in.texts("between");
  change.from = in.texts("from");
  change.to = in.texts("to");
  const bool for_all = change.kind == Kind::tariff_column || change.kind == Kind::variable;
  if (for_all && change.between.empty() && change.from.empty() && change.to.empty()) return;
  const bool directed = !change.from.empty() && !change.to.empty();
  if (change.between.size() >= 2 && change.from.empty() && change.to.empty()) return;
  if (!directed || !change.between.empty()) {
    in.fail(in.line(), "[[change]] needs between = [two or more], or from = [...] and to = [...]");
  }
}

void read_size(SettingsReader& in, TradeChange& change) {
  const Kind kind = change.kind;
  if (kind != Kind::variable && kind != Kind::tariff_column) change.share = in.number("share", 1, 0, 1);
  if (kind == Kind::tariff_cut) {
    change.cut = in.number("cut", 1, 0, 1);
    change.tariff = in.numbers_by_name("tariff", 0, 10);
  } else if (kind == Kind::agreement) {
    change.effect = in.number("effect", agreement_effect, -10, 10);
    change.effect_error = in.number("effect_error", in.has("effect") ? 0 : agreement_error, 0, 10);
  } else if (kind == Kind::sanctions) {
    change.ban = in.flag("ban", false);
    change.cost = in.number_if_there("cost", -.9, 100);
    if (change.ban == change.cost.has_value()) in.fail(in.line(), "sanctions need either ban = true or cost = 0.2");
  } else if (kind == Kind::corridor) {
    change.cost = in.number_if_there("cost", -.9, 100);
    change.distance = in.number("distance", 0, -.99, 100);
    change.distance_effect = in.number("distance_effect", distance_effect, -10, 0);
    change.distance_error = in.number("distance_error", in.has("distance_effect") ? 0 : distance_error, 0, 10);
    if (change.cost.has_value() == in.has("distance")) {
      in.fail(in.line(), "a corridor needs either distance = -0.2 or cost = -0.1");
    }
  } else {
    change.column = in.needed_text("column");
    if (kind == Kind::variable) change.value = in.number("value", 0, -1e12, 1e12);
  }
}

Result<TradeChange> change_of(const Setting& table, const std::string& path) {
  SettingsReader in(table, path, "[[change]]");
  TradeChange change;
  change.line = table.line;
  std::vector<std::string> names;
  for (const auto& [name, kind] : kinds()) names.push_back(name);
  if (!in.has("kind")) in.fail(table.line, "[[change]] needs kind, one of " + join(names, ", "));
  const std::string name = in.one_of("kind", names);
  change.kind = std::find_if(kinds().begin(), kinds().end(), [&](const auto& k) { return k.first == name; })->second;
  read_pairs(in, change);
  read_size(in, change);
  change.sectors = in.texts("sectors");
  change.source = in.text("source");
  if (auto wrong = in.problem()) return *wrong;
  return change;
}

void read_elasticity(SettingsReader& in, TradeScenario& out) {
  out.sigma = in.number("sigma", 5, 1.01, 100);
  out.sigma_low = in.has("sigma") ? out.sigma : usual_low;
  out.sigma_high = in.has("sigma") ? out.sigma : usual_high;
  const std::vector<double> range = in.numbers("sigma_range", 1.01, 100);
  if (!range.empty() && (range.size() != 2 || range[0] > out.sigma || range[1] < out.sigma)) {
    in.fail(in.line(), "sigma_range needs two numbers with sigma between them");
  }
  if (range.size() == 2) out.sigma_low = range[0], out.sigma_high = range[1];
  const std::vector<double> theta = in.numbers("theta_range", .05, 20);
  if (!theta.empty() && (theta.size() != 2 || theta[0] > 1 || theta[1] < 1)) {
    in.fail(in.line(), "theta_range needs two factors with 1 between them");
  }
  if (theta.size() == 2) out.theta_low = theta[0], out.theta_high = theta[1];
  out.draws = static_cast<int>(in.number("draws", out.model == "sectors" ? 20 : 200, 1, 100000));
  out.seed = static_cast<uint64_t>(in.number("seed", 1, 0, 1e15));
}

}  // namespace

Result<TradeScenario> trade_scenario_in(std::string_view toml, const std::string& path) {
  const Result<Setting> root = parse_settings(toml, path);
  if (!root) return root.error();
  SettingsReader in(*root, path, "the scenario");
  TradeScenario out;
  out.path = path;
  out.title = in.text("title", std::filesystem::path(path).stem().string());
  out.model = in.one_of("model", {"gravity", "sectors"});
  out.data = beside(path, in.text("data"));
  out.closure = in.one_of("closure", {"proper", "book", "held"});
  out.deficits = in.one_of("deficits", {"held", "eliminated"});
  out.before = in.text("before");
  out.formula = in.text("formula");
  out.reference = in.text("reference");
  read_elasticity(in, out);
  out.show = in.texts("show");
  const std::vector<const Setting*> changes = in.tables("change");
  if (changes.empty()) in.fail(in.line(), "a scenario needs a [[change]]");
  if (out.model == "sectors" && out.data.empty())
    in.fail(in.line(), "the sector model needs data = \"a folder of tables\"");
  if (auto wrong = in.problem()) return *wrong;
  for (const Setting* table : changes) {
    Result<TradeChange> change = change_of(*table, path);
    if (!change) return change.error();
    out.changes.push_back(std::move(*change));
  }
  return out;
}

Result<TradeScenario> read_trade_scenario(const std::string& path) {
  const Result<std::string> text = read_settings_file(path);
  if (!text) return text.error();
  return trade_scenario_in(*text, path);
}

}  // namespace entente
