/// \file
/// Every hazard as a short pure function: base rate × named ratios × frailty × strategy hooks.
/// Rates [1/person-year], ratios [-]. Values, ranges, sources and grades: scenarios/parameters.csv,
/// under the names given in model/inputs/parameter_slots.cpp. No chance, no loops over people.
#pragma once

#include <array>
#include <cstdint>

#include "model/core/calendar.hpp"
#include "model/core/numeric.hpp"
#include "model/core/portable.hpp"
#include "model/dynamics/hook_ratios.hpp"
#include "model/dynamics/surroundings.hpp"
#include "model/inputs/parameters.hpp"
#include "model/population/family.hpp"

namespace samspil {

/// `ratio` where the condition holds, else 1. By bits and without a branch: conditions of people
/// are what a processor cannot foresee.
constexpr double ratio_if(bool condition, double ratio) noexcept {
  constexpr auto one = bit_cast<std::uint64_t>(1.0);
  const std::uint64_t mask = -static_cast<std::uint64_t>(condition);
  return bit_cast<double>(one ^ ((one ^ bit_cast<std::uint64_t>(ratio)) & mask));
}

template <std::size_t L, class Ratio>
RealLanes<L> ratio_if(TruthLanes<L> condition, const Ratio& ratio) noexcept {
  return where(condition.set, RealLanes<L>{ratio}, RealLanes<L>{1.0});
}

/// A ratio that applies by a share: 1 + share × (ratio - 1).
template <class Share>
Share partial_ratio(double ratio, const Share& share) noexcept {
  return Share{1.0} + share * Share{ratio - 1.0};
}

/// ratio^score. Exactly 1 where the ratio is 1, so that a mechanism switched off leaves no trace.
inline double power_ratio(double ratio, double score) noexcept {
  return ratio == 1.0 ? 1.0 : natural_exp(natural_log(ratio) * score);
}
/// The same by a score of the person.
template <class Member, class Score>
auto power_ratio(double ratio, const Member& member, const Score& score_of) noexcept {
  using Ratio = decltype(number_of(member, score_of));
  if (ratio == 1.0) return Ratio{1.0};
  return number_of(member,
                   [&](const Person& person) { return power_ratio(ratio, score_of(person)); });
}

// ---- labour status ------------------------------------------------------------------------------

/// Where a move leads: all moves of one direction share their ratios.
enum class Direction : std::uint8_t {
  to_work,
  out_of_work,
  to_education,
  to_pension,
  to_sickness,
  other
};
inline constexpr std::size_t direction_count = 6;
template <class Ratio>
using RatiosByDirection = std::array<Ratio, direction_count>;
using DirectionRatios = RatiosByDirection<double>;

constexpr Direction direction_of(LabourStatus from, LabourStatus to) noexcept {
  if (to == LabourStatus::disability_pension) return Direction::to_pension;
  if (to == LabourStatus::sickness || to == LabourStatus::resource_course) {
    return Direction::to_sickness;
  }
  if (to == LabourStatus::education || to == LabourStatus::rehabilitation) {
    return Direction::to_education;
  }
  if (is_in_work(to)) return Direction::to_work;
  return is_in_work(from) ? Direction::out_of_work : Direction::other;
}

/// What in a person, apart from the situation, decides where he or she moves.
struct WorkAbility {
  std::size_t age_group = 0;  ///< Under 30, 30 to 39, 40 to 49, 50 and over.
  bool mental_disorder = false;
  bool abuse = false;
  bool disability = false;
  Agency agency = Agency::some;
};
inline constexpr std::size_t age_group_count = 4;

constexpr WorkAbility work_ability(const Person& person, int age) noexcept {
  return {static_cast<std::size_t>((age >= 30) + (age >= 40) + (age >= 50)),
          person.conditions.has(Condition::mental_disorder), has_abuse(person),
          person.conditions.has(Condition::disability), person.agency};
}

/// What the ratios of each direction owe to the person: job_entry = ages × conditions × agency
inline DirectionRatios ratios_by_ability(const WorkAbility& who,
                                         const LabourParameters& p) noexcept {
  const bool young = who.age_group == 0;
  const bool under_40 = who.age_group < 2;
  const bool old = who.age_group == 3;
  DirectionRatios ratios{};
  ratios[index_of(Direction::to_work)] =
      ratio_if(young, p.job_entry_age_under_30) * ratio_if(old, p.job_entry_age_over_50) *
      ratio_if(who.mental_disorder, p.job_entry_mental_disorder) *
      ratio_if(who.abuse, p.job_entry_abuse) * ratio_if(who.disability, p.job_entry_disability) *
      p.job_entry_agency[index_of(who.agency)];
  ratios[index_of(Direction::out_of_work)] =
      ratio_if(who.mental_disorder, p.job_loss_mental_disorder) *
      ratio_if(who.abuse, p.job_loss_abuse);
  ratios[index_of(Direction::to_education)] = ratio_if(young, p.education_entry_age_under_30);
  ratios[index_of(Direction::to_pension)] =
      ratio_if(under_40, p.pension_entry_age_under_40) *
      ratio_if(old, p.pension_entry_age_over_50) *
      ratio_if(who.mental_disorder, p.pension_entry_mental_disorder);
  ratios[index_of(Direction::to_sickness)] =
      ratio_if(who.mental_disorder, p.sickness_entry_mental_disorder);
  ratios[index_of(Direction::other)] = 1.0;
  return ratios;
}

constexpr auto is_over_one_year_on_ladder = [](const Person& adult) {
  return adult.ladder.counted > 52;
};
constexpr auto was_self_supporting = [](const Person& adult) {
  return adult.ladder.was_self_supporting();
};

/// job_entry = ages × conditions × agency × ladder × self-support × activation × readiness
///             × coupling (calm child, other parent on pension) × WHO-5 × hook
template <class Adult, std::size_t L, class Hooks>
Real<L> job_entry_ratio(const Adult& person, double by_ability, const SurroundingsIn<L>& met,
                        const Hooks& hooks, const Parameters& all) noexcept {
  const LabourParameters& p = all.labour;
  const CouplingParameters& c = all.coupling;
  const auto who5_tens = [&](const Person& in) {
    return (static_cast<double>(in.who5) - all.family.who5_mean) / 10.0;
  };
  return by_ability *
         ratio_if(truth_of(person, is_over_one_year_on_ladder), p.job_entry_ladder_over_one_year) *
         ratio_if(truth_of(person, was_self_supporting), p.job_entry_self_support) *
         ratio_if(person.services.has(AdultService::employment_measure), p.job_entry_activation) *
         ratio_if(person.status == LabourStatus::cash_benefit && person.activity_ready == 0,
                  p.job_entry_not_activity_ready) *
         ratio_if(met.has_child && !met.child_in_distress, c.job_entry_calm_child) *
         ratio_if(met.other_parent_on_pension, c.job_entry_other_parent_pension) *
         power_ratio(all.family.job_entry_per_10_who5, person, who5_tens) *
         hook(hooks, Hook::job_entry);
}

/// Ratios of every direction for one adult this year, whose ratios_by_ability() are known:
///   by ability × the situation × hook
template <class Adult, std::size_t L, class Hooks>
RatiosByDirection<Real<L>> labour_ratios(const Adult& person, const DirectionRatios& by_ability,
                                         const SurroundingsIn<L>& met, double frailty,
                                         const Hooks& hooks, const Parameters& all) noexcept {
  RatiosByDirection<Real<L>> ratios;
  for (std::size_t i = 0; i < direction_count; ++i) ratios[i] = by_ability[i];
  const auto times = [&](Direction direction, const Real<L>& ratio) {
    ratios[index_of(direction)] = ratios[index_of(direction)] * ratio;
  };
  ratios[index_of(Direction::to_work)] =
      job_entry_ratio(person, by_ability[index_of(Direction::to_work)], met, hooks, all);
  times(Direction::out_of_work,
        frailty * ratio_if(met.child_in_distress, all.coupling.job_loss_child_distress) *
            hook(hooks, Hook::job_loss));
  times(Direction::to_education, hook(hooks, Hook::education_entry));
  times(Direction::to_pension, hook(hooks, Hook::pension_entry));
  times(Direction::to_sickness, frailty * hook(hooks, Hook::sickness_entry));
  return ratios;
}

/// The same for an adult as he or she stands.
inline DirectionRatios labour_ratios(const Person& person, int age, const Surroundings& met,
                                     double frailty, const HookRatios& hooks,
                                     const Parameters& all) noexcept {
  return labour_ratios(person, ratios_by_ability(work_ability(person, age), all.labour), met,
                       frailty, hooks, all);
}

/// Whether somebody stands in the first year of an ordinary job. Read at 1 January (or at the start
/// of the segment after a birthday, or of the job): until the next one, a job younger than half a
/// year counts as new, one older does not, which makes a year on average.
constexpr bool is_in_new_job(const Person& person) noexcept {
  return person.status == LabourStatus::ordinary_job && person.days_in_job < days_per_year / 2;
}

/// Of every move out of the status at hand.
inline double job_end_ratio(const Person& person, const LabourParameters& p) noexcept {
  return ratio_if(is_in_new_job(person), p.job_end_first_year);
}

/// Whether the law offers a status at this age: uddannelseshjælp until 30, førtidspension from 18.
constexpr bool is_open_to(LabourStatus status, int age) noexcept {
  return status != LabourStatus::education_benefit || age < 30;
}

/// Hazards of a young person of 16 or 17, who is at school, in a job, or neither.
inline double youth_rate(LabourStatus from, LabourStatus to, const LabourParameters& p) noexcept {
  if (from == LabourStatus::education) {
    if (to == LabourStatus::ordinary_job) return p.youth_job_start;
    return to == LabourStatus::self_supporting ? p.youth_school_stop : 0.0;
  }
  if (to == LabourStatus::education) {
    return from == LabourStatus::ordinary_job ? p.youth_job_stop : p.youth_school_start;
  }
  return from == LabourStatus::self_supporting && to == LabourStatus::ordinary_job
             ? p.youth_job_start
             : 0.0;
}

/// Moves of ordinary hours: beside a benefit or fleksjob none <-> under 10 <-> 10 to 29, in an
/// ordinary job 10 to 29 <-> full. `ratio` is the job-entry ratio of the person.
inline double hours_up_rate(LabourStatus status, OrdinaryHours hours, double ratio,
                            const LabourParameters& p) noexcept {
  if (status == LabourStatus::ordinary_job) {
    return hours == OrdinaryHours::full ? 0.0 : p.job_hours_up;
  }
  if (hours >= OrdinaryHours::from_10_to_29) return 0.0;
  return (status == LabourStatus::flexjob ? p.flexjob_hours_up : p.benefit_hours_up) * ratio;
}
inline double hours_down_rate(LabourStatus status, OrdinaryHours hours,
                              const LabourParameters& p) noexcept {
  if (status == LabourStatus::ordinary_job) {
    return hours == OrdinaryHours::full ? p.job_hours_down : 0.0;
  }
  if (hours == OrdinaryHours::none) return 0.0;
  return status == LabourStatus::flexjob ? p.flexjob_hours_down : p.benefit_hours_down;
}

/// Statuses beside which ordinary hours are possible (all but education, leave and no benefit).
constexpr bool allows_hours(LabourStatus status) noexcept {
  return status != LabourStatus::education && status != LabourStatus::parental_leave &&
         status != LabourStatus::self_supporting;
}

// ---- adult services and conditions --------------------------------------------------------------

/// Hooks that act on the start of an adult service.
template <class Hooks>
auto adult_start_hook(AdultService service, const Hooks& hooks) noexcept {
  if (service == AdultService::mentor) return hook(hooks, Hook::mentor_start);
  return hook_at(hooks,
                 is_activation(service) ? Hook::activation_start : Hook::adult_treatment_start,
                 service);
}

/// The conditions that raise the start of an adult service.
struct ServiceNeed {
  bool mental_disorder = false;
  bool alcohol_abuse = false;
  bool drug_abuse = false;
  bool violence = false;
};

inline ServiceNeed need_of(const Person& adult) noexcept {
  return {adult.conditions.has(Condition::mental_disorder),
          adult.conditions.has(Condition::alcohol_abuse),
          adult.conditions.has(Condition::drug_abuse),
          adult.conditions.has(Condition::violence_exposed)};
}

/// base × conditions [1/person-year]; not for employment measures
inline double service_base(AdultService service, const ServiceNeed& need,
                           const AdultServiceParameters& p) noexcept {
  const std::size_t i = index_of(service);
  return p.start[i] * ratio_if(need.mental_disorder, p.mental_disorder[i]) *
         ratio_if(need.alcohol_abuse, p.alcohol_abuse[i]) *
         ratio_if(need.drug_abuse, p.drug_abuse[i]) * ratio_if(need.violence, p.violence[i]);
}

/// start = base × conditions × frailty × hook
inline double service_start(AdultService service, const ServiceNeed& need, double frailty,
                            const HookRatios& hooks, const AdultServiceParameters& p) noexcept {
  return service_base(service, need, p) * (frailty * adult_start_hook(service, hooks));
}

/// Employment measures: start = base × the status's ratio × hook
template <class Hooks>
auto activation_start(AdultService service, LabourStatus status, const Hooks& hooks,
                      const AdultServiceParameters& p) noexcept {
  return p.start[index_of(service)] * p.activation[index_of(status)] *
         adult_start_hook(service, hooks);
}

template <class Hooks>
auto adult_service_stop(AdultService service, const Hooks& hooks,
                        const AdultServiceParameters& p) noexcept {
  return p.stop[index_of(service)] * hook_at(hooks, Hook::adult_service_stop, service);
}

/// Abuse and violence begin at 15 at the earliest; mental disorder and disability at any age.
inline double condition_onset(Condition condition, const Person& person, int age, double frailty,
                              const ConditionParameters& p) noexcept {
  const bool at_any_age =
      condition == Condition::mental_disorder || condition == Condition::disability;
  if (age < 15 && !at_any_age) return 0.0;
  const bool abuse = condition == Condition::alcohol_abuse || condition == Condition::drug_abuse;
  const bool man = person.sex == Sex::man;
  return p.onset[index_of(condition)] * frailty * ratio_if(abuse && man, p.men_abuse) *
         ratio_if(condition == Condition::violence_perpetrator && man, p.men_violence_perpetrator);
}

/// recovery = base × treatment × work × hook (abuse and mental disorder)
template <class Member, class Hooks>
auto condition_recovery(Condition condition, const Member& person, const Hooks& hooks,
                        const ConditionParameters& p) noexcept {
  constexpr std::array treatment_of{AdultService::psychiatric_treatment,  // in their order
                                    AdultService::alcohol_treatment,
                                    AdultService::substance_treatment};
  static_assert(index_of(Condition::drug_abuse) + 1 == treatment_of.size());
  const std::size_t i = index_of(condition);
  const auto in_work = ratio_if(is_in_work(person.status), p.recovery_in_work);
  if (i >= treatment_of.size()) return p.recovery[i] * in_work;
  return p.recovery[i] * ratio_if(person.services.has(treatment_of[i]), p.recovery_in_treatment) *
         in_work * hook(hooks, Hook::recovery);
}

/// Deaths and births [1/person-year].
inline double death_rate(int age, const DemographyParameters& p) noexcept {
  if (age < 18) return p.death_child;
  return age < 40 ? p.death_under_40 : p.death_from_40;
}
inline double birth_rate(int age, const DemographyParameters& p) noexcept {
  return age < 30 ? p.birth_under_30 : p.birth_from_30;
}

/// Convictions [1/person-year] of an adult, or of a young person from 15.
template <class Member>
auto conviction_rate(const Member& member, int age, double frailty,
                     const EventParameters& p) noexcept {
  const Person& person = in_any_arm(member);
  const double base = age < 15                       ? 0.0
                      : age < 23 && is_child(person) ? p.conviction_youth
                                                     : p.conviction_adult;
  return base * frailty * ratio_if(person.sex == Sex::man, p.conviction_men) *
         ratio_if(has_abuse(member), p.conviction_abuse) *
         ratio_if(is_in_work(member.status), p.conviction_in_work);
}

}  // namespace samspil
