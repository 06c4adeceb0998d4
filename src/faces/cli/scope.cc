#include "faces/cli/scope.h"

namespace entente::cli {

namespace {

Result<Date> day_of_option(const std::string& option, const std::string& text) {
  if (text.empty()) return Date{};
  const std::optional<Date> parsed = parse_iso_date(text);
  if (parsed) return *parsed;
  return Error{ErrorCode::usage, option + " " + text + ": give a day, month or year such as 2026-03-01, 2026-03, 2026"};
}

}  // namespace

void add_scope_options(CLI::App& command, ScopeOptions& options) {
  command.add_option("--since", options.since, "only what tells of that day or later")->type_name("DATE");
  command.add_option("--until", options.until, "only what tells of that day or earlier")->type_name("DATE");
  command.add_option("--as-of", options.as_of, "what the ledger held then: a row number, or a day")->type_name("MARK");
}

Result<Scope> scope_of(const ScopeOptions& options, Engine& engine) {
  Scope scope;
  const Result<Date> since = day_of_option("--since", options.since);
  if (!since) return since.error();
  const Result<Date> until = day_of_option("--until", options.until);
  if (!until) return until.error();
  scope.since = *since;
  scope.until = *until;
  if (options.as_of.empty()) return scope;
  const Result<LedgerMark> mark = engine.mark_named(options.as_of);
  if (!mark) return mark.error();
  scope.as_of = *mark;
  return scope;
}

}  // namespace entente::cli
