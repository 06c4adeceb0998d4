// The deterrence game over the ledger's events: laid out once, fitted once for each kind of challenge. Internal to the
// engine.
#pragma once

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/line_odds_answer.h"
#include "foresight/foresight.h"
#include "ledger/ledger.h"
#include "relations/relations.h"

namespace entente {

/// What counts as a challenge.
struct ChallengeAct {
  std::string name;
  std::vector<std::string> codes;  // beginnings of CAMEO codes
  bool helps = false;              // it is help to somebody

  auto operator<=>(const ChallengeAct&) const = default;
};
/// Any act of material conflict.
ChallengeAct any_challenge();
/// As `ask` names acts, or "material-conflict". Errors: usage.
Result<ChallengeAct> challenge_named(const std::string& name);
ChallengeAct challenge_of(ClaimType event);

class OddsDesk {
 public:
  using Namer = std::function<std::string(const ActorId&)>;

  /// Reads what states did to each other before `day`, as the ledger knew it then. What is known may end long before
  /// that day: then the window begins behind it, with a note. `earliest` is the first day that a fit is made as of.
  /// Errors: those of the store; usage (no days, no such act);
  /// interrupted.
  static Result<OddsDesk> lay(Ledger& ledger, const Capabilities& capabilities, LedgerMark as_of,
                              const OddsRequest& wanted, int64_t day, int64_t earliest, Namer name, const Hooks& hooks);

  [[nodiscard]] const OddsHistory& history() const { return history_; }
  /// The odds of each line towards each of those whom it warns, and the games that they are read off.
  LineOddsAnswer answer(const std::vector<RedLineFate>& fates);
  /// The fit as of `from` against the windows behind it.
  CheckedOdds check(const ChallengeAct& act, bool extended, int64_t from) const;

 private:
  struct Game {
    std::unique_ptr<ChallengeField> field;
    std::string why_none;
    size_t basis = 0;
  };

  /// Which days data sets cover that tell of all acts; gives the names of these.
  Result<std::vector<std::string>> find_covers(EventStore& store, LedgerMark as_of);
  Result<void> read(EventStore& store, const EventQuery& query, const Hooks& hooks);
  void begin_window(int64_t day);
  [[nodiscard]] ChallengeRules rules(const ChallengeAct& act, bool extended, int64_t day) const;
  const Game& game(const ChallengeAct& act, bool extended);
  std::vector<LineOdds> odds(const RedLineFate& fate);
  void fill(const ChallengeAct& act, LineOdds& odds);

  OddsRequest wanted_;
  std::optional<ChallengeAct> act_;  // that was asked for
  Namer name_;
  OddsHistory history_;
  StateActs acts_;
  std::map<std::pair<ChallengeAct, bool>, Game> games_;
  std::vector<OddsBasis> bases_;
};

}  // namespace entente
