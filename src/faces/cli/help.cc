#include "faces/cli/help.h"

#include <sstream>

namespace entente::cli {

HelpFormatter::HelpFormatter() {
  label("SUBCOMMAND", "COMMAND");
  label("Subcommands", "Commands");
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
  std::ostringstream out;
  out << make_description(app);
  if (!app->get_footer().empty()) out << "\nExamples:\n" << app->get_footer();
  out << "\n" << make_usage(app, std::move(name)) << make_positionals(app) << make_groups(app, mode);
  out << make_subcommands(app, mode);
  const CLI::App* root = app;
  while (root->get_parent() != nullptr) root = root->get_parent();
  if (root != app) out << make_group("Of every command", false, shared_options(*root));
  return out.str();
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  if (option->get_type_size() == 0 || option->get_type_name().empty()) return {};
  return " " + option->get_type_name();
}

std::string HelpFormatter::make_option_usage(const CLI::Option* option) const {
  const std::string name = make_option_name(option, true) + (option->get_expected_max() > 1 ? "..." : "");
  return option->get_required() ? name : "[" + name + "]";
}

std::vector<const CLI::Option*> shared_options(const CLI::App& app) {
  std::vector<const CLI::Option*> options = app.get_options([&app](const CLI::Option* option) {
    return option != app.get_help_ptr() && option != app.get_version_ptr() && !option->get_positional();
  });
  return options;
}

}  // namespace entente::cli
