// What a passage says. A claim cannot be made without the evidence that it rests on.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/span.h"
#include "domain/vocabulary.h"

namespace entente {

/// Where something is said: bytes of an article's text. The quote is derived from it, never stored.
struct Passage {
  ArticleId article;
  Span span;  // the whole sentence
  auto operator<=>(const Passage&) const = default;
};

struct Evidence {
  explicit Evidence(Passage where) : passage(std::move(where)) {}

  Passage passage;
  Span trigger;                      // the word that made the coder fire, inside the passage
  std::string method;                // "coder/1": the name and version of what read it
  double confidence = 0;             // 0..1
  std::vector<ActorId> attribution;  // who says so, when it is not the writer
};

/// The third party or the act that a claim is about.
struct About {
  std::vector<ActorId> actors;
  std::string text;
  bool operator==(const About&) const = default;
};

class Claim {
 public:
  Claim(ClaimType claim_type, Evidence first) : type(claim_type) { evidence_.push_back(std::move(first)); }

  std::vector<ActorId> source;
  std::vector<ActorId> target;
  ClaimType type;
  Domain domain = Domain::political;
  Modality modality = Modality::asserted;
  std::optional<About> about;
  Date when;
  std::string cameo;         // events: two to four digits; else empty
  double intensity = 0;      // events: Goldstein, -10..10
  std::optional<Sign> sign;  // ties
  std::string good;          // flows: an id of the goods list ("drones"); else empty
  std::optional<double> amount;
  std::string unit;
  std::string consequence;  // red lines: what is said to follow
  std::string why;          // the rule that fired, in a few words

  [[nodiscard]] ClaimKind kind() const { return kind_of(type); }
  [[nodiscard]] const std::vector<Evidence>& evidence() const { return evidence_; }
  [[nodiscard]] const Evidence& first_evidence() const { return evidence_.front(); }
  void add_evidence(Evidence more) { evidence_.push_back(std::move(more)); }
  [[nodiscard]] double confidence() const { return first_evidence().confidence; }

  /// Hash of the passage and of everything that the claim says (not of how sure it is or why): the same reading of
  /// the same passage has the same id.
  [[nodiscard]] ClaimId id() const;

 private:
  std::vector<Evidence> evidence_;
};

}  // namespace entente
