#include "foresight/events/candidates.h"

#include <algorithm>

namespace entente {

namespace {

constexpr size_t objects_offered = 120;
constexpr size_t active_offered = 40;
constexpr size_t countrymen_offered = 60;
constexpr size_t walks_offered = 80;

}  // namespace

int32_t inverse_of(int32_t relation, int32_t relations) {
  return relation < relations / 2 ? relation + relations / 2 : relation - relations / 2;
}

CandidateSearch::CandidateSearch(const History& history) : history_(history), place_(history.entities(), -1) {
  for (auto& walk : walks_) walk.resize(history.entities());
}

void CandidateSearch::search(int32_t step, EventQuery query) {
  clear();
  walk(step, query);
  collect(step, query);
}

void CandidateSearch::offer(int32_t entity) {
  int32_t& place = place_[static_cast<size_t>(entity)];
  if (place >= 0) return;
  place = static_cast<int32_t>(entities_.size());
  entities_.push_back(entity);
  neighbour_.push_back(nullptr);
}

/// The `most` first of `ranked_` in order; ties fall to the smaller id.
void CandidateSearch::offer_first(size_t most) {
  const auto kept = static_cast<ptrdiff_t>(std::min(most, ranked_.size()));
  std::partial_sort(ranked_.begin(), ranked_.begin() + kept, ranked_.end());
  for (ptrdiff_t i = 0; i < kept; ++i) offer(ranked_[static_cast<size_t>(i)].second);
}

void CandidateSearch::collect(int32_t step, EventQuery query) {
  for (const Neighbour& neighbour : history_.neighbours(query.subject)) {
    offer(neighbour.entity);
    neighbour_.back() = &neighbour;
  }
  const Fading& fading = history_.fading();
  ranked_.clear();
  for (const ObjectTrace& object : history_.objects(query.relation)) {
    const float worth = fading.at(object.trace, mid, step) + 0.5F * fading.at(object.trace, slow, step);
    ranked_.emplace_back(-worth, object.object);
  }
  offer_first(objects_offered);
  const auto active = history_.most_active();
  for (const int32_t entity : active.first(std::min(active_offered, active.size()))) offer(entity);
  const auto countrymen = history_.of_country(history_.country(query.subject));
  for (const int32_t entity : countrymen.first(std::min(countrymen_offered, countrymen.size()))) offer(entity);
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    ranked_.clear();
    for (const int32_t entity : walked_[kind]) ranked_.emplace_back(-walks_[kind][static_cast<size_t>(entity)], entity);
    offer_first(walks_offered);
  }
}

void CandidateSearch::reach(size_t kind, int32_t entity, float weight) {
  float& value = walks_[kind][static_cast<size_t>(entity)];
  if (value == 0) walked_[kind].push_back(entity);
  value += weight;
}

void CandidateSearch::walk(int32_t step, EventQuery query) {
  for (const Speed speed : {fast, slow}) {
    for (const WeightedNeighbour& middle : history_.closest(query.subject, speed)) {
      for (const WeightedNeighbour& end : history_.closest(middle.entity, speed)) {
        reach(speed == fast ? 0 : 1, end.entity, middle.share * end.share);
      }
    }
  }
  const Fading& fading = history_.fading();
  for (const WeightedNeighbour& middle : history_.closest(query.subject, slow)) {
    const float all = fading.at(history_.entity(middle.entity), slow, step) + 1;
    for (const ObjectTrace& object : history_.objects(middle.entity, query.relation)) {
      reach(2, object.object, middle.share * fading.at(object.trace, slow, step) / all);
    }
  }
  walk_likes(step, query);
}

/// From the subject over its objects of the relation, and others that had them, to the objects of those.
void CandidateSearch::walk_likes(int32_t step, EventQuery query) {
  constexpr float least_shared = 0.2F, least_like = 0.02F;
  const Fading& fading = history_.fading();
  const int32_t inverse = inverse_of(query.relation, history_.relations());
  for (const ObjectTrace& shared : history_.objects(query.subject, query.relation)) {
    const float first = fading.at(shared.trace, slow, step);
    if (first < least_shared) continue;
    const float all = fading.at(history_.object(query.relation, shared.object), slow, step) + 1;
    for (const ObjectTrace& other : history_.objects(shared.object, inverse)) {
      const float second = first * fading.at(other.trace, slow, step) / all;
      if (second < least_like || other.object == query.subject) continue;
      const float sum = fading.at(history_.object(inverse, other.object), slow, step) + 1;
      for (const ObjectTrace& object : history_.objects(other.object, query.relation)) {
        reach(3, object.object, second * fading.at(object.trace, slow, step) / sum);
      }
    }
  }
}

void CandidateSearch::clear() {
  for (const int32_t entity : entities_) place_[static_cast<size_t>(entity)] = -1;
  entities_.clear();
  neighbour_.clear();
  for (size_t kind = 0; kind < walks_.size(); ++kind) {
    for (const int32_t entity : walked_[kind]) walks_[kind][static_cast<size_t>(entity)] = 0;
    walked_[kind].clear();
  }
}

}  // namespace entente
