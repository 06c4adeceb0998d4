// What pairs did before a day, laid out for sums over pairs and actors. Internal to foresight.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "foresight/pairs/act_class.h"
#include "foresight/pairs/pair_history.h"

namespace entente {

/// Five families of acts by CAMEO root: words (01, 02), verbal cooperation (03-05), material cooperation (06-08),
/// verbal conflict (09-13), material conflict (14-20).
enum class ActFamily : uint8_t { words, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict };
inline constexpr size_t act_families = 5;
ActFamily family_of(std::string_view code);

/// An event as the sums need it. Pair 2u goes from the lesser actor of two to the greater one, 2u + 1 back.
struct PastAct {
  int32_t day = 0;
  uint32_t pair = 0;
  uint32_t event = 0;  // place in the history
  float intensity = 0;
  ActFamily family = ActFamily::words;
  bool wanted = false;  // of the class that is asked about
};

/// Everything before `as_of`. Numbers of actors and pairs depend on nothing that came later.
class PairPast {
 public:
  PairPast(const PairHistory& history, int64_t as_of, const ActClass& act);

  static constexpr uint32_t none = 0xFFFFFFFF;

  [[nodiscard]] size_t pairs() const { return sources_.size(); }
  [[nodiscard]] size_t actors() const { return country_.size(); }
  [[nodiscard]] uint32_t source(uint32_t pair) const { return sources_[pair]; }
  [[nodiscard]] uint32_t target(uint32_t pair) const { return sources_[pair ^ 1U]; }
  /// The pair of two actors of the history; none if they had nothing to do with each other.
  [[nodiscard]] uint32_t pair_of(uint32_t source, uint32_t target) const;
  /// The number of an actor of the history here; none if it had no event.
  [[nodiscard]] std::optional<uint32_t> here(uint32_t actor) const {
    if (actor >= here_.size() || here_[actor] == none) return std::nullopt;
    return here_[actor];
  }
  /// The actor's number in the history.
  [[nodiscard]] uint32_t in_history(uint32_t actor) const { return in_history_[actor]; }
  [[nodiscard]] std::span<const PastAct> acts() const { return acts_; }  // by day
  /// Acts of both directions of the pair 2u, by day.
  [[nodiscard]] std::span<const PastAct> acts_of(uint32_t couple) const {
    return std::span(by_couple_).subspan(starts_[couple], starts_[couple + 1] - starts_[couple]);
  }
  [[nodiscard]] int32_t country(uint32_t actor) const { return country_[actor]; }  // -1: not known
  [[nodiscard]] int32_t sector(uint32_t actor) const { return sector_[actor]; }
  [[nodiscard]] int32_t state_sector() const { return state_sector_; }
  [[nodiscard]] int64_t first_day() const { return first_day_; }

  /// Pairs of which either acted towards the other in the `active_days` before `day`, both directions, ascending.
  [[nodiscard]] std::vector<uint32_t> active(int64_t day) const;
  /// Whether the wanted act happened from `day` on, within so many days, by pair.
  [[nodiscard]] std::vector<uint8_t> outcomes(int64_t day, int64_t days) const;

  static constexpr int64_t active_days = 365;

 private:
  void number_actors(const PairHistory& history, std::span<const PairEvent> events);
  void number_pairs(std::span<const PairEvent> events);
  void lay_out(const PairHistory& history, std::span<const PairEvent> events, const ActClass& act);

  std::vector<uint32_t> in_history_;  // by actor
  std::vector<uint32_t> here_;        // by actor of the history: none if it had no event
  std::vector<int32_t> country_;
  std::vector<int32_t> sector_;
  std::vector<uint64_t> couples_;  // sorted keys: lesser actor, greater actor
  std::vector<uint32_t> sources_;  // by pair
  std::vector<PastAct> acts_;
  std::vector<PastAct> by_couple_;
  std::vector<size_t> starts_;
  int32_t state_sector_ = 0;
  int64_t first_day_ = 0;
};

}  // namespace entente
