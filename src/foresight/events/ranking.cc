// Walking through time: ask a step, then learn it.
#include "foresight/events/ranking.h"

#include <algorithm>
#include <map>

#include "foresight/events/flat_index.h"

namespace entente {
namespace {

/// The asked facts of one step and the true answers to each of its queries.
struct AskedStep {
  std::vector<size_t> facts;  // places in `asked`
  std::map<EventQuery, std::vector<int32_t>> answers;
};

std::map<int32_t, AskedStep> by_step(std::span<const Fact> asked, int32_t relations, int32_t unit) {
  std::map<int32_t, AskedStep> steps;
  for (size_t i = 0; i < asked.size(); ++i) {
    const Fact& fact = asked[i];
    AskedStep& step = steps[fact.step / unit];
    step.facts.push_back(i);
    step.answers[{fact.subject, fact.relation}].push_back(fact.object);
    step.answers[{fact.object, fact.relation + relations}].push_back(fact.subject);
  }
  for (auto& [number, step] : steps) {
    for (auto& [query, answers] : step.answers) {
      std::sort(answers.begin(), answers.end());
      answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
    }
  }
  return steps;
}

/// Which facts and pairs there were.
class Known {
 public:
  explicit Known(int32_t relations) : relations_(static_cast<uint64_t>(relations)) {}
  void learn(const TimeSlice& slice) {
    for (const Fact& fact : slice.facts) {
      pairs_.find_or_add(key(fact), 0);
      facts_.find_or_add(key(fact) * relations_ + static_cast<uint64_t>(fact.relation), 0);
    }
  }
  [[nodiscard]] Acquaintance of(const Fact& fact) const {
    if (pairs_.find(key(fact)) == FlatIndex::none) return Acquaintance::cold;
    const uint64_t whole = key(fact) * relations_ + static_cast<uint64_t>(fact.relation);
    return facts_.find(whole) == FlatIndex::none ? Acquaintance::pair : Acquaintance::recurrent;
  }

 private:
  static uint64_t key(const Fact& fact) {
    return static_cast<uint64_t>(fact.subject) << 26 | static_cast<uint64_t>(fact.object);
  }
  uint64_t relations_;
  FlatIndex pairs_, facts_;
};

/// Ranks and scores of all answers to the distinct queries of a step, in the order of `answers`.
struct StepRanks {
  std::vector<EventQuery> queries;
  std::vector<std::vector<std::pair<double, float>>> ranks;

  [[nodiscard]] const std::pair<double, float>& of(const AskedStep& step, EventQuery query, int32_t answer) const {
    const auto at = std::lower_bound(queries.begin(), queries.end(), query) - queries.begin();
    const std::vector<int32_t>& answers = step.answers.at(query);
    return ranks[static_cast<size_t>(at)]
                [static_cast<size_t>(std::lower_bound(answers.begin(), answers.end(), answer) - answers.begin())];
  }
};

StepRanks rank_step(EventScorer& scorer, int32_t number, const AskedStep& step) {
  StepRanks found;
  for (const auto& [query, answers] : step.answers) found.queries.push_back(query);
  found.ranks.resize(found.queries.size());
  scorer.score(number, found.queries, [&](size_t query, std::span<const float> scores) {
    const std::vector<int32_t>& answers = step.answers.at(found.queries[query]);
    for (const int32_t answer : answers) {
      found.ranks[query].emplace_back(filtered_rank(scores, answer, answers), scores[static_cast<size_t>(answer)]);
    }
  });
  return found;
}

}  // namespace

double filtered_rank(std::span<const float> scores, int32_t answer, std::span<const int32_t> others) {
  const float own = scores[static_cast<size_t>(answer)];
  int64_t better = 0, equal = -1;  // the answer equals itself
  for (const float score : scores) {
    better += score > own ? 1 : 0;
    equal += score == own ? 1 : 0;
  }
  for (const int32_t other : others) {
    if (other == answer) continue;
    better -= scores[static_cast<size_t>(other)] > own ? 1 : 0;
    equal -= scores[static_cast<size_t>(other)] == own ? 1 : 0;
  }
  return 1 + static_cast<double>(better) + static_cast<double>(equal) / 2;
}

Result<std::vector<RankedQuery>> rank_events(EventScorer& scorer, std::span<const Fact> history,
                                             std::span<const Fact> asked, int32_t relations, int32_t unit,
                                             const Hooks& hooks) {
  std::vector<Fact> known(history.begin(), history.end());
  known.insert(known.end(), asked.begin(), asked.end());
  const std::vector<TimeSlice> slices = time_slices(known, relations, unit);
  const std::map<int32_t, AskedStep> steps = by_step(asked, relations, unit);
  std::vector<RankedQuery> ranked(2 * asked.size());
  Known before(2 * relations);
  size_t learnt = 0, done = 0;
  for (const auto& [number, step] : steps) {
    for (; learnt < slices.size() && slices[learnt].step < number; ++learnt) {
      if (hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
      scorer.learn(slices[learnt]);
      before.learn(slices[learnt]);
    }
    const StepRanks found = rank_step(scorer, number, step);
    for (const size_t at : step.facts) {
      const Fact& fact = asked[at];
      const auto& [rank, score] = found.of(step, {fact.subject, fact.relation}, fact.object);
      ranked[2 * at] = {fact, true, rank, score, before.of(fact)};
      const auto& [back_rank, back_score] = found.of(step, {fact.object, fact.relation + relations}, fact.subject);
      ranked[2 * at + 1] = {fact, false, back_rank, back_score, before.of(fact)};
    }
    done += step.facts.size();
    hooks.progress({.stage = "ranking", .bytes = done, .of_bytes = asked.size()});
  }
  return ranked;
}

}  // namespace entente
