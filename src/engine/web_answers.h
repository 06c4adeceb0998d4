// Answers about the web of relations as plain data: balancing, ladders, red lines, with all that they rest on. Part of
// the door: engine.h includes it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.h"
#include "domain/article.h"
#include "domain/claim.h"
#include "domain/mark.h"
#include "engine/line_odds_answer.h"
#include "relations/relations.h"

namespace entente {

/// Which claims an answer is read off: what the ledger held at a mark, and of that what tells of a time.
struct Scope {
  LedgerMark as_of;
  Date since;  // a claim counts on its own day, else on that of its article's publication
  Date until;
};

/// What an answer points into: its claims and their articles, and who is who.
struct Grounds {
  std::map<ClaimId, Claim> claims;
  std::map<ArticleId, Article> articles;
  std::map<ActorId, Actor> names;

  /// The name to print; the id where nobody has told one.
  [[nodiscard]] const std::string& name(const ActorId& id) const;
  /// The day that a claim tells of; may be unknown.
  [[nodiscard]] Date day(const ClaimId& id) const;
  /// The sentence or row that a claim points at.
  [[nodiscard]] std::string sentence(const ClaimId& id) const;
};

struct BalancingAnswer {
  std::vector<Balancing> balancing;  // deepest first
  std::vector<Mediation> mediations;
  Grounds grounds;
};

struct LadderAnswer {
  LadderStory story;
  Grounds grounds;
};

struct RedLineAnswer {
  std::vector<RedLineFate> lines;
  std::vector<LineRecord> records;
  Grounds grounds;
  std::optional<LineOddsAnswer> odds;  // where they were asked for; a list for each line
};

}  // namespace entente
