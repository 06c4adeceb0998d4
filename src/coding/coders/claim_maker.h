// Building claims from acts: everything that claims of all kinds have in common.
#pragma once

#include <string>
#include <vector>

#include "coding/text/acts.h"
#include "domain/article.h"
#include "domain/claim.h"

namespace entente {

class ClaimMaker {
 public:
  ClaimMaker(const Scene& scene, const Article& article, const std::string& method);

  /// A claim that rests on an act: parties, evidence, attribution, time, domain, third parties and reason filled in.
  [[nodiscard]] Claim from_act(const Act& act, ClaimType type) const;
  /// A claim between parties that no predicate of the lexicon relates; `reason` says what does, `speakers` are the
  /// words that stand for who says so.
  [[nodiscard]] Claim between(ClaimType type, const Party& source, const Party& target, int word,
                              const std::string& reason, const std::vector<int>& speakers = {}) const;
  void add(Claim claim) { claims_.push_back(std::move(claim)); }

  [[nodiscard]] const Scene& scene() const { return scene_; }
  [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }

 private:
  [[nodiscard]] Evidence evidence(int word, double confidence, const std::vector<int>& speakers) const;
  void set_about(Claim& claim, int word) const;
  void set_time(Claim& claim, int word) const;
  [[nodiscard]] std::vector<ActorId> who_says(const std::vector<int>& words) const;

  const Scene& scene_;
  const Article& article_;
  const std::string& method_;
  std::vector<Claim> claims_;
};

/// How sure a reading is that rests on these two parties: certain by name, less by reference or topic.
double confidence_of(const Party& source, const Party& target);

/// The domain of an act of that type when no word around it speaks for another.
Domain usual_domain(ClaimType type);

}  // namespace entente
