// The commands of the program, one file each. Every one adds itself to the application and sets the exit code.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>

#include "faces/cli/session.h"

namespace entente::cli {

/// What a command does when it was chosen; the number is the exit code.
using Action = std::function<int(Session&)>;

/// A command with its examples, which the help shows first. `set_action` is called when the command line names it.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& what, const std::string& examples);

struct Chosen {
  Action action;
};

void add_read(CLI::App& app, Chosen& chosen);
void add_brief(CLI::App& app, Chosen& chosen);
void add_parse(CLI::App& app, Chosen& chosen);
void add_code(CLI::App& app, Chosen& chosen);
void add_claims(CLI::App& app, Chosen& chosen);
void add_explain(CLI::App& app, Chosen& chosen);
void add_import(CLI::App& app, Chosen& chosen);
void add_relations(CLI::App& app, Chosen& chosen);
void add_export(CLI::App& app, Chosen& chosen);
void add_balance(CLI::App& app, Chosen& chosen);
void add_whatif(CLI::App& app, Chosen& chosen);
void add_whatif_rails(CLI::App& whatif, Chosen& chosen);
void add_whatif_bargain(CLI::App& whatif, Chosen& chosen);
void add_whatif_deterrence(CLI::App& whatif, Chosen& chosen);
void add_whatif_voting(CLI::App& whatif, Chosen& chosen);
void add_affinity(CLI::App& app, Chosen& chosen);
void add_whatif_trade(CLI::App& whatif, Chosen& chosen);
void add_forecast(CLI::App& app, Chosen& chosen);
void add_forecast_backtest(CLI::App& forecast, Chosen& chosen);
void add_ask(CLI::App& app, Chosen& chosen);
void add_resolve(CLI::App& app, Chosen& chosen);
void add_balancing(CLI::App& app, Chosen& chosen);
void add_ladder(CLI::App& app, Chosen& chosen);
void add_redlines(CLI::App& app, Chosen& chosen);
void add_check(CLI::App& app, Chosen& chosen);
void add_completion(CLI::App& app, Chosen& chosen);
void add_man(CLI::App& app, Chosen& chosen);

}  // namespace entente::cli
