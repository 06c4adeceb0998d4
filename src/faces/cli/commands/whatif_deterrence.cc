// entente whatif deterrence: how likely is a challenge, and how likely its answer.
#include "base/text.h"
#include "faces/cli/commands.h"
#include "report/deterrence.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_deterrence_examples =
    "  entente whatif deterrence crises.csv --outcomes 'quiet,gave way,answered' --formula 'outcome ~ trade - 1 | 1 | "
    "1 | "
    "power'\n";

struct DeterrenceOptions {
  DeterrenceRequest request;
  std::string outcomes;
};

int run(const DeterrenceOptions& options, Session& session) {
  DeterrenceRequest request = options.request;
  for (const std::string_view outcome : split(options.outcomes, ',')) request.outcomes.emplace_back(outcome);
  const Result<DeterrenceAnswer> answer = session.engine().deterrence(request);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(deterrence_json(*answer));
  } else {
    session.out().write(deterrence_text(*answer));
  }
  return done;
}

}  // namespace

void add_whatif_deterrence(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command = add_command(whatif, "deterrence", "how likely is a challenge, and how likely its answer",
                                  whatif_deterrence_examples);
  auto options = std::make_shared<DeterrenceOptions>();
  command->add_option("DATA", options->request.path, "a CSV file, a row an observation")->required()->type_name("");
  command
      ->add_option("--formula", options->request.formula,
                   "the outcome and what the four payoffs depend on: 'outcome ~ a - 1 | 1 | 1 | b'")
      ->required()
      ->type_name("FORMULA");
  command->add_option("--outcomes", options->outcomes, "the outcomes' names: status quo, given way, answered")
      ->required()
      ->type_name("A,B,C");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
