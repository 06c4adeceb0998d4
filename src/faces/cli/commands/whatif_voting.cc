// entente whatif voting: how alike voters vote, and where they stand. entente affinity: the same of one pair.
#include "faces/cli/commands.h"
#include "report/voting.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_voting_examples =
    "  entente whatif voting votes.csv --pair RUS IRN --session 69\n"
    "  entente whatif voting votes.csv.gz --roll-calls calls.csv > points.csv\n";
constexpr const char* affinity_examples =
    "  entente affinity RUS IRN --votes votes.csv\n"
    "  entente affinity RUS IRN --votes votes.csv --session 69 --json\n";

struct VotingOptions {
  VotingRequest request;
  std::vector<std::string> pair;
  int session = -1;
};

VotingRequest voting_request(const VotingOptions& options) {
  VotingRequest request = options.request;
  if (options.pair.size() == 2) {
    request.a = options.pair[0];
    request.b = options.pair[1];
  }
  if (options.session >= 0) request.session = options.session;
  return request;
}

int run(const VotingOptions& options, Session& session) {
  const Result<VotingAnswer> answer = session.engine().voting(voting_request(options));
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(voting_json(*answer));
  } else if (answer->points && !terminal().is_terminal) {
    session.out().write(ideal_points_csv(*answer->points));
  } else {
    session.out().write(voting_text(*answer, terminal().width));
  }
  return done;
}

void add_session(CLI::App* command, VotingOptions& options) {
  command->add_option("--session", options.session, "of one session alone")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
}

}  // namespace

void add_whatif_voting(CLI::App& whatif, Chosen& chosen) {
  CLI::App* command =
      add_command(whatif, "voting", "how alike voters vote, and where they stand", whatif_voting_examples);
  auto options = std::make_shared<VotingOptions>();
  command->add_option("VOTES", options->request.path, "a CSV file of votes, or - for standard input")
      ->required()
      ->type_name("");
  command->add_option("--pair", options->pair, "agreement of these two; without it, ideal points of all")
      ->type_name("A B")
      ->expected(2);
  add_session(command, *options);
  command
      ->add_option("--roll-calls", options->request.roll_calls, "a CSV file that tells date, amend, para of each call")
      ->type_name("FILE");
  command->add_option("--repeated", options->request.repeated, "a CSV file of calls on the same text: earlier,later")
      ->type_name("FILE");
  command->add_option("--positive", options->request.options.positive, "who stands on the upper side (USA)")
      ->type_name("VOTER");
  command->add_option("--negative", options->request.options.negative, "who stands on the other side (RUS)")
      ->type_name("VOTER");
  command->add_option("--burn", options->request.options.burn, "sweeps before any is kept (1000)")->type_name("N");
  command->add_option("--keep", options->request.options.keep, "sweeps that are kept (1500)")->type_name("N");
  command->add_option("--seed", options->request.options.seed, "of the chance (1)")->type_name("N");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

void add_affinity(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "affinity", "how alike two actors vote, session by session", affinity_examples);
  auto options = std::make_shared<VotingOptions>();
  options->pair.resize(2);
  command->add_option("A", options->pair[0], "an actor's id, or a name as the table has it")->required()->type_name("");
  command->add_option("B", options->pair[1], "the other")->required()->type_name("");
  command->add_option("--votes", options->request.path, "a CSV file of votes")->required()->type_name("FILE");
  add_session(command, *options);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
