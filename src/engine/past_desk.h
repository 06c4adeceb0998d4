// What is known of the past when a question is asked: acts of pairs from events and claims, each with where it is told.
// Internal to the engine.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/hooks.h"
#include "engine/ask_answer.h"
#include "engine/engine.h"
#include "foresight/foresight.h"

namespace entente {

/// A claim on its own day, with its parties as they are counted.
struct DatedClaim {
  Claim claim;  // as the ledger has it
  int64_t day = 0;
  ActorId source;
  ActorId target;
  std::string code;   // of an event: CAMEO, narrowed by its domain where the words gave only the root
  bool done = false;  // an event that is told as a fact
};

class PastDesk {
 public:
  /// Everything before `day`, strictly: what is dated later, or was published later, is not seen. `list` holds the
  /// claims that the ledger knows; `ledger` may be null. Errors: those of the store and of the folder of quads; missing
  /// (nothing is known at all); interrupted.
  static Result<PastDesk> lay(Ledger* ledger, const ClaimList& list, const EventCodebook& codebook,
                              const AskHistory& wanted, int64_t day, const Hooks& hooks);

  [[nodiscard]] const HistoryKnown& known() const { return known_; }
  /// What the histories call their actors in reasons. Call it before the first of them is asked for.
  void give_names(std::function<std::string(const std::string& id)> names) { names_ = std::move(names); }
  /// Acts as they were done; for questions on both directions each counts both ways.
  const PairHistory& acts(bool both_ways);
  /// What the two did to each other in that time, by day, source, target, code. Errors: those of the store.
  Result<std::vector<PastEvent>> between(const ActorId& a, const ActorId& b, const DayRange& days);
  /// The claims that tell of the two in any way, by day.
  [[nodiscard]] const std::vector<DatedClaim>& claims() const { return claims_; }
  /// How many of these days no event data set covers that would tell of such acts.
  [[nodiscard]] int64_t uncovered(const DayRange& days, const ActClass& act) const;

 private:
  /// A row of a folder of quads.
  struct QuadRow {
    int64_t day = 0;
    ActorId source;
    ActorId target;
    std::string code;
    std::optional<ClaimType> type;
    RowPassage row;
  };
  struct Act {
    ActorId source;
    ActorId target;
    int64_t day = 0;
    std::string code;
    double intensity = 0;
  };

  Result<void> add_stored();
  Result<void> add_quads(const EventCodebook& codebook, const Hooks& hooks);
  void add_claims(const ClaimList& list);
  void add_act(Act act);
  void note_day(int64_t day);

  Ledger* ledger_ = nullptr;
  AskHistory wanted_;
  int64_t day_ = 0;
  HistoryKnown known_;
  std::vector<Act> acts_;
  std::string quads_name_;
  std::vector<QuadRow> quads_;  // by source and target
  std::vector<DatedClaim> claims_;
  std::vector<DayRange> covers_;           // of the data sets that tell of everything
  std::vector<DayRange> violence_covers_;  // of all of them
  std::function<std::string(const std::string&)> names_;
  std::optional<PairHistory> forth_;
  std::optional<PairHistory> both_;
};

/// A past act as its code: the same for events and claims.
bool tells_of(const PastEvent& event, const ActClass& act);

}  // namespace entente
