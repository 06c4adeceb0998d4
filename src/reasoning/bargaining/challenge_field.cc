// What went before each window, as fading sums of every pair that are moved from window to window.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "reasoning/bargaining/challenge_cases.h"

namespace entente {

namespace {

constexpr double act_half_life = 60;         // days, of an act's weight
constexpr int64_t days_before_windows = 90;  // that are covered
constexpr double least_cover = 0.9;          // of a window's days
constexpr size_t most_windows = 36;

bool begins_with_one(const std::string& code, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) { return code.starts_with(b); });
}

double faded(int64_t days) {
  return std::exp2(-static_cast<double>(days) / act_half_life);
}

uint32_t couple_key(uint16_t a, uint16_t b) {
  return static_cast<uint32_t>(std::min(a, b)) << 16U | std::max(a, b);
}
uint32_t couple_key(const StateAct& act) {
  return couple_key(act.source, act.target);
}

}  // namespace

ChallengeField::ChallengeField(const StateActs& acts, const ChallengeRules& rules)
    : rules_(rules), capabilities_(acts.capabilities), covers_(acts.covers) {
  for (const EventKind& kind : acts.kinds) {
    const bool conflict = is_conflict(kind.quad), help = is_cooperation(kind.quad);
    uses_.push_back({rules_.helps ? help : conflict, kind.quad == Quad::material_conflict,
                     begins_with_one(kind.code, rules_.codes), kind.code.starts_with("13"),
                     rules_.helps ? conflict : help});
  }
  lay_out(acts);
  find_windows();
  for (const DayRange& window : windows_) {
    move_to(window.first);
    add_cases(window);
  }
  move_to(rules_.day);
}

void ChallengeField::lay_out(const StateActs& acts) {
  for (const StateAct& act : acts.acts) {
    if (act.day < rules_.day && act.source != act.target) acts_.push_back(act);
  }
  std::sort(acts_.begin(), acts_.end(), [](const StateAct& a, const StateAct& b) {
    return std::make_tuple(couple_key(a), a) < std::make_tuple(couple_key(b), b);
  });
  acts_.erase(std::unique(acts_.begin(), acts_.end()), acts_.end());
  for (size_t i = 0; i < acts_.size(); ++i) {
    if (i == 0 || couple_key(acts_[i]) != couple_key(acts_[i - 1])) {
      const auto [lesser, greater] = std::minmax(acts_[i].source, acts_[i].target);
      couples_.push_back({lesser, greater, i, i, i, {}, never});
    }
    couples_.back().end = i + 1;
  }
}

void ChallengeField::find_windows() {
  if (covers_.empty()) return;
  const int64_t whole = rules_.window_days + rules_.answer_days;
  for (int64_t first = rules_.day - whole;
       first - days_before_windows >= covers_.front().first && windows_.size() < most_windows;
       first -= rules_.window_days) {
    const auto covered = static_cast<double>(days_inside({first, first + whole - 1}, covers_));
    if (covered < least_cover * static_cast<double>(whole)) continue;
    windows_.push_back({first, first + rules_.window_days - 1});
  }
  std::reverse(windows_.begin(), windows_.end());
}

void ChallengeField::move_to(int64_t day) {
  for (Couple& couple : couples_) {
    if (couple.last != never) {
      for (Side& side : couple.sides) {
        const double times = faded(day - day_);
        for (double* sum : {&side.all, &side.leaning, &side.deeds, &side.challenges, &side.stake}) *sum *= times;
      }
    }
    for (; couple.next < couple.end && acts_[couple.next].day < day; ++couple.next) {
      const StateAct& act = acts_[couple.next];
      const KindUse& use = uses_[act.kind];
      Side& side = couple.sides[act.source == couple.lesser ? 0 : 1];
      const double weight = faded(day - act.day);
      side.all += weight;
      if (use.leaning) side.leaning += weight;
      if (use.deed) side.deeds += weight;
      if (use.challenge) side.challenges += weight;
      if (use.stake) side.stake += weight;
      if (use.threat) side.last_threat = act.day;
      couple.last = act.day;
    }
  }
  day_ = day;
  add_totals();
  if (rules_.extended) find_stakes();
  add_records(day);
}

void ChallengeField::add_totals() {
  deeds_by_.assign(capabilities_.size(), 0);
  deeds_on_.assign(capabilities_.size(), 0);
  for (const Couple& couple : couples_) {
    deeds_by_[couple.lesser] += couple.sides[0].deeds;
    deeds_on_[couple.greater] += couple.sides[0].deeds;
    deeds_by_[couple.greater] += couple.sides[1].deeds;
    deeds_on_[couple.lesser] += couple.sides[1].deeds;
  }
}

/// One more than are needed: the challenger itself may be among them.
void ChallengeField::find_stakes() {
  std::vector<std::vector<std::pair<double, uint16_t>>> all(capabilities_.size());
  for (const Couple& couple : couples_) {
    const double stake = couple.sides[0].stake + couple.sides[1].stake;
    if (stake <= 0 || day_ - couple.last > active_within) continue;
    all[couple.lesser].emplace_back(-stake, couple.greater);
    all[couple.greater].emplace_back(-stake, couple.lesser);
  }
  stakeholders_.assign(all.size(), {});
  for (size_t state = 0; state < all.size(); ++state) {
    std::sort(all[state].begin(), all[state].end());
    for (size_t i = 0; i < std::min(all[state].size(), most_defenders + 1); ++i) {
      stakeholders_[state].push_back(all[state][i].second);
    }
  }
}

const ChallengeField::Couple* ChallengeField::couple_of(uint16_t a, uint16_t b) const {
  const uint32_t key = couple_key(a, b);
  const auto found = std::lower_bound(couples_.begin(), couples_.end(), key, [](const Couple& couple, uint32_t wanted) {
    return couple_key(couple.lesser, couple.greater) < wanted;
  });
  const bool known = found != couples_.end() && couple_key(found->lesser, found->greater) == key;
  return known ? &*found : nullptr;
}

ChallengeField::Sides ChallengeField::between(uint16_t source, uint16_t target) const {
  const Couple* couple = couple_of(source, target);
  if (couple == nullptr) return {};
  const size_t forth = source == couple->lesser ? 0 : 1;
  return {couple->sides[forth], couple->sides[1 - forth], couple->last};
}

}  // namespace entente
