/// \file
/// A scenario: which population, which strategies, how long, which mechanisms. One TOML file.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/catalogue.hpp"
#include "model/inputs/committees.hpp"
#include "model/inputs/comparison.hpp"
#include "model/inputs/evidence.hpp"
#include "model/inputs/expectation.hpp"
#include "model/inputs/joint_financing.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/inputs/municipality.hpp"
#include "model/inputs/parameters.hpp"
#include "model/inputs/staffing.hpp"
#include "model/inputs/strategy.hpp"
#include "model/inputs/timing.hpp"
#include "model/population/own_families.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// One margin that the weighted year-0 population must meet: share = numerator / denominator.
/// The indicators are named in population/target_group.hpp.
struct Margin {
  std::string name;  ///< An indicator name.
  Quantity target;   ///< Share, or ratio.
  double tolerance = 0.01;
  bool fitted = true;  ///< false: printed beside its observed value only.
};

/// What a margin is measured in, and which targets can be meant.
struct MarginUnit {
  std::string_view unit;
  Limits limits;
};
MarginUnit unit_of_margin(std::string_view name) noexcept;

/// Families of a site, which share one team: its posts are counted in 16 bits, and each thread
/// holds the whole of a site.
inline constexpr Limits any_site{1, 10'000};

/// How the year-0 population is made (scenarios/populations/*.toml).
struct PopulationSpec {
  std::string id;
  std::string title_da;
  std::string title_en;
  int year = 2022;               ///< Year 0, the year of selection.
  std::uint32_t candidates = 0;  ///< Families in the candidate pool.
  std::uint32_t families = 0;    ///< Families drawn when nothing else is asked for.
  int families_per_site = 40;
  int min_challenges = 1;
  bool youth_support_counts = true;  ///< Whether ungestøtte counts as a home-based measure.
  std::vector<Margin> margins;
  /// Of families that are read and not made: what their file does not know of them.
  std::optional<Quantity> own_frailty{};
  std::string file;
  std::string text;
};

/// A group of the population's families whose own accounts are asked for.
struct CohortSize {
  std::uint32_t families = 0;  ///< 0: said in parents.
  std::uint32_t parents = 0;   ///< Adults of the target group; as many families as have them.
};

struct Scenario {
  int years = 4;
  std::uint32_t seed = 1;
  std::uint32_t draws = 1;              ///< Of the uncertain inputs; 1: they stand at their values.
  std::uint32_t families_per_draw = 0;  ///< Whole sites, others in each draw; 0: all families.
  std::uint32_t replicates = 1;         ///< Times that each draw is lived, by other chance.
  std::uint32_t families = 0;           ///< 0: the population's own number.
  std::optional<CohortSize> cohort;     ///< Nothing: no group's accounts are asked for.
  std::optional<double> discount_rate;  ///< 1/year; nothing: the Finance Ministry's, by distance.
  Timing discount_timing = Timing::end;
  JointFinancing joint_financing = JointFinancing::gain;  ///< How pockets make each other whole.
  std::string title_da;
  std::string title_en;
  PopulationSpec population;
  std::shared_ptr<const OwnFamilies> own_families;  ///< Nothing: the population is made.
  Parameters parameters;
  ParameterTable parameter_table;  ///< The same numbers with unit, range, source and grade.
  Catalogue catalogue;
  EvidenceRule evidence;     ///< By which the effects of all strategies were settled.
  bool draw_levers = false;  ///< Whether what a municipality decides is drawn too.
  Strategy baseline;
  std::vector<Strategy> strategies;
  Comparison comparison;
  bool break_even = true;             ///< Whether it is solved for, by more arms.
  std::optional<Expectation> expect;  ///< What the effects shall reach.
  Staffing staffing;
  std::optional<Municipality> municipality;
  OwnOrder own_order;
  std::string municipalities_text;  ///< The file of their populations, where it was read.
  Mechanisms mechanisms = default_mechanisms();
  std::array<std::string, mechanism_count> mechanism_reason_da;
  std::array<std::string, mechanism_count> mechanism_reason_en;
  std::vector<Problem> warnings;  ///< What can be reckoned with and may not be meant.
  std::string file;
  std::string text;
};

/// Calendar year of a budget year (1, 2, …), or of year 0: a municipality's own, where it has a
/// first year. Families live in the population's years, whatever they are called.
int calendar_year(const Scenario& scenario, int budget_year) noexcept;

/// Families that a run simulates: the scenario's own number, else the population's.
inline std::uint64_t simulated_families(const Scenario& scenario) noexcept {
  return scenario.families > 0 ? scenario.families : scenario.population.families;
}

}  // namespace samspil
