// entente check: is the ledger whole?
#include <algorithm>
#include <nlohmann/json.hpp>

#include "faces/cli/commands.h"

namespace entente::cli {

namespace {

constexpr const char* check_examples =
    "  entente check                       read everything back and compare\n"
    "  entente check --repair              copy what is sound into a new file; the old one is kept beside it\n"
    "  entente check --db backup.db\n";

std::string problem_json(const LedgerProblem& problem) {
  const nlohmann::ordered_json line = {{"problem", problem.what}, {"repaired", problem.repaired}};
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

int run(bool repair, Session& session) {
  Engine engine = session.engine();
  const Result<std::vector<LedgerProblem>> problems = engine.check(repair);
  if (!problems) return session.fail(problems.error());
  for (const LedgerProblem& problem : *problems) {
    session.out().line(session.json() ? problem_json(problem)
                                      : (problem.repaired ? "repaired: " : "problem: ") + problem.what);
  }
  if (problems->empty()) session.note("the ledger is whole");
  const bool whole = std::all_of(problems->begin(), problems->end(), [](const auto& p) { return p.repaired; });
  if (!whole && !repair) session.note("'entente check --repair' keeps what is sound");
  return whole ? done : failed;
}

}  // namespace

void add_check(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "check", "is the ledger whole?", check_examples);
  auto repair = std::make_shared<bool>(false);
  command->add_flag("--repair", *repair, "put a ledger of all that is sound in its place");
  command->callback(
      [repair, &chosen] { chosen.action = [repair](Session& session) { return run(*repair, session); }; });
}

}  // namespace entente::cli
