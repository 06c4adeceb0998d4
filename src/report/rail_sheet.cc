#include "report/rail_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/rail_json.h"
#include "report/sheet.h"

namespace entente {

namespace {

constexpr size_t most_critical = 12;

std::string days(double value) {
  return fmt::format("{:.1f} days", value);
}

std::string flow_words(const RailDemand& demand) {
  return fmt::format("{} pays {}{}", demand.from, demand.to, demand.use == "retail" ? ", cards and travellers" : "");
}
std::string flow_name(const RailDemand& demand) {
  return flow_words(demand) + (demand.imputed ? " *" : "");
}

class RailSheet {
 public:
  explicit RailSheet(const RailAnswer& answer) : a_(answer) {}

  Sheet make() {
    Sheet sheet;
    sheet.kicker = "What if: payment rails";
    sheet.title = a_.scenario.title;
    if (a_.effects) {
      sheet.origin = {a_.scenario.as_of == "9999-12-31" ? "all that the tables know" : "as of " + a_.scenario.as_of,
                      "counting what is " + join(a_.scenario.count, ", "),
                      fmt::format("{} systems, {} memberships and links", a_.systems, a_.links), a_.data};
      add(sheet, {"What changes", {}, a_.changes, {}, {}, {}, {}});
      add(sheet, shares());
      add(sheet, routes());
      add(sheet, critical());
      add(sheet, gains());
      add(sheet, curve("How it holds up, before", a_.effects->curve_before));
      add(sheet, curve("How it holds up, after", a_.effects->curve_after));
    }
    if (a_.settlement) add(sheet, settlement());
    add(sheet, sureness());
    sheet.footer =
        "A model for the analysis of resilience and of sanctions: it moves no money and contains no way to. "
        "docs/models.md has the equations.";
    return sheet;
  }

 private:
  static void add(Sheet& sheet, SheetSection section) {
    const bool empty = section.paragraphs.empty() && section.items.empty() && !section.table && !section.chart &&
                       !section.curve && section.notes.empty();
    if (!empty) sheet.sections.push_back(std::move(section));
  }

  SheetSection shares() const {
    SheetSection out{"What can be settled", {}, {}, {}, {}, SheetTable{}, {}};
    out.table->head = {"payments",    "million USD a year", "settled before", "settled after",
                       "cost before", "cost after",         "delay before",   "delay after"};
    for (size_t f = 0; f < a_.effects->before.flows.size(); ++f) {
      const RailFlow &b = a_.effects->before.flows[f], &n = a_.effects->after.flows[f];
      out.table->rows.push_back({flow_name(b.demand), amount_text(b.demand.amount), share_text(b.settled),
                                 share_text(n.settled), cost(b), cost(n), delay(b), delay(n)});
    }
    for (const RailFlow& flow : a_.effects->after.flows) {
      if (flow.settled == 0) {
        out.notes.push_back("No way is left from " + flow.demand.from + " to " + flow.demand.to + " for " +
                            (flow.demand.use == "retail" ? "cards and travellers." : "payments between banks."));
      }
      if (!flow.demand.source.empty()) out.notes.push_back(flow_name(flow.demand) + ": " + flow.demand.source + ".");
    }
    const bool any = std::any_of(a_.effects->before.flows.begin(), a_.effects->before.flows.end(),
                                 [](const RailFlow& f) { return f.demand.imputed; });
    if (any) out.notes.push_back("* The amount is an estimate or an assumption.");
    return out;
  }

  static std::string cost(const RailFlow& flow) {
    return flow.settled > 0 ? fmt::format("{:.2f} %", 100 * flow.cost) : "-";
  }
  static std::string delay(const RailFlow& flow) { return flow.settled > 0 ? days(flow.delay) : "-"; }

  SheetSection routes() const {
    SheetSection out{"By which rails, after the change", {}, {}, {}, {}, {}, {}};
    for (const RailFlow& flow : a_.effects->after.flows) {
      for (const RailRoute& route : flow.routes) {
        out.items.push_back(fmt::format("{} of what {}: {}; {:.2f} %, {}", share_text(route.share),
                                        flow_words(flow.demand), join(route.stops, " → "), 100 * route.cost,
                                        days(route.delay)));
      }
    }
    return out;
  }

  SheetSection critical() const {
    SheetSection out{"Rails that matter, after the change", {}, {}, {}, {}, {}, {}};
    if (a_.effects->critical.empty()) return out;
    out.table = SheetTable{{"lost", "settled then", "cost then"}, {}};
    for (const RailLoss& loss : a_.effects->critical) {
      if (out.table->rows.size() == most_critical) break;
      out.table->rows.push_back(
          {loss.rail, share_text(loss.settled), loss.settled > 0 ? fmt::format("{:.2f} %", 100 * loss.cost) : "-"});
    }
    out.notes.push_back(
        fmt::format("Each system and each link taken away by itself; with all of them {} settles at {:.2f} %.",
                    share_text(a_.effects->after.settled), 100 * a_.effects->after.cost));
    return out;
  }

  SheetSection gains() const {
    SheetSection out{"What one more link would bring", {}, {}, {}, {}, {}, {}};
    if (a_.effects->gains.empty()) return out;
    out.table = SheetTable{{"link", "settled then", "cost then"}, {}};
    for (const RailGain& gain : a_.effects->gains) {
      out.table->rows.push_back(
          {gain.a + " - " + gain.b, share_text(gain.settled), fmt::format("{:.2f} %", 100 * gain.cost)});
    }
    const RailEdge& link = a_.scenario.new_link;
    out.notes.push_back(
        fmt::format("Each link of systems that the two sides reach, at {:.2f} % and {}, used by {} of "
                    "payments; whether anybody would agree to it is another question.",
                    100 * link.cost, days(link.delay), share_text(link.reach)));
    return out;
  }

  static SheetSection curve(const std::string& title, const RailCurve& curve) {
    SheetSection out{
        title,
        {},
        {},
        {},
        SheetCurve{"Share settled as systems are lost, the most needed first", 1, curve.lost, curve.settled},
        {},
        {}};
    if (curve.settled.front() == 0) return {};  // nothing to lose
    std::vector<std::string> steps;
    for (size_t i = 0; i < curve.lost.size(); ++i) {
      steps.push_back((i == 0 ? curve.lost[i] : "without " + curve.lost[i]) + " " + share_text(curve.settled[i]));
    }
    out.notes.push_back(join(steps, ", then ") + ".");
    return out;
  }

  SheetSection settlement() const {
    const SettlementAnswer& s = *a_.settlement;
    SheetSection out{"A settlement day", {}, {}, {}, {}, SheetTable{}, {}};
    out.table->head = {"", "as asked", "without offsetting"};
    const auto row = [&](const std::string& name, const std::string& a, const std::string& b) {
      out.table->rows.push_back({name, a, b});
    };
    const auto share = [](const SettlementDay& d) {
      return d.value > 0 ? share_text(static_cast<double>(d.settled_value) / static_cast<double>(d.value)) : "-";
    };
    const auto money = [](int64_t cents) { return amount_text(static_cast<double>(cents) / 100); };
    row("settled, by value", share(s.day), share(s.plain));
    row("settled, payments", fmt::format("{} of {}", s.day.settled, s.payments),
        fmt::format("{} of {}", s.plain.settled, s.payments));
    row("mean delay, ticks", fmt::format("{:.2f}", s.day.mean_delay), fmt::format("{:.2f}", s.plain.mean_delay));
    row("liquidity used", money(s.day.liquidity_used), money(s.plain.liquidity_used));
    row("turnover", fmt::format("{:.2f}", s.day.turnover), fmt::format("{:.2f}", s.plain.turnover));
    row("offset", money(s.day.offset_value), "-");
    if (!s.day.optimal)
      out.notes.push_back("Some queue was too long for the exact search of the best offset; a good one was taken.");
    return out;
  }

  SheetSection sureness() const {
    SheetSection out{"How sure is it", {}, {}, {}, {}, {}, {}};
    if (!a_.effects) return out;
    size_t assumed = 0;
    for (const RailEdge& edge : a_.effects->used) {
      if (edge.assumed) ++assumed;
      const std::string dated = edge.since.empty() ? "" : ", since " + edge.since;
      out.items.push_back(edge.a + " - " + edge.b + ": " + edge.what + " (" + edge.status + dated + ")" +
                          (edge.source.empty() ? "" : "; " + edge.source));
    }
    if (assumed > 0) {
      out.notes.push_back(
          fmt::format("Reach, cost and delay of {} of these {} links are assumptions of ours: nobody publishes "
                      "them. Whether a way exists is sourced; what it costs is not.",
                      assumed, a_.effects->used.size()));
    }
    out.notes.push_back(
        "Left out: accounts and currencies behind a message, compliance of single banks, goods bartered or "
        "paid in cash, and payments of third countries on the same rails.");
    return out;
  }

  const RailAnswer& a_;
};

}  // namespace

std::string render(const RailAnswer& answer, Format format, const RenderOptions& options) {
  if (format == Format::json) return rail_json(answer);
  const Sheet sheet = RailSheet(answer).make();
  if (format == Format::html) return sheet_html(sheet);
  return format == Format::markdown ? sheet_markdown(sheet) : sheet_terminal(sheet, options);
}

}  // namespace entente
