/// \file
/// Simulated person-years per second, and how far that is from the most the machine could do.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstring>
#include <ctime>

#include "bench/fixture.hpp"
#include "model/core/lane_numbers.hpp"
#include "model/core/numeric.hpp"
#include "model/core/random_batch.hpp"
#include "model/engine/engine.hpp"
#include "model/simulation/common_terms.hpp"
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

/// As many bare events as the run, in bundles of so many lanes: one keyed block and one logarithm
/// for all of a bundle, a division, a look-up and a write in each lane.
void fire_events(std::int64_t events, std::size_t lanes) {
  using Lanes = std::array<double, most_lanes>;
  static std::array<Lanes, 256> rates, waits;
  for (Lanes& of : rates) of.fill(0.5);
  const std::int64_t bundles = events / static_cast<std::int64_t>(lanes);
  for (std::int64_t i = 0; i < bundles; ++i) {
    const PhiloxBlock words =
        keyed_block({1, 0}, Identity{static_cast<std::uint64_t>(i)}, 2023, BlockNumber{64});
    const double wait = -natural_log(uniform(words[0]));
    const Lanes& rate = rates[words[2] & 0xFF];
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      waits[words[1] & 0xFF][lane] = wait / rate[lane];
    }
    benchmark::ClobberMemory();
  }
}

double limit_of(const RunWork& work, std::size_t lanes) {
  return seconds_of([&] {
           draw_words(work.random_words);
           move_bytes(work.state_bytes());
           fire_events(work.events, lanes);
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

/// Arms that live side by side; those that live alike count once.
std::size_t lanes_of(const FamilyModel& model) {
  std::size_t lanes = 0;
  for (const LaneGroup& group : model.inputs_of({}).groups) lanes += group.firsts.size();
  return lanes;
}

/// Runs `model`. The limit is timed right before each run, so that both meet the same machine; both
/// in processor seconds.
void time_run(benchmark::State& state, const FamilyModel& model, const RunWork& work) {
  const int threads = thread_count(static_cast<int>(state.range(0)));
  const std::size_t lanes = lanes_of(model);
  double run = 0, limit = 0;
  for ([[maybe_unused]] auto _ : state) {
    limit += limit_of(work, lanes);
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
  state.counters["arms"] = static_cast<double>(model.arms().size());
  state.counters["lanes"] = static_cast<double>(lanes);
  state.counters["simulated_per_cpu_s"] = static_cast<double>(work.person_years * runs) / run;
  state.counters["delivered_per_cpu_s"] = static_cast<double>(work.delivered * runs) / run;
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

/// All arms of the default run: the levels of its strategies beside the baseline.
void default_arms(benchmark::State& state) {
  static const FamilyModel model{
      fixture().scenario, fixture().pool, fixture().draw, fixture().scenario.population.families,
      arms_of(fixture().scenario,
              {EffectLevel::none, EffectLevel::weak, EffectLevel::centre, EffectLevel::strong})};
  static const RunWork work = simulate(model, 0);
  time_run(state, model, work);
}
BENCHMARK(default_arms)
    ->ArgName("threads")
    ->Arg(1)
    ->Iterations(1)
    ->Repetitions(5)
    ->ReportAggregatesOnly(true)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

/// `samspil run` without reading and printing: population and all arms of the default scenario.
/// Items are delivered person-years.
void whole_run(benchmark::State& state) {
  const Scenario& scenario = fixture().scenario;
  const int threads = static_cast<int>(state.range(0));
  RunWork work;
  std::size_t arms = 0;
  for ([[maybe_unused]] auto _ : state) {
    const RunResult result = run_scenario(scenario, threads, {});
    work = work_of(result.counts);
    arms = result.counts.size();
  }
  const auto runs = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(work.delivered * runs);
  state.counters["arms"] = static_cast<double>(arms);
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
