#include "foresight/events/gather.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/random.h"
#include "foresight/events/in_parallel.h"

namespace entente {

namespace {

constexpr size_t block = 16;  // queries for which the tables to work in are made once

uint64_t query_seed(const Fact& fact, uint64_t seed) {
  uint64_t mixed = counted_random(seed, static_cast<uint64_t>(fact.step));
  mixed = counted_random(mixed, static_cast<uint64_t>(fact.subject));
  return counted_random(mixed, static_cast<uint64_t>(fact.relation));
}

/// The first fact of each query that is drawn, and how many answers it has.
std::vector<std::span<const Fact>> drawn_queries(const TimeSlice& slice, double share, uint64_t seed) {
  std::vector<std::span<const Fact>> queries;
  each_query(slice.facts, [&](std::span<const Fact> answers) {
    const double draw = static_cast<double>(query_seed(answers.front(), seed) >> 11) * 0x1.0p-53;
    if (draw < share) queries.push_back(answers);
  });
  return queries;
}

void gather_slice(const TimeSlice& slice, const History& history, double share, const GatherOptions& options,
                  TrainingSet& set) {
  const std::vector<std::span<const Fact>> queries = drawn_queries(slice, share, options.seed);
  std::vector<std::optional<TrainingQuery>> found(queries.size());
  in_parallel(options.threads, (queries.size() + block - 1) / block, [&](size_t at) {
    FeatureMaker maker(history, options.families);
    Candidates candidates;
    for (size_t i = at * block; i < std::min(queries.size(), (at + 1) * block); ++i) {
      const Fact& fact = queries[i].front();
      maker.make(slice.step, {fact.subject, fact.relation}, candidates);
      const CandidateDraw draw{.seed = query_seed(fact, options.seed + 1)};
      found[i] = training_query(candidates, fact.relation, queries[i], draw);
    }
  });
  for (std::optional<TrainingQuery>& query : found) {
    if (query) set.push_back(std::move(*query));
  }
}

}  // namespace

void gather(std::span<const TimeSlice> slices, History& history, const GatherOptions& options, TrainingSet& set) {
  size_t all = 0, done = 0;
  for (const TimeSlice& slice : slices) {
    if (slice.step >= options.from_step) each_query(slice.facts, [&](std::span<const Fact>) { ++all; });
  }
  const double share = static_cast<double>(options.most) / static_cast<double>(std::max<size_t>(all, 1));
  for (const TimeSlice& slice : slices) {
    if (options.hooks.stop()) return;
    if (slice.step >= options.from_step) gather_slice(slice, history, share, options, set);
    history.learn(slice);
    options.hooks.progress({.stage = "reading the past", .bytes = ++done, .of_bytes = slices.size()});
  }
}

}  // namespace entente
