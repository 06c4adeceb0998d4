#include "foresight/events/training_set.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace entente {

namespace {

bool answers_it(std::span<const Fact> answers, int32_t entity) {
  return std::any_of(answers.begin(), answers.end(), [&](const Fact& fact) { return fact.object == entity; });
}

/// The most promising first; so many of them, and behind them as many as are drawn from the rest.
void choose(std::vector<size_t>& others, const Candidates& candidates, size_t best, size_t drawn, uint64_t seed) {
  std::partial_sort(others.begin(), others.begin() + static_cast<ptrdiff_t>(best), others.end(),
                    [&](size_t a, size_t b) {
                      const float first = candidates.promise[a], second = candidates.promise[b];
                      return first != second ? first > second : a < b;
                    });
  for (size_t i = 0; i < drawn; ++i) {  // the beginning of a shuffle (Fisher and Yates)
    const size_t at = best + i;
    std::swap(others[at], others[at + counted_random(seed, i) % (others.size() - at)]);
  }
  others.resize(best + drawn);
}

}  // namespace

std::optional<TrainingQuery> training_query(const Candidates& candidates, int32_t relation,
                                            std::span<const Fact> answers, const CandidateDraw& draw) {
  const size_t width = feature_list().size();
  std::vector<size_t> rows, others;
  for (size_t at = 0; at < candidates.entities.size(); ++at) {
    (answers_it(answers, candidates.entities[at]) ? rows : others).push_back(at);
  }
  if (rows.empty() || others.empty()) return std::nullopt;
  TrainingQuery query{relation, rows.size(), {}, {}};
  const size_t best = std::min(draw.best, others.size()), rest = others.size() - best;
  const size_t drawn = std::min(draw.random, rest);
  choose(others, candidates, best, drawn, draw.seed);
  query.offsets.assign(rows.size() + best, 0);
  if (drawn > 0) {
    const double stands_for = static_cast<double>(rest) / static_cast<double>(drawn);
    query.offsets.resize(rows.size() + best + drawn, static_cast<float>(std::log(stands_for)));
  }
  rows.insert(rows.end(), others.begin(), others.end());
  query.features.reserve(rows.size() * width);
  for (const size_t at : rows) {
    const float* row = candidates.row(at);
    for (size_t i = 0; i < width; ++i) query.features.push_back(half_of(row[i]));
  }
  return query;
}

}  // namespace entente
