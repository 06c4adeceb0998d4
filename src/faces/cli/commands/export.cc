// entente export: events, panels and networks for other programs.
#include "faces/cli/commands.h"
#include "report/event_export.h"

namespace entente::cli {

namespace {

constexpr const char* export_examples =
    "  entente export csv RUS UKR --since 2014 > events.csv     events with codes of COW and GW\n"
    "  entente export dyad-month > panel.csv                    a row for every pair and month\n"
    "  entente export dyad-month --all-states --undirected --by year\n"
    "  entente export graphml --until 2014-12-31 > day.graphml  the signed network of a day\n"
    "  entente export gexf > months.gexf                        pairs over time, for Gephi\n"
    "  entente export geojson SYR --since 2018 > map.geojson\n";

struct ExportOptions {
  std::string format;
  std::string as_of;
  std::string by = "month";
  bool undirected = false;
  PanelQuery query;
};

Result<PanelQuery> query_of(const ExportOptions& options, Engine& engine) {
  PanelQuery query = options.query;
  query.directed = !options.undirected && options.format != "gexf";
  const auto unit = period_unit(options.by);
  if (!unit) return usage_error("--by " + options.by + ": use day, week, month or year");
  query.of.by = *unit;
  if (options.as_of.empty()) return query;
  const Result<LedgerMark> mark = engine.mark_named(options.as_of);
  if (!mark) return mark.error();
  query.of.as_of = *mark;
  return query;
}

Result<void> write_events(const std::string& format, const RelationsQuery& query, Engine& engine, Output& out) {
  if (format == "csv") out.write(events_csv_head());
  if (format == "geojson") out.write(geojson_head());
  bool first = true;
  Result<void> done = engine.export_events(query, [&](const CodedEvent& event) {
    if (format == "csv") out.write(event_csv(event));
    if (format == "jsonl") out.write(event_jsonl(event));
    const std::string feature = format == "geojson" ? event_feature(event) : "";
    if (!feature.empty()) out.write((first ? "" : ",\n") + feature);
    first = first && feature.empty();
    return out.open();
  });
  if (format == "geojson") out.write(geojson_tail());
  return done;
}

Result<void> write_panel(const std::string& format, const PanelQuery& query, Engine& engine, Output& out) {
  std::vector<PanelRow> rows;
  if (format == "dyad-month") out.write(panel_head());
  Result<void> done = engine.export_panel(query, [&](const PanelRow& row) {
    if (format == "dyad-month") {
      out.write(panel_csv(row));
    } else if (row.events > 0) {
      rows.push_back(row);
    }
    return out.open();
  });
  if (done && format == "gexf") out.write(pairs_gexf(rows));
  return done;
}

Result<void> write_network(const RelationsQuery& query, Engine& engine, Output& out) {
  const Result<RelationsAnswer> answer = engine.relations(query);
  if (!answer) return answer.error();
  out.write(network_graphml(*answer));
  return {};
}

int run(const ExportOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<PanelQuery> query = query_of(options, engine);
  if (!query) return session.fail(query.error());
  const std::string& format = options.format;
  Result<void> written;
  if (format == "csv" || format == "jsonl" || format == "geojson") {
    written = write_events(format, query->of, engine, session.out());
  } else if (format == "dyad-month" || format == "gexf") {
    written = write_panel(format, *query, engine, session.out());
  } else if (format == "graphml") {
    written = write_network(query->of, engine, session.out());
  } else {
    written = usage_error(format + ": no such format: use csv, jsonl, graphml, gexf, geojson or dyad-month");
  }
  return written ? done : session.fail(written.error());
}

}  // namespace

void add_export(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "export", "events, panels and networks for other programs", export_examples);
  auto options = std::make_shared<ExportOptions>();
  RelationsQuery& of = options->query.of;
  command->add_option("FORMAT", options->format, "csv, jsonl, graphml, gexf, geojson or dyad-month")
      ->required()
      ->type_name("");
  command->add_option("ACTOR", of.actors, "one or two, as ids or names; none: everybody")
      ->type_name("")
      ->expected(0, 2);
  command->add_option("--as-of", options->as_of, "what the ledger held then: a row number, or a day")
      ->type_name("MARK");
  command->add_option("--since", of.since, "events of that day or later")->type_name("DATE");
  command->add_option("--until", of.until, "events of that day or earlier; of a network, the day")->type_name("DATE");
  command->add_option("--by", options->by, "of panels: day, week, month or year")->type_name("UNIT");
  command->add_option("--half-life", of.half_life, "of networks: days after which an event counts half (180)")
      ->type_name("DAYS")
      ->check(CLI::PositiveNumber.description(""));
  command->add_option("--data-set", of.data_sets, "only of this data set; given again: this one too")
      ->type_name("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--undirected", options->undirected, "of panels: one row for both directions");
  command->add_flag("--all-states", options->query.all_states, "of panels: every pair of states, whatever happened");
  command->add_flag("--inside", of.within_states, "pairs inside one state too");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
