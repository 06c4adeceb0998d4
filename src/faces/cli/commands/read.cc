// entente read: files into the ledger, or their text or claims to standard output.
#include "base/text.h"
#include "faces/cli/commands.h"
#include "report/claim_json.h"

namespace entente::cli {

namespace {

constexpr const char* read_examples =
    "  entente read article.txt                 put it into the ledger\n"
    "  entente read news/ --threads 4           a folder of texts and pages\n"
    "  entente read stories.jsonl.zst           JSON lines, CSV, RSS, Atom, JSON Feed, WARC; .gz and .zst too\n"
    "  curl -s FEED | entente read -            a feed's entries\n"
    "  entente read --claims article.txt        ... and print its claims, one JSON object a line\n"
    "  entente read --text page.html            print the main text only; nothing is stored\n"
    "  curl -s URL | entente read --text -      the same for a page from elsewhere\n"
    "  entente read --dropped page.html         what was left out of the text, and why\n";

struct ReadOptions {
  std::vector<std::string> paths;
  bool claims = false;
  bool text = false;
  bool dropped = false;
  bool dry_run = false;
};

ReadMode mode_of(const ReadOptions& options) {
  if (options.text || options.dropped) return ReadMode::text;
  return options.dry_run ? ReadMode::dry_run : ReadMode::store;
}

void print(const ReadOptions& options, const ReadArticle& read, Output& out) {
  if (options.text) out.line(article_json(read.article));
  if (options.dropped) {
    for (const Dropped& piece : read.article.dropped) out.line(dropped_json(read.article, piece));
  }
  if (options.claims) {
    for (const Claim& claim : read.claims) out.line(claim_json(claim, read.article));
  }
}

/// "1 article", "2 articles".
std::string counted(size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string sum(const ReadSummary& summary, ReadMode mode) {
  std::string text = counted(summary.added + summary.already_there, "article");
  if (mode == ReadMode::store) text += " (" + std::to_string(summary.added) + " new)";
  if (summary.repeated > 0) text += ", of which " + std::to_string(summary.repeated) + " the same as another";
  if (summary.sentences > 0) text += ", " + counted(summary.sentences, "sentence") + " read";
  text += ", " + counted(summary.claims, "claim");
  if (summary.failures > 0) text += "; " + counted(summary.failures, "input") + " failed";
  return text;
}

/// "no claims in 12 articles: not English (2), too short (10)"; empty if every article gave some.
std::string without_claims(const ReadSummary& summary) {
  size_t all = 0;
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : summary.without_claims) {
    all += count;
    reasons.push_back(reason + " (" + std::to_string(count) + ")");
  }
  return all == 0 ? "" : "no claims in " + counted(all, "article") + ": " + join(reasons, ", ");
}

int run(const ReadOptions& options, Session& session) {
  const ReadMode mode = mode_of(options);
  Output& out = session.out();
  Engine engine = session.engine();
  Result<ReadSummary> summary = engine.read(
      options.paths, mode,
      [&](const ReadArticle& read) {
        print(options, read, out);
        // Storing goes on when the reader of the output has gone; printing alone would be for nobody.
        return out.open() || (out.reader_gone() && mode == ReadMode::store);
      },
      options.claims ? Known::with_claims : Known::counted);
  if (!summary) return session.fail(summary.error());
  for (const FailedInput& input : summary->failed) static_cast<void>(session.fail(input.error));
  if (mode != ReadMode::text) session.note(sum(*summary, mode));
  if (const std::string none = without_claims(*summary); !none.empty()) session.note(none);
  return Session::code_for(summary->failures, summary->inputs);
}

}  // namespace

void add_read(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "read", "put articles into the ledger", read_examples);
  auto options = std::make_shared<ReadOptions>();
  command->add_option("PATH", options->paths, "files, folders, or - for standard input")->required()->type_name("");
  auto* claims = command->add_flag("--claims", options->claims, "print the claims, one JSON object a line");
  auto* text = command->add_flag("--text", options->text,
                                 "print path, title, date, byline, language and main text as JSON; store nothing");
  auto* dropped = command->add_flag("--dropped", options->dropped,
                                    "print what was left out of the text, and why, as JSON; store nothing");
  command->add_flag("--dry-run", options->dry_run, "do not touch the ledger");
  claims->excludes(text)->excludes(dropped);
  text->excludes(dropped);
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
