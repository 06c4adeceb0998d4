// Speed of the models of change on one core, each with its answer checked: gravity estimated, equilibria, settlement,
// routing. What needs the shared data is skipped where it is absent.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/random.h"
#include "engine/engine.h"
#include "sources/sources.h"

namespace {

using namespace entente;

const std::string shared = ENTENTE_SHARED_DATA "/models/4-trade/";

void estimate(benchmark::State& state, const std::string& file, const std::string& formula, double first) {
  const auto parsed = parse_formula(formula);
  const auto data = read_data_frame(shared + file, {parsed->number_columns(), parsed->text_columns(), {}, {}});
  if (!data) return state.SkipWithError("no such table beside the checkout");
  const auto problem = problem_of(*parsed, *data, file);
  for (auto _ : state) {
    const auto fit = ppml(*problem);
    if (!fit || std::abs(fit->coefficients[0].value - first) > 5e-8) state.SkipWithError("another answer");
  }
}

void trade_without_borders(benchmark::State& state) {
  estimate(state, "agtpa/twb_2006.csv", "trade ~ log(DIST) + CNTG + exporter!=importer | exporter + importer",
           -.7912879);
}
BENCHMARK(trade_without_borders)->Unit(benchmark::kMillisecond);

void three_way_panel(benchmark::State& state) {
  estimate(state, "agtpa/nafta_panel_1986_2006_4yr.csv.gz",
           "trade ~ RTA | abroad(pair_id) + exporter^year + importer^year", .5571853);
}
BENCHMARK(three_way_panel)->Unit(benchmark::kMillisecond);

/// One state of the NAFTA accounts: 31 regions, 40 sectors. A run compares two states.
void caliendo_parro(benchmark::State& state) {
  SectorTables t;
  const auto read = [&](DataFrame& into, const std::string& name, const WantedColumns& wanted) {
    auto frame = read_data_frame(shared + "cp2015/" + name + ".csv.gz", wanted);
    if (frame) into = std::move(*frame);
    return frame.ok();
  };
  const bool there =
      read(t.trade, "trade", {{"value", "tariff", "tariff_cfl"}, {"sector", "exporter", "importer"}, {}, {}}) &&
      read(t.value_added, "value_added", {{"value"}, {"sector", "region"}, {}, {}}) &&
      read(t.inputs, "intermediate_consumption", {{"value"}, {"input", "sector", "region"}, {}, {}}) &&
      read(t.final_use, "final_consumption", {{"value"}, {"sector", "region"}, {}, {}}) &&
      read(t.theta, "theta", {{"value"}, {"sector"}, {}, {}});
  if (!there) return state.SkipWithError("no such tables beside the checkout");
  const auto economy = sector_economy_of(t, "cp2015");
  SectorPolicy before = policy_of(*economy);
  before.deficit.assign(economy->regions.size(), 0);
  SectorPolicy after = before;
  after.tariff = by_pair(*economy, t.trade, "tariff_cfl");
  int states = 0;
  for (auto _ : state) {
    const auto outcome = sector_equilibrium(*economy, before, after);
    if (!outcome || std::abs(100 * outcome->welfare[19] - 1.31) > .01) state.SkipWithError("another answer");
    states += 2;
  }
  state.counters["s/solve"] = benchmark::Counter(states, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(caliendo_parro)->Unit(benchmark::kMillisecond);

void endowment_of_the_world(benchmark::State& state) {
  const auto grid = read_trade_grid(ENTENTE_SOURCE "/world/trade.csv", {}, {});
  const auto world = gravity_world(grid->table);
  EndowmentChange change{world->base.access};
  for (size_t at = 0; at < change.access.size(); at += 7) change.access[at] *= 1.3;
  for (auto _ : state) {
    const auto outcome = endowment_equilibrium(world->base, change, {5, Closure::proper, 0});
    if (!outcome || outcome->residual > 1e-10) state.SkipWithError("no equilibrium");
  }
}
BENCHMARK(endowment_of_the_world)->Unit(benchmark::kMillisecond);

/// Payments a second in the plain queue; twice as many must not take more than twice as long.
void settlement(benchmark::State& state) {
  const auto count = static_cast<size_t>(state.range(0));
  std::vector<SettlementBank> banks;
  for (int b = 0; b < 100; ++b) banks.push_back({"B" + std::to_string(b), 20'000, 0});
  std::vector<Payment> payments;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t draw = counted_random(7, i);
    const int from = static_cast<int>(draw % 100), to = static_cast<int>((from + 1 + (draw >> 8) % 99) % 100);
    payments.push_back({from, to, static_cast<int64_t>(1 + (draw >> 20) % 2000), static_cast<int>(i / 1000), 0});
  }
  size_t settled = 0;
  for (auto _ : state) {
    const auto day = settle(banks, payments, {});
    settled = day->settled;
    int64_t money = 0;
    for (const int64_t balance : day->closing) money += balance;
    if (money != 100 * 20'000) state.SkipWithError("money made or lost");
  }
  state.counters["payments/s"] = benchmark::Counter(
      static_cast<double>(count) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["settled"] = static_cast<double>(settled) / static_cast<double>(count);
}
BENCHMARK(settlement)->Arg(1'000'000)->Arg(2'000'000)->Arg(4'000'000)->Unit(benchmark::kMillisecond);

void rails_of_a_pair(benchmark::State& state) {
  EngineOptions options;
  options.data_folder = ENTENTE_SOURCE;
  options.threads = 1;
  Engine engine(std::move(options));
  for (auto _ : state) {
    const auto answer = engine.whatif_rails(ENTENTE_SOURCE "/scenarios/rails-linked.toml");
    if (!answer || answer->effects->after.settled <= 0) state.SkipWithError("another answer");
  }
}
BENCHMARK(rails_of_a_pair)->Unit(benchmark::kMillisecond);

void tariff_cut_with_bands(benchmark::State& state) {
  EngineOptions options;
  options.data_folder = ENTENTE_SOURCE;
  options.threads = 1;
  Engine engine(std::move(options));
  for (auto _ : state) {
    const auto answer = engine.whatif_trade(ENTENTE_SOURCE "/scenarios/tariff-cut.toml");
    if (!answer || answer->effects.failed_draws > 0) state.SkipWithError("another answer");
  }
}
BENCHMARK(tariff_cut_with_bands)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
