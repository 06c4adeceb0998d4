#include "foresight/events/training_set.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace entente {

namespace {

void add_row(TrainingSet::Part& part, const Candidates& candidates, size_t at, size_t width, float offset) {
  const float* row = candidates.row(at);
  for (size_t i = 0; i < width; ++i) part.features.push_back(half_of(row[i]));
  part.offsets.push_back(offset);
  ++part.query.rows;
}

}  // namespace

TrainingSet::Part TrainingSet::part(const Candidates& candidates, int32_t relation, std::span<const Fact> answers,
                                    const Draw& draw) {
  const size_t width = feature_list().size();
  Part part;
  part.query.relation = relation;
  std::vector<size_t> others;
  for (size_t at = 0; at < candidates.entities.size(); ++at) {
    const bool answer = std::any_of(answers.begin(), answers.end(),
                                    [&](const Fact& fact) { return fact.object == candidates.entities[at]; });
    if (answer) {
      add_row(part, candidates, at, width, 0);
      ++part.query.answers;
    } else {
      others.push_back(at);
    }
  }
  const size_t best = std::min(draw.best, others.size());
  std::partial_sort(
      others.begin(), others.begin() + static_cast<ptrdiff_t>(best), others.end(), [&](size_t a, size_t b) {
        return candidates.promise[a] != candidates.promise[b] ? candidates.promise[a] > candidates.promise[b] : a < b;
      });
  for (size_t i = 0; i < best; ++i) add_row(part, candidates, others[i], width, 0);
  const size_t rest = others.size() - best;
  const size_t drawn = std::min(draw.random, rest);
  const auto offset =
      static_cast<float>(drawn > 0 ? std::log(static_cast<double>(rest) / static_cast<double>(drawn)) : 0);
  for (size_t i = 0; i < drawn; ++i) {  // the beginning of a shuffle (Fisher and Yates)
    const size_t from = best + i + counted_random(draw.seed, i) % (rest - i);
    std::swap(others[best + i], others[from]);
    add_row(part, candidates, others[best + i], width, offset);
  }
  return part;
}

void TrainingSet::add(const Part& part) {
  if (part.query.answers == 0 || part.query.rows == part.query.answers) return;
  TrainingQuery query = part.query;
  query.first_row = offsets_.size();
  queries_.push_back(query);
  features_.insert(features_.end(), part.features.begin(), part.features.end());
  offsets_.insert(offsets_.end(), part.offsets.begin(), part.offsets.end());
}

}  // namespace entente
