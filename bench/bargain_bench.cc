// Speed of bargaining and voting, each with its answer checked: a large bargain to its end, jittered runs on all cores,
// ideal points of the General Assembly on two threads where its votes are beside the checkout.
#include <benchmark/benchmark.h>

#include <thread>

#include "base/random.h"
#include "reasoning/reasoning.h"
#include "sources/sources.h"

namespace {

using namespace entente;

BargainingTable table(size_t actors, size_t dimensions) {
  uint64_t n = 0;
  const auto unit = [&] { return static_cast<double>(counted_random(1, n++) >> 11) * 0x1.0p-53; };
  BargainingTable out;
  for (size_t k = 0; k < dimensions; ++k) out.dimensions.push_back(std::to_string(k + 1));
  for (size_t i = 0; i < actors; ++i) {
    Bargainer actor{"actor " + std::to_string(i), 1 + 100 * unit(), {}, {}, {}};
    for (size_t k = 0; k < dimensions; ++k) {
      actor.position.push_back(100 * unit());
      actor.salience.push_back((0.05 + 0.95 * unit()) / static_cast<double>(dimensions));
    }
    out.actors.push_back(std::move(actor));
  }
  return out;
}

/// Fifty actors in three dimensions, to the end.
void bargain_of_fifty(benchmark::State& state) {
  const BargainingTable fifty = table(50, 3);
  for (auto _ : state) {
    const auto end = bargain(fifty, {});
    if (!end || end->rounds.size() < 3) state.SkipWithError("another answer");
  }
}
BENCHMARK(bargain_of_fifty)->Unit(benchmark::kMillisecond);

/// Ten actors, ten thousand times with other inputs, on all cores.
void jittered_runs(benchmark::State& state) {
  const BargainingTable ten = table(10, 1);
  JitterOptions jitter;
  jitter.threads = static_cast<int>(std::thread::hardware_concurrency());
  for (auto _ : state) {
    const auto found = sensitivity(ten, {}, jitter);
    if (!found || !(found->mean[0].p05 < found->mean[0].p95)) state.SkipWithError("another answer");
  }
}
BENCHMARK(jittered_runs)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void ideal_points_of_the_assembly(benchmark::State& state) {
  const std::string folder = ENTENTE_SHARED_DATA "/models/3-unga/";
  auto votes = read_roll_calls(folder + "un_votes_1946_2019.csv.gz");
  if (!votes || !read_roll_call_notes(folder + "un_roll_calls.csv", *votes)) {
    return state.SkipWithError("no votes beside the checkout");
  }
  const auto repeated = read_repeated_calls(ENTENTE_SOURCE "/world/un_repeated_votes.csv");
  IdealPointOptions options;
  options.positive = "US";
  options.negative = "RU";
  options.threads = 2;
  if (repeated) options.repeated = *repeated;
  for (auto _ : state) {
    const auto found = ideal_points(*votes, options);
    if (!found || found->points.size() < 10000) state.SkipWithError("another answer");
  }
}
BENCHMARK(ideal_points_of_the_assembly)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
