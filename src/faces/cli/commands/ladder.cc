// entente ladder: how far one actor's support for another goes, and where it stops.
#include "faces/cli/commands.h"
#include "faces/cli/scope.h"
#include "report/web.h"

namespace entente::cli {

namespace {

constexpr const char* ladder_examples =
    "  entente ladder RUS IRN                 what Russia gave Iran, offered, refused; the ceiling; what others got\n"
    "  entente ladder USA Ukraine --json\n"
    "  entente ladder USA UKR --until 2022-12 by what was told of until then\n";

struct LadderOptions {
  std::string from;
  std::string to;
  ScopeOptions scope;
};

int run(const LadderOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<Scope> scope = scope_of(options.scope, engine);
  if (!scope) return session.fail(scope.error());
  const Result<LadderAnswer> answer = engine.ladder(options.from, options.to, *scope);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(ladder_json(*answer));
  } else {
    session.out().write(ladder_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_ladder(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "ladder", "how far one's support for another goes, and where it stops", ladder_examples);
  auto options = std::make_shared<LadderOptions>();
  command->add_option("A", options->from, "who supports, by id or name")->required()->type_name("");
  command->add_option("B", options->to, "whom")->required()->type_name("");
  add_scope_options(*command, options->scope);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
