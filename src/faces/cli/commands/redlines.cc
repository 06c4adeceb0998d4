// entente redlines: who warned whom against what, and what became of it.
#include "faces/cli/commands.h"
#include "faces/cli/scope.h"
#include "report/web.h"

namespace entente::cli {

namespace {

constexpr const char* redlines_examples =
    "  entente redlines                       all red lines: kept, crossed, answered; the issuers' records\n"
    "  entente redlines RUS                   those that Russia drew or that concern it\n"
    "  entente redlines --since 2022 --json\n";

struct RedLineOptions {
  std::string actor;
  ScopeOptions scope;
};

int run(const RedLineOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<Scope> scope = scope_of(options.scope, engine);
  if (!scope) return session.fail(scope.error());
  const Result<RedLineAnswer> answer = engine.red_lines(options.actor, *scope);
  if (!answer) return session.fail(answer.error());
  if (answer->lines.empty()) session.note("no red line is told of");
  if (session.json()) {
    session.out().line(red_lines_json(*answer));
  } else {
    session.out().write(red_lines_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_redlines(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "redlines", "who warned whom against what, and what became of it", redlines_examples);
  auto options = std::make_shared<RedLineOptions>();
  command->add_option("ACTOR", options->actor, "an id or a name; without it, everybody")->type_name("");
  add_scope_options(*command, options->scope);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
