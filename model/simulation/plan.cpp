#include "model/simulation/plan.hpp"

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
  switch (effect.channel) {
    case Channel::effort:
      return true;
    case Channel::discovery:
      return is_on(mechanisms, Mechanism::discovery);
    case Channel::substitution:
      return is_on(mechanisms, Mechanism::substitution) && (levers.authority || effect.centre <= 1);
    case Channel::overlap:
      return is_on(mechanisms, Mechanism::overlap_removal);
  }
  return true;
}

int enrolled_days_this_year(const Family& family) noexcept {
  return family.enrolled_until - family.enrolled_from;
}

bool is_enrolled_this_year(const Family& family) noexcept {
  return enrolled_days_this_year(family) > 0;
}

}  // namespace

ArmPlan arm_plan(const Strategy& strategy, EffectLevel level, const Mechanisms& mechanisms) {
  const Levers& levers = strategy.levers;
  ArmPlan plan;
  CoordinationPlan& c = plan.coordination;
  c.enrols = levers.role != CoordinationRole::none;
  c.intake_share = levers.intake_share.value;
  c.consent_share = levers.consent_share.value;
  c.capacity_per_site = static_cast<int>(levers.capacity_per_site.value);
  c.duration_days = static_cast<int>(levers.duration_years.value * days_per_year + 0.5);
  c.aftercare_days = static_cast<int>(levers.aftercare_years.value * days_per_year + 0.5);
  c.exit_rate_closed = levers.exit_rate_closed.value;
  c.exit_rate_withdrawn = levers.exit_rate_withdrawn.value;
  c.fidelity_gate = (levers.fidelity.value - 1.0) / 5.0;
  c.gated = is_on(mechanisms, Mechanism::gating);
  if (is_on(mechanisms, Mechanism::lag)) {
    c.ramp_days = levers.ramp_months.value * days_per_year / 12.0;
  }
  if (is_on(mechanisms, Mechanism::relapse)) c.fade_rate = levers.fade_rate.value;
  if (is_on(mechanisms, Mechanism::harm)) c.harm_share = levers.harm_share.value;
  if (level != EffectLevel::none) {
    for (const Effect& effect : strategy.effects) {
      if (!acts(effect, levers, mechanisms)) continue;
      c.effects.push_back({effect.hook, effect.channel,
                           level == EffectLevel::centre ? effect.centre : effect.strong,
                           effect.months.value * days_per_year / 12.0});
    }
  }
  plan.programme = {levers.caseload.value,
                    as_ore(levers.wage),
                    levers.supervision_share.value,
                    as_ore(levers.training_once),
                    as_ore(levers.material),
                    as_ore(levers.preparation_once),
                    static_cast<Ore>(std::llround(levers.meeting_hours.value *
                                                  levers.meeting_hour_price.value * 100.0)),
                    as_ore(levers.development_once),
                    as_ore(levers.evaluation_per_family)};
  return plan;
}

int coordinators_of(std::span<const Family> families, const ArmPlan& plan) noexcept {
  int enrolled = 0;
  for (const Family& family : families) enrolled += is_enrolled_this_year(family);
  if (enrolled == 0 || plan.programme.caseload <= 0) return 0;
  return static_cast<int>(std::ceil(enrolled / plan.programme.caseload));
}

Ore add_programme_cost(std::span<const Family> families, bool first_year, const ArmPlan& plan,
                       YearCounts& counts) noexcept {
  if (!plan.coordination.enrols) return 0;
  const ProgrammePrices& prices = plan.programme;
  const int coordinators = coordinators_of(families, plan);
  std::array<Ore, programme_item_count> cost{};
  const auto at = [&](ProgrammeItem item) -> Ore& { return cost[index_of(item)]; };
  at(ProgrammeItem::staff) = coordinators * prices.wage;
  at(ProgrammeItem::supervision) = static_cast<Ore>(
      static_cast<double>(at(ProgrammeItem::staff)) * prices.supervision_share + 0.5);
  for (const Family& family : families) {
    const Ore days = enrolled_days_this_year(family);
    if (days == 0) continue;
    at(ProgrammeItem::material) += prices.material * days / days_per_year;
    at(ProgrammeItem::meetings) += prices.meetings * days / days_per_year;
    if (family.enrolled_days > 0) continue;
    at(ProgrammeItem::training) += prices.training;
    at(ProgrammeItem::evaluation) += prices.evaluation;
  }
  if (first_year && coordinators > 0) {
    at(ProgrammeItem::preparation) = prices.preparation;
    at(ProgrammeItem::development) = prices.development;
  }
  Ore operation = 0;
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    counts.programme[i] += cost[i];
    if (is_operation(static_cast<ProgrammeItem>(i))) operation += cost[i];
  }
  counts.outcomes[index_of(Outcome::coordinators)] += coordinators;
  return operation;
}

}  // namespace samspil
