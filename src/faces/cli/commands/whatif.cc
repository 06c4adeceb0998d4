// entente whatif: the models of change; without a model, what there is and an example of each.
#include <sstream>

#include "faces/cli/commands.h"

namespace entente::cli {

namespace {

constexpr const char* whatif_examples =
    "  entente whatif                          the models, with an example of each\n"
    "  entente whatif trade --help\n";

/// The first line of a command's examples.
std::string first_example(const CLI::App& command) {
  std::istringstream lines(command.get_footer());
  std::string first;
  std::getline(lines, first);
  return first;
}

int list(const CLI::App& whatif, Session& session) {
  for (const CLI::App* model : whatif.get_subcommands([](const CLI::App*) { return true; })) {
    session.out().line(model->get_name() + ": " + model->get_description());
    session.out().line(first_example(*model));
  }
  return done;
}

}  // namespace

void add_whatif(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "whatif", "what would a change do?", whatif_examples);
  command->require_subcommand(0, 1);
  add_whatif_bargain(*command, chosen);
  add_whatif_deterrence(*command, chosen);
  add_whatif_voting(*command, chosen);
  add_whatif_trade(*command, chosen);
  add_whatif_rails(*command, chosen);
  command->callback([command, &chosen] {
    if (!command->get_subcommands().empty()) return;
    chosen.action = [command](Session& session) { return list(*command, session); };
  });
}

}  // namespace entente::cli
