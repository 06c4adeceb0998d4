// entente explain: how a claim came about.
#include "faces/cli/commands.h"
#include "report/listing.h"

namespace entente::cli {

namespace {

constexpr const char* explain_examples =
    "  entente explain 3f2a91c0            the first digits of a claim's id are enough\n"
    "  entente explain 3f2a91c0 --json\n";

int run(const std::string& id, Session& session) {
  Engine engine = session.engine();
  const Result<ExplainedClaim> explained = engine.explain(id);
  if (!explained) return session.fail(explained.error());
  if (session.json()) {
    session.out().line(explanation_json(*explained));
  } else {
    session.out().write(explanation_text(*explained));
  }
  return done;
}

}  // namespace

void add_explain(CLI::App& app, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "explain", "the sentence, the parse and the rules behind a claim", explain_examples);
  auto id = std::make_shared<std::string>();
  command->add_option("CLAIM", *id, "the claim's id, or how it begins")->required()->type_name("");
  command->callback([id, &chosen] { chosen.action = [id](Session& session) { return run(*id, session); }; });
}

}  // namespace entente::cli
