// Counting and spreading first meetings.
#include "foresight/pairs/strangers.h"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

constexpr double pseudo_acts = 10;          // of everybody's kind, in an actor's record
constexpr double pseudo_between = 1;        // acts between two countries, as many as they would have evenly
constexpr double acts_of_the_silent = 0.5;  // of who never acted, or was never acted on

/// What an actor did or met.
struct ActorTally {
  double acts = 0;
  double wanted = 0;
};

std::vector<double> shrunk_rates(const std::vector<ActorTally>& records, double share) {
  std::vector<double> out;
  out.reserve(records.size());
  for (const ActorTally& one : records) {
    out.push_back((one.acts + acts_of_the_silent) * (one.wanted + pseudo_acts * share) / (one.acts + pseudo_acts));
  }
  return out;
}

}  // namespace

size_t first_meetings(const PairPast& past, int64_t day, int64_t days) {
  std::vector<int64_t> first_day(past.actors(), std::numeric_limits<int64_t>::max());
  std::vector<uint32_t> pairs;
  for (const PastAct& act : past.acts()) {
    if (act.day >= day + days) break;
    for (const uint32_t actor : {past.source(act.pair), past.target(act.pair)}) {
      first_day[actor] = std::min<int64_t>(first_day[actor], act.day);
    }
    const bool met = past.acts_of(act.pair / 2).front().day < day;
    if (act.wanted && act.day >= day && !met) pairs.push_back(act.pair);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return static_cast<size_t>(std::count_if(pairs.begin(), pairs.end(), [&](uint32_t pair) {
    return first_day[past.source(pair)] < day && first_day[past.target(pair)] < day;
  }));
}

Strangers::Strangers(const PairPast& past) : past_(past) {
  std::vector<ActorTally> did(past.actors()), met(past.actors());
  double wanted = 0;
  for (const PastAct& act : past.acts()) {
    const uint32_t source = past.source(act.pair), target = past.target(act.pair);
    const double counts = act.wanted ? 1 : 0;
    did[source].acts += 1;
    did[source].wanted += counts;
    met[target].acts += 1;
    met[target].wanted += counts;
    between_[{past.country(source), past.country(target)}] += 1;
    from_[past.country(source)] += 1;
    to_[past.country(target)] += 1;
    acts_ += 1;
    wanted += counts;
  }
  const double share = acts_ > 0 ? wanted / acts_ : 0;
  gives_ = shrunk_rates(did, share);
  gets_ = shrunk_rates(met, share);
  all_ = weight_of_all();
}

double Strangers::closeness(int32_t from, int32_t to) const {
  const auto of = [](const auto& sums, const auto& key) {
    const auto found = sums.find(key);
    return found == sums.end() ? 0.0 : found->second;
  };
  const double evenly = acts_ > 0 ? of(from_, from) * of(to_, to) / acts_ : 0;
  return (of(between_, std::pair(from, to)) + pseudo_between) / (evenly + pseudo_between);
}

double Strangers::weight(uint32_t source, uint32_t target) const {
  return gives_[source] * gets_[target] * closeness(past_.country(source), past_.country(target));
}

/// Summed by country, less the pairs that have met and those of an actor with itself.
double Strangers::weight_of_all() const {
  std::map<int32_t, std::pair<double, double>> sums;
  for (uint32_t actor = 0; actor < past_.actors(); ++actor) {
    auto& [gives, gets] = sums[past_.country(actor)];
    gives += gives_[actor];
    gets += gets_[actor];
  }
  double all = 0;
  for (const auto& [from, of_source] : sums) {
    for (const auto& [to, of_target] : sums) all += of_source.first * of_target.second * closeness(from, to);
  }
  for (uint32_t actor = 0; actor < past_.actors(); ++actor) all -= weight(actor, actor);
  for (uint32_t pair = 0; pair < past_.pairs(); ++pair) all -= weight(past_.source(pair), past_.target(pair));
  return all;
}

double Strangers::part(uint32_t source, uint32_t target) const {
  return all_ > 0 ? weight(source, target) / all_ : 0;
}

}  // namespace entente
