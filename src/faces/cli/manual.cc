// The manual page, entente(1).
#include <sstream>

#include "faces/cli/help.h"

namespace entente::cli {

namespace {

/// Text as man takes it literally.
std::string escaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool line_begin = i == 0 || text[i - 1] == '\n';
    if (line_begin && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\' || text[i] == '-') out += '\\';
    out += text[i];
  }
  return out;
}

void add_options(const CLI::App& app, std::ostringstream& out) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_name().empty()) continue;
    out << ".TP\n\\fB" << escaped(option->get_name(false, true)) << "\\fR";
    if (option->get_type_size() > 0 && !option->get_type_name().empty()) {
      out << " \\fI" << escaped(option->get_type_name()) << "\\fR";
    }
    out << "\n" << escaped(option->get_description()) << "\n";
  }
}

/// With those below it, as in "entente whatif trade".
void add_command(const CLI::App& command, const std::string& above, std::ostringstream& out) {
  const std::string name = above + " " + command.get_name();
  out << ".SS " << name << "\n" << escaped(command.get_description()) << "\n";
  out << ".PP\n.nf\n" << escaped(command.get_footer()) << ".fi\n";
  add_options(command, out);
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; })) {
    add_command(*below, name, out);
  }
}

constexpr const char* after_commands = R"(.SH EXIT STATUS
.TP
0
done
.TP
1
failed
.TP
2
the command line was wrong
.TP
3
some inputs failed, each is named on standard error; the others are done
.TP
130
interrupted; the same command goes on from there
.SH ENVIRONMENT
.TP
ENTENTE_DATA
the folder that holds lexicon/ and models/
.TP
XDG_DATA_HOME
below it lies entente/ledger.db (default: ~/.local/share)
.TP
NO_COLOR
no colours, whatever its value
)";

}  // namespace

std::string manual_page(const CLI::App& app, const std::string& version) {
  std::ostringstream out;
  out << ".TH ENTENTE 1 \"\" \"entente " << version << "\"\n.SH NAME\nentente \\- " << escaped(app.get_description())
      << "\n.SH SYNOPSIS\n.B entente\n.I COMMAND\n[options]\n.SH OPTIONS\nOf every command:\n";
  add_options(app, out);
  out << ".SH COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    add_command(*command, "entente", out);
  }
  out << after_commands;
  return out.str();
}

}  // namespace entente::cli
