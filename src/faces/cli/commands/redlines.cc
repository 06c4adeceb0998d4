// entente redlines: who warned whom against what, what became of it, and how likely a challenge is.
#include "faces/cli/commands.h"
#include "faces/cli/scope.h"
#include "report/line_odds.h"
#include "report/web.h"

namespace entente::cli {

namespace {

constexpr const char* redlines_examples =
    "  entente redlines                       all red lines: kept, crossed, answered; the issuers' records\n"
    "  entente redlines RUS                   those that Russia drew or that concern it\n"
    "  entente redlines --since 2022 --json\n"
    "  entente redlines RUS --odds            ... with how likely a challenge is, and its answer\n"
    "  entente redlines --backtest 2014-09-01 how right such odds were from then on\n";

struct RedLineOptions {
  std::string actor;
  ScopeOptions scope;
  bool odds = false;
  bool coefficients = false;
  OddsRequest request;
  std::string backtest;
};

int check_odds(const RedLineOptions& options, Engine& engine, LedgerMark as_of, Session& session) {
  const Result<OddsCheckAnswer> answer = engine.check_odds({options.backtest, options.request}, as_of);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(odds_check_json(*answer));
  } else {
    session.out().write(odds_check_text(*answer, terminal().width));
  }
  return done;
}

int run(const RedLineOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<Scope> scope = scope_of(options.scope, engine);
  if (!scope) return session.fail(scope.error());
  if (!options.backtest.empty()) return check_odds(options, engine, scope->as_of, session);
  const auto odds = options.odds ? std::optional(options.request) : std::nullopt;
  const Result<RedLineAnswer> answer = engine.red_lines(options.actor, *scope, odds);
  if (!answer) return session.fail(answer.error());
  if (answer->lines.empty()) session.note("no red line is told of");
  if (session.json()) {
    session.out().line(red_lines_json(*answer));
  } else {
    session.out().write(red_lines_text(*answer, terminal().width, options.coefficients));
  }
  return done;
}

void add_odds_options(CLI::App& command, RedLineOptions& options) {
  OddsRequest& request = options.request;
  CLI::Option* odds = command.add_flag("--odds", options.odds,
                                       "how likely each standing line is to be challenged, and the challenge to be "
                                       "answered, by the ledger's events");
  command.add_option("--at", request.at, "of odds: the day on which the window begins (default: today)")
      ->type_name("DATE");
  command.add_option("--within", request.window_days, "of odds: days in which a challenge would come (30)")
      ->type_name("DAYS");
  command.add_option("--answered-within", request.answer_days, "of odds: days in which its answer would come (30)")
      ->type_name("DAYS");
  command
      .add_option("--act", request.act,
                  "of odds: what counts as a challenge, instead of what the line forbids: material-conflict, force, a "
                  "PLOVER type or a CAMEO code")
      ->type_name("ACT");
  command.add_flag("--coefficients", options.coefficients, "of odds: the coefficients of the games they are read off")
      ->needs(odds);
  command
      .add_option("--backtest", options.backtest, "how right odds fitted to what lies before that day were after it")
      ->type_name("DATE");
}

}  // namespace

void add_redlines(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "redlines", "who warned whom against what, and what became of it", redlines_examples);
  auto options = std::make_shared<RedLineOptions>();
  command->add_option("ACTOR", options->actor, "an id or a name; without it, everybody")->type_name("");
  add_odds_options(*command, *options);
  add_scope_options(*command, options->scope);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
