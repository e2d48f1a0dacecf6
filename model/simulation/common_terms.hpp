/// \file
/// Strategies compared on common terms: a scenario whose enrolment levers are those of its
/// comparison.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <vector>

#include "model/families/pool.hpp"
#include "model/inputs/scenario.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

struct CommonTerms {
  Scenario scenario;
  std::vector<EnrolledShare> enrolment;  ///< By strategy.
};

/// What a strategy's own operation costs over the horizon without any effect: strategy number, and
/// the scenario that it is run in.
using ProgrammeCost = std::function<Ore(const Scenario& scenario, std::size_t strategy)>;

/// Under a common rule everybody who is offered a place takes it in the first year, and nobody
/// waits: intake is the share, consent 1, capacity unlimited. How long a family stays is the
/// strategy's own. `cost_of` is asked for the same budget alone.
CommonTerms on_common_terms(const Scenario& scenario, const ProgrammeCost& cost_of);

/// By running the strategy on the families of `pool` [øre, sum over draws]. Keeps references.
ProgrammeCost programme_cost_on(const Pool& pool, const StratifiedDraw& draw,
                                const Execution& execution);

/// The scenario with these shares enrolled, where enrolment is not as described.
Scenario with_enrolment(Scenario scenario, const std::vector<EnrolledShare>& enrolment);

/// By strategy: how many of the families are eligible for it, as they begin the first year; empty
/// where nobody names conditions. Throws InputError where a strategy has none at all.
std::vector<std::uint64_t> eligible_families(const Scenario& scenario, const Pool& pool,
                                             const StratifiedDraw& draw);

/// Baseline, present practice at each level if there is one, every strategy at each level. A
/// strategy is compared with present practice at its own level: a world in which effort works
/// works for both.
std::vector<Arm> arms_of(const Scenario& scenario, std::initializer_list<EffectLevel> levels);

/// The strategy whose own levers set the share that is enrolled, by its number as strategy_of()
/// counts; nothing where the scenario sets it, or nobody's levers hold it below all families.
std::optional<std::size_t> share_set_by(const Scenario& scenario) noexcept;

/// Largest share of the families that a strategy's own levers enrol at once.
double own_enrolment_share(const Levers& levers, int families_per_site) noexcept;

/// The number of families in [0, most] whose cost comes nearest to `budget`; `cost` never falls
/// with the number.
std::uint64_t families_for(Ore budget, std::uint64_t most,
                           const std::function<Ore(std::uint64_t)>& cost);

}  // namespace samspil
