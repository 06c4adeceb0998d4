// The writing desk of a brief: scope, names and footnotes.
#include "engine/brief_desk.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "engine/ended_ties.h"
#include "engine/passage_words.h"

namespace entente {

namespace {

constexpr size_t most_notes = 20;  // of a line; all its grounds stand in the JSON

bool takes_part(const Claim& claim, const ActorId& who) {
  const auto is = [&](const ActorId& id) { return id == who || principal(id) == who; };
  const auto any = [&](const std::vector<ActorId>& ids) { return std::any_of(ids.begin(), ids.end(), is); };
  return any(claim.source) || any(claim.target) || (claim.about && any(claim.about->actors));
}

size_t count_on(const PairStanding& standing) {
  return standing.grounds.size();
}

template <class Fact, class Test>
void keep(std::vector<Fact>& facts, const Test& test) {
  facts.erase(std::remove_if(facts.begin(), facts.end(), [&](const Fact& fact) { return !test(fact); }), facts.end());
}

}  // namespace

void append(std::vector<ClaimId>& grounds, const std::vector<ClaimId>& more) {
  grounds.insert(grounds.end(), more.begin(), more.end());
}

BriefDesk::BriefDesk(const BriefSubject& subject, const std::vector<Article>& articles, std::vector<Claim> claims,
                     const ActorNamer& namer)
    : subject_(subject), namer_(namer) {
  for (const Article& article : articles) article_by_id_.emplace(article.id, &article);
  struct Placed {
    Date published;
    ClaimId id;
    Claim* claim;
    [[nodiscard]] auto key() const { return std::tie(published, claim->first_evidence().passage, id); }
  };
  std::vector<Placed> order;
  order.reserve(claims.size());
  for (Claim& claim : claims) {
    const Article* article = article_of(claim);
    order.push_back({article == nullptr ? Date{} : article->published, claim.id(), &claim});
  }
  std::sort(order.begin(), order.end(), [](const Placed& a, const Placed& b) { return a.key() < b.key(); });
  all_.reserve(claims.size());
  for (Placed& placed : order) {
    if (!places_.emplace(std::move(placed.id), all_.size()).second) continue;  // the same claim twice is one claim
    all_.push_back(std::move(*placed.claim));
    if (concerns_subject(all_.back())) claims_.push_back(all_.back());
  }
  for (const Claim& claim : claims_) {
    for (const ActorId& actor : claim.source) ++acts_[counted_as(actor)];
  }
  std::set<ArticleId> used;
  if (subject.kind == BriefSubject::Kind::article) used.insert(subject.article);
  for (const Claim& claim : claims_) used.insert(claim.first_evidence().passage.article);
  for (const auto& [id, article] : article_by_id_) {
    if (used.contains(id)) articles_.push_back(article);
  }
  std::sort(articles_.begin(), articles_.end(), [](const Article* a, const Article* b) {
    return std::tie(a->published, a->id) < std::tie(b->published, b->id);
  });
}

bool BriefDesk::concerns_subject(const Claim& claim) const {
  switch (subject_.kind) {
    case BriefSubject::Kind::article:
      return claim.first_evidence().passage.article == subject_.article;
    case BriefSubject::Kind::actor:
      return takes_part(claim, subject_.a);
    default:
      return takes_part(claim, subject_.a) && takes_part(claim, subject_.b);
  }
}

bool BriefDesk::concerns_subject(const Dyad& pair) const {
  const auto in = [&](const ActorId& who) {
    return principal(pair.from) == principal(who) || principal(pair.to) == principal(who);
  };
  if (subject_.kind == BriefSubject::Kind::article) return true;
  return in(subject_.a) && (subject_.kind == BriefSubject::Kind::actor || in(subject_.b));
}

/// Triangles need third parties: they are read off all claims, and those kept that the subject is a corner of.
void BriefDesk::keep_to_subject(BriefFacts& facts) const {
  const bool pair = subject_.kind == BriefSubject::Kind::pair;
  const auto holds = [&](const std::vector<ActorId>& corners) {
    const auto has = [&](const ActorId& id) { return std::find(corners.begin(), corners.end(), id) != corners.end(); };
    return has(subject_.a) && (!pair || has(subject_.b));
  };
  keep(facts.pairs, [&](const PairStanding& s) { return concerns_subject(s.pair); });
  keep(facts.relations, [&](const Relation& r) { return concerns_subject(Dyad{r.from, r.to}); });
  keep(facts.flows, [&](const Flow& f) { return concerns_subject(Dyad{f.from, f.to}); });
  keep(facts.exchanges, [&](const Exchange& e) { return concerns_subject(e.pair); });
  keep(facts.ladders, [&](const Ladder& l) { return concerns_subject(Dyad{l.from, l.to}); });
  keep(facts.balancing, [&](const Balancing& b) { return holds({b.actor, b.between.from, b.between.to}); });
  keep(facts.adversaries, [&](const CommonAdversary& c) {
    return pair ? c.pair == unordered({subject_.a, subject_.b}) : holds({c.pair.from, c.pair.to, c.adversary});
  });
  keep(facts.dependence, [&](const Dependence& d) { return concerns_subject(d.pair); });
  keep(facts.words_and_deeds, [&](const WordsAndDeeds& w) { return concerns_subject(w.dyad); });
  keep(facts.line_fates, [&](const RedLineFate& fate) {
    std::vector<ActorId> corners = fate.line.to;
    corners.insert(corners.end(), fate.line.about.begin(), fate.line.about.end());
    corners.push_back(fate.line.by);
    return holds(corners);
  });
  keep(facts.mediations, [&](const Mediation& m) {
    std::vector<ActorId> corners = m.parties;
    corners.push_back(m.mediator);
    return holds(corners);
  });
}

const std::vector<Claim>& BriefDesk::wide_claims() const {
  return subject_.kind == BriefSubject::Kind::article ? claims_ : all_;
}

PublicationDay BriefDesk::published() const {
  return [this](const ArticleId& id) {
    const auto found = article_by_id_.find(id);
    return found == article_by_id_.end() ? Date{} : found->second->published;
  };
}

Date BriefDesk::day(const Claim& claim) const {
  return day_of(claim, published());
}

Wording BriefDesk::wording() const {
  return [this](const Claim& claim) { return wording_of(claim, article_of(claim)); };
}

BriefFacts BriefDesk::facts_of(const std::vector<Claim>& all_own, const std::vector<Claim>& all_wide) const {
  BriefFacts facts;
  const std::vector<Claim> own = without_ended_ties(all_own);
  facts.pairs = pair_standings(own);
  facts.relations = mutual_standings(own);
  facts.flows = entente::flows(own);
  facts.exchanges = entente::exchanges(own);
  facts.ladders = ladders(own, wording());
  facts.red_lines = entente::red_lines(own);
  facts.words_and_deeds = entente::words_and_deeds(own);
  std::vector<Claim> wide = without_ended_ties(all_wide);
  std::vector<ActorId> corners;
  if (subject_.kind != BriefSubject::Kind::article) corners.push_back(subject_.a);
  if (subject_.kind == BriefSubject::Kind::pair) corners.push_back(subject_.b);
  facts.web = pair_standings(wide);
  facts.balancing = entente::balancing(wide, facts.web, corners);
  facts.adversaries = common_adversaries(wide, facts.web, corners);
  facts.dependence = dependences(wide);
  facts.line_fates = red_line_fates(wide, published());
  if (subject_.kind == BriefSubject::Kind::pair) {  // who mediates between others is no matter of the pair's
    std::erase_if(wide, [this](const Claim& c) { return !takes_part(c, subject_.a) && !takes_part(c, subject_.b); });
  }
  facts.mediations = mediations(wide);
  if (subject_.kind != BriefSubject::Kind::article) keep_to_subject(facts);
  std::stable_sort(facts.pairs.begin(), facts.pairs.end(),
                   [](const PairStanding& a, const PairStanding& b) { return count_on(a) > count_on(b); });
  return facts;
}

BriefFacts BriefDesk::facts() const {
  return facts_of(claims_, wide_claims());
}

BriefFacts BriefDesk::facts_until(const Date& last) const {
  const auto known = [&](const std::vector<Claim>& claims) {
    std::vector<Claim> out;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(out), [&](const Claim& claim) {
      const Date told = day(claim);
      return !told.known() || last_day(told) <= last_day(last);
    });
    return out;
  };
  return facts_of(known(claims_), known(wide_claims()));
}

const Article* BriefDesk::article_of(const Claim& claim) const {
  const auto found = article_by_id_.find(claim.first_evidence().passage.article);
  return found == article_by_id_.end() ? nullptr : found->second;
}

std::string BriefDesk::sentence_of(const Claim& claim) const {
  return words_at(article_of(claim), claim.first_evidence().passage.span);
}

const Actor& BriefDesk::actor(const ActorId& id) {
  const auto found = names_.find(id);
  if (found != names_.end()) return found->second;
  Actor actor = namer_(id);
  if (actor.name.empty()) actor.name = id.str();
  return names_.emplace(id, std::move(actor)).first->second;
}

std::string BriefDesk::name(const ActorId& id) {
  return with_the(actor(id).name);
}

std::string BriefDesk::names(const std::vector<ActorId>& ids) {
  std::vector<std::string> out;
  for (const ActorId& id : ids) out.push_back(name(id));
  return listed(out);
}

Dyad BriefDesk::in_order(const Dyad& pair) {
  const bool own = subject_.kind != BriefSubject::Kind::article && (pair.to == subject_.a || pair.from == subject_.a);
  const bool turned = own ? pair.to == subject_.a : acts_[pair.to] > acts_[pair.from];
  return turned ? Dyad{pair.to, pair.from} : pair;
}

std::string BriefDesk::both(const Dyad& pair) {
  const Dyad order = in_order(pair);
  return names({order.from, order.to});
}

int BriefDesk::note_for(const ClaimId& id) {
  const Claim& said = claim(id);
  const Passage& passage = said.first_evidence().passage;
  const auto [place, fresh] = numbers_.emplace(passage, static_cast<int>(notes_.size()) + 1);
  if (fresh) {
    const Article* article = article_of(said);
    notes_.push_back({place->second,
                      passage.article,
                      article == nullptr ? "" : article->title,
                      passage.span,
                      words_at(article, passage.span),
                      {},
                      {}});
  }
  BriefNote& note = notes_[static_cast<size_t>(place->second) - 1];
  if (std::find(note.claims.begin(), note.claims.end(), id) == note.claims.end()) note.claims.push_back(id);
  for (const ActorId& who : said.first_evidence().attribution) {
    actor(who);
    const bool known = std::find(note.attribution.begin(), note.attribution.end(), who) != note.attribution.end();
    if (!known) note.attribution.push_back(who);
  }
  return place->second;
}

std::vector<ClaimId> BriefDesk::best_of(const std::vector<ClaimId>& grounds) const {
  if (grounds.size() <= most_notes) return grounds;
  std::vector<ClaimId> out = grounds;
  const auto rank = [this](const ClaimId& id) {
    const Date told = day(claim(id));
    return std::make_tuple(-claim(id).confidence(), told.known() ? -last_day(told) : 1, places_.at(id));
  };
  std::stable_sort(out.begin(), out.end(), [&](const ClaimId& a, const ClaimId& b) { return rank(a) < rank(b); });
  out.resize(most_notes);
  std::sort(out.begin(), out.end(),
            [this](const ClaimId& a, const ClaimId& b) { return places_.at(a) < places_.at(b); });
  return out;
}

BriefLine BriefDesk::line(std::string text, std::vector<ClaimId> grounds) {
  std::sort(grounds.begin(), grounds.end(),
            [this](const ClaimId& a, const ClaimId& b) { return places_.at(a) < places_.at(b); });
  grounds.erase(std::unique(grounds.begin(), grounds.end()), grounds.end());
  BriefLine out{sentence_case(std::move(text)), {}, {}, 0};
  std::set<int> numbers;
  for (const ClaimId& id : grounds) out.confidence = std::max(out.confidence, claim(id).confidence());
  for (const ClaimId& id : best_of(grounds)) numbers.insert(note_for(id));
  out.notes.assign(numbers.begin(), numbers.end());
  out.grounds = std::move(grounds);
  return out;
}

}  // namespace entente
