// entente claims: what the ledger holds.
#include <unistd.h>

#include <array>

#include "faces/cli/commands.h"
#include "report/claim_json.h"
#include "report/listing.h"

namespace entente::cli {

namespace {

constexpr const char* claims_examples =
    "  entente claims                                        everything, as a table on a terminal\n"
    "  entente claims --actor RUS --actor IRN --kind limit   where support between the two stops\n"
    "  entente claims --type AID --since 2024 --format csv > aid.csv\n"
    "  entente claims --words 'drones OR missiles' --json    by the words of the sentence\n"
    "  entente claims --stories --actor RUS                  events, each once with all its reports\n"
    "  entente claims --as-of 2026-03-01                     what was known at the end of that day\n";

struct ClaimsOptions {
  std::string kind;
  std::vector<std::string> actors;
  std::string type;
  std::string domain;
  std::string since;
  std::string until;
  std::string as_of;
  std::string article;
  std::string words;
  std::string format;
  bool stories = false;
};

Error unknown(const std::string& option, const std::string& value, const std::string& allowed) {
  return {ErrorCode::usage, option + " " + value + ": " + allowed};
}

bool is_type(const std::string& name) {
  for (int i = 0; i < claim_type_count; ++i) {
    if (name_of(static_cast<ClaimType>(i)) == name) return true;
  }
  return false;
}

std::string type_names() {
  std::string names = "use one of";
  for (int i = 0; i < claim_type_count; ++i) names += " " + std::string(name_of(static_cast<ClaimType>(i)));
  return names;
}

std::optional<Error> set_words(const ClaimsOptions& options, ClaimFilter& filter) {
  if (!options.kind.empty() && !(filter.kind = claim_kind(options.kind))) {
    return unknown("--kind", options.kind, "use event, tie, stance, redline, limit, outlook or question");
  }
  if (!options.domain.empty() && !(filter.domain = domain_named(options.domain))) {
    return unknown("--domain", options.domain,
                   "use military, economic, financial, nuclear, energy, diplomatic, political, ideological or "
                   "humanitarian");
  }
  if (!options.type.empty()) {
    if (!is_type(options.type)) return unknown("--type", options.type, type_names());
    filter.type = options.type;
  }
  return std::nullopt;
}

std::optional<Error> set_date(const std::string& option, const std::string& text, Date& date) {
  if (text.empty()) return std::nullopt;
  const std::optional<Date> parsed = parse_iso_date(text);
  if (!parsed) return unknown(option, text, "give a day, month or year such as 2026-03-01, 2026-03, 2026");
  date = *parsed;
  return std::nullopt;
}

Result<ClaimFilter> filter_of(const ClaimsOptions& options, Engine& engine) {
  ClaimFilter filter;
  if (const auto error = set_words(options, filter)) return *error;
  if (const auto error = set_date("--since", options.since, filter.since)) return *error;
  if (const auto error = set_date("--until", options.until, filter.until)) return *error;
  for (const std::string& actor : options.actors) filter.actors.emplace_back(actor);
  if (!options.article.empty()) filter.article = ArticleId(options.article);
  filter.words = options.words;
  if (options.as_of.empty()) return filter;
  const Result<LedgerMark> mark = engine.mark_named(options.as_of);
  if (!mark) return mark.error();
  filter.as_of = *mark;
  return filter;
}

/// Without a wish: a table for eyes, JSON lines for programs.
std::string format_of(const ClaimsOptions& options, const Session& session) {
  if (session.json()) return "jsonl";
  if (!options.format.empty()) return options.format;
  return terminal().is_terminal ? "table" : "jsonl";
}

void print(const ClaimList& list, const std::string& format, Output& out) {
  if (format == "csv") return out.write(claims_csv(list));
  if (format == "table") return out.write(claims_table(list, terminal().is_terminal ? terminal().width : 0));
  for (const Claim& claim : list.claims) {
    out.line(claim_json(claim, list.articles.at(claim.first_evidence().passage.article)));
  }
}

int print_stories(const Result<StoryList>& list, const std::string& format, Session& session) {
  if (!list) return session.fail(list.error());
  if (list->stories.empty()) session.note("no event fits");
  if (format == "table") session.out().write(stories_table(*list, terminal().is_terminal ? terminal().width : 0));
  for (const Story& story : list->stories) {
    if (format != "table") session.out().line(story_json(story, list->reports));
  }
  return done;
}

int run(const ClaimsOptions& options, Session& session) {
  const std::string format = format_of(options, session);
  if (format != "jsonl" && format != "csv" && format != "table") {
    return session.fail(unknown("--format", format, "use jsonl, csv or table"));
  }
  Engine engine = session.engine();
  const Result<ClaimFilter> filter = filter_of(options, engine);
  if (!filter) return session.fail(filter.error());
  if (options.stories && format == "csv") {
    return session.fail(unknown("--format", format, "stories come as jsonl or table"));
  }
  if (options.stories) return print_stories(engine.stories(*filter), format, session);
  const Result<ClaimList> list = engine.claims(*filter);
  if (!list) return session.fail(list.error());
  if (list->claims.empty()) session.note("no claim fits");
  print(*list, format, session.out());
  return done;
}

}  // namespace

void add_claims(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "claims", "list what the ledger holds", claims_examples);
  auto options = std::make_shared<ClaimsOptions>();
  command->add_option("--kind", options->kind, "event, tie, stance, redline, limit, outlook or question")
      ->type_name("KIND");
  command->add_option("--actor", options->actors, "takes part, as RUS or RUS:GOV; given again: this one too")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--type", options->type, "AID, rival, refused, ...")->type_name("TYPE");
  command->add_option("--domain", options->domain, "military, economic, ...")->type_name("DOMAIN");
  command->add_option("--since", options->since, "on that day or later")->type_name("DATE");
  command->add_option("--until", options->until, "on that day or earlier")->type_name("DATE");
  command->add_option("--as-of", options->as_of, "what the ledger held then: a row number, or a day")
      ->type_name("MARK");
  command->add_option("--article", options->article, "of that article")->type_name("ID");
  command->add_option("--words", options->words, "a full-text query over the sentences")->type_name("QUERY");
  command->add_option("--format", options->format, "jsonl, csv or table")->type_name("FORMAT");
  command->add_flag("--stories", options->stories, "events, each once with all its reports");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
