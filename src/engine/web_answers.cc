// The operations that read the web of relations off the ledger: balancing, ladders, red lines.
#include <algorithm>
#include <utility>

#include "engine/actor_lookup.h"
#include "engine/ended_ties.h"
#include "engine/engine.h"
#include "engine/grounds.h"
#include "engine/odds_desk.h"
#include "engine/parts.h"
#include "engine/passage_words.h"

namespace entente {

namespace {

PublicationDay publication_in(const std::map<ArticleId, Article>& articles) {
  return [&articles](const ArticleId& id) { return articles.at(id).published; };
}

bool has(const std::vector<ActorId>& ids, const ActorId& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool takes_part(const Balancing& b, const ActorId& who) {
  return b.actor == who;
}
bool takes_part(const Mediation& m, const ActorId& who) {
  return m.mediator == who || has(m.parties, who);
}
bool takes_part(const RedLineFate& fate, const ActorId& who) {
  return fate.line.by == who || has(fate.line.to, who) || has(fate.line.about, who);
}
bool takes_part(const LineRecord& record, const ActorId& who) {
  return record.issuer == who;
}

template <class Fact>
void keep_those_of(const WebReading& read, std::vector<Fact>& facts) {
  if (read.actors.empty()) return;
  const ActorId who = counted_as(read.actors.front());
  std::erase_if(facts, [&](const Fact& fact) { return !takes_part(fact, who); });
}

std::vector<std::string> named(const std::string& actor) {
  return actor.empty() ? std::vector<std::string>{} : std::vector<std::string>{actor};
}

}  // namespace

Grounds grounds_of(ClaimList list, const Coder& coder) {
  Grounds out;
  for (const ActorId& id : actors_of(list.claims)) out.names.emplace(id, coder.actor(id));
  for (Claim& claim : list.claims) {
    ClaimId id = claim.id();
    out.claims.emplace(std::move(id), std::move(claim));
  }
  out.articles = std::move(list.articles);
  return out;
}

const std::string& Grounds::name(const ActorId& id) const {
  const auto found = names.find(id);
  return found == names.end() || found->second.name.empty() ? id.str() : found->second.name;
}

Date Grounds::day(const ClaimId& id) const {
  return day_of(claims.at(id), publication_in(articles));
}

std::string Grounds::sentence(const ClaimId& id) const {
  const Passage& passage = claims.at(id).first_evidence().passage;
  const auto article = articles.find(passage.article);
  return words_at(article == articles.end() ? nullptr : &article->second, passage.span);
}

Result<WebReading> Engine::Parts::read_web(const Scope& scope, const std::vector<std::string>& actors) {
  Result<Ledger*> opened = open_ledger(OpenMode::existing);
  if (!opened) return opened.error();
  ClaimFilter filter;
  filter.as_of = scope.as_of;
  filter.since = scope.since;
  filter.until = scope.until;
  Result<std::vector<Claim>> claims = (*opened)->claims(filter);
  if (!claims) return claims.error();
  Result<ClaimList> list = with_articles(std::move(*claims), scope.as_of);
  if (!list) return list.error();
  Result<const Coder*> coder_loaded = load_coder();
  if (!coder_loaded) return coder_loaded.error();
  WebReading out{std::move(*list), *coder_loaded, {}};
  const std::set<ActorId> known = actors_of(out.list.claims);
  for (const std::string& said : actors) {
    Result<ActorId> id = find_actor(said, known, *out.coder);
    if (!id) return id.error();
    out.actors.push_back(*id);
  }
  return out;
}

Result<BalancingAnswer> Engine::balancing(const std::string& actor, const Scope& scope) {
  Result<WebReading> read = parts_->read_web(scope, named(actor));
  if (!read) return read.error();
  const std::vector<Claim> standing = without_ended_ties(read->list.claims);
  BalancingAnswer out{entente::balancing(standing), mediations(standing), {}};
  keep_those_of(*read, out.balancing);
  keep_those_of(*read, out.mediations);
  out.grounds = grounds_of(std::move(read->list), *read->coder);
  return out;
}

Result<LadderAnswer> Engine::ladder(const std::string& from, const std::string& to, const Scope& scope) {
  Result<WebReading> read = parts_->read_web(scope, {from, to});
  if (!read) return read.error();
  const std::map<ArticleId, Article>& articles = read->list.articles;
  const auto wording = [&](const Claim& claim) {
    return wording_of(claim, &articles.at(claim.first_evidence().passage.article));
  };
  const Dyad pair{counted_as(read->actors[0]), counted_as(read->actors[1])};
  LadderAnswer out{ladder_story(pair, read->list.claims, publication_in(articles), wording), {}};
  out.grounds = grounds_of(std::move(read->list), *read->coder);
  return out;
}

Result<RedLineAnswer> Engine::red_lines(const std::string& actor, const Scope& scope,
                                        const std::optional<OddsRequest>& odds) {
  Result<WebReading> read = parts_->read_web(scope, named(actor));
  if (!read) return read.error();
  RedLineAnswer out{red_line_fates(read->list.claims, publication_in(read->list.articles)), {}, {}, std::nullopt};
  out.records = line_records(out.lines);
  keep_those_of(*read, out.lines);
  keep_those_of(*read, out.records);
  if (odds) {
    Result<OddsDesk> desk = parts_->lay_odds(scope.as_of, *odds);
    if (!desk) return desk.error();
    out.odds = desk->answer(out.lines);
  }
  out.grounds = grounds_of(std::move(read->list), *read->coder);
  return out;
}

}  // namespace entente
