// The door of coding: sentences become claims. What lies behind it may change.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/actor.h"
#include "domain/article.h"
#include "domain/claim.h"
#include "domain/sentence.h"
#include "reading/reading.h"

namespace entente {

/// An article read and coded. Claims are ordered by place in the text, then by kind, type and parties.
struct Coded {
  std::vector<Sentence> sentences;
  std::vector<Claim> claims;
};

/// How a claim came about, for people: the sentence as it was parsed, the steps that led to the claim, in order, and
/// what else was seen in the sentence: every act with its claims, or why there is none.
struct Explanation {
  Sentence sentence;
  std::vector<std::string> steps;
  std::vector<std::string> considered;
};

/// The lexicon and the seven coders over it. Loaded once, then shared by all threads: every method is const.
class Coder {
 public:
  /// Reads every file of the lexicon. Errors: missing, damaged, each naming file and line.
  static Result<Coder> load(const std::string& lexicon_folder, std::shared_ptr<const Reader> reader);

  Coder(Coder&&) noexcept;
  Coder& operator=(Coder&&) noexcept;
  ~Coder();

  /// Splits, analyses the sentences that name somebody, and codes them. An article that is not English (language
  /// other than "en" or "un") gives no claims.
  [[nodiscard]] Coded code(const Article& article) const;

  /// Codes the claim's article again and tells how the claim arose.
  [[nodiscard]] Explanation explain(const Article& article, const Claim& claim) const;

  /// The events among claims in the terms of CAMEO and PLOVER, where "will send aid" is an AGREE (a claim keeps the act
  /// and its modality). Acts that are only thought of (hypothetical, conditional) are left out.
  [[nodiscard]] std::vector<Claim> events(const std::vector<Claim>& claims) const;

  /// The lexicon's entry for an id; an organ or person without an entry of its own ("RUS:MIL", "RUS:Sergei Ryabkov")
  /// is derived from its principal. Unknown ids get their own text as name.
  [[nodiscard]] Actor actor(const ActorId& id) const;

  /// Name and hash of lexicon and model, for evidence: "coder-1/3f2a...".
  [[nodiscard]] const std::string& version() const;

 private:
  struct Parts;
  explicit Coder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
