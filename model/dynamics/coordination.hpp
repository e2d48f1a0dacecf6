/// \file
/// What a strategy does to families: who is enrolled when, and how much of each effect acts.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "model/core/bits.hpp"
#include "model/dynamics/hazards.hpp"
#include "model/dynamics/team.hpp"
#include "model/inputs/strategy.hpp"
#include "model/population/eligibility.hpp"
#include "model/population/family.hpp"
#include "model/population/open_cases.hpp"

namespace samspil {

/// One effect at one level, ready for the kernel.
struct PlannedEffect {
  Hook hook{};
  std::uint16_t targets = 0;  ///< Bits of what it acts on; 0 where its hook has no such things.
  Channel channel{};
  double ratio = 1;    ///< Hazard ratio at full strength.
  double days = 0;     ///< Discovery only: how long it acts after enrolment.
  double scale = 1;    ///< The strategy's content relative to that at which the ratio holds.
  bool later = false;  ///< Whether it belongs to the group that waits.

  friend bool operator==(const PlannedEffect&, const PlannedEffect&) = default;
};

/// The ratios that an effect acts on: act(slot).
template <class Act>
void for_each_slot(const PlannedEffect& effect, const Act& act) {
  const bool has_targets = effect.targets != 0;
  const std::size_t slot = has_targets ? first_slot(effect.hook) : index_of(effect.hook);
  for_each_bit(has_targets ? effect.targets : 1U, [&](std::size_t i) { act(slot + i); });
}

/// A strategy's levers in the kernel's units. `enrols` is false for the baseline.
struct CoordinationPlan {
  std::vector<PlannedEffect> effects;
  bool enrols = false;
  bool refill = false;  ///< Whether places that families leave are offered to others.
  std::vector<Eligibility> eligible{
      Eligibility{}};                          ///< A family of all of them is offered a place.
  double intake_share = 0, consent_share = 0;  ///< The first: of those who are eligible.
  int capacity_per_site = 0;                   ///< Families at once; 0 = unlimited.
  int duration_days = 0, aftercare_days = 0;
  double exit_rate_closed = 0, exit_rate_withdrawn = 0;  ///< [1/year]
  double ramp_days = 0;
  double fade_rate = 0;  ///< [1/year]
  double harm_share = 0;
  double spill_over = 0;  ///< Share of the effort that reaches the site's other families.
  double wait_days = 0;   ///< How long effects of the later group wait after enrolment.
  std::array<double, casework_count> takes_over{};  ///< Share of the caseworkers' hours.
  double job_casework = 0;  ///< The job centre's share of them, where a change of caseworker acts.
  bool gated = true;        ///< Whether agency, relation and fidelity are necessary conditions.
  StaffPlan staff;

  friend bool operator==(const CoordinationPlan&, const CoordinationPlan&) = default;
};

/// Sets each family's enrolment and its days in the strategy this year, and lives the team's year.
/// Exits come first, then the families of the site are offered places: all who accept, or as many
/// as there is room for, in an order keyed by family; with refill, a place left inside the year
/// goes to the next of them on that day. Nobody is enrolled before the caseworker of the post is
/// there.
void enrol_site(const SiteYear& site, const CoordinationPlan& plan, const Parameters& p);

/// Days of a year in a strategy and after it, with those that lie before.
struct DaysInStrategy {
  double before = 0;  ///< Days in the strategy before this year.
  double now = 0;     ///< Days in it this year.
  double out = 0;     ///< Days of this year after it.
  double since = 0;   ///< From leaving it to the middle of those days.
};

/// What the agency of a family's most able adult lets through [0, 1]. No strategy acts on agency,
/// so this is the same in every arm.
double gate_agency(std::span<const Person> people, const FamilyParameters& p) noexcept;

/// How much of a plan's effects acts in one family this year.
///   strength = share of the year × ramp × gate, falling by fade_rate after exit and aftercare.
/// Discovery, substitution and overlap act from the first day and are not gated. A family that was
/// never enrolled meets `spill_over` of the effort of a team that is at work in its site.
class EffectStrength {
 public:
  ///   agency: gate_agency() of its people
  EffectStrength(const Family& family, double agency, const Team& team,
                 const CoordinationPlan& plan, const FamilyParameters& p) noexcept;

  /// Whether any effect may act.
  bool acts() const noexcept { return acts_; }
  /// Of one of the plan's effects; 0 where it does not act.
  double of(const PlannedEffect& effect) const noexcept;
  /// What job entry is multiplied by beside the effects: where the staff do the job centre's
  /// casework, it follows how often the caseworker changes.
  double job_entry_by_caseworker() const noexcept { return job_entry_by_caseworker_; }

 private:
  bool ever_;
  bool acts_;
  double job_entry_by_caseworker_ = 1;
  DaysInStrategy first_, later_;
  double effort_first_ = 0, effort_later_ = 0;
};

/// Hazard ratios of one family this year: 1 where the plan has no effect.
///   ratio = 1 + (effect - 1) × content × strength
HookRatios hook_ratios(const Family& family, std::span<const Person> people, const Team& team,
                       const CoordinationPlan& plan, const FamilyParameters& p) noexcept;

/// Moves the family's days in the strategy over the year's end.
void close_enrolment_year(Family& family) noexcept;

}  // namespace samspil
