// The door of coding: sentences become claims. What lies behind it may change.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "coding/events/event_codebook.h"
#include "coding/questions/question_reading.h"
#include "coding/tables/table_parties.h"
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

  /// Reads a question about what will happen, asked on that day (since 1970-01-01): its parties, acts and window as far
  /// as they are found.
  [[nodiscard]] QuestionReading question(const std::string& text, int64_t asked) const;

  /// What the outlooks and open questions of an article ask about, by their claims: acts that an event could be.
  [[nodiscard]] std::map<ClaimId, AskedPart> asked_in(const Article& article) const;

  /// The lexicon's entry for an id; an organ or person without an entry of its own ("RUS:MIL", "RUS:Sergei Ryabkov")
  /// is derived from its principal. Unknown ids get their own text as name.
  [[nodiscard]] Actor actor(const ActorId& id) const;
  /// Who held an office of a state ("head of state", "head of government"), in order of time.
  [[nodiscard]] std::vector<OfficeTerm> terms(const ActorId& state, const std::string& office) const;

  /// Name and hash of lexicon and model, for evidence: "coder-1/3f2a...".
  [[nodiscard]] const std::string& version() const;

 private:
  struct Parts;
  explicit Coder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Foreign codes of actors by their ids: "iso2" to "RU", "cow" to "365", ...
using ActorCodes = std::map<ActorId, std::map<std::string, std::string>>;

/// The codes of every actor of the lexicon. Reads its actors alone. Errors: as for Coder::load.
Result<ActorCodes> actor_codes(const std::string& lexicon_folder);

/// Characters [first, second) of a text, counted in Unicode code points.
using CharacterRange = std::pair<uint64_t, uint64_t>;

/// A text in which two parties are marked; a party that is implied has no range.
struct MarkedPair {
  std::string text;
  std::optional<CharacterRange> source;
  std::optional<CharacterRange> target;
};

/// What the source does to the target, in the terms of the data of marked pairs: imposed sanctions are COERCE, and
/// CONCEDE is material cooperation as RETREAT is. No type where the text tells of no act.
struct PairAnswer {
  std::optional<ClaimType> type;
  Quad quad = Quad::none;
  double confidence = 0;  // how often an answer so sure is right
};

/// Tells the type of given pairs. Loaded once, then shared by all threads: every method is const.
class PairCoder {
 public:
  /// Errors: those of the lexicon; a model that is missing, damaged or of another version, by name.
  static Result<PairCoder> load(const std::string& lexicon_folder, const std::string& model_path,
                                std::shared_ptr<const Reader> reader);

  PairCoder(PairCoder&&) noexcept;
  PairCoder& operator=(PairCoder&&) noexcept;
  ~PairCoder();

  /// Errors: input, for a range that is empty or outside of the text.
  [[nodiscard]] Result<PairAnswer> code(const MarkedPair& pair) const;

 private:
  struct Parts;
  explicit PairCoder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
