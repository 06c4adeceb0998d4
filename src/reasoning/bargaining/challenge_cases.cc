// The cases that each window holds: their regressors, and how they ended.
#include "reasoning/bargaining/challenge_cases.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {

namespace {

constexpr int64_t warned_within = 90;   // days
constexpr double prior_challenges = 2;  // that a record begins with, answered as often as all are

constexpr std::array<std::string_view, challenge_regressors> regressor_names = {
    "contact", "before", "leaning", "elsewhere", "power", "record", "answers", "warned", "pressed", "ties", "stake"};

/// Sums of which one was taken out again may come out a little below 0.
double log_count(double sum) {
  return std::log1p(std::max(0.0, sum));
}

}  // namespace

const std::array<std::string_view, challenge_regressors>& challenge_regressor_names() {
  return regressor_names;
}

std::optional<uint16_t> StateActs::number_of(const ActorId& state) const {
  const auto found = std::lower_bound(states.begin(), states.end(), state);
  if (found == states.end() || *found != state) return std::nullopt;
  return static_cast<uint16_t>(found - states.begin());
}

/// Of the windows of the year before whose answers were over.
void ChallengeField::add_records(int64_t day) {
  const size_t states = capabilities_.size();
  std::vector<uint32_t> met(states), answered(states);
  double all_met = 0, all_answered = 0;
  for (const WindowRecord& record : window_records_) {
    const bool over = record.from + rules_.window_days + rules_.answer_days <= day;
    if (!over || day - record.from > active_within) continue;
    for (size_t state = 0; state < states; ++state) {
      met[state] += record.met[state];
      answered[state] += record.answered[state];
      all_met += record.met[state];
      all_answered += record.answered[state];
    }
  }
  const double usual = all_met > 0 ? all_answered / all_met : 0.5;
  records_.assign(states, usual);
  for (size_t state = 0; state < states; ++state) {
    records_[state] = (answered[state] + prior_challenges * usual) / (met[state] + prior_challenges);
  }
}

void ChallengeField::add_cases(const DayRange& window) {
  const size_t states = capabilities_.size();
  WindowRecord record{window.first, std::vector<uint32_t>(states), std::vector<uint32_t>(states)};
  const size_t first = cases_.size();
  for (const Couple& couple : couples_) {
    if (day_ - couple.last > active_within) continue;
    for (const auto& [challenger, about] :
         {std::pair(couple.lesser, couple.greater), std::pair(couple.greater, couple.lesser)}) {
      if (!rules_.extended) {
        add_case(challenger, about, about, window, record);
        continue;
      }
      size_t taken = 0;
      for (const uint16_t defender : stakeholders_[about]) {
        if (defender == challenger || taken == most_defenders) continue;
        ++taken;
        if (active(challenger, defender)) add_case(challenger, about, defender, window, record);
      }
    }
  }
  std::sort(cases_.begin() + static_cast<std::ptrdiff_t>(first), cases_.end(),
            [](const ChallengeCase& a, const ChallengeCase& b) {
              return std::tie(a.challenger, a.about, a.defender) < std::tie(b.challenger, b.about, b.defender);
            });
  window_records_.push_back(std::move(record));
}

void ChallengeField::add_case(uint16_t challenger, uint16_t about, uint16_t defender, const DayRange& window,
                              WindowRecord& record) {
  ChallengeCase one = case_of(challenger, about, defender);
  settle(one, window);
  if (one.outcome != ChallengeOutcome::quiet) ++record.met[defender];
  if (one.outcome == ChallengeOutcome::answered) ++record.answered[defender];
  cases_.push_back(one);
}

void ChallengeField::settle(ChallengeCase& one, const DayRange& window) const {
  const auto challenged = first_act(one.challenger, one.about, &KindUse::challenge, window.first, window.last);
  const int64_t after = challenged ? *challenged + 1 : window.first;
  const bool deed =
      first_act(one.defender, one.challenger, &KindUse::deed, after, after + rules_.answer_days - 1).has_value();
  if (challenged) {
    one.outcome = deed ? ChallengeOutcome::answered : ChallengeOutcome::given_way;
  } else {
    one.deed_anyway = deed;
  }
}

bool ChallengeField::active(uint16_t a, uint16_t b) const {
  const Couple* couple = couple_of(a, b);
  return couple != nullptr && day_ - couple->last <= active_within;
}

std::optional<int64_t> ChallengeField::first_act(uint16_t source, uint16_t target, bool KindUse::*use, int64_t first,
                                                 int64_t last) const {
  const Couple* couple = couple_of(source, target);
  if (couple == nullptr) return std::nullopt;
  const auto begin = acts_.begin() + static_cast<std::ptrdiff_t>(couple->begin);
  const auto end = acts_.begin() + static_cast<std::ptrdiff_t>(couple->end);
  auto act = std::lower_bound(begin, end, first, [](const StateAct& a, int64_t day) { return a.day < day; });
  for (; act != end && act->day <= last; ++act) {
    if (act->source == source && uses_[act->kind].*use) return act->day;
  }
  return std::nullopt;
}

ChallengeCase ChallengeField::case_of(uint16_t challenger, uint16_t about, uint16_t defender) const {
  const Sides towards = between(challenger, about);
  const Sides against = between(challenger, defender);
  const Sides bond = about == defender ? Sides{} : between(defender, about);
  const double both = capabilities_[challenger] + capabilities_[defender];
  ChallengeCase out{challenger, about, defender, day_, {}, ChallengeOutcome::quiet, false};
  out.x = {log_count(towards.forth.all + towards.back.all),
           log_count(towards.forth.challenges),
           log_count(towards.forth.leaning),
           log_count(deeds_by_[challenger] - towards.forth.deeds),
           both > 0 ? capabilities_[challenger] / both : 0.5,
           records_[defender],
           log_count(against.back.deeds),
           day_ - against.back.last_threat <= warned_within ? 1.0 : 0.0,
           log_count(deeds_by_[defender] + deeds_on_[defender] - against.forth.deeds - against.back.deeds),
           log_count(against.forth.all + against.back.all),
           log_count(bond.forth.stake + bond.back.stake)};
  return out;
}

ChallengeCase ChallengeField::now(uint16_t challenger, uint16_t about, uint16_t defender) const {
  return case_of(challenger, about, defender);
}

OwnChallenges ChallengeField::own(uint16_t challenger, uint16_t about, uint16_t defender) const {
  OwnChallenges out;
  ChallengeCase one{challenger, about, defender, 0, {}, ChallengeOutcome::quiet, false};
  for (const DayRange& window : windows_) {
    one.outcome = ChallengeOutcome::quiet;
    settle(one, window);
    ++out.windows;
    out.challenges += one.outcome == ChallengeOutcome::quiet ? 0 : 1;
    out.answered += one.outcome == ChallengeOutcome::answered ? 1 : 0;
  }
  return out;
}

}  // namespace entente
