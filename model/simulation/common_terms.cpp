#include "model/simulation/common_terms.hpp"

#include <algorithm>

#include "model/engine/engine.hpp"
#include "model/families/drawn_families.hpp"
#include "model/simulation/family_model.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

void enrol_at_once(Levers& levers, double share) noexcept {
  levers.intake_share.value = share;
  levers.consent_share.value = 1;
  levers.capacity_per_site.value = 0;
}

/// The largest share that a strategy can enrol.
double own_share(const Scenario& scenario, std::size_t number) noexcept {
  return own_enrolment_share(strategy_of(scenario, number).levers,
                             scenario.population.families_per_site);
}

/// The scenario's share, or that of the strategy that can enrol fewest.
double common_share(const Scenario& scenario) noexcept {
  if (scenario.comparison.enrol > 0) return scenario.comparison.enrol;
  const auto narrowest = share_set_by(scenario);
  return narrowest ? own_share(scenario, *narrowest) : 1.0;
}

/// Gives every strategy after the first as many families as the first one's programme cost pays.
void share_the_budget(Scenario& scenario, const ProgrammeCost& cost_of,
                      std::vector<EnrolledShare>& enrolment) {
  if (scenario.strategies.empty()) return;
  const std::uint64_t families = simulated_families(scenario);
  const Ore budget = cost_of(scenario, 1);
  for (std::size_t i = 1; i < scenario.strategies.size(); ++i) {
    Levers& levers = scenario.strategies[i].levers;
    const auto cost = [&](std::uint64_t enrolled) {
      enrol_at_once(levers, static_cast<double>(enrolled) / static_cast<double>(families));
      return cost_of(scenario, i + 1);
    };
    const Ore spent = cost(families_for(budget, families, cost));
    enrolment[i].share = levers.intake_share.value;
    enrolment[i].budget_share =
        budget > 0 ? static_cast<double>(spent) / static_cast<double>(budget) : 1.0;
  }
}

bool names_conditions(const Scenario& scenario) noexcept {
  const Comparison& comparison = scenario.comparison;
  return comparison.eligible.has_value() ||
         (comparison.terms == Terms::as_described &&
          std::any_of(scenario.strategies.begin(), scenario.strategies.end(),
                      [](const Strategy& strategy) { return strategy.eligible.has_value(); }));
}

/// Calls `ask` with the members of each family as they begin the first year.
void for_each_family(const DrawnFamilies& drawn, const auto& ask) {
  constexpr std::uint64_t at_once = 64;
  std::vector<Family> families(at_once);
  std::vector<Person> people(at_once * drawn.most_rows());
  for (std::uint64_t first = 0; first < drawn.families; first += at_once) {
    drawn.make(first, families, people);
    for (const Family& family : families) {
      if (family.state.members == 0) continue;
      ask(std::span<const Person>{people}.subspan(family.first, family.state.members));
    }
  }
}

}  // namespace

std::vector<std::uint64_t> eligible_families(const Scenario& scenario, const Pool& pool,
                                             const StratifiedDraw& draw) {
  if (!names_conditions(scenario)) return {};
  std::vector<std::vector<Eligibility>> wanted;
  for (const Strategy& strategy : scenario.strategies) {
    wanted.push_back(eligible_for(scenario.comparison, strategy));
  }
  std::vector<std::uint64_t> eligible(wanted.size());
  const int first_year = scenario.population.year + 1;
  for_each_family({pool, draw, scenario.seed, simulated_families(scenario), scenario.years},
                  [&](std::span<const Person> people) {
                    for (std::size_t i = 0; i < wanted.size(); ++i) {
                      eligible[i] += is_eligible(wanted[i], people, first_year);
                    }
                  });
  for (std::size_t i = 0; i < eligible.size(); ++i) {
    if (eligible[i] > 0) continue;
    const bool by_scenario = scenario.comparison.eligible.has_value();
    throw InputError(Problem{by_scenario ? scenario.file : scenario.strategies[i].file,
                             0,
                             "eligible",
                             {"fault.nobody_eligible", simulated_families(scenario)},
                             {"remedy.nobody_eligible"}});
  }
  return eligible;
}

std::size_t arm_without_effect(const std::vector<Arm>& arms, std::size_t arm) noexcept {
  for (std::size_t i = 1; i < arms.size(); ++i) {
    if (arms[i].strategy == arms[arm].strategy && arms[i].level == EffectLevel::none) return i;
  }
  return arm;
}

const Strategy& strategy_of(const Scenario& scenario, std::size_t number) noexcept {
  if (number == 0) return scenario.baseline;
  if (number <= scenario.strategies.size()) return scenario.strategies[number - 1];
  return *scenario.comparison.present_practice;
}

std::optional<std::size_t> share_set_by(const Scenario& scenario) noexcept {
  const Comparison& comparison = scenario.comparison;
  const auto& municipality = scenario.municipality;
  const bool is_set = comparison.enrol > 0 || (municipality && municipality->families_enrolled);
  if (comparison.terms == Terms::as_described || is_set) return std::nullopt;
  // On the same budget the others enrol what the first one's cost pays for.
  const std::size_t all = scenario.strategies.size();
  const std::size_t bound =
      comparison.terms == Terms::same_families ? all : std::min<std::size_t>(all, 1);
  std::optional<std::size_t> narrowest;
  double share = 1;
  const auto consider = [&](std::size_t number) {
    const double own = own_share(scenario, number);
    if (own < share) share = own, narrowest = number;
  };
  for (std::size_t number = 1; number <= bound; ++number) consider(number);
  if (comparison.present_practice) consider(all + 1);
  return narrowest;
}

double own_enrolment_share(const Levers& levers, int families_per_site) noexcept {
  const double accepting = levers.intake_share.value * levers.consent_share.value;
  const double places = levers.capacity_per_site.value;
  return places <= 0 ? accepting : std::min(accepting, places / families_per_site);
}

std::uint64_t families_for(Ore budget, std::uint64_t most,
                           const std::function<Ore(std::uint64_t)>& cost) {
  std::uint64_t low = 0, high = most;
  Ore low_cost = 0, high_cost = cost(most);
  if (high_cost <= budget) return most;
  while (high - low > 1) {
    // Cost runs nearly straight, so a line meets the budget in few runs; never at an end.
    const double part =
        static_cast<double>(budget - low_cost) / static_cast<double>(high_cost - low_cost);
    const std::uint64_t guess =
        std::clamp(low + static_cast<std::uint64_t>(part * static_cast<double>(high - low)),
                   low + 1, high - 1);
    const Ore guess_cost = cost(guess);
    const double family = static_cast<double>(guess_cost) / static_cast<double>(guess);
    if (static_cast<double>(std::abs(guess_cost - budget)) <= family / 2) return guess;
    if (guess_cost <= budget) {
      low = guess, low_cost = guess_cost;
    } else {
      high = guess, high_cost = guess_cost;
    }
  }
  return budget - low_cost <= high_cost - budget ? low : high;
}

Scenario with_enrolment(Scenario scenario, const std::vector<EnrolledShare>& enrolment) {
  if (scenario.comparison.terms == Terms::as_described) return scenario;
  for (std::size_t i = 0; i < scenario.strategies.size(); ++i) {
    enrol_at_once(scenario.strategies[i].levers, enrolment[i].share);
  }
  if (auto& present = scenario.comparison.present_practice; present && !enrolment.empty()) {
    enrol_at_once(present->levers, enrolment.front().share);
  }
  return scenario;
}

ProgrammeCost programme_cost_on(const Pool& pool, const StratifiedDraw& draw,
                                const Execution& execution) {
  return [&pool, &draw, execution](const Scenario& scenario, std::size_t strategy) {
    const FamilyModel model{
        scenario, pool, draw, simulated_families(scenario), {{strategy, EffectLevel::none, 0}}};
    Ore sum = 0;
    const auto counts = run_sum(model, model.plan(scenario.replicates, execution)).arms;
    for (const YearCounts& year : counts[0].years) {
      for (std::size_t i = 0; i < programme_item_count; ++i) {
        if (is_operation(static_cast<ProgrammeItem>(i))) sum += year.programme[i];
      }
    }
    return sum;
  };
}

std::vector<Arm> arms_of(const Scenario& scenario, std::initializer_list<EffectLevel> levels) {
  std::vector<Arm> arms{{0, EffectLevel::none, 0}};
  const bool has_present = scenario.comparison.present_practice.has_value();
  if (has_present) {
    for (const EffectLevel level : levels) {
      arms.push_back({scenario.strategies.size() + 1, level, 0});
    }
  }
  for (std::size_t i = 1; i <= scenario.strategies.size(); ++i) {
    std::size_t reference = 0;
    for (const EffectLevel level : levels) {
      arms.push_back({i, level, has_present ? ++reference : 0});
    }
  }
  return arms;
}

CommonTerms on_common_terms(const Scenario& scenario, const ProgrammeCost& cost_of) {
  CommonTerms common{scenario, std::vector<EnrolledShare>(scenario.strategies.size())};
  const Terms terms = scenario.comparison.terms;
  if (terms == Terms::as_described) return common;
  const double share = common_share(scenario);
  for (EnrolledShare& enrolled : common.enrolment) enrolled.share = share;
  common.scenario = with_enrolment(scenario, common.enrolment);
  if (terms == Terms::same_budget) share_the_budget(common.scenario, cost_of, common.enrolment);
  return common;
}

}  // namespace samspil
