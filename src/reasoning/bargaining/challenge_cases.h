// Windows in which a state could have challenged another, with what went before and what came of it: what the
// deterrence game is fitted to where red lines are asked about. Part of the door of reasoning; docs/models.md tells
// the rules.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "domain/day_range.h"
#include "domain/event.h"

namespace entente {

/// An act between two states; numbers are places in the lists of its StateActs.
struct StateAct {
  int32_t day = 0;  // since 1970-01-01
  uint16_t source = 0;
  uint16_t target = 0;
  uint16_t kind = 0;

  auto operator<=>(const StateAct&) const = default;
};

/// What states did to each other, as far as event data tell.
struct StateActs {
  std::vector<ActorId> states;       // sorted
  std::vector<double> capabilities;  // of each: its share of the world's
  std::vector<EventKind> kinds;
  std::vector<StateAct> acts;    // in any order; what is there twice counts once
  std::vector<DayRange> covers;  // the days of which the data tell anything, in order and apart

  [[nodiscard]] std::optional<uint16_t> number_of(const ActorId& state) const;
};

/// What counts as a challenge, towards whom, and when.
struct ChallengeRules {
  int64_t day = 0;  // acts of that day and of later ones are not looked at
  int window_days = 30;
  int answer_days = 30;            // so long after the day of a challenge a deed of the defender is its answer
  std::vector<std::string> codes;  // of challenges: beginnings of CAMEO codes
  bool helps = false;     // a challenge is help to somebody whom the defender is at odds with: arms to its rival
  bool extended = false;  // a challenge is to a third party in which the defender has a stake, not to itself
};

enum class ChallengeOutcome : uint8_t { quiet, given_way, answered };

inline constexpr size_t challenge_regressors = 11;
/// contact, before, leaning, elsewhere, power, record, answers, warned, pressed, ties, stake.
const std::array<std::string_view, challenge_regressors>& challenge_regressor_names();
/// The place of "warned" in a case's regressors.
inline constexpr size_t regressor_warned = 7;

/// A challenger, whom it could act towards (the defender itself, or a third party), and the defender.
struct ChallengeCase {
  uint16_t challenger = 0;
  uint16_t about = 0;
  uint16_t defender = 0;
  int64_t from = 0;  // the first day of the window
  std::array<double, challenge_regressors> x{};
  ChallengeOutcome outcome = ChallengeOutcome::quiet;
  bool deed_anyway = false;  // without a challenge the defender did in the window what would be an answer
};

/// How the windows of three (or two) ended, whether or not they are among the cases.
struct OwnChallenges {
  size_t windows = 0;
  size_t challenges = 0;
  size_t answered = 0;
};

/// Lays out the acts as cases, one pass over each pair. Regressors of a window are read off the acts before its first
/// day, its outcome off those before `rules.day` alone.
class ChallengeField {
 public:
  ChallengeField(const StateActs& acts, const ChallengeRules& rules);

  [[nodiscard]] const ChallengeRules& rules() const { return rules_; }
  /// The windows, in order: all of each, and the days in which an answer could come, are covered and lie before
  /// `rules.day`; at least 90 covered days lie before them, and no more than 36 are taken, the latest.
  [[nodiscard]] const std::vector<DayRange>& windows() const { return windows_; }
  /// By window, challenger, whom it could act towards, defender: of pairs that had to do with each other in the year
  /// before.
  [[nodiscard]] const std::vector<ChallengeCase>& cases() const { return cases_; }
  /// The case of the window that begins on `rules.day`, whose outcome nobody knows.
  [[nodiscard]] ChallengeCase now(uint16_t challenger, uint16_t about, uint16_t defender) const;
  [[nodiscard]] OwnChallenges own(uint16_t challenger, uint16_t about, uint16_t defender) const;

 private:
  static constexpr int64_t never = INT64_MIN / 2;
  static constexpr int64_t active_within = 365;  // days: pairs that are looked at, and records
  static constexpr size_t most_defenders = 3;    // of a third party

  /// Acts of one side towards the other before a day, fading.
  struct Side {
    double all = 0;
    double leaning = 0;     // conflict, or help where challenges are help
    double deeds = 0;       // material conflict
    double challenges = 0;  // what counts as a challenge
    double stake = 0;       // cooperation, or conflict where challenges are help
    int64_t last_threat = never;
  };
  /// Two states, the lesser number first; sides[0] is what that one did.
  struct Couple {
    uint16_t lesser = 0;
    uint16_t greater = 0;
    size_t begin = 0;  // of its acts
    size_t end = 0;
    size_t next = 0;  // the first act that is not counted yet
    std::array<Side, 2> sides;
    int64_t last = never;  // day of the last act
  };
  /// How one side of a couple looks from the other.
  struct Sides {
    Side forth;
    Side back;
    int64_t last = never;
  };
  struct KindUse {
    bool leaning = false, deed = false, challenge = false, threat = false, stake = false;
  };
  /// How many challenges each defender met in a window, and answered.
  struct WindowRecord {
    int64_t from = 0;
    std::vector<uint32_t> met;
    std::vector<uint32_t> answered;
  };

  void lay_out(const StateActs& acts);
  void find_windows();
  void move_to(int64_t day);
  void add_totals();
  void find_stakes();
  void add_records(int64_t day);
  void add_cases(const DayRange& window);
  void add_case(uint16_t challenger, uint16_t about, uint16_t defender, const DayRange& window, WindowRecord& record);
  void settle(ChallengeCase& one, const DayRange& window) const;
  [[nodiscard]] const Couple* couple_of(uint16_t a, uint16_t b) const;
  [[nodiscard]] Sides between(uint16_t source, uint16_t target) const;
  [[nodiscard]] bool active(uint16_t a, uint16_t b) const;
  [[nodiscard]] std::optional<int64_t> first_act(uint16_t source, uint16_t target, bool KindUse::*use, int64_t first,
                                                 int64_t last) const;
  [[nodiscard]] ChallengeCase case_of(uint16_t challenger, uint16_t about, uint16_t defender) const;

  ChallengeRules rules_;
  std::vector<double> capabilities_;
  std::vector<KindUse> uses_;
  std::vector<StateAct> acts_;  // by couple, then day
  std::vector<Couple> couples_;
  std::vector<DayRange> covers_;
  std::vector<DayRange> windows_;
  std::vector<ChallengeCase> cases_;
  // as of the day moved to
  int64_t day_ = never;
  std::vector<double> deeds_by_;
  std::vector<double> deeds_on_;
  std::vector<std::vector<uint16_t>> stakeholders_;  // of each state: who has most at stake in it
  std::vector<double> records_;                      // of each state: how it answered
  std::vector<WindowRecord> window_records_;
};

}  // namespace entente
