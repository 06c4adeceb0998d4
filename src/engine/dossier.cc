// Gathers what a brief is made from: the claims of an article, or those of the ledger on a pair or an actor.
#include "engine/actor_lookup.h"
#include "engine/engine.h"
#include "engine/event_answer.h"
#include "engine/leaders.h"
#include "engine/pair_claims.h"
#include "engine/parts.h"
#include "engine/question_desk.h"

namespace entente {

namespace {

BriefSubject subject_of(const std::vector<ActorId>& actors) {
  if (actors.size() == 1) return BriefSubject::of_actor(actors[0]);
  return BriefSubject::of_pair(actors[0], actors[1]);
}

std::vector<Article> values(std::map<ArticleId, Article> articles) {
  std::vector<Article> list;
  for (auto& [id, article] : articles) list.push_back(std::move(article));
  return list;
}

ClaimFilter all_claims(LedgerMark as_of) {
  ClaimFilter filter;
  filter.as_of = as_of;
  filter.in_order = false;
  return filter;
}

/// Those in which something is expected or left open.
std::map<ArticleId, Article> open_articles(const ClaimList& list) {
  std::map<ArticleId, Article> out;
  for (const Claim& claim : list.claims) {
    if (claim.kind() != ClaimKind::outlook && claim.kind() != ClaimKind::question) continue;
    const ArticleId& id = claim.first_evidence().passage.article;
    const auto article = list.articles.find(id);
    if (article != list.articles.end()) out.emplace(id, article->second);
  }
  return out;
}

/// Months, so that breaks are told well; the chart takes years together where there are many.
Result<RelationsAnswer> brief_events(EventStore& store, const EventCodebook& codebook, const LeaderList& leaders,
                                     const std::vector<ActorId>& ids, LedgerMark as_of) {
  RelationsQuery query;
  for (const ActorId& id : ids) query.actors.push_back(id.str());
  query.as_of = as_of;
  query.actor_series = true;
  return answer_by_events(store, codebook, leaders, query);
}

}  // namespace

Result<Brief> Engine::brief_article(const std::string& path) {
  std::optional<ReadArticle> kept;
  size_t articles = 0;
  Result<ReadSummary> summary = read({path}, ReadMode::store, [&](const ReadArticle& read) {
    kept = read;
    return ++articles < 2;
  });
  if (!summary) return summary.error();
  if (!summary->failed.empty()) return summary->failed.front().error;
  if (!kept || articles > 1) {
    return Error{ErrorCode::input, path +
                                       ": a brief is of one article: name a single file, or read the folder with "
                                       "'entente read' and ask for a pair or an actor"};
  }
  const Coder& coder = *parts_->coder;
  const Date& published = kept->article.published;
  const Result<int64_t> today = day_of_asking("");
  const int64_t day = published.precision == Precision::day ? first_day(published) : *today;
  const Result<NumberFinder> number = parts_->number_finder({{kept->article.id, kept->article}}, day, {});
  if (!number) return number.error();
  Result<LineOddsFinder> line_odds = parts_->line_odds_finder({}, iso_day(day));
  if (!line_odds) return line_odds.error();
  const LeaderList leaders =
      leaders_by([&coder](const ActorId& state, const std::string& office) { return coder.terms(state, office); });
  return make_brief(BriefSubject::of_article(kept->article.id), {kept->article}, std::move(kept->claims),
                    [&coder](const ActorId& id) { return coder.actor(id); },
                    {{}, leaders, std::nullopt, *number, std::move(*line_odds), true});
}

Result<Brief> Engine::brief_actors(const std::vector<std::string>& actors, LedgerMark as_of, const Date& since,
                                   bool odds) {
  Result<Ledger*> ledger = parts_->open_ledger(OpenMode::existing);
  if (!ledger) return ledger.error();
  Result<const EventCodebook*> loaded = parts_->load_codebook();
  if (!loaded) return loaded.error();
  const EventCodebook& codebook = **loaded;
  BriefWishes wishes{since, parts_->leaders(), std::nullopt, {}, {}, false};
  std::vector<ActorId> ids;
  std::optional<std::string> untold;  // somebody of whom no claim tells; events may
  for (const std::string& said : actors) {
    const Result<FoundActor> found = find_actor(said, **ledger, as_of, codebook);
    if (!found) return found.error();
    ids.push_back(found->id);
    if (!found->told) untold = said;
  }
  if (ids.size() == 2 && ids[0] == ids[1]) {
    return Error{ErrorCode::usage, ids[0].str() + " is named twice: a pair needs two"};
  }
  EventStore store = (*ledger)->events();
  Result<RelationsAnswer> events = brief_events(store, codebook, wishes.leaders, ids, as_of);
  if (!events) return events.error();
  if (events->events > 0) wishes.events = std::move(*events);
  if (untold && !wishes.events) return not_told_of(*untold);
  Result<std::vector<Claim>> claims =
      ids.size() == 2 ? claims_for_pair(**ledger, {ids[0], ids[1]}, as_of) : (*ledger)->claims(all_claims(as_of));
  if (!claims) return claims.error();
  Result<ClaimList> list = parts_->with_articles(std::move(*claims), as_of);
  if (!list) return list.error();
  wishes.ask_told = odds;
  if (odds) {
    const Result<int64_t> today = day_of_asking("");
    Result<NumberFinder> number = parts_->number_finder(open_articles(*list), *today, as_of);
    if (!number) return number.error();
    wishes.number = std::move(*number);
    Result<LineOddsFinder> line_odds = parts_->line_odds_finder(as_of, "");
    if (!line_odds) return line_odds.error();
    wishes.line_odds = std::move(*line_odds);
  }
  return make_brief(
      subject_of(ids), values(std::move(list->articles)), std::move(list->claims),
      [&](const ActorId& id) { return codebook.describe(id); }, std::move(wishes));
}

}  // namespace entente
