// Summing what actors did and met.
#include "foresight/pairs/actor_records.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double lately = 30;        // half-life in days of conflict and cooperation with third parties
constexpr double kind_memory = 180;  // half-life in days of what kinds of actors do
constexpr double kind_pseudo_pairs = 5;
constexpr float least_bond = 0.02F;  // weaker bonds with third parties are forgotten

bool is_conflict(ActFamily family) {
  return family == ActFamily::verbal_conflict || family == ActFamily::material_conflict;
}
bool is_cooperation(ActFamily family) {
  return family == ActFamily::verbal_cooperation || family == ActFamily::material_cooperation;
}

}  // namespace

DailyFading::DailyFading(double half_life, int64_t most_days) {
  const double seen = 1 - std::exp2(-static_cast<double>(std::max<int64_t>(1, most_days)) / half_life);
  for (int64_t age = 0; age <= most_days; ++age) {
    weights_.push_back(static_cast<float>(std::exp2(-static_cast<double>(age) / half_life) / seen));
  }
}

void ActorRecords::Sums::add(uint64_t key, double value) {
  const uint32_t at = index_.find_or_add(key, static_cast<uint32_t>(sums_.size()));
  if (at == sums_.size()) sums_.push_back(0);
  sums_[at] += value;
}

double ActorRecords::Sums::of(uint64_t key) const {
  const uint32_t at = index_.find(key);
  return at == FlatIndex::none ? 0 : sums_[at];
}

ActorRecords::ActorRecords(const PairPast& past, int64_t day, std::span<const uint32_t> active)
    : past_(past), records_(past.actors()) {
  count_acts(day);
  count_kinds(active);
  meet(day);
}

uint64_t ActorRecords::kinds_key(uint32_t source, uint32_t target) const {
  return (static_cast<uint64_t>(past_.sector(source)) << 32U) | static_cast<uint32_t>(past_.sector(target));
}
uint64_t ActorRecords::countries_key(uint32_t source, uint32_t target) const {
  return (static_cast<uint64_t>(past_.country(source)) << 32U) | static_cast<uint32_t>(past_.country(target));
}

void ActorRecords::count_acts(int64_t day) {
  const int64_t most = day - past_.first_day();
  const std::array<DailyFading, 3> fading = {DailyFading(actor_half_lives[0], most),
                                             DailyFading(actor_half_lives[1], most),
                                             DailyFading(actor_half_lives[2], most)};
  const DailyFading memory(kind_memory, most);
  for (const PastAct& act : past_.acts()) {
    if (act.day >= day) break;
    const int64_t age = day - act.day;
    const uint32_t source = past_.source(act.pair), target = past_.target(act.pair);
    ActorRecord& from = records_[source];
    ActorRecord& to = records_[target];
    for (const size_t speed : {0, 1}) {
      from.busy[speed] += fading[2 * speed].at(age);
      to.busy[speed] += fading[2 * speed].at(age);
    }
    if (is_conflict(act.family)) {
      from.conflict += fading[1].at(age);
      to.conflict += fading[1].at(age);
    }
    if (!act.wanted) continue;
    for (size_t speed = 0; speed < fading.size(); ++speed) {
      from.did[speed] += fading[speed].at(age);
      to.met[speed] += fading[speed].at(age);
    }
    kind_acts_.add(kinds_key(source, target), memory.at(age));
    source_kind_acts_.add(static_cast<uint64_t>(past_.sector(source)), memory.at(age));
    target_kind_acts_.add(static_cast<uint64_t>(past_.sector(target)), memory.at(age));
    overall_ += memory.at(age);
    if (past_.country(source) < 0) continue;
    by_country_.add(static_cast<uint64_t>(past_.country(source)), fading[2].at(age));
    if (past_.country(target) < 0) continue;
    for (const size_t speed : {0, 1}) {
      between_countries_[speed].add(countries_key(source, target), fading[1 + speed].at(age));
    }
  }
}

void ActorRecords::count_kinds(std::span<const uint32_t> active) {
  for (const uint32_t pair : active) {
    const uint32_t source = past_.source(pair), target = past_.target(pair);
    kind_pairs_.add(kinds_key(source, target), 1);
    source_kind_pairs_.add(static_cast<uint64_t>(past_.sector(source)), 1);
    target_kind_pairs_.add(static_cast<uint64_t>(past_.sector(target)), 1);
  }
  if (!active.empty()) overall_ /= static_cast<double>(active.size());
}

void ActorRecords::meet(int64_t day) {
  const DailyFading fading(lately, day - past_.first_day());
  std::vector<std::vector<Bond>> bonds(past_.actors());
  for (uint32_t couple = 0; 2 * couple < past_.pairs(); ++couple) {
    float conflict = 0, cooperation = 0;
    for (const PastAct& act : past_.acts_of(couple)) {
      if (act.day >= day) break;
      if (is_conflict(act.family)) conflict += fading.at(day - act.day);
      if (is_cooperation(act.family)) cooperation += fading.at(day - act.day);
    }
    if (std::max(conflict, cooperation) < least_bond) continue;
    const uint32_t a = past_.source(2 * couple), b = past_.target(2 * couple);
    conflict = conflict / (1 + conflict);
    cooperation = cooperation / (1 + cooperation);
    bonds[a].push_back({b, conflict, cooperation});
    bonds[b].push_back({a, conflict, cooperation});
  }
  for (std::vector<Bond>& list : bonds) {
    std::sort(list.begin(), list.end(), [](const Bond& x, const Bond& y) { return x.actor < y.actor; });
    starts_.push_back(neighbours_.size());
    neighbours_.insert(neighbours_.end(), list.begin(), list.end());
  }
  starts_.push_back(neighbours_.size());
}

ThirdParties ActorRecords::third_parties(uint32_t source, uint32_t target) const {
  const auto list = [this](uint32_t actor) {
    return std::span(neighbours_).subspan(starts_[actor], starts_[actor + 1] - starts_[actor]);
  };
  std::span<const Bond> few = list(source), many = list(target);
  const bool swapped = few.size() > many.size();
  if (swapped) std::swap(few, many);
  ThirdParties sum;
  auto at = many.begin();
  for (const Bond& one : few) {
    at = std::lower_bound(at, many.end(), one.actor,
                          [](const Bond& other, uint32_t actor) { return other.actor < actor; });
    if (at == many.end()) break;
    if (at->actor != one.actor) continue;
    const Bond& of_source = swapped ? *at : one;
    const Bond& of_target = swapped ? one : *at;
    sum.friends += of_source.cooperation * of_target.cooperation;
    sum.adversaries += of_source.conflict * of_target.conflict;
    sum.friend_foe += of_source.cooperation * of_target.conflict;
    sum.foe_friend += of_source.conflict * of_target.cooperation;
  }
  return sum;
}

float ActorRecords::between_countries(uint32_t source, uint32_t target, size_t speed) const {
  if (past_.country(source) < 0 || past_.country(target) < 0) return -1;
  return static_cast<float>(between_countries_[speed].of(countries_key(source, target)));
}

float ActorRecords::by_country(uint32_t source) const {
  if (past_.country(source) < 0) return -1;
  return static_cast<float>(by_country_.of(static_cast<uint64_t>(past_.country(source))));
}

float ActorRecords::rate(double acts, double pairs) const {
  if (overall_ <= 0) return 0;
  return static_cast<float>(std::log((acts + kind_pseudo_pairs * overall_) / (pairs + kind_pseudo_pairs) / overall_));
}

float ActorRecords::kinds_rate(uint32_t source, uint32_t target) const {
  const uint64_t key = kinds_key(source, target);
  return rate(kind_acts_.of(key), kind_pairs_.of(key));
}
float ActorRecords::source_kind_rate(uint32_t source) const {
  const auto key = static_cast<uint64_t>(past_.sector(source));
  return rate(source_kind_acts_.of(key), source_kind_pairs_.of(key));
}
float ActorRecords::target_kind_rate(uint32_t target) const {
  const auto key = static_cast<uint64_t>(past_.sector(target));
  return rate(target_kind_acts_.of(key), target_kind_pairs_.of(key));
}

}  // namespace entente
