#include "engine/past_grounds.h"

namespace entente {

void GroundList::add(const Question& question) {
  actors_.insert({question.source, question.target});
  codes_.insert(question.act.codes.begin(), question.act.codes.end());
}

void GroundList::add(const std::vector<PastEvent>& events) {
  for (const PastEvent& event : events) {
    actors_.insert({event.source, event.target});
    codes_.insert(event.code);
    claims_.insert(event.claims.begin(), event.claims.end());
  }
}

void GroundList::fill(const ClaimList& list, const Coder& coder, const EventCodebook& codebook, Grounds& grounds,
                      std::map<std::string, std::string>& act_names) const {
  for (const ActorId& id : actors_) grounds.names.emplace(id, coder.actor(id));
  for (const std::string& code : codes_) {
    std::string name = codebook.name_of_act(code);
    if (!name.empty()) act_names.emplace(code, std::move(name));
  }
  for (const Claim& claim : list.claims) {
    ClaimId id = claim.id();
    if (!claims_.contains(id)) continue;
    const ArticleId& article = claim.first_evidence().passage.article;
    grounds.articles.emplace(article, list.articles.at(article));
    grounds.claims.emplace(std::move(id), claim);
  }
}

}  // namespace entente
