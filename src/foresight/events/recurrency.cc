#include "foresight/events/recurrency.h"

#include <cmath>

#include "foresight/events/in_parallel.h"

namespace entente {

void RecurrencyScorer::learn(const TimeSlice& slice) {
  for (const Fact& fact : slice.facts) {
    last_[key({fact.subject, fact.relation})][fact.object] = slice.step;
    Share& share = shares_[fact.relation];
    ++share.objects[fact.object];
    ++share.all;
  }
}

void RecurrencyScorer::score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) {
  in_parallel(threads_, queries.size(), [&](size_t at) {
    std::vector<float> scores(entities_, 0.0F);
    const EventQuery query = queries[at];
    if (const auto share = shares_.find(query.relation); share != shares_.end()) {
      for (const auto& [object, count] : share->second.objects) {
        scores[static_cast<size_t>(object)] =
            static_cast<float>(0.001 * static_cast<double>(count) / static_cast<double>(share->second.all));
      }
    }
    if (const auto last = last_.find(key(query)); last != last_.end()) {
      for (const auto& [object, when] : last->second) {
        scores[static_cast<size_t>(object)] += 0.999F * static_cast<float>(std::exp2(0.1 * (when - step)));
      }
    }
    take(at, scores);
  });
}

}  // namespace entente
