// Which states there were when, with the codes that data sets know them by: Correlates of War, Gleditsch and Ward.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "domain/event.h"

namespace entente {

enum class StateList { cow, gw };

/// One spell of membership.
struct StateMembership {
  StateList list = StateList::cow;
  int code = 0;
  std::string abbreviation;
  std::string name;
  DayRange days;                // to the end of time where the list ends with it
  std::vector<ActorId> actors;  // whom of ours the code means then
};

class StateSystem {
 public:
  StateSystem() = default;
  explicit StateSystem(std::vector<StateMembership> members) : members_(std::move(members)) {}

  /// The code of an actor's state on a day; none outside of its membership.
  [[nodiscard]] std::optional<int> code(StateList list, const ActorId& actor, int64_t day) const;
  /// The codes that are members on at least one day of the year, sorted.
  [[nodiscard]] std::vector<int> members_in(StateList list, int year) const;
  /// Ordered pairs of states whose memberships overlap on at least one day of the year.
  [[nodiscard]] uint64_t directed_pairs_in(StateList list, int year) const;
  [[nodiscard]] const std::vector<StateMembership>& members() const { return members_; }

 private:
  std::vector<StateMembership> members_;
};

}  // namespace entente
