/// \file
/// The parts of a run, each alone: one family-year, the pool, its weights.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/fixture.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/population/weights.hpp"

namespace samspil::bench {
namespace {

/// Families of the pool in turn, each living the same year from its own start.
void family_year(benchmark::State& state) {
  const Fixture& f = fixture();
  const KernelTables tables{with_mechanisms(f.scenario.parameters, f.scenario.mechanisms)};
  HookRatios hooks;
  hooks.fill(1.0);
  Workspace space;
  Work work;
  ServiceUse use{};
  std::vector<Person> rows(most_members);
  std::size_t k = 0;
  std::int64_t people = 0;
  for ([[maybe_unused]] auto _ : state) {
    Family family = f.pool.families[k];
    std::copy_n(f.pool.people.begin() + family.first, family.members, rows.begin());
    family.first = 0;
    family.room = most_members;
    people += family.members;
    FamilyYear y{tables, {1, 0}, 2023, family, rows, hooks, use, work, space};
    live_family_year(y);
    k = k + 1 == f.pool.families.size() ? 0 : k + 1;
  }
  benchmark::DoNotOptimize(use);
  state.SetItemsProcessed(people);
}
BENCHMARK(family_year)->Repetitions(5)->ReportAggregatesOnly(true);

/// Candidates made, burned in, selected and weighed, on all threads.
void pool(benchmark::State& state) {
  const Scenario& scenario = fixture().scenario;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(make_pool(scenario, 0, {}));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          scenario.population.candidates);
}
BENCHMARK(pool)->Iterations(1)->Repetitions(5)->ReportAggregatesOnly(true)->UseRealTime()->Unit(
    benchmark::kMillisecond);

/// The weights alone: the default population's fitted margins.
void weights(benchmark::State& state) {
  const Fixture& f = fixture();
  std::vector<double> numerators, denominators, targets;
  std::vector<std::size_t> fitted;
  for (const Margin& margin : f.scenario.population.margins) {
    if (!margin.fitted) continue;
    fitted.push_back(index_of(*find_name<Indicator>(indicator_names, margin.name)));
    targets.push_back(margin.target.value);
  }
  for (const FamilyProfile& profile : f.pool.profiles) {
    for (const std::size_t j : fitted) {
      numerators.push_back(profile.parts[j].numerator);
      denominators.push_back(profile.parts[j].denominator);
    }
  }
  const WeightProblem problem = ratio_margins(numerators, denominators, targets);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(maximum_entropy_weights(problem));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(f.pool.profiles.size()));
}
BENCHMARK(weights)->Iterations(1)->Repetitions(5)->ReportAggregatesOnly(true)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace samspil::bench
