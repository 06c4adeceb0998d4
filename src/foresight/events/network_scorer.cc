#include "foresight/events/network_scorer.h"

#include <algorithm>
#include <cmath>

#include "foresight/events/in_parallel.h"

namespace entente {

void NetworkScorer::score(int32_t step, std::span<const EventQuery> queries, const TakeScores& take) {
  constexpr size_t block = 16;  // queries for which the tables to work in are made once
  in_parallel(threads_, (queries.size() + block - 1) / block, [&](size_t at) {
    FeatureMaker maker(history_, families_);
    Candidates candidates;
    std::vector<float> scores(history_.entities());
    for (size_t i = at * block; i < std::min(queries.size(), (at + 1) * block); ++i) {
      score_one(step, queries[i], maker, candidates, scores);
      take(i, scores);
    }
  });
}

void NetworkScorer::score_one(int32_t step, EventQuery query, FeatureMaker& maker, Candidates& candidates,
                              std::span<float> scores) const {
  // Who is no candidate has nothing but what it does with others to tell.
  for (size_t entity = 0; entity < scores.size(); ++entity) {
    scores[entity] = -1000 + log_count(history_.entity(static_cast<int32_t>(entity)).count);
  }
  for (const ObjectTrace& object : history_.objects(query.relation)) {
    scores[static_cast<size_t>(object.object)] += 100 + log_count(object.trace.count);
  }
  maker.make(step, query, candidates);
  const std::vector<double> sum = shares(candidates, query.relation);
  for (size_t i = 0; i < sum.size(); ++i) {
    scores[static_cast<size_t>(candidates.entities[i])] = static_cast<float>(std::log(sum[i] + 1e-30));
  }
}

std::vector<double> NetworkScorer::shares(const Candidates& candidates, int32_t relation) const {
  std::vector<double> sum(candidates.entities.size());
  std::vector<float> own(candidates.entities.size());
  RankNetwork::State state;
  for (const RankNetwork& network : networks_) {
    for (size_t i = 0; i < own.size(); ++i) own[i] = network.score(candidates.row(i), relation, state);
    const float top = own.empty() ? 0 : *std::max_element(own.begin(), own.end());
    double all = 0;
    for (const float value : own) all += std::exp(static_cast<double>(value - top));
    for (size_t i = 0; i < own.size(); ++i) {
      sum[i] += std::exp(static_cast<double>(own[i] - top)) / all / static_cast<double>(networks_.size());
    }
  }
  return sum;
}

std::vector<ForeseenEvent> NetworkScorer::best(int32_t step, EventQuery query, size_t top) const {
  FeatureMaker maker(history_, families_);
  Candidates candidates;
  maker.make(step, query, candidates);
  const std::vector<double> sum = shares(candidates, query.relation);
  std::vector<ForeseenEvent> events;
  for (size_t i = 0; i < sum.size(); ++i) events.push_back({candidates.entities[i], sum[i], {}});
  const size_t kept = std::min(top, events.size());
  std::partial_sort(events.begin(), events.begin() + static_cast<ptrdiff_t>(kept), events.end(),
                    [](const ForeseenEvent& a, const ForeseenEvent& b) {
                      return a.probability != b.probability ? a.probability > b.probability : a.entity < b.entity;
                    });
  events.resize(kept);
  return events;
}

}  // namespace entente
