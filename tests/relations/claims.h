// Small claims for tests of relations: an article of imaginary sentences, one claim in each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "domain/claim.h"
#include "relations/relations.h"

namespace entente::test {

inline std::vector<ActorId> actors(std::string_view ids) {
  std::vector<ActorId> out;
  for (const std::string_view id : split(ids, ' ')) {
    if (!id.empty()) out.emplace_back(std::string(id));
  }
  return out;
}

/// A claim in the nth sentence: "RUS IRN" are two actors.
inline Claim claim(uint32_t sentence, std::string_view source, ClaimType type, std::string_view target,
                   Domain domain = Domain::military, Modality modality = Modality::asserted) {
  Evidence evidence(Passage{ArticleId("a"), {sentence * 100, sentence * 100 + 50}});
  evidence.confidence = 1;
  Claim out(type, evidence);
  out.source = actors(source);
  out.target = actors(target);
  out.domain = domain;
  out.modality = modality;
  return out;
}

inline Claim with_good(Claim claim, const std::string& good) {
  claim.good = good;
  return claim;
}

inline Claim about(Claim claim, const std::string& text, std::string_view who = "") {
  claim.about = About{actors(who), text};
  return claim;
}

/// Of articles whose day nobody knows.
inline const PublicationDay undated = [](const ArticleId&) { return Date{}; };

}  // namespace entente::test
