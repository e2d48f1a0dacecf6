/// \file
/// The parts of a run, each alone: one family-year, the pool, its weights.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <span>

#include "bench/fixture.hpp"
#include "model/costs/settlement.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/population/weights.hpp"

namespace samspil::bench {
namespace {

/// Lives families of the pool in turn through the same year, each from its own start, and hands
/// each year to `settle`.
class FamilyYears {
 public:
  template <class Settle>
  std::int64_t live(int families, const Settle& settle) {
    std::int64_t people = 0;
    for (int i = 0; i < families; ++i) {
      people += live_once(0, settle);
      turn();
    }
    return people;
  }
  /// One family `times` times, by so many chances in turn.
  template <class Settle>
  std::int64_t live_again(std::uint32_t times, std::uint32_t chances, const Settle& settle) {
    std::int64_t people = 0;
    for (std::uint32_t i = 0; i < times; ++i) people += live_once(i % chances, settle);
    turn();
    return people;
  }

 private:
  template <class Settle>
  std::int64_t live_once(std::uint32_t replicate, const Settle& settle) {
    const Fixture& f = fixture();
    Family family = f.pool.families[next_];
    std::copy_n(f.pool.people.begin() + family.first, family.state.members, rows_.begin());
    family.first = 0;
    family.room = most_members;
    const std::int64_t people = family.state.members;
    FamilyYear y{tables_, {1, replicate}, 2023, family, rows_, hooks_, use_, work_, space_};
    live_family_year(y);
    settle(space_, y.people(), use_);
    benchmark::DoNotOptimize(use_);
    return people;
  }
  void turn() { next_ = next_ + 1 == fixture().pool.families.size() ? 0 : next_ + 1; }

  KernelTables tables_{
      with_mechanisms(fixture().scenario.parameters, fixture().scenario.mechanisms)};
  HookRatios hooks_ = [] {
    HookRatios ones;
    ones.fill(1.0);
    return ones;
  }();
  Workspace space_;
  Work work_;
  ServiceUse use_{};
  std::vector<Person> rows_{std::vector<Person>(most_members)};
  std::size_t next_ = 0;
};

/// Benefit weeks posted by one share each, as a price list would.
void post_by_average(const Workspace& space, std::span<Person> /*people*/, ServiceUse& use) {
  for (const IncomeSpell& spell : space.incomes.all()) {
    if (spell.kind != IncomeKind::self_support) {
      use.add(spell.service, spell.weeks * Hundredths{spell.paid});
    }
  }
}

void family_year(benchmark::State& state) {
  FamilyYears years;
  std::int64_t people = 0;
  for ([[maybe_unused]] auto _ : state) people += years.live(1, post_by_average);
  state.SetItemsProcessed(people);
}
BENCHMARK(family_year)->Repetitions(5)->ReportAggregatesOnly(true);

/// Each family's year 64 times, by one chance or by 64. By one chance the processor foresees every
/// branch after a while: the difference is what it loses by not foreseeing what happens.
void family_year_again(benchmark::State& state) {
  FamilyYears years;
  const auto chances = static_cast<std::uint32_t>(state.range(0));
  std::int64_t people = 0;
  for ([[maybe_unused]] auto _ : state) people += years.live_again(64, chances, post_by_average);
  state.SetItemsProcessed(people);
}
BENCHMARK(family_year_again)
    ->ArgName("chances")
    ->Arg(64)
    ->Arg(1)
    ->Repetitions(5)
    ->ReportAggregatesOnly(true);

/// The same families with average shares and with the payer rules, in turns, so that both meet the
/// same machine. `rules_share` is the rules' share of the time of a family-year.
void payer_rules(benchmark::State& state) {
  using Clock = std::chrono::steady_clock;
  constexpr int batch = 500;
  const PayerRules rules{fixture().scenario.catalogue};
  Settlements settlements{};
  const auto by_rules = [&](const Workspace& space, std::span<Person> people, ServiceUse& use) {
    settle_incomes(rules, space.incomes.all(), people, use);
    settle_expensive_cases(rules, space.cases, people, settlements);
  };
  FamilyYears first, second;
  std::int64_t people = 0;
  Clock::duration average{}, ruled{};
  for ([[maybe_unused]] auto _ : state) {
    const auto start = Clock::now();
    first.live(batch, post_by_average);
    const auto middle = Clock::now();
    people += second.live(batch, by_rules);
    ruled += Clock::now() - middle;
    average += middle - start;
  }
  benchmark::DoNotOptimize(settlements);
  const auto seconds = [](Clock::duration d) { return std::chrono::duration<double>(d).count(); };
  state.SetItemsProcessed(people);
  state.counters["rules_share"] = 1 - seconds(average) / seconds(ruled);
  state.counters["rules_ns_per_person_year"] =
      1e9 * (seconds(ruled) - seconds(average)) / static_cast<double>(people);
}
BENCHMARK(payer_rules)
    ->Iterations(150)
    ->Repetitions(7)
    ->ReportAggregatesOnly(true)
    ->Unit(benchmark::kMillisecond);

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
