// Gathers what a brief is made from: the claims of an article, or those of the ledger on a pair or an actor.
#include <set>

#include "engine/actor_lookup.h"
#include "engine/engine.h"
#include "engine/leaders.h"
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
  return make_brief(BriefSubject::of_article(kept->article.id), {kept->article}, kept->claims,
                    [&coder](const ActorId& id) { return coder.actor(id); }, {{}, leaders_in(coder), *number, true});
}

Result<Brief> Engine::brief_actors(const std::vector<std::string>& actors, LedgerMark as_of, const Date& since) {
  ClaimFilter filter;
  filter.as_of = as_of;
  Result<ClaimList> all = claims(filter);
  if (!all) return all.error();
  Result<const Coder*> coder = parts_->load_coder();
  if (!coder) return coder.error();
  const std::set<ActorId> known = actors_of(all->claims);
  std::vector<ActorId> ids;
  for (const std::string& actor : actors) {
    Result<ActorId> id = find_actor(actor, known, **coder);
    if (!id) return id.error();
    ids.push_back(*id);
  }
  const Result<int64_t> today = day_of_asking("");
  const Result<NumberFinder> number = parts_->number_finder(all->articles, *today, as_of);
  if (!number) return number.error();
  return make_brief(subject_of(ids), values(std::move(all->articles)), all->claims,
                    [&](const ActorId& id) { return (*coder)->actor(id); },
                    {since, leaders_in(**coder), *number, true});
}

}  // namespace entente
