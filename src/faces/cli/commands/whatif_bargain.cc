// entente whatif bargain: where the parties to an issue end up, and inputs for it that the ledger proposes.
#include "faces/cli/commands.h"
#include "faces/cli/page_output.h"
#include "faces/cli/scope.h"
#include "report/bargain_sheet.h"
#include "report/proposal.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_bargain_examples =
    "  entente whatif bargain actors.csv                      columns actor,capability,position,salience\n"
    "  entente whatif bargain actors.csv --runs 10000         with every input moved by chance: how sure is the end?\n"
    "  entente whatif bargain actors.csv -o bargain.html      ... as a page to forward\n"
    "  entente whatif bargain --propose Iran                  support for Iran: inputs from the ledger, with evidence\n"
    "  entente whatif bargain --propose Iran > actors.csv     ... as a table to edit and to feed back\n"
    "  entente whatif bargain actors.csv --model scholz --mode faithful --rounds 10 --json\n";

struct BargainOptions {
  BargainRequest request;
  std::string model = "ktab";
  std::string mode = "corrected";
  int rounds = 0;
  std::vector<double> scale;
  JitterOptions jitter;
  PageOptions page;
  std::string propose;
  ScopeOptions scope;
};

constexpr int runs_of_a_page = 1000;  // a page says how sure it is, asked or not

BargainRequest request_of(const BargainOptions& options) {
  BargainRequest request = options.request;
  request.options.model = options.model == "ktab" ? BargainModel::spatial : BargainModel::scholz;
  request.options.mode = options.mode == "faithful" ? BargainMode::faithful : BargainMode::corrected;
  if (options.rounds > 0) request.options.rounds = options.rounds;
  if (options.scale.size() == 2) request.options.scale = {options.scale[0], options.scale[1]};
  if (options.jitter.runs > 0) request.jitter = options.jitter;
  return request;
}

int print_proposal(const BargainOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<Scope> scope = scope_of(options.scope, engine);
  if (!scope) return session.fail(scope.error());
  const Result<ProposalAnswer> answer = engine.propose_bargain(options.propose, *scope);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(proposal_json(*answer));
  } else if (!options.page.file.empty() && options.page.file != "-") {
    const Result<void> written = write_file(options.page.file, proposal_csv(*answer));
    if (!written) return session.fail(written.error());
  } else if (terminal().is_terminal) {
    session.out().write(proposal_text(*answer, terminal().width));
  } else {
    session.out().write(proposal_csv(*answer));
  }
  return done;
}

int run(const BargainOptions& options, Session& session) {
  if (options.request.path.empty() == options.propose.empty()) {
    return session.fail({ErrorCode::usage, "give a table, or --propose ACTOR: see 'entente whatif bargain --help'"});
  }
  if (!options.propose.empty()) return print_proposal(options, session);
  return print_page(options.page, session, [&](Format format, const RenderOptions& look) -> Result<std::string> {
    BargainRequest request = request_of(options);
    const bool page = format == Format::html || format == Format::markdown;
    if (page && !request.jitter) {
      request.jitter = options.jitter;
      request.jitter->runs = runs_of_a_page;
    }
    const Result<BargainAnswer> answer = session.engine().bargain(request);
    if (!answer) return answer.error();
    return render(*answer, format, look);
  });
}

}  // namespace

void add_whatif_bargain(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command = add_command(whatif, "bargain", "where the parties to an issue end up, and how sure that is",
                                  whatif_bargain_examples);
  auto options = std::make_shared<BargainOptions>();
  options->jitter.runs = 0;
  command->add_option("ACTORS", options->request.path, "a CSV file, or - for standard input")->type_name("");
  add_page_options(*command, options->page);
  command->add_option("--title", options->request.title, "of the page")->type_name("TEXT");
  command->add_option("--propose", options->propose, "print inputs for a bargain over support for ACTOR instead")
      ->type_name("ACTOR");
  add_scope_options(*command, options->scope);
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
