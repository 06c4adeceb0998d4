// The next-event forecaster: who does what to whom next, from the facts of a temporal graph. docs/forecasting.md tells
// how it works and how well.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/hooks.h"
#include "base/result.h"
#include "domain/fact.h"

namespace entente {

/// What was known of subject and answer before the step: the very fact, the two in other relations, or nothing.
enum class Acquaintance { recurrent, pair, cold };

/// One query with the place of its answer.
struct RankedQuery {
  Fact fact;           // as asked
  bool object = true;  // the object was asked for, else the subject
  double rank = 0;     // 1 + better + half of the equal, among all entities but further true answers
  float score = 0;     // the answer's own
  Acquaintance before = Acquaintance::cold;
};

/// Averages over queries, as fractions.
struct EventScores {
  size_t queries = 0;
  double mrr = 0;  // mean of 1 / rank
  double hits1 = 0;
  double hits3 = 0;
  double hits10 = 0;
};

EventScores event_scores(std::span<const RankedQuery> ranked);
/// Of those queries alone.
EventScores event_scores(std::span<const RankedQuery> ranked, Acquaintance before);

enum class Split { valid, test };

struct EventOptions {
  uint64_t seed = 1;
  std::vector<std::string> without = {};  // families of features to leave out, to see what they add; only for train
  int threads = 1;
  Hooks hooks;
};

/// Ranks the split's queries by recurrency alone, which is what any forecaster has to beat. Errors: interrupted.
Result<std::vector<RankedQuery>> rank_by_recurrency(const FactSet& facts, Split split, const EventOptions& options);

/// What speaks for an answer.
struct EventReason {
  enum class Kind {
    same_fact,  // the subject did it to the object before
    rule,       // the two were in `relation`, which foretells the one that is asked for
    object,     // it is often the object of the relation, whoever the subject
    path,       // both have to do with `entity`
    country,    // both are of one country
  };
  Kind kind = Kind::rule;
  int32_t relation = -1;  // from the number of relations on: inverse ones
  int32_t entity = -1;
  int64_t times = 0;
  int32_t last_step = -1;  // as in the file
  double share = 0;  // of a rule: of the like cases in the past, how many came true; of an object: its part; of a path
};

/// An answer to (subject, relation, ?) with its probability among all entities.
struct ForeseenEvent {
  int32_t entity = 0;
  double probability = 0;
  std::vector<EventReason> reasons;
};

/// Who will be the object (or, of an inverse relation, the subject) at the step?
struct EventQuestion {
  int32_t subject = 0;
  int32_t relation = 0;  // from the number of relations on: inverse ones
  int32_t step = 0;      // as in the file; facts of earlier steps are seen
  size_t top = 20;
};

/// A forecaster that was fitted to a set's train part (and, for what comes after it, to its valid part).
class EventForecaster {
 public:
  /// Opens nothing but train and valid. The same seed gives the same bytes on any number of threads. Errors: input (too
  /// few facts), usage (no such family of features), interrupted.
  static Result<EventForecaster> train(const FactSet& facts, const EventOptions& options);
  /// Errors: missing, io, version, damaged.
  static Result<EventForecaster> load(const std::string& path);
  EventForecaster(EventForecaster&&) noexcept;
  EventForecaster& operator=(EventForecaster&&) noexcept;
  ~EventForecaster();

  /// The content of the model's file.
  [[nodiscard]] std::string bytes() const;

  /// Ranks both queries of each of the split's facts, in their order, first the object's; single step. Errors: input
  /// (trained on another set), interrupted.
  [[nodiscard]] Result<std::vector<RankedQuery>> rank(const FactSet& facts, Split split,
                                                      const EventOptions& options) const;

  /// The likeliest answers from all facts of the set before the question's step. Errors: input (no facts before it;
  /// trained on another set), interrupted.
  [[nodiscard]] Result<std::vector<ForeseenEvent>> predict(const FactSet& facts, const EventQuestion& question,
                                                           const EventOptions& options) const;

 private:
  struct Parts;
  [[nodiscard]] Result<void> fits(const FactSet& facts) const;
  explicit EventForecaster(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
