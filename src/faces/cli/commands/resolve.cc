// entente resolve: stored questions are settled by what happened since, and scored.
#include "faces/cli/commands.h"
#include "faces/cli/day_list.h"
#include "faces/cli/history.h"
#include "report/answers.h"

namespace entente::cli {

namespace {

constexpr const char* resolve_examples =
    "  entente resolve                        settle what can be settled, with the score so far\n"
    "  entente resolve --list                 the stored questions as they stand\n"
    "  entente resolve 3f2a --answer no       one of them, by hand\n"
    "  entente resolve --days 30,365          the score by other lengths of windows\n"
    "  entente resolve --data icews14s --origin 2014-01-01 --at 2014-12-31 --json\n";

struct ResolveOptions {
  ResolveRequest request;
  std::string days;
  HistoryOptions history;
};

int run(const ResolveOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<AskHistory> history = history_of(options.history, engine);
  if (!history) return session.fail(history.error());
  ResolveRequest request = options.request;
  request.history = *history;
  if (!options.days.empty()) {
    Result<std::vector<int>> horizons = day_list(options.days, "--days");
    if (!horizons) return session.fail(horizons.error());
    request.horizons = std::move(*horizons);
  }
  const Result<ResolveAnswer> answer = engine.resolve(request);
  if (!answer) return session.fail(answer.error());
  if (answer->questions.empty()) session.note("no question is stored: 'entente ask --save' adds one");
  if (session.json()) {
    session.out().line(resolve_json(*answer));
  } else {
    session.out().write(resolve_text(*answer, terminal().width));
  }
  return done;
}

}  // namespace

void add_resolve(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "resolve", "settle stored questions and keep the score", resolve_examples);
  auto options = std::make_shared<ResolveOptions>();
  ResolveRequest& request = options->request;
  command->add_option("QUESTION", request.id, "the beginning of a question's id; without it, all of them")
      ->type_name("");
  command->add_option("--answer", request.answer, "settle it by hand: yes or no")
      ->check(CLI::IsMember({"yes", "no"}))
      ->type_name("ANSWER");
  command->add_option("--at", request.at, "by what is told up to that day (default: today)")->type_name("DATE");
  command->add_flag("--list", request.list_only, "show them, settle nothing");
  command
      ->add_option("--days", options->days,
                   "tell the score by length of the window, in classes that end there (default: 7,30,90)")
      ->type_name("DAYS");
  add_history_options(*command, options->history);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
