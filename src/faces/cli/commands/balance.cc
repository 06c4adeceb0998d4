// entente balance: how near a signed network is to two camps.
#include "report/balance.h"
#include "faces/cli/commands.h"

namespace entente::cli {

namespace {

constexpr const char* balance_examples =
    "  entente balance edges.csv                    columns a,b,sign (1, -1) or a,b,weight\n"
    "  entente balance edges.csv --json\n"
    "  entente balance big.csv --time-limit 10      the best that ten seconds give\n";

struct BalanceOptions {
  std::string path;
  double seconds = 60;
};

int run(const BalanceOptions& options, Session& session) {
  const Result<BalanceAnswer> answer = session.engine().balance(options.path, options.seconds);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(balance_json(*answer));
  } else {
    session.out().write(balance_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_balance(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "balance", "how near a signed network is to two camps", balance_examples);
  auto options = std::make_shared<BalanceOptions>();
  command->add_option("EDGES", options->path, "a CSV file, or - for standard input")->required()->type_name("");
  command->add_option("--time-limit", options->seconds, "stop the proof after so long")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
