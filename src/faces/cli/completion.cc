// Shell completion: the commands, and after a command its options.
#include <sstream>

#include "faces/cli/help.h"

namespace entente::cli {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

void add_words(const std::vector<const CLI::Option*>& options, std::string& words) {
  for (const CLI::Option* option : options) {
    for (const std::string& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
  }
}

/// "--claims --text ..." of a command and of those below it, and what may stand after every command; of the program
/// itself, all that it has.
std::string option_words(const CLI::App& app, const CLI::App* command) {
  std::string words;
  add_words((command == nullptr ? app : *command).get_options(), words);
  if (command == nullptr) return words;
  for (const CLI::App* below : commands_of(*command)) add_words(below->get_options(), words);
  add_words(shared_options(app), words);
  return words;
}

std::string command_words(const CLI::App& app, const std::string& separator) {
  std::string words;
  for (const CLI::App* command : commands_of(app)) words += (words.empty() ? "" : separator) + command->get_name();
  return words;
}

/// Finds the command among the words before the one that is typed; an option's value is none.
std::string search_of_command(const CLI::App& app, const std::string& words) {
  return "  for word in " + words + "; do\n    case \"$word\" in " + command_words(app, "|") +
         ") command=\"$word\"; break ;; esac\n  done\n";
}

/// The choice of words by command, as a `case` of bash and zsh.
std::string case_of_commands(const CLI::App& app) {
  std::ostringstream out;
  for (const CLI::App* command : commands_of(app)) {
    out << "    " << command->get_name() << ") choices=\"" << option_words(app, command) << "\"";
    if (!commands_of(*command).empty()) out << " below=\"" << command_words(*command, " ") << "\"";
    out << " ;;\n";
  }
  out << "    *) choices=\"" << command_words(app, " ") << " " << option_words(app, nullptr) << "\" ;;\n";
  return out.str();
}

std::string bash_script(const CLI::App& app) {
  return "# bash completion for entente: source <(entente completion bash)\n"
         "_entente() {\n"
         "  local choices current=\"${COMP_WORDS[COMP_CWORD]}\" command=\"\" below=\"\" word\n" +
         search_of_command(app, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"") + "  case \"$command\" in\n" +
         case_of_commands(app) +
         "  esac\n"
         "  if [[ -n \"$command\" && \"$current\" != -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$below\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
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
         "  local choices command=\"\" below=\"\" word\n" +
         search_of_command(app, "${words[2,CURRENT-1]}") + "  case \"$command\" in\n" + case_of_commands(app) +
         "  esac\n"
         "  if [[ -n \"$command\" && \"$PREFIX\" != -* ]]; then\n"
         "    [[ -n \"$below\" ]] && compadd -- ${=below}\n"
         "    _files\n"
         "  else\n"
         "    compadd -- ${=choices}\n"
         "  fi\n"
         "}\n"
         "if [[ \"${funcstack[1]}\" == _entente ]]; then _entente; else compdef _entente entente; fi\n";
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
    const std::string after = " -n '__fish_seen_subcommand_from " + command->get_name() + "'";
    add_fish_options(*command, after, out);
    for (const CLI::App* below : commands_of(*command)) {
      out << "complete -c entente" << after << " -a " << below->get_name() << " -d "
          << fish_quoted(below->get_description()) << "\n";
      add_fish_options(*below, " -n '__fish_seen_subcommand_from " + below->get_name() + "'", out);
    }
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
