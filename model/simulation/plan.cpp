#include "model/simulation/plan.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/calendar.hpp"
#include "model/inputs/mechanisms.hpp"

namespace samspil {
namespace {

Ore as_ore(const Quantity& kroner) noexcept {
  return static_cast<Ore>(std::llround(kroner.value * 100.0));
}

/// Whether an effect acts at all. Own authority is what lets a strategy grant more than before.
bool acts(const Effect& effect, const Levers& levers, const Mechanisms& mechanisms) noexcept {
  const auto needed = switch_of(effect.channel);
  if (needed && !is_on(mechanisms, *needed)) return false;
  return effect.channel != Channel::substitution || levers.authority || effect.centre <= 1;
}

double ratio_of(const Effect& effect, EffectLevel level, const Variation& variation) noexcept {
  switch (level) {
    case EffectLevel::weak:
      return effect.weak;
    case EffectLevel::strong:
      return effect.strong;
    default:
      return scaled_ratio(effect.centre, variation.effects);
  }
}

double amount_of(Component component, const Levers& levers) noexcept {
  switch (component) {
    case Component::whole:
      break;
    case Component::joint_plan:
      return levers.joint_plan.value;
    case Component::follow_up:
      return levers.follow_up_per_year.value;
    case Component::delegated_grants:
      return levers.delegated_grants.value;
    case Component::civil_society:
      return levers.civil_society.value;
    case Component::joint_financing:
      return levers.joint_financing.value;
    case Component::network_meeting:
      return levers.network_meeting.value;
    case Component::job_support:
      return levers.job_support.value;
  }
  return 1.0;
}

/// Whether an effect on a hook belongs to the group that an order of measures puts last.
bool waits(Hook hook, MeasureOrder order) noexcept {
  switch (hook) {
    case Hook::job_entry:
    case Hook::job_loss:
    case Hook::education_entry:
    case Hook::activation_start:
    case Hook::mentor_start:
      return order == MeasureOrder::treatment_first;
    case Hook::adult_treatment_start:
    case Hook::adult_service_stop:
    case Hook::recovery:
    case Hook::measure_start:
    case Hook::measure_stop:
    case Hook::contact_person_start:
      return order == MeasureOrder::labour_first;
    default:
      return false;
  }
}

int in_days(double months) noexcept {
  return static_cast<int>(months * days_per_year / 12.0 + 0.5);
}

/// Core elements in their order of loss, with their share of the work.
std::vector<PlannedElement> planned(std::vector<CoreElement> elements) {
  std::stable_sort(elements.begin(), elements.end(),
                   [](const CoreElement& a, const CoreElement& b) { return a.lost < b.lost; });
  double weight = 0;
  for (const CoreElement& element : elements) weight += element.weight;
  std::vector<PlannedElement> all;
  all.reserve(elements.size());
  for (const CoreElement& element : elements) {
    all.push_back(
        {.weight = element.weight / weight, .height = (element.fidelity.value - 1.0) / 5.0});
  }
  return all;
}

StaffPlan staff_plan(const Scenario& scenario, const Levers& levers,
                     const std::vector<CoreElement>& elements) {
  const Mechanisms& mechanisms = scenario.mechanisms;
  StaffPlan plan;
  plan.whole_posts = scenario.staffing.whole_posts;
  plan.notice_days = in_days(scenario.parameters.demography.notice_months);
  plan.caseload = levers.caseload.value;
  plan.fidelity_caseload =
      levers.fidelity_caseload.value > 0 ? levers.fidelity_caseload.value : levers.caseload.value;
  plan.elements = planned(elements);
  plan.hours_matter = is_on(mechanisms, Mechanism::caseload);
  plan.vacancy_days = in_days(levers.hiring_lag_months.value);
  plan.creep = levers.caseload_creep.value;
  if (is_on(mechanisms, Mechanism::capacity)) plan.hiring_days = plan.vacancy_days;
  plan.turnover_rate = levers.turnover_rate.value;
  plan.handover_share = levers.handover_share.value;
  return plan;
}

/// What staff, content, order and site add to the plan of enrolment.
void add_work(const Scenario& scenario, const Strategy& strategy, const Levers& levers,
              EffectLevel level, const Variation& variation, CoordinationPlan& plan) {
  const Mechanisms& mechanisms = scenario.mechanisms;
  plan.staff = staff_plan(scenario, levers, strategy.elements);
  plan.staff.caseload *= variation.caseload;
  plan.spill_over = levers.spill_over.value;
  plan.wait_days = in_days(levers.wait_months.value);
  const bool in_order = is_on(mechanisms, Mechanism::order_of_measures);
  if (level == EffectLevel::none || variation.effects == 0) return;
  if (is_on(mechanisms, Mechanism::turnover) && variation.group != EffectGroup::placement) {
    plan.job_casework = std::min(variation.effects, 1.0) * levers.takes_over_job_casework.value;
  }
  for (const Effect& effect : strategy.effects) {
    if (!acts(effect, levers, mechanisms) || !is_in(variation.group, effect)) continue;
    plan.effects.push_back(
        {.hook = effect.hook,
         .targets = effect.targets != 0 ? effect.targets : all_targets(effect.hook),
         .channel = effect.channel,
         .ratio = ratio_of(effect, level, variation),
         .days = effect.months.value * days_per_year / 12.0,
         .scale = amount_of(effect.component, levers) / effect.reference,
         .later = in_order && waits(effect.hook, levers.order)});
  }
}

int enrolled_days_this_year(const Family& family) noexcept {
  return family.enrolled_until - family.enrolled_from;
}

}  // namespace

ArmPlan arm_plan(const Scenario& scenario, const Strategy& strategy, EffectLevel level,
                 const Variation& asked) {
  const Mechanisms& mechanisms = scenario.mechanisms;
  const Levers levers = with_mechanisms(strategy.levers, mechanisms);
  const Variation variation = level == EffectLevel::centre ? asked : Variation{};
  ArmPlan plan;
  CoordinationPlan& c = plan.coordination;
  c.enrols = levers.role != CoordinationRole::none;
  c.refill = scenario.staffing.refill;
  c.eligible = eligible_for(scenario.comparison, strategy);
  c.intake_share = levers.intake_share.value;
  c.consent_share = levers.consent_share.value;
  c.capacity_per_site = static_cast<int>(levers.capacity_per_site.value);
  c.duration_days =
      static_cast<int>(levers.duration_years.value * variation.duration * days_per_year + 0.5);
  c.aftercare_days = static_cast<int>(levers.aftercare_years.value * days_per_year + 0.5);
  c.exit_rate_closed = levers.exit_rate_closed.value;
  c.exit_rate_withdrawn = levers.exit_rate_withdrawn.value;
  c.gated = is_on(mechanisms, Mechanism::gating);
  c.ramp_days = levers.ramp_months.value * days_per_year / 12.0;
  c.fade_rate = levers.fade_rate.value;
  c.harm_share = levers.harm_share.value;
  add_work(scenario, strategy, levers, level, variation, c);
  c.takes_over = {levers.takes_over_child_casework.value, levers.takes_over_job_casework.value,
                  levers.takes_over_adult_casework.value};
  plan.programme = {.wage = as_ore(levers.wage),
                    .supervision_share = levers.supervision_share.value,
                    .training = as_ore(levers.training_once),
                    .material = as_ore(levers.material),
                    .preparation = as_ore(levers.preparation_once),
                    .meetings = static_cast<Ore>(std::llround(
                        levers.meeting_hours.value * levers.meeting_hour_price.value * 100.0)),
                    .development = as_ore(levers.development_once),
                    .evaluation = as_ore(levers.evaluation_per_family),
                    .pays_unused = scenario.staffing.unused == UnusedHours::paid};
  return plan;
}

Ore add_programme_cost(std::span<const Family> families, const Team& team, const ArmPlan& plan,
                       YearCounts& counts) noexcept {
  if (!plan.coordination.enrols) return 0;
  const ProgrammePrices& prices = plan.programme;
  std::array<Ore, programme_item_count> cost{};
  const auto at = [&](ProgrammeItem item) -> Ore& { return cost[index_of(item)]; };
  const double employed = static_cast<double>(team.employed_quarter_days) / quarters_per_post;
  const double paid = prices.pays_unused ? employed : used_days(team);
  at(ProgrammeItem::staff) =
      static_cast<Ore>(std::llround(static_cast<double>(prices.wage) * paid / days_per_year));
  at(ProgrammeItem::supervision) = static_cast<Ore>(
      static_cast<double>(at(ProgrammeItem::staff)) * prices.supervision_share + 0.5);
  for (const Family& family : families) {
    const Ore days = enrolled_days_this_year(family);
    if (days == 0) continue;
    at(ProgrammeItem::material) += prices.material * days / days_per_year;
    at(ProgrammeItem::meetings) += prices.meetings * days / days_per_year;
    if (family.enrolled_days > 0) continue;
    at(ProgrammeItem::training) += prices.training;
    at(ProgrammeItem::preparation) += prices.preparation;
    at(ProgrammeItem::development) += prices.development;
    at(ProgrammeItem::evaluation) += prices.evaluation;
  }
  Ore operation = 0;
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    counts.programme[i] += cost[i];
    if (is_operation(static_cast<ProgrammeItem>(i))) operation += cost[i];
  }
  return operation;
}

}  // namespace samspil
