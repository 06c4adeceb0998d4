// Forecasts of pairs over the past, method by method.
#include "foresight/pairs/pair_backtest.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/date.h"
#include "foresight/pairs/pair_model.h"

namespace entente {
namespace {

constexpr std::array<const char*, 4> method_names = {"climatology", "gamma-poisson", "hawkes", "model"};
constexpr size_t model_method = 3;

/// All questions of a class of acts, with what each method says.
struct Answers {
  std::array<std::vector<double>, method_names.size()> probabilities;
  std::vector<uint8_t> happened;
  std::vector<uint32_t> couples;  // numbers of pairs of either direction
  std::vector<uint32_t> sources;
  std::vector<size_t> origins;  // places among the origins
};

/// A part of the questions, scored for the model.
ProbabilityScores scores_of_part(const Answers& answers, const std::vector<size_t>& part, uint64_t seed) {
  std::vector<double> model, plain;
  std::vector<uint8_t> happened;
  for (const size_t at : part) {
    model.push_back(answers.probabilities[model_method][at]);
    plain.push_back(answers.probabilities[0][at]);
    happened.push_back(answers.happened[at]);
  }
  return probability_scores(model, happened, plain, seed);
}

class Replay {
 public:
  Replay(const PairHistory& history, const PairBacktestOptions& options) : history_(history), options_(options) {}

  Result<void> add_origin(const ActClass& act, size_t origin) {
    const int64_t day = options_.origins[origin];
    const Result<PairModel> model = PairModel::train(history_, day,
                                                     {.act = act,
                                                      .horizon_days = options_.horizon_days,
                                                      .seed = options_.seed,
                                                      .threads = options_.threads,
                                                      .hooks = options_.hooks});
    if (!model) return model.error();
    const std::set<std::pair<uint32_t, uint32_t>> did = doers(act, day);
    for (const PairModel::Active& one : model->forecast_active()) {
      const std::array<double, method_names.size()> said = {one.base_rate, one.gamma_poisson, one.hawkes,
                                                            one.probability};
      for (size_t method = 0; method < said.size(); ++method) answers_.probabilities[method].push_back(said[method]);
      answers_.happened.push_back(did.contains({one.source, one.target}) ? 1 : 0);
      const auto couple = std::minmax(one.source, one.target);
      answers_.couples.push_back(couples_.try_emplace(couple, static_cast<uint32_t>(couples_.size())).first->second);
      answers_.sources.push_back(one.source);
      answers_.origins.push_back(origin);
    }
    return {};
  }

  PairActScores score(const ActClass& act) const {
    PairActScores scores;
    scores.act = act;
    scores.horizon_days = options_.horizon_days;
    for (size_t method = 0; method < method_names.size(); ++method) {
      const std::vector<double>& said = answers_.probabilities[method];
      scores.methods.push_back({method_names[method],
                                probability_scores(said, answers_.happened, answers_.probabilities[0], options_.seed),
                                reliability_bins(said, answers_.happened)});
      if (method == model_method) continue;
      scores.against.push_back(compare_scores(answers_.probabilities[model_method], said, answers_.happened,
                                              answers_.couples, couples_.size(), options_.seed));
    }
    scores.by_origin = by_part([this](size_t at) { return iso_day(options_.origins[answers_.origins[at]]); });
    if (options_.region) {
      scores.by_region =
          by_part([this](size_t at) { return options_.region(history_.actors()[answers_.sources[at]]); });
    }
    return scores;
  }

 private:
  [[nodiscard]] std::set<std::pair<uint32_t, uint32_t>> doers(const ActClass& act, int64_t day) const {
    std::set<std::pair<uint32_t, uint32_t>> did;
    for (const PairEvent& event : history_.events()) {
      if (event.day < day || event.day >= day + options_.horizon_days) continue;
      if (act.holds(history_.acts()[event.act].code)) did.emplace(event.source, event.target);
    }
    return did;
  }

  template <class PartOf>
  [[nodiscard]] std::vector<PairPartScores> by_part(const PartOf& part_of) const {
    std::map<std::string, std::vector<size_t>> parts;
    for (size_t at = 0; at < answers_.happened.size(); ++at) parts[part_of(at)].push_back(at);
    std::vector<PairPartScores> out;
    for (const auto& [part, questions] : parts) {
      out.push_back({part, scores_of_part(answers_, questions, options_.seed)});
    }
    return out;
  }

  const PairHistory& history_;
  const PairBacktestOptions& options_;
  Answers answers_;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> couples_;
};

Result<void> check_origins(const PairHistory& history, const PairBacktestOptions& options) {
  if (options.origins.empty()) return Error{ErrorCode::usage, "no day to forecast from"};
  if (history.events().empty()) return Error{ErrorCode::usage, "the data hold no event of two different actors"};
  for (const int64_t origin : options.origins) {
    const int64_t last = origin + options.horizon_days - 1;
    if (origin > history.first_day() && last <= history.last_day()) continue;
    return Error{ErrorCode::usage, "the window from " + iso_day(origin) + " to " + iso_day(last) +
                                       " is not covered: the data go from " + iso_day(history.first_day()) + " to " +
                                       iso_day(history.last_day())};
  }
  return {};
}

}  // namespace

Result<std::vector<PairActScores>> backtest_pairs(const PairHistory& history, const PairBacktestOptions& options) {
  if (const Result<void> covered = check_origins(history, options); !covered) return covered.error();
  std::vector<PairActScores> scores;
  for (const ActClass& act : options.acts) {
    Replay replay(history, options);
    for (size_t origin = 0; origin < options.origins.size(); ++origin) {
      options.hooks.progress({.stage = act.name, .bytes = origin, .of_bytes = options.origins.size()});
      if (const Result<void> added = replay.add_origin(act, origin); !added) return added.error();
    }
    scores.push_back(replay.score(act));
  }
  return scores;
}

}  // namespace entente
