#include "domain/state_system.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/date.h"

namespace entente {

std::optional<int> StateSystem::code(StateList list, const ActorId& actor, int64_t day) const {
  const ActorId state = principal(actor);
  for (const StateMembership& member : members_) {
    if (member.list != list || day < member.days.first || day > member.days.last) continue;
    if (std::find(member.actors.begin(), member.actors.end(), state) != member.actors.end()) return member.code;
  }
  return std::nullopt;
}

std::vector<int> StateSystem::members_in(StateList list, int year) const {
  const int64_t first = first_day(Date::of_year(year)), last = last_day(Date::of_year(year));
  std::set<int> codes;
  for (const StateMembership& member : members_) {
    if (member.list == list && member.days.first <= last && member.days.last >= first) codes.insert(member.code);
  }
  return {codes.begin(), codes.end()};
}

uint64_t StateSystem::directed_pairs_in(StateList list, int year) const {
  const int64_t first = first_day(Date::of_year(year)), last = last_day(Date::of_year(year));
  std::vector<std::pair<int, DayRange>> spells;
  for (const StateMembership& member : members_) {
    if (member.list != list || member.days.first > last || member.days.last < first) continue;
    spells.push_back({member.code, {std::max(member.days.first, first), std::min(member.days.last, last)}});
  }
  std::set<std::pair<int, int>> pairs;
  for (size_t i = 0; i < spells.size(); ++i) {
    for (size_t k = i + 1; k < spells.size(); ++k) {
      const auto& [a, days] = spells[i];
      const auto& [b, others] = spells[k];
      if (a != b && days.first <= others.last && others.first <= days.last) pairs.insert(std::minmax(a, b));
    }
  }
  return 2 * pairs.size();
}

}  // namespace entente
