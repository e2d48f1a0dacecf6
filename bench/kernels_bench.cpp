/// \file
/// The kernels that a family-year is made of, each alone.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/fixture.hpp"
#include "model/core/lanes.hpp"
#include "model/core/random_batch.hpp"
#include "model/costs/ladder.hpp"
#include "model/dynamics/clocks.hpp"
#include "model/dynamics/coordination.hpp"

namespace samspil::bench {
namespace {

constexpr std::uint32_t many = 1024;

PhiloxBlock block_of(std::uint32_t i) {
  return keyed_block({1, 0}, Identity{i}, 2023, BlockNumber{0});
}

void philox_block(benchmark::State& state) {
  std::uint32_t i = 0;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(block_of(++i));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(philox_block);

/// Four blocks for each of many people, as a family-year asks for them; items are blocks.
void philox_quads(benchmark::State& state) {
  const auto isa = static_cast<Isa>(state.range(0));
  if (!is_available(isa)) return state.SkipWithError("this machine lacks it");
  std::vector<std::array<std::uint32_t, 16>> words(many);
  std::vector<QuadRequest> requests;
  for (std::uint32_t i = 0; i < many; ++i) requests.push_back({i, 0, words[i].data()});
  const DrawQuads draw = draw_quads(isa);
  for ([[maybe_unused]] auto _ : state) {
    draw({1, 0}, 2023, requests.data(), requests.size());
    benchmark::DoNotOptimize(words.data());
  }
  state.SetLabel(std::string{isa_names[index_of(isa)]});
  state.SetItemsProcessed(std::int64_t{4} * many * state.iterations());
}
BENCHMARK(philox_quads)->DenseRange(0, isa_names.size() - 1)->ArgName("isa");

/// Sixteen first bytes against their limits; items are bytes.
void first_bits(benchmark::State& state) {
  std::vector<PhiloxBlock> blocks;
  for (std::uint32_t i = 0; i < many; ++i) blocks.push_back(block_of(i));
  const BlockLimits limits{four(0.5F), four(2), four(8), four(32)};
  for ([[maybe_unused]] auto _ : state) {
    for (const PhiloxBlock& block : blocks) benchmark::DoNotOptimize(bytes_up_to(block, limits));
  }
  state.SetItemsProcessed(std::int64_t{16} * many * state.iterations());
}
BENCHMARK(first_bits);

/// A clock that its first bits exclude, and one that fires.
void clock_asked(benchmark::State& state) {
  const double rate = state.range(0) == 0 ? 1e-4 : 1e4;
  Asker asker{{1, 0}, Identity{1}, 2023};
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(waiting_days(asker, Question::move, 0, rate, days_per_year));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(clock_asked)->Arg(0)->Arg(1)->ArgName("fires");

/// A year on the refund ladder: half on a benefit, half without; items are years.
void ladder_year(benchmark::State& state) {
  LadderHistory ladder;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(pass_counted(ladder, weeks_per_year / 2));
    pass_self_support(ladder, weeks_per_year / 2);
    benchmark::DoNotOptimize(ladder);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ladder_year);

/// What the first strategy does to the hazards of a family that it enrols in April; items are
/// families.
void hooks_of_a_family(benchmark::State& state) {
  const Fixture& f = fixture();
  const ModelInputs inputs = model_inputs(f.scenario, {{1, EffectLevel::centre}});
  const CoordinationPlan& plan = inputs.plans.front().coordination;
  Family family = f.pool.families.front();
  const std::span people = std::span{f.pool.people}.subspan(family.first, family.state.members);
  family.enrolment = Enrolment::enrolled;
  family.enrolled_from = 90;
  family.enrolled_until = days_per_year;
  Team team;
  team.fidelity_gate = 1;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(hook_ratios(family, people, team, plan, inputs.tables.p.family));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(hooks_of_a_family);

/// Which candidate the i-th family is.
void family_drawn(benchmark::State& state) {
  const StratifiedDraw& draw = fixture().draw;
  std::uint64_t i = 0;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(draw.member({1, 0}, ++i));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(family_drawn);

/// The order of the pool in which neighbours are alike; items are candidates.
void pool_ordered(benchmark::State& state) {
  const Fixture& f = fixture();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(stratified_draw(f.pool, f.scenario.population));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(f.pool.families.size()));
}
BENCHMARK(pool_ordered)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace samspil::bench
