// entente parse: words, tags and dependencies as CoNLL-U.
#include "faces/cli/commands.h"

namespace entente::cli {

namespace {

constexpr const char* parse_examples =
    "  echo 'Paris sent arms to Chad.' | entente parse     raw text to CoNLL-U\n"
    "  entente parse --conllu < words.conllu               keep the words, replace every other column\n";

struct ParseOptions {
  std::string path = "-";
  bool conllu = false;
};

/// What is wrong with the input is said with its name before it.
Error named(const Error& error, const std::string& path) {
  if (error.code != ErrorCode::input) return error;
  return {error.code, (path == "-" ? "standard input" : path) + ": " + error.message};
}

int run(const ParseOptions& options, Session& session) {
  const Result<std::string> input = read_all(options.path);
  if (!input) return session.fail(input.error());
  Engine engine = session.engine();
  const Result<std::string> output = options.conllu ? engine.parse_conllu(*input) : engine.parse_text(*input);
  if (!output) return session.fail(named(output.error(), options.path));
  session.out().write(*output);
  return done;
}

}  // namespace

void add_parse(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "parse", "tag and parse text; CoNLL-U on standard output", parse_examples);
  auto options = std::make_shared<ParseOptions>();
  command->add_option("FILE", options->path, "a file, or - for standard input (the default)")->type_name("");
  command->add_flag("--conllu", options->conllu,
                    "the input is CoNLL-U: ID and FORM are kept, comments and multiword lines pass through");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
