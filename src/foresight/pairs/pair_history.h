// What pairs of actors did to each other, day by day: what forecasts of pairs are made from.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/claim.h"

namespace entente {

/// One act. Numbers are places in the lists of its history.
struct PairEvent {
  int32_t day = 0;  // since 1970-01-01
  uint32_t source = 0;
  uint32_t target = 0;
  uint32_t act = 0;

  auto operator<=>(const PairEvent&) const = default;
};

/// What was done: a CAMEO code and its intensity (Goldstein, -10..10).
struct PairAct {
  std::string code;
  double intensity = 0;

  auto operator<=>(const PairAct&) const = default;
};

/// Events of any origin in the order of time. The order in which they are added makes no difference; what is there
/// twice (same day, source, target, code) counts once.
class PairHistory {
 public:
  /// An act of source towards target on a day. What has no code, no two sides or twice the same side is passed over.
  void add(std::string_view source, std::string_view target, int64_t day, std::string_view code, double intensity);
  /// A claim of the ledger as an act of its date: an event as it is (offered or promised: as CAMEO 03, an intent;
  /// denied, hypothetical and conditional ones not at all), a red line as a threat (13), a limit as a refusal (12).
  /// False if it tells of no act or has no day.
  bool add(const Claim& claim);
  /// Puts what was added in order. Must be called before anything below.
  void settle();

  /// By day, source, target, act.
  [[nodiscard]] std::span<const PairEvent> events() const { return events_; }
  [[nodiscard]] const std::vector<std::string>& actors() const { return actors_; }  // sorted
  [[nodiscard]] const std::vector<PairAct>& acts() const { return acts_; }          // sorted
  [[nodiscard]] std::optional<uint32_t> actor(std::string_view name) const;
  /// What reasons call an actor; by its id, with blanks for '_', unless names were given.
  [[nodiscard]] std::string called(uint32_t actor) const;
  void give_names(std::function<std::string(const std::string& id)> names) { names_ = std::move(names); }
  /// The first day with an event, and the last. Needs !events().empty().
  [[nodiscard]] int64_t first_day() const { return events_.front().day; }
  [[nodiscard]] int64_t last_day() const { return events_.back().day; }

 private:
  std::vector<std::string> actors_;
  std::vector<PairAct> acts_;
  std::vector<PairEvent> events_;
  std::map<std::string, uint32_t, std::less<>> actor_numbers_;
  std::map<PairAct, uint32_t> act_numbers_;
  std::function<std::string(const std::string&)> names_;
};

}  // namespace entente
