// entente ask: a question on what comes next, answered with a probability and its reasons.
#include "base/text.h"
#include "faces/cli/commands.h"
#include "faces/cli/history.h"
#include "report/answers.h"

namespace entente::cli {

namespace {

constexpr const char* ask_examples =
    "  entente ask \"Will Russia provide military aid to Iran by 31 March 2027?\"\n"
    "  entente ask \"Will Israel attack Iran or threaten Lebanon within 30 days?\" --json\n"
    "  entente ask \"Will Putin visit Tehran?\" --act 042 --by 2027-06-30 --save     ... and keep it\n"
    "  entente ask \"Will China consult Japan in September 2014?\" --at 2014-09-01 \\\n"
    "      --data icews14s --origin 2014-01-01                        ... as of that day, from a folder of quads\n";

struct AskOptions {
  std::vector<std::string> words;
  std::string file;
  AskRequest request;
  HistoryOptions history;
};

/// The question on the command line, or the lines of the file.
Result<std::vector<std::string>> texts_of(const AskOptions& options) {
  if (options.file.empty() == options.words.empty()) {
    return Error{ErrorCode::usage, "give a question, or a file of them with --file"};
  }
  if (options.file.empty()) return std::vector<std::string>{join(options.words, " ")};
  const Result<std::string> text = read_all(options.file);
  if (!text) return text.error();
  std::vector<std::string> out;
  for (const std::string_view line : split(*text, '\n')) {
    if (!line.empty()) out.emplace_back(line);
  }
  if (out.empty()) return Error{ErrorCode::input, options.file + ": no question in it: one a line"};
  return out;
}

int run(const AskOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<std::vector<std::string>> texts = texts_of(options);
  if (!texts) return session.fail(texts.error());
  const Result<AskHistory> history = history_of(options.history, engine);
  if (!history) return session.fail(history.error());
  AskRequest request = options.request;
  request.history = *history;
  const Result<std::vector<AskAnswer>> answers = engine.ask_all(request, *texts);
  if (!answers) return session.fail(answers.error());
  for (const AskAnswer& answer : *answers) {
    if (!session.json() && &answer != &answers->front()) session.out().line("");
    session.out().write(session.json() ? ask_json(answer) : ask_text(answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_ask(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "ask", "a question answered with a probability and its reasons", ask_examples);
  auto options = std::make_shared<AskOptions>();
  AskRequest& request = options->request;
  command->add_option("QUESTION", options->words, "in words: who, what, to whom, until when")->type_name("");
  command->add_option("--file", options->file, "questions, one a line, instead")->type_name("FILE");
  command->add_option("--at", request.at, "the day of asking: what happened before it is known (default: today)")
      ->type_name("DATE");
  command->add_option("--from", request.from, "who acts: ids or names, parted by commas")->type_name("ACTORS");
  command->add_option("--to", request.to, "who is acted on")->type_name("ACTORS");
  command
      ->add_option("--act", request.act,
                   "what is done: a PLOVER type (AID), a CAMEO code (072) or its name, or force, aid, "
                   "material-cooperation, consult, verbal-conflict")
      ->type_name("ACT");
  command->add_option("--domain", request.domain, "military, economic, ...: of an act named by its type")
      ->type_name("DOMAIN");
  command->add_option("--after", request.after, "the window begins behind that day")->type_name("DATE");
  command->add_option("--by", request.by, "the last day of the window")->type_name("DATE");
  command->add_option("--seed", request.seed, "of what is drawn; the same seed gives the same numbers")->type_name("N");
  command->add_flag("--save", request.save, "keep question and forecast in the ledger, for 'entente resolve'");
  add_history_options(*command, options->history);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
