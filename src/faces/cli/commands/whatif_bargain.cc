// entente whatif bargain: where the parties to an issue end up.
#include "faces/cli/commands.h"
#include "report/bargaining.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_bargain_examples =
    "  entente whatif bargain actors.csv                      columns actor,capability,position,salience\n"
    "  entente whatif bargain actors.csv --runs 10000         with every input moved by chance: how sure is the end?\n"
    "  entente whatif bargain actors.csv --model scholz --mode faithful --rounds 10 --json\n";

struct BargainOptions {
  BargainRequest request;
  std::string model = "ktab";
  std::string mode = "corrected";
  int rounds = 0;
  std::vector<double> scale;
  JitterOptions jitter;
};

BargainRequest request_of(const BargainOptions& options) {
  BargainRequest request = options.request;
  request.options.model = options.model == "ktab" ? BargainModel::spatial : BargainModel::scholz;
  request.options.mode = options.mode == "faithful" ? BargainMode::faithful : BargainMode::corrected;
  if (options.rounds > 0) request.options.rounds = options.rounds;
  if (options.scale.size() == 2) request.options.scale = {options.scale[0], options.scale[1]};
  if (options.jitter.runs > 0) request.jitter = options.jitter;
  return request;
}

int run(const BargainOptions& options, Session& session) {
  const Result<BargainAnswer> answer = session.engine().bargain(request_of(options));
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(bargain_json(*answer));
  } else {
    session.out().write(bargain_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_whatif_bargain(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command = add_command(whatif, "bargain", "where the parties to an issue end up, and how sure that is",
                                  whatif_bargain_examples);
  auto options = std::make_shared<BargainOptions>();
  options->jitter.runs = 0;
  command->add_option("ACTORS", options->request.path, "a CSV file, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--model", options->model, "ktab (any number of dimensions) or scholz (one)")
      ->type_name("MODEL")
      ->check(CLI::IsMember({"ktab", "scholz"}));
  command->add_option("--mode", options->mode, "of scholz: faithful to the published replication, or corrected")
      ->type_name("MODE")
      ->check(CLI::IsMember({"faithful", "corrected"}));
  command->add_option("--rounds", options->rounds, "at most so many (ktab: 100, scholz: 10)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  command->add_option("--scale", options->scale, "the ends of the issue (ktab: 0 100, scholz: the outermost positions)")
      ->type_name("LOW HIGH")
      ->expected(2);
  command->add_option("--runs", options->jitter.runs, "run again so often with inputs moved by chance")
      ->type_name("N")
      ->check(CLI::Range(2, 200000));
  command->add_option("--spread", options->jitter.spread, "how far the inputs are moved (5)")->type_name("PERCENT");
  command->add_option("--seed", options->jitter.seed, "of the chance (1)")->type_name("N");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
