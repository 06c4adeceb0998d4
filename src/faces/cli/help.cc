#include "faces/cli/help.h"

#include <sstream>

namespace entente::cli {

std::string HelpFormatter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
  std::ostringstream out;
  out << make_description(app);
  if (!app->get_footer().empty()) out << "\nExamples:\n" << app->get_footer();
  out << make_usage(app, std::move(name)) << make_positionals(app) << make_groups(app, mode);
  out << make_subcommands(app, mode);
  const CLI::App* parent = app->get_parent();
  if (parent != nullptr) out << "\nOf every command:" << make_groups(parent, mode);
  return out.str();
}

}  // namespace entente::cli
