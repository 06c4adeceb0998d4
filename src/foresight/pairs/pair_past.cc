// Laying out what pairs did before a day.
#include "foresight/pairs/pair_past.h"

#include <algorithm>

#include "foresight/events/name_parts.h"

namespace entente {
namespace {

uint64_t couple_key(uint32_t a, uint32_t b) {
  return (static_cast<uint64_t>(std::min(a, b)) << 32U) | std::max(a, b);
}

/// "KEN:MIL" as event data would name it: "MIL (KEN)".
std::string with_country_last(const std::string& name) {
  const size_t colon = name.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == name.size()) return name;
  return name.substr(colon + 1) + " (" + name.substr(0, colon) + ")";
}

}  // namespace

ActFamily family_of(std::string_view code) {
  const std::string_view root = code.substr(0, 2);
  if (root <= "02") return ActFamily::words;
  if (root <= "05") return ActFamily::verbal_cooperation;
  if (root <= "08") return ActFamily::material_cooperation;
  return root <= "13" ? ActFamily::verbal_conflict : ActFamily::material_conflict;
}

PairPast::PairPast(const PairHistory& history, int64_t as_of, const ActClass& act) {
  std::span<const PairEvent> events = history.events();
  const auto end = std::lower_bound(events.begin(), events.end(), as_of,
                                    [](const PairEvent& event, int64_t day) { return event.day < day; });
  events = events.first(static_cast<size_t>(end - events.begin()));
  if (!events.empty()) first_day_ = events.front().day;
  number_actors(history, events);
  number_pairs(events);
  lay_out(history, events, act);
}

void PairPast::number_actors(const PairHistory& history, std::span<const PairEvent> events) {
  here_.assign(history.actors().size(), none);
  for (const PairEvent& event : events) here_[event.source] = here_[event.target] = 0;
  std::vector<std::string> names;
  for (uint32_t actor = 0; actor < here_.size(); ++actor) {
    if (here_[actor] == none) continue;
    here_[actor] = static_cast<uint32_t>(in_history_.size());
    in_history_.push_back(actor);
    names.push_back(with_country_last(history.actors()[actor]));
  }
  NameParts parts = name_parts(names);
  country_ = std::move(parts.country);
  sector_ = std::move(parts.sector);
  const NameParts one = name_parts({"x (Y)", "Y"});
  state_sector_ = one.sector[1];
}

void PairPast::number_pairs(std::span<const PairEvent> events) {
  for (const PairEvent& event : events) couples_.push_back(couple_key(here_[event.source], here_[event.target]));
  std::sort(couples_.begin(), couples_.end());
  couples_.erase(std::unique(couples_.begin(), couples_.end()), couples_.end());
  sources_.reserve(2 * couples_.size());
  for (const uint64_t key : couples_) {
    sources_.push_back(static_cast<uint32_t>(key >> 32U));
    sources_.push_back(static_cast<uint32_t>(key));
  }
}

uint32_t PairPast::pair_of(uint32_t source, uint32_t target) const {
  if (source >= here_.size() || target >= here_.size()) return none;
  const uint32_t from = here_[source], to = here_[target];
  if (from == none || to == none || from == to) return none;
  const uint64_t key = couple_key(from, to);
  const auto at = std::lower_bound(couples_.begin(), couples_.end(), key);
  if (at == couples_.end() || *at != key) return none;
  return 2 * static_cast<uint32_t>(at - couples_.begin()) + (from > to ? 1 : 0);
}

void PairPast::lay_out(const PairHistory& history, std::span<const PairEvent> events, const ActClass& act) {
  std::vector<uint8_t> wanted;
  std::vector<ActFamily> families;
  for (const PairAct& kind : history.acts()) {
    wanted.push_back(act.holds(kind.code) ? 1 : 0);
    families.push_back(family_of(kind.code));
  }
  acts_.reserve(events.size());
  starts_.assign(couples_.size() + 2, 0);
  for (uint32_t at = 0; at < events.size(); ++at) {
    const PairEvent& event = events[at];
    const uint32_t pair = pair_of(event.source, event.target);
    acts_.push_back({event.day, pair, at, static_cast<float>(history.acts()[event.act].intensity), families[event.act],
                     wanted[event.act] != 0});
    ++starts_[pair / 2 + 2];
  }
  for (size_t at = 2; at < starts_.size(); ++at) starts_[at] += starts_[at - 1];
  by_couple_.resize(acts_.size());
  for (const PastAct& one : acts_) by_couple_[starts_[one.pair / 2 + 1]++] = one;
  starts_.pop_back();
}

std::vector<uint32_t> PairPast::active(int64_t day) const {
  std::vector<uint8_t> seen(couples_.size(), 0);
  for (const PastAct& act : acts_) {
    if (act.day >= day) break;
    if (act.day >= day - active_days) seen[act.pair / 2] = 1;
  }
  std::vector<uint32_t> pairs;
  for (uint32_t couple = 0; couple < seen.size(); ++couple) {
    if (seen[couple] != 0) pairs.insert(pairs.end(), {2 * couple, 2 * couple + 1});
  }
  return pairs;
}

std::vector<uint8_t> PairPast::outcomes(int64_t day, int64_t days) const {
  std::vector<uint8_t> happened(pairs(), 0);
  for (const PastAct& act : acts_) {
    if (act.wanted && act.day >= day && act.day < day + days) happened[act.pair] = 1;
  }
  return happened;
}

}  // namespace entente
