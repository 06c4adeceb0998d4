#include "faces/cli/history.h"

namespace entente::cli {

void add_history_options(CLI::App& command, HistoryOptions& options) {
  command
      .add_option("--data", options.data, "a folder of quads instead of the ledger's events (as 'import quads' reads)")
      ->type_name("DIR");
  command.add_option("--origin", options.origin, "of --data: the day of step 0")->type_name("DATE");
  command.add_option("--step", options.step, "of --data: what a step is (default: day)")
      ->check(CLI::IsMember({"hour", "day", "week", "month", "year"}))
      ->type_name("UNIT");
  command.add_option("--events", options.events, "only these data sets of the ledger's events")->type_name("SET");
  command.add_option("--as-of", options.as_of, "what the ledger held then: a row number, or a day")->type_name("MARK");
}

Result<AskHistory> history_of(const HistoryOptions& options, Engine& engine) {
  AskHistory out;
  out.data = options.data;
  out.data_sets = options.events;
  if (!options.origin.empty()) {
    const std::optional<Date> origin = parse_iso_date(options.origin);
    if (!origin) return Error{ErrorCode::usage, "--origin " + options.origin + ": give a day such as 2014-01-01"};
    out.origin = *origin;
  }
  if (const auto step = time_step(options.step)) out.step = *step;
  if (options.as_of.empty()) return out;
  const Result<LedgerMark> mark = engine.mark_named(options.as_of);
  if (!mark) return mark.error();
  out.as_of = *mark;
  return out;
}

}  // namespace entente::cli
