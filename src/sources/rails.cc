// Payment systems and links from CSV, scenarios of rails from TOML, banks and payments of a settlement day from CSV.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "sources/settings.h"
#include "sources/sources.h"

namespace entente {

namespace {

const std::vector<std::string> statuses = {"live", "limited", "test", "announced", "planned", "ended"};

Error at_line(const std::string& path, const DataFrame& frame, size_t row, const std::string& what) {
  return {ErrorCode::input, path + ":" + std::to_string(frame.line[row]) + ": " + what};
}

bool is_date(const std::string& text) {
  return text.empty() || parse_iso_date(text).has_value();
}

bool is_among(const std::string& text, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

Result<std::vector<PaymentSystem>> read_systems(const std::string& path) {
  const WantedColumns wanted{{}, {"id", "name", "country", "kind", "use", "status", "since", "source"}, {}, {}};
  const Result<DataFrame> frame = read_data_frame(path, wanted);
  if (!frame) return frame.error();
  std::vector<PaymentSystem> out;
  std::set<std::string> ids;
  const auto of = [&](const char* column, size_t row) { return frame->text.at(column)[row]; };
  for (size_t row = 0; row < frame->rows; ++row) {
    PaymentSystem system{of("id", row),  of("name", row),   of("country", row), of("kind", row),
                         of("use", row), of("status", row), of("since", row),   of("source", row)};
    if (system.id.empty()) return at_line(path, *frame, row, "a system needs an id");
    if (!ids.insert(system.id).second) return at_line(path, *frame, row, system.id + " stands there already");
    if (!is_among(system.use, {"bank", "retail", "both"}))
      return at_line(path, *frame, row, "use is bank, retail or both");
    if (!is_among(system.status, statuses)) return at_line(path, *frame, row, "status is " + join(statuses, ", "));
    if (!is_date(system.since)) return at_line(path, *frame, row, "'" + system.since + "' is no day, month or year");
    out.push_back(std::move(system));
  }
  return out;
}

Result<std::vector<RailEdge>> read_edges(const std::string& path, const std::vector<PaymentSystem>& systems) {
  const WantedColumns wanted{{"reach", "cost", "delay"},
                             {"a", "b", "what", "status", "since", "until", "source"},
                             {},
                             {"capacity", "assumed"}};
  const Result<DataFrame> frame = read_data_frame(path, wanted);
  if (!frame) return frame.error();
  const auto is_system = [&](const std::string& id) {
    return std::any_of(systems.begin(), systems.end(), [&](const PaymentSystem& s) { return s.id == id; });
  };
  std::vector<RailEdge> out;
  for (size_t row = 0; row < frame->rows; ++row) {
    const auto of = [&](const char* column) { return frame->text.at(column)[row]; };
    const auto number = [&](const char* column) { return frame->numbers.at(column)[row]; };
    RailEdge edge{of("a"),
                  of("b"),
                  of("what"),
                  of("status"),
                  of("since"),
                  of("until"),
                  number("reach"),
                  number("cost"),
                  number("delay"),
                  number("capacity"),
                  number("assumed") != 0,
                  of("source")};
    if (!is_system(edge.a) && !is_system(edge.b)) {
      return at_line(path, *frame, row,
                     "neither '" + edge.a + "' nor '" + edge.b + "' is a system of the table of systems");
    }
    if (edge.a.empty() || edge.b.empty() || edge.a == edge.b)
      return at_line(path, *frame, row, "a link needs two ends");
    if (!is_among(edge.status, statuses)) return at_line(path, *frame, row, "status is " + join(statuses, ", "));
    if (!is_date(edge.since) || !is_date(edge.until))
      return at_line(path, *frame, row, "since and until are days, months or years");
    if (edge.reach < 0 || edge.reach > 1) return at_line(path, *frame, row, "reach lies from 0 to 1");
    if (edge.cost < 0 || edge.cost > 1 || edge.delay < 0 || edge.delay > 1000 || edge.capacity < 0 ||
        edge.capacity > 1e9) {
      return at_line(path, *frame, row, "cost lies from 0 to 1, delay from 0 to 1000 days, capacity from 0 to 1e9");
    }
    out.push_back(std::move(edge));
  }
  return out;
}

void read_demands(SettingsReader& in, RailScenario& out) {
  for (const Setting* table : in.tables("demand")) {
    SettingsReader one(*table, out.path, "[[demand]]");
    RailDemand demand;
    demand.from = one.needed_text("from");
    demand.to = one.needed_text("to");
    demand.use = one.one_of("use", {"bank", "retail"});
    if (!one.has("amount")) one.fail(table->line, "[[demand]] needs amount, in million USD a year");
    demand.amount = one.number("amount", 0, 1e-6, 1e9);
    demand.imputed = one.flag("imputed", false);
    demand.source = one.text("source");
    if (demand.from == demand.to) one.fail(table->line, "a demand goes from one country to another");
    if (auto wrong = one.problem()) in.fail(0, wrong->message);
    out.demands.push_back(std::move(demand));
  }
}

void read_rail(SettingsReader& in, double& reach, double& cost, double& delay, double& capacity) {
  reach = in.number("reach", reach, 0, 1);
  cost = in.number("cost", cost, 0, 1);
  delay = in.number("delay", delay, 0, 1000);
  capacity = in.number("capacity", capacity, 0, 1e9);
}

Result<RailChange> rail_change(const Setting& table, const std::string& path) {
  SettingsReader in(table, path, "[[change]]");
  RailChange change;
  change.line = table.line;
  if (!in.has("kind")) in.fail(table.line, "[[change]] needs kind, one of link, lose, bar");
  const std::string kind = in.one_of("kind", {"link", "lose", "bar"});
  if (kind == "link") {
    change.kind = RailChange::Kind::link;
    change.a = in.needed_text("a");
    change.b = in.needed_text("b");
    if (change.a == change.b) in.fail(table.line, "a link needs two ends");
    read_rail(in, change.reach, change.cost, change.delay, change.capacity);
  } else if (kind == "lose") {
    change.kind = RailChange::Kind::lose;
    change.a = in.needed_text("system");
  } else {
    change.kind = RailChange::Kind::bar;
    change.a = in.needed_text("system");
    change.b = in.needed_text("country");
  }
  change.source = in.text("source");
  if (auto wrong = in.problem()) return *wrong;
  return change;
}

void read_settlement(SettingsReader& in, RailScenario& out) {
  out.banks = beside(out.path, in.text("banks"));
  out.payments = beside(out.path, in.text("payments"));
  out.queue = in.one_of("queue", {"fifo", "bypass", "priority"});
  out.bilateral = in.flag("bilateral", false);
  out.multilateral = in.flag("multilateral", false);
  out.offset_every = static_cast<int>(in.number("offset_every", 1, 1, 1e6));
  if (out.banks.empty() != out.payments.empty()) in.fail(in.line(), "a settlement day needs banks and payments");
}

}  // namespace

Result<RailTable> read_rail_table(const std::string& systems_path, const std::string& links_path) {
  Result<std::vector<PaymentSystem>> systems = read_systems(systems_path);
  if (!systems) return systems.error();
  Result<std::vector<RailEdge>> edges = read_edges(links_path, *systems);
  if (!edges) return edges.error();
  return RailTable{std::move(*systems), std::move(*edges)};
}

Result<RailScenario> rail_scenario_in(std::string_view toml, const std::string& path) {
  const Result<Setting> root = parse_settings(toml, path);
  if (!root) return root.error();
  SettingsReader in(*root, path, "the scenario");
  RailScenario out;
  out.path = path;
  out.title = in.text("title", std::filesystem::path(path).stem().string());
  out.as_of = in.text("as_of", "9999-12-31");
  if (!is_date(out.as_of)) in.fail(in.line(), "as_of must be a day such as 2025-06-01");
  out.count = in.texts("count");
  if (out.count.empty()) out.count = {"live", "limited"};
  for (const std::string& status : out.count) {
    if (!is_among(status, statuses)) in.fail(in.line(), "count may hold " + join(statuses, ", "));
  }
  out.between = in.texts("between");
  out.transit = in.texts("transit");
  out.day_cost = in.number("day_cost", 0.0002, 0, 1);
  out.systems = beside(path, in.text("systems"));
  out.links = beside(path, in.text("links"));
  out.new_link.cost = in.number("new_link_cost", 0.003, 0, 1);
  out.new_link.delay = in.number("new_link_delay", 0, 0, 1000);
  out.new_link.reach = in.number("new_link_reach", 1, 0, 1);
  out.new_link.status = "live";
  read_demands(in, out);
  read_settlement(in, out);
  const std::vector<const Setting*> changes = in.tables("change");
  if (out.between.size() < 2 && out.demands.empty() && out.banks.empty()) {
    in.fail(in.line(), "a scenario needs between = [two countries or more], a [[demand]], or banks and payments");
  }
  if (auto wrong = in.problem()) return *wrong;
  for (const Setting* table : changes) {
    Result<RailChange> change = rail_change(*table, path);
    if (!change) return change.error();
    out.changes.push_back(std::move(*change));
  }
  return out;
}

Result<RailScenario> read_rail_scenario(const std::string& path) {
  const Result<std::string> text = read_settings_file(path);
  if (!text) return text.error();
  return rail_scenario_in(*text, path);
}

Result<SettlementTables> read_settlement(const std::string& banks_path, const std::string& payments_path) {
  const Result<DataFrame> banks = read_data_frame(banks_path, {{"opening"}, {"bank"}, {}, {"credit"}});
  if (!banks) return banks.error();
  const Result<DataFrame> payments =
      read_data_frame(payments_path, {{"amount"}, {"from", "to"}, {}, {"at", "priority"}});
  if (!payments) return payments.error();
  SettlementTables out;
  std::map<std::string, int> places;
  const auto cents = [](double amount) { return std::llround(amount * 100); };
  for (size_t row = 0; row < banks->rows; ++row) {
    const std::string& name = banks->text.at("bank")[row];
    const double opening = banks->numbers.at("opening")[row], credit = banks->numbers.at("credit")[row];
    if (!places.try_emplace(name, static_cast<int>(row)).second)
      return at_line(banks_path, *banks, row, name + " stands there already");
    if (std::abs(opening) > 1e15 || credit < 0 || credit > 1e15)
      return at_line(banks_path, *banks, row, "balances go to 1e15, credit from 0 to 1e15");
    out.names.push_back(name);
    out.opening.push_back(cents(opening));
    out.credit.push_back(cents(credit));
  }
  for (size_t row = 0; row < payments->rows; ++row) {
    const auto number = [&](const char* column) { return payments->numbers.at(column)[row]; };
    for (const char* end : {"from", "to"}) {
      const std::string& name = payments->text.at(end)[row];
      if (!places.contains(name))
        return at_line(payments_path, *payments, row, "no bank '" + name + "' in " + banks_path);
    }
    const double at = number("at"), priority = number("priority"), amount = number("amount");
    if (at < 0 || at > 1e9 || at != std::floor(at))
      return at_line(payments_path, *payments, row, "at is a tick: 0, 1, 2, ...");
    if (priority < 0 || priority > 9 || priority != std::floor(priority))
      return at_line(payments_path, *payments, row, "priority goes from 0 to 9");
    if (!(amount >= .005) || amount > 1e13)
      return at_line(payments_path, *payments, row, "an amount lies from 0.01 to 1e13");
    out.payments.push_back({places[payments->text.at("from")[row]], places[payments->text.at("to")[row]], cents(amount),
                            static_cast<int>(at), static_cast<int>(priority)});
  }
  return out;
}

}  // namespace entente
