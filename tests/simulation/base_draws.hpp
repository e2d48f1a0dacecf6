/// \file
/// Strategies on bases, run over draws: a copy, a copy of the copy, and one that states a lever.
#pragma once

#include <fstream>

#include "model/loading/load.hpp"
#include "model/simulation/run.hpp"
#include "tests/support/own_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil::test {

class BaseDraws : public OwnFolder {
 protected:
  BaseDraws() {
    write("copy", "sammen_om_familien", "");
    write("chain", "copy.toml", "");
    write("material", "copy.toml",
          "[levers]\nmaterial = { value = 5000, unit = \"kr. per family-year\", low = 0, "
          "high = 20000, grade = \"own\", source = \"Test\" }\n");
  }

  void write(const std::string& id, const std::string& base, const std::string& rest) const {
    std::ofstream{folder_ / (id + ".toml")} << "id = \"" << id << "\"\nbase = \"" << base
                                            << "\"\ntitle_da = \"T\"\ntitle_en = \"T\"\n"
                                            << rest;
  }

  Strategy strategy(const std::string& id) const {
    const auto own = folder_ / (id + ".toml");
    const auto shipped = shipped_scenarios() / "strategies" / (id + ".toml");
    return load_strategy(std::filesystem::exists(own) ? own : shipped, shipped_scenarios(),
                         shipped_scenario().evidence);
  }

  /// The scenario with these strategies, against the baseline or `present`.
  RunResult run(Scenario scenario, const std::vector<std::string>& ids,
                const std::string& present = "") const {
    scenario.strategies.clear();
    for (const std::string& id : ids) scenario.strategies.push_back(strategy(id));
    if (!present.empty()) scenario.comparison.present_practice = strategy(present);
    return run_scenario(scenario, 1, {});
  }

  static constexpr std::size_t levels = effect_level_names.size();

  /// What strategy `s` saved in a run at a level.
  static Ore saved(const RunResult& result, std::size_t run, std::size_t s, std::size_t level,
                   std::size_t purse) {
    const std::size_t first = result.arms.size() - levels * result.enrolment.size();
    return result.savings[run * result.arms.size() + first + s * levels + level][purse];
  }

  /// Calls expect(run, level, purse) for each.
  template <class Expect>
  static void for_each(const RunResult& result, const Expect& expect) {
    for (std::size_t run = 0; run < result.runs(); ++run) {
      for (std::size_t level = 0; level < levels; ++level) {
        for (std::size_t purse = 0; purse < purse_count; ++purse) expect(run, level, purse);
      }
    }
  }

  void copies_do_not_differ(const Scenario& scenario) const {
    const RunResult result = run(scenario, {"sammen_om_familien", "copy", "chain", "material"});
    Ore centre = 0;
    for_each(result, [&](std::size_t run, std::size_t level, std::size_t purse) {
      const Ore base = saved(result, run, 0, level, purse);
      EXPECT_EQ(saved(result, run, 1, level, purse), base) << run;
      EXPECT_EQ(saved(result, run, 2, level, purse), base) << run;
      // Material is the municipality's and moves nobody.
      const Ore own = saved(result, run, 3, level, purse);
      const bool is_paid = purse <= index_of(Purse::municipality);
      EXPECT_EQ(own != base, is_paid) << run;
      centre += level == 1 ? std::abs(base) : 0;
    });
    EXPECT_NE(centre, 0);
  }

  void nothing_differs_from_itself(const Scenario& scenario) const {
    for (const char* id : {"sammen_om_familien", "copy", "chain"}) {
      const RunResult result = run(scenario, {id}, "sammen_om_familien");
      for_each(result, [&](std::size_t run, std::size_t level, std::size_t purse) {
        EXPECT_EQ(saved(result, run, 0, level, purse), 0) << id << ' ' << run;
      });
    }
  }

  void side_by_side_is_present_practice(const Scenario& scenario) const {
    for (const auto& [one, other] : {std::pair{"familiens_fremtid", "sammen_om_familien"},
                                     {"taettere_paa_familien", "sammen_om_familien"}}) {
      const RunResult both = run(scenario, {one, other});
      const RunResult from = run(scenario, {one}, other);
      for_each(both, [&](std::size_t run, std::size_t level, std::size_t purse) {
        EXPECT_EQ(saved(from, run, 0, level, purse),
                  saved(both, run, 0, level, purse) - saved(both, run, 1, level, purse))
            << one << ' ' << run;
      });
    }
  }
};

}  // namespace samspil::test
