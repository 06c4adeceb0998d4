#include "report/trade_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/sheet.h"

namespace entente {

namespace {

constexpr size_t most_pairs = 24;
constexpr size_t most_others = 8;

bool in(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string banded(const Banded& value) {
  if (value.low == value.high) return percent_text(value.value);
  return percent_text(value.value) + " (" + percent_text(value.low) + " to " + percent_text(value.high) + ")";
}

SheetBar bar(const std::string& label, const Banded& value) {
  return {label, value.value, value.low, value.high};
}

class TradeSheet {
 public:
  explicit TradeSheet(const TradeAnswer& answer) : a_(answer), sectors_(answer.scenario.model == "sectors") {}

  Sheet make() {
    Sheet sheet;
    sheet.kicker = "What if: trade";
    sheet.title = a_.scenario.title;
    sheet.origin = {sectors_ ? "many sectors with input-output links" : "endowment gravity, " + closure()};
    if (!sectors_) sheet.origin.push_back(fmt::format("elasticity of substitution {:g}{}", a_.scenario.sigma, range()));
    if (a_.year > 0) sheet.origin.push_back(std::to_string(a_.year));
    sheet.origin.push_back(a_.data);
    sheet.sections = {change(), pairs(), countries(), others(), inputs(), left_out()};
    std::erase_if(sheet.sections, [](const SheetSection& s) {
      return s.paragraphs.empty() && s.items.empty() && !s.table && !s.chart;
    });
    sheet.footer =
        "Made by Entente from the scenario and its tables alone: what would follow if the model were true, not "
        "a forecast. docs/models.md has the equations.";
    return sheet;
  }

 private:
  [[nodiscard]] std::string closure() const {
    if (a_.scenario.closure == "book") return "the book's loop";
    return a_.scenario.closure == "held" ? "shares held" : "proper equilibrium";
  }
  [[nodiscard]] std::string range() const {
    if (a_.scenario.sigma_high <= a_.scenario.sigma_low) return "";
    return fmt::format(" (drawn from {:g} to {:g})", a_.scenario.sigma_low, a_.scenario.sigma_high);
  }
  [[nodiscard]] std::string band_words() const {
    if (a_.effects.draws == 0) return "No band: nothing uncertain was given.";
    std::string out = fmt::format("In brackets the 10th and 90th percentile of {} draws of the {}", a_.effects.draws,
                                  sectors_ ? "trade elasticities" : "elasticity and of the effects' standard errors");
    if (a_.effects.failed_draws > 0) out += fmt::format(" ({} had no equilibrium)", a_.effects.failed_draws);
    return out + ".";
  }

  SheetSection change() const {
    SheetSection out{"What changes", {}, a_.changes, {}, {}, {}, {}};
    return out;
  }

  SheetSection pairs() const {
    SheetSection out{"Trade between them", {}, {}, {}, {}, SheetTable{}, {}};
    out.table->head = {"from, to", "before", "change", "band"};
    for (const PairEffect& pair : a_.effects.pairs) {
      if (out.table->rows.size() == most_pairs) break;
      const std::string sector = pair.sector.empty() ? "" : ": " + pair.sector;
      out.table->rows.push_back({pair.from + " → " + pair.to + sector + (pair.imputed ? " *" : ""),
                                 amount_text(pair.before), percent_text(pair.trade.value), band(pair.trade)});
    }
    if (a_.effects.pairs.size() > most_pairs) {
      out.notes.push_back(fmt::format("The largest {} of {} flows.", most_pairs, a_.effects.pairs.size()));
    }
    out.notes.push_back("Before: " + a_.unit + (a_.year > 0 ? " a year" : "") + ". " + band_words());
    const bool any =
        std::any_of(a_.effects.pairs.begin(), a_.effects.pairs.end(), [](const auto& p) { return p.imputed; });
    if (any) out.notes.push_back("* The flow before is an estimate, not a figure of a source.");
    if (a_.effects.pairs.empty()) return {};
    return out;
  }

  static std::string band(const Banded& value) {
    return value.low == value.high ? "-" : percent_text(value.low) + " to " + percent_text(value.high);
  }

  SheetSection countries() const {
    SheetSection out{"What it does to them", {}, {}, SheetChart{"Real income, change", "%", {}}, {}, SheetTable{}, {}};
    out.table->head = {"country",     "exports", "imports", sectors_ ? "wages" : "price of its goods",
                       "real income", "welfare"};
    if (sectors_) out.table->head.insert(out.table->head.end(), {"terms of trade", "volume of trade", "real wage"});
    for (const CountryEffect& c : a_.effects.countries) {
      if (!in(a_.named, c.country)) continue;
      out.chart->bars.push_back(bar(c.country, c.real_income));
      out.table->rows.push_back({c.country, percent_text(c.exports.value), percent_text(c.imports.value),
                                 percent_text(c.price.value), banded(c.real_income), banded(c.welfare)});
      if (!sectors_) continue;
      auto& row = out.table->rows.back();
      for (const Banded* v : {&c.terms_of_trade, &c.volume, &c.real_wage}) row.push_back(percent_text(v->value));
    }
    for (const auto& [country, lost] : a_.effects.revenue_forgone) {
      const auto at = std::find_if(a_.effects.countries.begin(), a_.effects.countries.end(),
                                   [&, name = country](const CountryEffect& c) { return c.country == name; });
      const double share = at == a_.effects.countries.end() || at->output <= 0 ? 0 : lost / at->output;
      out.notes.push_back(
          fmt::format("{} forgoes tariffs of about {} {} a year on today's flows, {:.3f} % of its output; "
                      "the model counts tariffs as costs, so this is not taken off its real income: hold "
                      "the one against the other.",
                      country, amount_text(lost), a_.unit, 100 * share));
    }
    if (out.table->rows.empty()) return {};
    return out;
  }

  /// Third countries: who gains and loses most.
  SheetSection others() const {
    std::vector<const CountryEffect*> rest;
    for (const CountryEffect& c : a_.effects.countries) {
      if (!in(a_.named, c.country)) rest.push_back(&c);
    }
    std::stable_sort(rest.begin(), rest.end(), [](const auto* a, const auto* b) {
      return std::abs(a->real_income.value) > std::abs(b->real_income.value);
    });
    if (rest.size() > most_others) rest.resize(most_others);
    std::stable_sort(rest.begin(), rest.end(),
                     [](const auto* a, const auto* b) { return a->real_income.value > b->real_income.value; });
    SheetSection out{
        "Third countries that win and lose", {}, {}, SheetChart{"Real income, change", "%", {}}, {}, {}, {}};
    for (const CountryEffect* c : rest) out.chart->bars.push_back(bar(c->country, c->real_income));
    if (rest.empty()) return {};
    out.notes.push_back("Those whose real income moves most, of all in the table.");
    return out;
  }

  SheetSection inputs() const {
    SheetSection out{"How sure is it", {}, {}, {}, {}, {}, {}};
    const size_t home = static_cast<size_t>(
        std::count_if(a_.imputed.begin(), a_.imputed.end(), [](const auto& p) { return p.first == p.second; }));
    if (!a_.imputed.empty()) {
      out.items.push_back(
          fmt::format("{} of {} flows in the table are estimates: {} sales at home and {} flows between "
                      "countries.",
                      a_.imputed.size(), a_.flows, home, a_.imputed.size() - home));
    }
    for (const ImputedEffect& e : a_.effects.imputed_effects) {
      out.items.push_back(
          fmt::format("If the estimated flows between them were half or twice as large, {}'s real income "
                      "would move by {} or {}.",
                      e.country, percent_text(e.at_half), percent_text(e.at_double)));
    }
    out.items.push_back(band_words());
    out.items.push_back(fmt::format("Solved in {} steps; {}.", a_.effects.iterations, solved()));
    return out;
  }

  [[nodiscard]] std::string solved() const {
    if (sectors_) return fmt::format("wages then moved by {:.1e} of themselves", a_.effects.residual);
    if (a_.scenario.closure == "held") return "markets are not made to clear in this closure";
    return fmt::format("every market clears to {:.1e} of its output", a_.effects.residual);
  }

  SheetSection left_out() const {
    SheetSection out{"What the model leaves out", {}, {}, {}, {}, {}, {}};
    if (sectors_) {
      out.items = {
          "capital that accumulates, unemployment, firms that enter or leave; labour moves freely within a region "
          "and not between regions",
          "quotas, rules of origin, and every measure that is not a tariff or a cost"};
    } else {
      out.items = {
          "sectors: a share of goods is a share of the whole flow, as if all goods answered alike",
          "revenue of tariffs, inputs bought abroad, capital: gains from larger trade are small by construction",
          "time: it compares two states, not the years between them; and trade that is not recorded, arms above all"};
    }
    return out;
  }

  const TradeAnswer& a_;
  bool sectors_;
};

/// "exports_pct" with "exports_pct_low" and "exports_pct_high".
void put(nlohmann::ordered_json& into, const std::string& name, const Banded& value) {
  into[name] = 100 * value.value;
  into[name + "_low"] = 100 * value.low;
  into[name + "_high"] = 100 * value.high;
}

nlohmann::ordered_json countries_json(const TradeAnswer& answer) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (const CountryEffect& c : answer.effects.countries) {
    nlohmann::ordered_json& one = out[c.country];
    one["output"] = c.output;
    put(one, "exports_pct", c.exports);
    put(one, "imports_pct", c.imports);
    put(one, "price_pct", c.price);
    put(one, "real_income_pct", c.real_income);
    put(one, "welfare_pct", c.welfare);
    if (answer.scenario.model != "sectors") continue;
    put(one, "terms_of_trade_pct", c.terms_of_trade);
    put(one, "volume_of_trade_pct", c.volume);
    put(one, "efficiency_pct", c.efficiency);
    put(one, "real_wage_pct", c.real_wage);
  }
  return out;
}

std::string trade_json(const TradeAnswer& answer) {
  nlohmann::ordered_json out;
  out["title"] = answer.scenario.title;
  out["model"] = answer.scenario.model;
  out["closure"] = answer.scenario.model == "sectors" ? answer.scenario.deficits : answer.scenario.closure;
  out["data"] = answer.data;
  out["year"] = answer.year > 0 ? nlohmann::ordered_json(answer.year) : nlohmann::ordered_json();
  out["unit"] = answer.unit;
  out["changes"] = answer.changes;
  out["countries"] = countries_json(answer);
  out["pairs"] = nlohmann::ordered_json::array();
  for (const PairEffect& pair : answer.effects.pairs) {
    nlohmann::ordered_json one = {
        {"from", pair.from}, {"to", pair.to}, {"sector", nullptr}, {"before", pair.before}, {"imputed", pair.imputed}};
    if (!pair.sector.empty()) one["sector"] = pair.sector;
    put(one, "trade_pct", pair.trade);
    out["pairs"].push_back(std::move(one));
  }
  out["revenue_forgone"] = nlohmann::ordered_json::object();
  for (const auto& [country, lost] : answer.effects.revenue_forgone) out["revenue_forgone"][country] = lost;
  out["converged"] = true;  // no answer comes without
  out["iterations"] = answer.effects.iterations;
  out["residual"] = answer.effects.residual;
  out["draws"] = answer.effects.draws;
  out["failed_draws"] = answer.effects.failed_draws;
  out["imputed"] = nlohmann::ordered_json::array();
  for (const auto& [from, to] : answer.imputed) out["imputed"].push_back({from, to});
  out["imputed_effects"] = nlohmann::ordered_json::array();
  for (const ImputedEffect& e : answer.effects.imputed_effects) {
    out["imputed_effects"].push_back(
        {{"country", e.country}, {"at_half_pct", 100 * e.at_half}, {"at_double_pct", 100 * e.at_double}});
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string render(const TradeAnswer& answer, Format format, const RenderOptions& options) {
  if (format == Format::json) return trade_json(answer);
  const Sheet sheet = TradeSheet(answer).make();
  if (format == Format::html) return sheet_html(sheet);
  return format == Format::markdown ? sheet_markdown(sheet) : sheet_terminal(sheet, options);
}

}  // namespace entente
