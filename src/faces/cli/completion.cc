// Shell completion: the commands, and after a command its options.
#include <sstream>

#include "faces/cli/help.h"

namespace entente::cli {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// "--db --threads ..." of a command and of the program.
std::string option_words(const CLI::App& app, const CLI::App* command) {
  std::string words;
  for (const CLI::App* from : {command, &app}) {
    if (from == nullptr) continue;
    for (const CLI::Option* option : from->get_options()) {
      for (const std::string& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
    }
  }
  return words;
}

std::string command_words(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : commands_of(app)) words += (words.empty() ? "" : " ") + command->get_name();
  return words;
}

/// The choice of words by command, as a `case` of bash and zsh.
std::string case_of_commands(const CLI::App& app) {
  std::ostringstream out;
  for (const CLI::App* command : commands_of(app)) {
    out << "    " << command->get_name() << ") choices=\"" << option_words(app, command) << "\" ;;\n";
  }
  out << "    *) choices=\"" << command_words(app) << " " << option_words(app, nullptr) << "\" ;;\n";
  return out.str();
}

std::string bash_script(const CLI::App& app) {
  return "# bash completion for entente: source <(entente completion bash)\n"
         "_entente() {\n"
         "  local choices current=\"${COMP_WORDS[COMP_CWORD]}\" command=\"\" word\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    if [[ \"$word\" != -* ]]; then command=\"$word\"; break; fi\n"
         "  done\n"
         "  case \"$command\" in\n" +
         case_of_commands(app) +
         "  esac\n"
         "  if [[ -n \"$command\" && \"$current\" != -* ]]; then\n"
         "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -W \"$choices\" -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _entente entente\n";
}

std::string zsh_script(const CLI::App& app) {
  return "#compdef entente\n"
         "# zsh completion for entente: source <(entente completion zsh)\n"
         "_entente() {\n"
         "  local choices command=\"\" word\n"
         "  for word in ${words[2,CURRENT-1]}; do\n"
         "    if [[ \"$word\" != -* ]]; then command=\"$word\"; break; fi\n"
         "  done\n"
         "  case \"$command\" in\n" +
         case_of_commands(app) +
         "  esac\n"
         "  if [[ -n \"$command\" && \"$PREFIX\" != -* ]]; then\n"
         "    _files\n"
         "  else\n"
         "    compadd -- ${=choices}\n"
         "  fi\n"
         "}\n"
         "compdef _entente entente\n";
}

std::string fish_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

void add_fish_options(const CLI::App& from, const std::string& condition, std::ostringstream& out) {
  for (const CLI::Option* option : from.get_options()) {
    if (option->get_lnames().empty()) continue;
    out << "complete -c entente" << condition << " -l " << option->get_lnames().front();
    if (!option->get_snames().empty()) out << " -s " << option->get_snames().front();
    if (option->get_type_size() > 0) out << " -r";
    out << " -d " << fish_quoted(option->get_description()) << "\n";
  }
}

std::string fish_script(const CLI::App& app) {
  std::ostringstream out;
  out << "# fish completion for entente: entente completion fish | source\n";
  for (const CLI::App* command : commands_of(app)) {
    out << "complete -c entente -n __fish_use_subcommand -a " << command->get_name() << " -d "
        << fish_quoted(command->get_description()) << "\n";
    add_fish_options(*command, " -n '__fish_seen_subcommand_from " + command->get_name() + "'", out);
  }
  add_fish_options(app, "", out);
  return out.str();
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  if (shell == "bash") return bash_script(app);
  if (shell == "zsh") return zsh_script(app);
  if (shell == "fish") return fish_script(app);
  return {};
}

}  // namespace entente::cli
