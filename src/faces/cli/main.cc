// The command line's entry: finds the command, runs it, and turns what came of it into an exit code.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <cstdio>
#include <exception>

#include "faces/cli/commands.h"
#include "faces/cli/help.h"

namespace entente::cli {

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& what, const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, what);
  command->footer(examples);
  command->group("Commands");
  command->fallthrough();  // the options of every command may stand after it
  return command;
}

namespace {

constexpr const char* examples =
    "  entente brief article.txt            what an article says of the states in it\n"
    "  entente read news/                   put a folder of articles into the ledger\n"
    "  entente brief RUS IRN -o pair.html   all that the ledger holds on a pair\n"
    "  entente claims --actor TUR           ... claim by claim\n";

void add_commands(CLI::App& app, Chosen& chosen) {
  add_read(app, chosen);
  add_brief(app, chosen);
  add_claims(app, chosen);
  add_explain(app, chosen);
  add_code(app, chosen);
  add_parse(app, chosen);
  add_import(app, chosen);
  add_relations(app, chosen);
  add_export(app, chosen);
  add_balance(app, chosen);
  add_affinity(app, chosen);
  add_whatif(app, chosen);
  add_ask(app, chosen);
  add_resolve(app, chosen);
  add_forecast(app, chosen);
  add_balancing(app, chosen);
  add_ladder(app, chosen);
  add_redlines(app, chosen);
  add_check(app, chosen);
  add_completion(app, chosen);
  add_man(app, chosen);
}

/// Help and version go to standard output; a mistake is told in one line, with where to look.
int answer(const CLI::App& app, const CLI::ParseError& error, const std::string& first) {
  if (error.get_exit_code() == 0) return app.exit(error);
  std::string command = "entente";
  for (const CLI::App* sub : app.get_subcommands()) command += " " + sub->get_name();
  std::string what = error.what();
  if (app.get_subcommands().empty()) what = first.empty() ? "no command given" : first + ": no such command or option";
  std::fprintf(stderr, "%s: %s: see '%s --help'\n", command.c_str(), what.c_str(), command.c_str());
  return usage;
}

int run(int argc, char** argv) {
  Session::catch_signals();
  Session session;
  Chosen chosen;
  CLI::App app("relations between states, from what is written about them", "entente");
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(examples);
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.require_subcommand(1);
  session.add_options(app);
  add_commands(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return answer(app, error, argc > 1 ? argv[1] : "");
  }
  return session.finish(chosen.action(session));
}

}  // namespace

}  // namespace entente::cli

int main(int argc, char** argv) {
  try {
    return entente::cli::run(argc, argv);
  } catch (const std::exception& problem) {  // out of memory, or a fault of our own
    std::fprintf(stderr, "entente: %s\n", problem.what());
    return entente::cli::failed;
  }
}
