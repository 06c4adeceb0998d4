// Training, testing and asking the next-event forecaster: facts are read, work is timed.
#include "engine/event_forecast.h"

#include <sys/resource.h>

#include <chrono>

#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {

namespace {

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

class Watch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<TrainedForecaster> Engine::train_forecaster(const ForecastTraining& wanted) {
  const Watch watch;
  const Result<FactSet> facts = read_facts(wanted.data, FactParts::without_test);
  if (!facts) return facts.error();
  const Result<EventForecaster> trained = EventForecaster::train(
      *facts,
      {.seed = wanted.seed, .without = wanted.without, .threads = parts_->threads(), .hooks = parts_->options.hooks});
  if (!trained) return trained.error();
  return TrainedForecaster{trained->bytes(),       facts->train.size() + facts->valid.size(),
                           facts->entities.size(), facts->relations.size(),
                           watch.seconds(),        peak_mib()};
}

Result<TestedForecaster> Engine::test_forecaster(const ForecastTest& wanted) {
  const Watch watch;
  const Result<FactSet> facts =
      read_facts(wanted.data, wanted.split == Split::test ? FactParts::all : FactParts::without_test);
  if (!facts) return facts.error();
  const EventOptions options{.threads = parts_->threads(), .hooks = parts_->options.hooks};
  const auto rank = [&]() -> Result<std::vector<RankedQuery>> {
    if (wanted.model.empty()) return rank_by_recurrency(*facts, wanted.split, options);
    const Result<EventForecaster> forecaster = EventForecaster::load(wanted.model);
    if (!forecaster) return forecaster.error();
    return forecaster->rank(*facts, wanted.split, options);
  };
  Result<std::vector<RankedQuery>> ranks = rank();
  if (!ranks) return ranks.error();
  TestedForecaster tested{event_scores(*ranks), std::move(*ranks), 0, 0};
  tested.seconds = watch.seconds();
  tested.peak_mib = peak_mib();
  return tested;
}

}  // namespace entente
