#include "foresight/events/forecaster.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "foresight/events/event_model.h"
#include "foresight/events/gather.h"
#include "foresight/events/network_scorer.h"
#include "foresight/events/ranking.h"
#include "foresight/events/reasons.h"
#include "foresight/events/recurrency.h"
#include "foresight/events/timeline.h"
#include "foresight/events/train_network.h"

namespace entente {

namespace {

const std::vector<Fact>& asked_of(const FactSet& facts, Split split) {
  return split == Split::valid ? facts.valid : facts.test;
}

/// What a split's queries may be answered from, beside its own earlier steps.
std::vector<Fact> history_of(const FactSet& facts, Split split) {
  std::vector<Fact> history = facts.train;
  if (split == Split::test) history.insert(history.end(), facts.valid.begin(), facts.valid.end());
  return history;
}

}  // namespace

EventScores event_scores(std::span<const RankedQuery> ranked) {
  EventScores scores{.queries = ranked.size()};
  for (const RankedQuery& query : ranked) {
    scores.mrr += 1 / query.rank;
    scores.hits1 += query.rank <= 1 ? 1 : 0;
    scores.hits3 += query.rank <= 3 ? 1 : 0;
    scores.hits10 += query.rank <= 10 ? 1 : 0;
  }
  const auto count = static_cast<double>(std::max<size_t>(ranked.size(), 1));
  for (double* value : {&scores.mrr, &scores.hits1, &scores.hits3, &scores.hits10}) *value /= count;
  return scores;
}

EventScores event_scores(std::span<const RankedQuery> ranked, Acquaintance before) {
  std::vector<RankedQuery> some;
  std::copy_if(ranked.begin(), ranked.end(), std::back_inserter(some),
               [&](const RankedQuery& query) { return query.before == before; });
  return event_scores(some);
}

Result<std::vector<RankedQuery>> rank_by_recurrency(const FactSet& facts, Split split, const EventOptions& options) {
  const auto relations = static_cast<int32_t>(facts.relations.size());
  RecurrencyScorer scorer(facts.entities.size(), relations, options.threads);
  return rank_events(scorer, history_of(facts, split), asked_of(facts, split), relations, step_unit(facts.train),
                     options.hooks);
}

// --- the forecaster -----------------------------------------------------------------------------------------------

struct EventForecaster::Parts {
  EventNetworks networks;
};

EventForecaster::EventForecaster(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
EventForecaster::EventForecaster(EventForecaster&&) noexcept = default;
EventForecaster& EventForecaster::operator=(EventForecaster&&) noexcept = default;
EventForecaster::~EventForecaster() = default;

namespace {

constexpr size_t members = 2;           // networks whose shares are averaged
constexpr double history_share = 0.25;  // of the train part's steps that are history only
constexpr size_t late_queries = 40'000;
constexpr double late_rate = 0.0005;  // at which the valid part is learnt on top

TrainNetworkOptions network_options(const EventOptions& options, size_t member) {
  TrainNetworkOptions wanted;
  wanted.seed = options.seed + member;
  wanted.threads = options.threads;
  wanted.hooks = options.hooks;
  return wanted;
}

}  // namespace

Result<EventForecaster> EventForecaster::train(const FactSet& facts, const EventOptions& options) {
  const auto relations = static_cast<int32_t>(facts.relations.size());
  const int32_t unit = step_unit(facts.train);
  const Result<uint32_t> families = families_without(options.without);
  if (!families) return families.error();
  const std::vector<TimeSlice> past = time_slices(facts.train, relations, unit);
  const std::vector<TimeSlice> late = time_slices(facts.valid, relations, unit);
  if (past.size() < 3)
    return Error{ErrorCode::input, "the train part has fewer than three steps: nothing to learn from"};
  History history(facts.entities.size(), 2 * relations, name_parts(facts.entities), options.threads);
  const int32_t first = past.front().step, last = past.back().step;
  GatherOptions gathering{.families = *families,
                          .from_step = first + static_cast<int32_t>(history_share * (last - first)) + 1,
                          .seed = options.seed,
                          .threads = options.threads,
                          .hooks = options.hooks};
  TrainingSet set, late_set;
  gather(past, history, gathering, set);
  gathering.most = late_queries;
  gather(late, history, gathering, late_set);
  if (set.empty()) return Error{ErrorCode::input, "the train part has no query that can be learnt from"};
  auto parts = std::make_unique<Parts>();
  parts->networks.families = *families;
  for (size_t member = 0; member < members; ++member) {
    TrainNetworkOptions wanted = network_options(options, member);
    RankNetwork network(feature_list().size(), static_cast<size_t>(2 * relations), wanted.seed);
    train_network(network, set, wanted);
    parts->networks.before_valid.push_back(network);
    wanted.epochs = 1;
    wanted.rate = late_rate;
    train_network(network, late_set, wanted);
    parts->networks.after_valid.push_back(std::move(network));
  }
  if (options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
  return EventForecaster(std::move(parts));
}

Result<EventForecaster> EventForecaster::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Error{errno == ENOENT ? ErrorCode::missing : ErrorCode::io,
                 path + ": cannot open the model (" + std::strerror(errno) + "); make it with entente forecast train"};
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Result<EventNetworks> networks = event_networks(bytes, path);
  if (!networks) return networks.error();
  return EventForecaster(std::make_unique<Parts>(std::move(*networks)));
}

std::string EventForecaster::bytes() const {
  return to_bytes(parts_->networks);
}

Result<void> EventForecaster::fits(const FactSet& facts) const {
  const size_t trained = parts_->networks.before_valid.front().relations() / 2;
  if (trained == facts.relations.size()) return {};
  return Error{ErrorCode::input, "the model was trained on " + std::to_string(trained) + " relations, the data have " +
                                     std::to_string(facts.relations.size()) + "; give the set that it was trained on"};
}

Result<std::vector<RankedQuery>> EventForecaster::rank(const FactSet& facts, Split split,
                                                       const EventOptions& options) const {
  if (const Result<void> fitting = fits(facts); !fitting) return fitting.error();
  const auto relations = static_cast<int32_t>(facts.relations.size());
  const auto& networks = split == Split::valid ? parts_->networks.before_valid : parts_->networks.after_valid;
  NetworkScorer scorer(networks, parts_->networks.families, facts.entities.size(), 2 * relations,
                       name_parts(facts.entities), options.threads);
  return rank_events(scorer, history_of(facts, split), asked_of(facts, split), relations, step_unit(facts.train),
                     options.hooks);
}

Result<std::vector<ForeseenEvent>> EventForecaster::predict(const FactSet& facts, const EventQuestion& question,
                                                            const EventOptions& options) const {
  if (const Result<void> fitting = fits(facts); !fitting) return fitting.error();
  const auto relations = static_cast<int32_t>(facts.relations.size());
  const int32_t unit = step_unit(facts.train);
  const int32_t step = question.step / unit;
  std::vector<Fact> known = facts.train;
  for (const auto* part : {&facts.valid, &facts.test}) known.insert(known.end(), part->begin(), part->end());
  const bool after =
      std::all_of(facts.valid.begin(), facts.valid.end(), [&](const Fact& fact) { return fact.step < question.step; });
  const auto& networks = after ? parts_->networks.after_valid : parts_->networks.before_valid;
  NetworkScorer scorer(networks, parts_->networks.families, facts.entities.size(), 2 * relations,
                       name_parts(facts.entities), options.threads);
  bool any = false;
  for (const TimeSlice& slice : time_slices(known, relations, unit)) {
    if (slice.step >= step) break;
    if (options.hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
    scorer.learn(slice);
    any = true;
  }
  if (!any) {
    return Error{ErrorCode::input,
                 "there are no facts before step " + std::to_string(question.step) + "; ask for a later one"};
  }
  std::vector<ForeseenEvent> found = scorer.best(step, {question.subject, question.relation}, question.top);
  for (ForeseenEvent& event : found) {
    event.reasons = event_reasons(scorer.history(), step, question.subject, question.relation, event.entity);
    for (EventReason& reason : event.reasons) reason.last_step *= unit;
  }
  return found;
}

}  // namespace entente
