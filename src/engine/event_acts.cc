// The acts behind where a pair stands: its events of the last two half-lives, by kind of act.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/event_answer.h"
#include "engine/event_desk.h"

namespace entente {
namespace {

constexpr double half_lives_looked_at = 2;  // what is older weighs less than a quarter

/// Weights are summed as whole numbers, so that no order changes a sum.
constexpr double act_unit = 1 << 30;

struct ActSum {
  uint64_t events = 0;
  int64_t weight = 0;
  double best = 0;
  std::optional<Event> example;
};

}  // namespace

Result<std::vector<ActBehind>> acts_behind(EventStore& store, const PairEvidence& pair, const RelationsAnswer& answer,
                                           const EventCodebook& codebook, const RelationsQuery& asked) {
  const int64_t last = answer.days.last;
  EventQuery query;
  query.source = [&](std::string_view id) { return counts_for(id, pair.a); };
  query.target = [&](std::string_view id) { return counts_for(id, pair.b); };
  query.either_way = true;
  query.since = last - static_cast<int64_t>(half_lives_looked_at * answer.half_life);
  query.until = last;
  query.data_sets = asked.data_sets;
  query.as_of = asked.as_of;
  const bool friendly = pair.score() >= 0;
  std::map<std::string, ActSum> sums;
  const Result<void> listed = store.list(query, [&](const Event& event) {
    const double intensity = event.kind.intensity;
    if (intensity == 0 || (intensity > 0) != friendly) return true;
    const double weight = intensity / 10 * std::exp2(-static_cast<double>(last - event.day) / answer.half_life);
    ActSum& sum = sums[event.kind.code];
    ++sum.events;
    sum.weight += std::llround(weight * act_unit);
    if (!sum.example || std::abs(weight) > sum.best) {  // listed in a fixed order: of two alike the first
      sum.best = std::abs(weight);
      sum.example = event;
    }
    return true;
  });
  if (!listed) return listed.error();
  std::vector<ActBehind> out;
  for (auto& [code, sum] : sums) {
    out.push_back({sum.example->kind, codebook.name_of_act(code), sum.events,
                   static_cast<double>(sum.weight) / act_unit, std::move(*sum.example)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const ActBehind& a, const ActBehind& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (out.size() > asked.acts) out.resize(asked.acts);
  return out;
}

}  // namespace entente
