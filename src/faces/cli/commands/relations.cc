// entente relations: how actors stand, by events and by claims.
#include "faces/cli/commands.h"
#include "report/event_relations.h"

namespace entente::cli {

namespace {

constexpr const char* relations_examples =
    "  entente relations RUS UKR                     the pair by month, its breaks, its standing\n"
    "  entente relations RUS UKR --by week --since 2014 --until 2014-06 --json\n"
    "  entente relations TUR                         with everybody, the clearest first\n"
    "  entente relations --until 2014-12-31 --camps  the signed network of a day, and its two camps\n"
    "  entente relations --top 10 --events 3         the ten closest and the ten most hostile pairs, and why\n"
    "  entente relations RUS NATO --members          with a bloc: its members count for it, each in its time\n"
    "  entente relations RUS IRN --as-of 2024-05-01  as it was recorded then\n";

struct RelationsOptions {
  std::vector<std::string> actors;
  std::string as_of;
  std::string by = "month";
  RelationsQuery query;
  size_t pairs = 40;
};

Result<RelationsQuery> query_of(const RelationsOptions& options, Engine& engine) {
  RelationsQuery query = options.query;
  query.actors = options.actors;
  const auto unit = period_unit(options.by);
  if (!unit) return Error{ErrorCode::usage, "--by " + options.by + ": use day, week, month or year"};
  query.by = *unit;
  if (options.as_of.empty()) return query;
  const Result<LedgerMark> mark = engine.mark_named(options.as_of);
  if (!mark) return mark.error();
  query.as_of = *mark;
  return query;
}

int run(const RelationsOptions& options, Session& session) {
  Engine engine = session.engine();
  const Result<RelationsQuery> query = query_of(options, engine);
  if (!query) return session.fail(query.error());
  const Result<RelationsAnswer> answer = engine.relations(*query);
  if (!answer) return session.fail(answer.error());
  if (session.json()) {
    session.out().line(relations_json(*answer, options.pairs));
  } else {
    session.out().write(relations_text(*answer, options.pairs));
  }
  return done;
}

}  // namespace

void add_relations(CLI::App& app, Chosen& chosen) {
  CLI::App* command = add_command(app, "relations", "how actors stand, by events and by claims", relations_examples);
  auto options = std::make_shared<RelationsOptions>();
  command->add_option("ACTOR", options->actors, "one or two, as ids or names; none: everybody")
      ->type_name("")
      ->expected(0, 2);
  command->add_option("--as-of", options->as_of, "what the ledger held then: a row number, or a day")
      ->type_name("MARK");
  command->add_option("--since", options->query.since, "the series begins there")->type_name("DATE");
  command->add_option("--until", options->query.until, "it ends there, and the standing is that of this day")
      ->type_name("DATE");
  command->add_option("--by", options->by, "day, week, month or year")->type_name("UNIT");
  command->add_option("--half-life", options->query.half_life, "days after which an event counts half (180)")
      ->type_name("DAYS")
      ->check(CLI::PositiveNumber.description(""));
  command->add_option("--data-set", options->query.data_sets, "only of this data set; given again: this one too")
      ->type_name("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--pairs", options->pairs, "so many pairs at most (40; 0: all)")->type_name("N");
  command->add_flag("--camps", options->query.camps,
                    "part everybody into two camps with friends inside and foes between");
  command->add_option("--time-limit", options->query.camp_seconds, "of the proof that no camps are better (10)")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber.description(""));
  command->add_option("--top", options->query.top, "so many of the closest and of the most hostile pairs, apart")
      ->type_name("N");
  command->add_option("--events", options->query.acts, "with --top: of each pair its N weightiest acts, with an event")
      ->type_name("N");
  command->add_flag("--members", options->query.members,
                    "the members of a bloc or organisation count for it, each in its time");
  command->add_flag("--inside", options->query.within_states, "pairs inside one state too");
  command->callback(
      [options, &chosen] { chosen.action = [options](Session& session) { return run(*options, session); }; });
}

}  // namespace entente::cli
