// An article of a few sentences with claims in it, for tests of briefs and of their renderings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "engine/brief.h"

namespace entente::test {

inline std::vector<ActorId> actor_ids(std::string_view ids) {
  std::vector<ActorId> out;
  for (const std::string_view id : split(ids, ' ')) {
    if (!id.empty()) out.emplace_back(std::string(id));
  }
  return out;
}

/// Builds an article sentence by sentence; a claim stands in the sentence that was added last.
class ToldStory {
 public:
  explicit ToldStory(std::string title) {
    article.title = std::move(title);
    article.path = "story.txt";
    article.language = "en";
  }

  ToldStory& sentence(const std::string& text) {
    if (!article.text.empty()) article.text += ' ';
    const auto begin = static_cast<uint32_t>(article.text.size());
    article.text += text;
    last_ = {begin, static_cast<uint32_t>(article.text.size())};
    return *this;
  }

  ToldStory& claim(std::string_view source, ClaimType type, std::string_view target, Domain domain = Domain::military,
                   Modality modality = Modality::asserted) {
    Evidence evidence(Passage{ArticleId("story"), last_});
    evidence.confidence = 0.8;
    Claim added(type, evidence);
    added.source = actor_ids(source);
    added.target = actor_ids(target);
    added.domain = domain;
    added.modality = modality;
    claims.push_back(added);
    return *this;
  }

  Claim& latest() { return claims.back(); }

  [[nodiscard]] Brief brief(const BriefSubject& subject) {
    article.id = ArticleId("story");
    return make_brief(subject, {article}, claims, [](const ActorId& id) {
      Actor actor;
      actor.id = id;
      actor.name = "Name-" + id.str();
      return actor;
    });
  }
  [[nodiscard]] Brief brief() { return brief(BriefSubject::of_article(ArticleId("story"))); }

  Article article;
  std::vector<Claim> claims;

 private:
  Span last_;
};

/// Something of every kind, with text that every format has to escape.
inline ToldStory full_story() {
  ToldStory story("Arms & <men>: a \"test\" of *everything*");
  story.article.dropped = {{"x", "caption"}, {"y", "caption"}, {"z", "author box"}};
  story.sentence("AAA gave BBB 1,200 drones & <b>shells</b> in 2021.").claim("AAA", ClaimType::aid, "BBB");
  story.latest().good = "drones";
  story.latest().amount = 1200;
  story.latest().when = Date::of_year(2021);
  story.sentence("BBB invests in AAA.").claim("BBB", ClaimType::investor, "AAA", Domain::economic);
  story.sentence("AAA refused BBB fighter jets.").claim("AAA", ClaimType::refused, "BBB");
  story.latest().good = "fighter-jets";
  story.sentence("AAA offered to send troops.")
      .claim("AAA", ClaimType::aid, "BBB", Domain::military, Modality::offered);
  story.latest().about = About{{}, "to send troops"};
  story.sentence("CCC attacked BBB.").claim("CCC", ClaimType::assault, "BBB");
  story.sentence("AAA is a partner of CCC.").claim("AAA", ClaimType::partner, "CCC", Domain::economic);
  story.sentence("AAA warned DDD not to strike BBB.").claim("AAA:MIL", ClaimType::warning, "DDD");
  story.latest().about = About{actor_ids("BBB"), "strike BBB | `now`"};
  story.latest().consequence = "war";
  story.sentence("AAA and BBB share an adversary in EEE.")
      .claim("AAA BBB", ClaimType::shared_adversary, "EEE", Domain::ideological);
  story.sentence("AAA is ready to mediate.")
      .claim("AAA", ClaimType::consult, "BBB CCC", Domain::diplomatic, Modality::offered);
  story.sentence("DDD supports the mediation.").claim("DDD", ClaimType::support, "AAA", Domain::diplomatic);
  story.latest().about = About{{}, "the mediation"};
  story.sentence("DDD opposes it.").claim("DDD", ClaimType::oppose, "AAA", Domain::diplomatic);
  story.latest().about = About{{}, "the mediation"};
  story.sentence("AAA is unlikely to send arms.")
      .claim("AAA", ClaimType::unlikely, "BBB", Domain::military, Modality::expected);
  story.sentence("Will AAA help?").claim("AAA", ClaimType::will_support, "BBB", Domain::military, Modality::open);
  story.sentence("DDD and CCC each fought FFF.").claim("DDD CCC", ClaimType::assault, "FFF");
  return story;
}

}  // namespace entente::test
