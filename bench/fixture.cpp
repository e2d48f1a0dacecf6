#include "bench/fixture.hpp"

#include <filesystem>

#include "model/engine/engine.hpp"
#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil::bench {
namespace {

Scenario default_scenario() {
  const std::filesystem::path folder{build_info::source_scenarios_dir};
  return at_values(load_scenario(folder / "default.toml", folder));
}

std::vector<Arm> three_arms() {
  return {{0, EffectLevel::none}, {1, EffectLevel::centre}, {2, EffectLevel::centre}};
}

}  // namespace

Fixture::Fixture()
    : scenario{default_scenario()},
      pool{make_pool(scenario, 0, {})},
      draw{stratified_draw(pool, scenario.population)},
      model{scenario, pool, draw, scenario.population.families, three_arms()} {}

const Fixture& fixture() {
  static const Fixture made;
  return made;
}

std::int64_t RunWork::state_bytes() const noexcept {
  return 2 * (person_years * static_cast<std::int64_t>(sizeof(Person)) +
              family_years * static_cast<std::int64_t>(sizeof(Family)));
}

RunWork work_of(const std::vector<ArmCounts>& arms) {
  RunWork work;
  for (const ArmCounts& arm : arms) {
    for (const YearCounts& year : arm.years) {
      work.person_years += year.work.simulated;
      work.delivered += year.person_years;
      work.family_years += year.outcomes[index_of(Outcome::families)];
      work.random_words += 4 * year.work.random_blocks;
      work.events += year.work.events;
      work.postings += year.work.postings;
    }
  }
  return work;
}

RunWork simulate(const FamilyModel& model, int threads) {
  return work_of(run_sum(model, model.plan(1, threads)).arms);
}

}  // namespace samspil::bench
