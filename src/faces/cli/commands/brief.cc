// entente brief: a dossier of an article, a pair or an actor.
#include "report/report.h"

#include <filesystem>

#include "base/text.h"
#include "faces/cli/commands.h"

namespace entente::cli {

namespace {

constexpr const char* brief_examples =
    "  entente brief article.txt                      read the article and show its brief\n"
    "  entente brief article.txt -o brief.html        ... as a page to forward\n"
    "  entente brief RUS IRN                          all that the ledger holds on a pair\n"
    "  entente brief Turkey --format md               ... on one actor, in Markdown\n"
    "  entente brief RUS IRN --as-of 2026-03-01       as it was known then\n"
    "  entente brief RUS IRN --since 2025-06          ... with what has changed since\n";

struct BriefOptions {
  std::vector<std::string> subject;
  std::string format;
  std::string file;
  std::string as_of;
  std::string since;
  bool odds = false;
};

/// The format that was asked for, or that the file's name tells.
std::optional<Format> format_of(const BriefOptions& options, bool json) {
  if (!options.format.empty()) return format_named(options.format);
  if (json) return Format::json;
  const std::string ending = std::filesystem::path(options.file).extension().string();
  if (ending == ".html" || ending == ".htm") return Format::html;
  if (ending == ".md") return Format::markdown;
  if (ending == ".json") return Format::json;
  return Format::terminal;
}

/// A single argument is a file if there is one of that name, or if it looks like a path.
bool is_path(const std::string& text) {
  std::error_code ignored;
  const bool looks =
      text == "-" || text.find('/') != std::string::npos || !std::filesystem::path(text).extension().empty();
  return looks || std::filesystem::exists(text, ignored);
}

Result<Brief> make(const BriefOptions& options, Engine& engine) {
  if (options.subject.size() == 1 && is_path(options.subject[0])) return engine.brief_article(options.subject[0]);
  const std::optional<Date> since = options.since.empty() ? Date{} : parse_iso_date(options.since);
  if (!since) {
    return Error{ErrorCode::usage,
                 "--since " + options.since + ": give a day, month or year such as 2026-03-01, 2026-03, 2026"};
  }
  LedgerMark mark;
  if (!options.as_of.empty()) {
    const Result<LedgerMark> named = engine.mark_named(options.as_of);
    if (!named) return named.error();
    mark = *named;
  }
  return engine.brief_actors(options.subject, mark, *since, options.odds);
}

int run(const BriefOptions& options, Session& session) {
  const std::optional<Format> format = format_of(options, session.json());
  if (!format)
    return session.fail({ErrorCode::usage, options.format + ": no such format: use terminal, md, html or json"});
  Engine engine = session.engine();
  const Result<Brief> brief = make(options, engine);
  if (!brief) return session.fail(brief.error());
  const Terminal screen = terminal();
  const bool to_file = !options.file.empty() && options.file != "-";
  const std::string text = render(*brief, *format, {screen.width, screen.colour && !to_file});
  if (!to_file) {
    session.out().write(text);
    return done;
  }
  const Result<void> written = write_file(options.file, text);
  return written ? done : session.fail(written.error());
}

}  // namespace

void add_brief(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "brief", "a dossier of an article, a pair or an actor", brief_examples);
  auto options = std::make_shared<BriefOptions>();
  command->add_option("SUBJECT", options->subject, "a file; or one actor, or two, by id or name")
      ->required()
      ->expected(1, 2)
      ->type_name("");
  command->add_option("--format", options->format, "terminal, md, html or json (default: as FILE's name tells)")
      ->type_name("FORMAT");
  command->add_option("-o,--output", options->file, "write there instead of standard output")->type_name("FILE");
  command->add_option("--as-of", options->as_of, "what the ledger held then: a row number, or a day")
      ->type_name("MARK");
  command->add_flag("--odds", options->odds,
                    "of a pair or an actor: our own numbers beside what is expected, from the history of events");
  command->add_option("--since", options->since, "of a pair or an actor: tell what has changed after that day")
      ->type_name("DATE");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
