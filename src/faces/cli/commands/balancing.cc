// entente balancing: who keeps ties with both sides of a rivalry, and who mediates.
#include "faces/cli/commands.h"
#include "faces/cli/scope.h"
#include "report/web.h"

namespace entente::cli {

namespace {

constexpr const char* balancing_examples =
    "  entente balancing                      all who keep ties with both sides of a rivalry\n"
    "  entente balancing RUS                  Russia between whom, by domain, with the evidence\n"
    "  entente balancing Turkey --json\n"
    "  entente balancing RUS --until 2023     by what was done until then\n";

struct BalancingOptions {
  std::string actor;
  ScopeOptions scope;
};

int run(const BalancingOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<Scope> scope = scope_of(options.scope, engine);
  if (!scope) return session.fail(scope.error());
  const Result<BalancingAnswer> answer = engine.balancing(options.actor, *scope);
  if (!answer) return session.fail(answer.error());
  if (answer->balancing.empty() && answer->mediations.empty())
    session.note("nobody balances or mediates, as far as is told");
  if (session.json()) {
    session.out().line(balancing_json(*answer));
  } else {
    session.out().write(balancing_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_balancing(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "balancing", "who keeps ties with both sides of a rivalry, who mediates", balancing_examples);
  auto options = std::make_shared<BalancingOptions>();
  command->add_option("ACTOR", options->actor, "an id or a name; without it, everybody")->type_name("");
  add_scope_options(*command, options->scope);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
