/// \file
/// Simulated person-years per second, and how far that is from the most the machine could do.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstring>
#include <ctime>

#include "bench/fixture.hpp"
#include "model/core/numeric.hpp"
#include "model/core/random_batch.hpp"
#include "model/engine/engine.hpp"
#include "model/simulation/run.hpp"

namespace samspil::bench {
namespace {

/// Time of a job by the wall, and of the processors of all its threads: on a shared machine only
/// the latter can be compared.
struct Seconds {
  double wall = 0;
  double processor = 0;
};

template <class Job>
Seconds seconds_of(const Job& job) {
  const std::clock_t processor = std::clock();
  const auto wall = std::chrono::steady_clock::now();
  job();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count(),
          static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

// ---- the physical limit: the same amounts of work with nothing between --------------------------

/// Draws as many words as the run, in batches of eight blocks.
void draw_words(std::int64_t words) {
  std::array<PhiloxBlock, 8> blocks;
  const std::int64_t batches = words / 32;
  for (std::int64_t i = 0; i < batches; ++i) {
    keyed_blocks<8>({1, 0}, Identity{static_cast<std::uint64_t>(i)}, 2023, BlockNumber{0}, blocks);
    benchmark::DoNotOptimize(blocks);
  }
}

/// Reads and writes as many bytes as the run, within a core's own cache.
void move_bytes(std::int64_t bytes) {
  constexpr std::size_t half = std::size_t{16} * 1024;
  static std::array<char, half> from{}, to{};
  for (std::int64_t done = 0; done < bytes; done += 2 * static_cast<std::int64_t>(half)) {
    std::memcpy(to.data(), from.data(), half);
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
}

/// As many bare events as the run: one keyed block, one logarithm, one look-up, one write.
void fire_events(std::int64_t events) {
  static std::array<double, 256> rates, waits;
  rates.fill(0.5);
  for (std::int64_t i = 0; i < events; ++i) {
    const PhiloxBlock words =
        keyed_block({1, 0}, Identity{static_cast<std::uint64_t>(i)}, 2023, BlockNumber{64});
    waits[words[1] & 0xFF] = -natural_log(uniform(words[0])) / rates[words[2] & 0xFF];
    benchmark::ClobberMemory();
  }
}

double limit_of(const RunWork& work) {
  return seconds_of([&] {
           draw_words(work.random_words);
           move_bytes(work.state_bytes());
           fire_events(work.events);
         })
      .processor;
}

// ---- the run ------------------------------------------------------------------------------------

/// The same scenario where every strategy enrols every family from the first year.
Scenario all_enrolled(Scenario scenario) {
  for (Strategy& strategy : scenario.strategies) {
    strategy.levers.intake_share.value = strategy.levers.consent_share.value = 1;
    strategy.levers.capacity_per_site.value = 0;
  }
  return scenario;
}

/// Runs `model`. The limit is timed right before each run, so that both meet the same machine; both
/// in processor seconds.
void time_run(benchmark::State& state, const FamilyModel& model, const RunWork& work) {
  const int threads = thread_count(static_cast<int>(state.range(0)));
  double run = 0, limit = 0;
  for ([[maybe_unused]] auto _ : state) {
    limit += limit_of(work);
    const Seconds seconds = seconds_of([&] { simulate(model, threads); });
    state.SetIterationTime(seconds.wall);
    run += seconds.processor;
  }
  const auto runs = static_cast<std::int64_t>(state.iterations());
  const auto per_year = [&](std::int64_t amount) {
    return static_cast<double>(amount) / static_cast<double>(work.person_years);
  };
  state.SetItemsProcessed(work.person_years * runs);
  state.counters["words"] = per_year(work.random_words);
  state.counters["state_bytes"] = per_year(work.state_bytes());
  state.counters["events"] = per_year(work.events);
  state.counters["postings"] = per_year(work.postings);
  state.counters["per_cpu_s"] = static_cast<double>(work.person_years * runs) / run;
  state.counters["run_s"] = run / static_cast<double>(runs);
  state.counters["limit_s"] = limit / static_cast<double>(runs);
  state.counters["run_to_limit"] = run / limit;
}

/// Four simulated years of the national population in three arms, every life lived.
void simulated_years(benchmark::State& state) {
  static const RunWork work = simulate(fixture().model, 0);
  time_run(state, fixture().model, work);
}
BENCHMARK(simulated_years)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(0)
    ->Iterations(1)
    ->Repetitions(7)
    ->ReportAggregatesOnly(true)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

/// The same where both strategies enrol every family from the first year.
void all_enrolled_years(benchmark::State& state) {
  static const Scenario scenario = all_enrolled(fixture().scenario);
  static const FamilyModel model{scenario, fixture().pool, fixture().draw,
                                 scenario.population.families, fixture().model.arms()};
  static const RunWork work = simulate(model, 0);
  time_run(state, model, work);
}
BENCHMARK(all_enrolled_years)
    ->ArgName("threads")
    ->Arg(1)
    ->Iterations(1)
    ->Repetitions(7)
    ->ReportAggregatesOnly(true)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

/// `samspil run` without reading and printing: population and all arms of the default scenario.
/// Items are delivered person-years.
void whole_run(benchmark::State& state) {
  const Scenario& scenario = fixture().scenario;
  const int threads = static_cast<int>(state.range(0));
  RunWork work;
  for ([[maybe_unused]] auto _ : state) work = work_of(run_scenario(scenario, threads, {}).counts);
  const auto runs = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(work.delivered * runs);
  state.counters["simulated_share"] =
      static_cast<double>(work.person_years) / static_cast<double>(work.delivered);
}
BENCHMARK(whole_run)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(0)
    ->Iterations(1)
    ->Repetitions(5)
    ->ReportAggregatesOnly(true)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace samspil::bench
