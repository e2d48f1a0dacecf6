/// \file
/// Hazards of children: living place, measures, school, absence, notifications. As hazards.hpp.
#pragma once

#include "model/core/calendar.hpp"
#include "model/dynamics/hazards.hpp"

namespace samspil {

/// Directions of a move between living places.
enum class PlaceMove : std::uint8_t { entry, home, step_up, other };
inline constexpr std::size_t place_move_count = 4;
template <class Ratio>
using RatiosByPlaceMove = std::array<Ratio, place_move_count>;
using PlaceRatios = RatiosByPlaceMove<double>;

template <class Child>
auto severity_of(const Child& child) noexcept {
  return number_of(child, [](const Person& in) { return in.severity; });
}

/// Places in rising order of cost and intrusion: own dwelling < network < foster < institution <
/// secure.
constexpr int weight_of(Place place) noexcept {
  switch (place) {
    case Place::home:
      return 0;
    case Place::own_dwelling:
      return 1;
    case Place::network:
      return 2;
    case Place::foster:
      return 3;
    case Place::institution:
      return 4;
    case Place::secure:
      return 5;
  }
  return 0;
}

constexpr PlaceMove place_move(Place from, Place to) noexcept {
  if (from == Place::home) return PlaceMove::entry;
  if (to == Place::home) return PlaceMove::home;
  return weight_of(to) > weight_of(from) ? PlaceMove::step_up : PlaceMove::other;
}

/// Two peaks of return: the first years, and shortly before 18.
inline double reunification_time_ratio(int days_placed, int age,
                                       const PlacementParameters& p) noexcept {
  const double by_time = days_placed < days_per_year       ? p.reunification_year_1
                         : days_placed < 2 * days_per_year ? p.reunification_year_2
                         : days_placed < 5 * days_per_year ? p.reunification_year_3_to_5
                                                           : p.reunification_after_5;
  return by_time * ratio_if(age == 17, p.reunification_age_17);
}

/// Whether a child came home from care in the last two years, or would now. Read at 1 January as
/// the times below: until the next one, a year and a half or less counts, which makes two years on
/// average.
constexpr bool came_home_lately(const Person& child) noexcept {
  return is_placed(child.place) || (child.days_home > 0 && child.days_home < 3 * days_per_year / 2);
}

/// entry = age × parent's condition × absence × return home × coupling (parent in work, sibling
/// placed)
///         × functioning × severity × frailty × hook at the threshold; the place has its own
template <class Child, std::size_t L, class Hooks>
Real<L> placement_entry_ratio(const Child& child, int age, const SurroundingsIn<L>& met,
                              const Family& family, const Hooks& hooks,
                              const Parameters& all) noexcept {
  const PlacementParameters& p = all.placement;
  const CouplingParameters& c = all.coupling;
  const double by_age = age < 6    ? p.entry_age_under_6
                        : age < 12 ? p.entry_age_6_to_11
                                   : p.entry_age_12_to_17;
  const Real<L> frailty = static_cast<double>(family.state.frailty);
  return frailty * severity_of(child) * Real<L>{by_age} *
         ratio_if(met.parent_condition, p.entry_parent_condition) *
         ratio_if(child.unlawful_absence_before > p.unlawful_absence_threshold,
                  p.entry_unlawful_absence) *
         ratio_if(truth_of(child, came_home_lately), p.reentry) *
         partial_ratio(c.placement_entry_parent_in_work, met.parent_work_weight) *
         ratio_if(met.sibling_placed, c.placement_entry_sibling_placed) *
         Real<L>{power_ratio(all.family.placement_entry_per_functioning,
                             static_cast<double>(family.state.functioning))} *
         ratio_if(met.at_threshold, hook(hooks, Hook::placement_at_threshold));
}

/// Ratios of the moves between places for one child this year. The time out of home and in the
/// place is read at 1 January (or at the start of the segment after a birthday); it does not run on
/// inside the year. From 18 the way home is the end of aftercare: no time and no hook moves it.
template <class Child, std::size_t L, class Hooks>
RatiosByPlaceMove<Real<L>> placement_ratios(const Child& child, int age,
                                            const SurroundingsIn<L>& met, const Family& family,
                                            const Hooks& hooks, const Parameters& all) noexcept {
  const PlacementParameters& p = all.placement;
  const auto by_time = [&](const Person& in) {
    return reunification_time_ratio(in.days_placed, age, p);
  };
  const auto is_new = [](const Person& in) { return in.days_in_place < days_per_year; };
  const Real<L> unsettled = ratio_if(truth_of(child, is_new), p.change_first_year);
  RatiosByPlaceMove<Real<L>> ratios;
  ratios[index_of(PlaceMove::entry)] = placement_entry_ratio(child, age, met, family, hooks, all);
  ratios[index_of(PlaceMove::home)] =
      age >= 18
          ? Real<L>{1.0}
          : number_of(child, by_time) *
                partial_ratio(all.coupling.reunification_parent_in_work, met.parent_work_weight) *
                hook(hooks, Hook::reunification);
  ratios[index_of(PlaceMove::step_up)] =
      unsettled * severity_of(child) * Real<L>{ratio_if(age >= 12, p.step_up_age_12_to_17)};
  ratios[index_of(PlaceMove::other)] = unsettled;
  return ratios;
}

/// Hooks of a move to one place: into care, or from there to a heavier place.
template <class Hooks>
auto place_hook(Place from, Place to, const Hooks& hooks) noexcept {
  using Ratio = decltype(hook_at(hooks, Hook::placement_entry, to));
  switch (place_move(from, to)) {
    case PlaceMove::entry:
      return hook_at(hooks, Hook::placement_entry, to);
    case PlaceMove::step_up:
      return hook_at(hooks, Hook::placement_step_up, to);
    default:
      return Ratio{1.0};
  }
}

/// What in the child's situation decides which measures start.
struct MeasureNeed {
  bool placed = false;
  bool disability = false;
  bool parent_condition = false;
  bool from_12 = false;
};

/// base × place × disability × parent's condition × age [1/child-year]
inline double measure_base(ChildMeasure measure, const MeasureNeed& need,
                           const MeasureParameters& p) noexcept {
  const std::size_t i = index_of(measure);
  return p.start[i] * ratio_if(need.placed, p.placed[i]) *
         ratio_if(need.disability, p.disability[i]) * ratio_if(need.from_12, p.from_12[i]) *
         ratio_if(need.parent_condition && is_home_based(measure), p.parent_condition[i]);
}

/// Whether the law offers a measure at this age.
constexpr bool is_offered_at(ChildMeasure measure, int age, const MeasureParameters& p) noexcept {
  const std::size_t i = index_of(measure);
  return age >= p.age_from[i] && age < p.age_to[i];
}

/// Ratios of the start and stop of each measure.
struct MeasureRatios {
  std::array<double, child_measure_count> start;
  std::array<double, child_measure_count> stop;
};

/// What the ratios of home-based measures owe to the child and the family.
template <class Ratio>
struct HomeBasedRatios {
  Ratio start;
  Ratio stop;
};

/// start = frailty × severity × coupling × SDQ;  stop = coupling
template <class Child, std::size_t L>
HomeBasedRatios<Real<L>> home_based_ratios(const Child& child, const SurroundingsIn<L>& met,
                                           double frailty, const Parameters& all) noexcept {
  const auto sdq_fives = [&](const Person& in) {
    return (static_cast<double>(in.sdq) - all.family.sdq_mean) / 5.0;
  };
  return {Real<L>{frailty} * severity_of(child) *
              partial_ratio(all.coupling.measure_start_parent_in_work, met.parent_work_weight) *
              power_ratio(all.family.measure_start_per_5_sdq, child, sdq_fives),
          partial_ratio(all.coupling.measure_stop_parent_in_work, met.parent_work_weight)};
}

/// home-based start = what the home-based have in common × hooks;  grant start = hooks;
/// support at school = hook of special schooling
template <class Ratio, class Hooks>
Ratio start_ratio(ChildMeasure measure, const Ratio& home_based, const Hooks& hooks) noexcept {
  if (is_grant(measure)) return hook_at(hooks, Hook::grant_start, measure);
  if (!is_home_based(measure)) return hook(hooks, Hook::special_school_entry);
  const Ratio ratio = home_based * hook_at(hooks, Hook::measure_start, measure);
  return measure == ChildMeasure::contact_person ? ratio * hook(hooks, Hook::contact_person_start)
                                                 : ratio;
}
/// home-based stop = what they have in common × hooks;  others 1
template <class Ratio, class Hooks>
Ratio stop_ratio(ChildMeasure measure, const Ratio& home_based, const Hooks& hooks) noexcept {
  if (!is_home_based(measure)) return 1.0;
  return home_based * hook_at(hooks, Hook::measure_stop, measure);
}

inline MeasureRatios with_hooks(const HomeBasedRatios<double>& home_based,
                                const HookRatios& hooks) noexcept {
  MeasureRatios ratios{};
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    const auto measure = static_cast<ChildMeasure>(i);
    ratios.start[i] = start_ratio(measure, home_based.start, hooks);
    ratios.stop[i] = stop_ratio(measure, home_based.stop, hooks);
  }
  return ratios;
}

inline MeasureRatios measure_ratios(const Person& child, const Surroundings& met, double frailty,
                                    const HookRatios& hooks, const Parameters& all) noexcept {
  return with_hooks(home_based_ratios(child, met, frailty, all), hooks);
}

inline MeasureNeed need_of(const Person& child, int age, bool parent_condition) noexcept {
  return {is_placed(child.place), child.conditions.has(Condition::disability), parent_condition,
          age >= 12};
}

/// start [1/child-year], before the question whether the measure is offered at this age
inline double measure_start(ChildMeasure measure, const MeasureNeed& need,
                            const MeasureRatios& ratios, const MeasureParameters& p) noexcept {
  return measure_base(measure, need, p) * ratios.start[index_of(measure)];
}

inline double measure_stop(ChildMeasure measure, const MeasureRatios& ratios,
                           const MeasureParameters& p) noexcept {
  return p.stop[index_of(measure)] * ratios.stop[index_of(measure)];
}

/// Moves from mainstream school into a special class or special school [1/child-year].
template <class Child, class Hooks>
auto special_entry(School to, const Child& child, const Hooks& hooks,
                   const SchoolParameters& p) noexcept {
  const double base = to == School::special_class ? p.special_class_entry : p.special_school_entry;
  return base * ratio_if(child.conditions.has(Condition::disability), p.special_disability) *
         hook(hooks, Hook::special_school_entry);
}

/// Expected unlawful absence [school days a year] = level by age + part of last year's excess.
template <class Child, std::size_t L, class Hooks>
Real<L> unlawful_days(const Child& child, int age, const SurroundingsIn<L>& met, double frailty,
                      const Hooks& hooks, const Parameters& all) noexcept {
  const SchoolParameters& p = all.school;
  const double level = age < 13 ? p.unlawful_days_under_13 : p.unlawful_days_from_13;
  const Real<L> excess = number_of(child.unlawful_absence_before) - Real<L>{level};
  const Real<L> expected =
      level * frailty * ratio_if(met.sibling_absent, all.coupling.unlawful_absence_sibling) +
      where(less(Real<L>{0.0}, excess), Real<L>{p.unlawful_days_persistence} * excess,
            Real<L>{0.0});
  return expected * hook(hooks, Hook::unlawful_absence);
}

/// Matters that a child is notified of [1/child-year]; each may be notified more than once.
template <class Child, std::size_t L, class Hooks>
Real<L> notification_rate(const Child& child, const SurroundingsIn<L>& met, double frailty,
                          const Hooks& hooks, const Parameters& all) noexcept {
  const EventParameters& p = all.events;
  return p.notifications * frailty *
         ratio_if(met.parent_condition, p.notification_parent_condition) *
         ratio_if(child.unlawful_absence_before > all.placement.unlawful_absence_threshold,
                  p.notification_unlawful_absence) *
         hook(hooks, Hook::notification);
}

/// VIVE's ladder of measures: the heaviest thing that runs.
constexpr LadderStep ladder_step(const Person& child) noexcept {
  if (child.place == Place::institution || child.place == Place::secure) {
    return LadderStep::institution;
  }
  if (is_placed(child.place)) return LadderStep::foster;
  if (child.measures.has(ChildMeasure::family_treatment) ||
      child.measures.has(ChildMeasure::respite)) {
    return LadderStep::intensive;
  }
  if (child.measures.has(ChildMeasure::contact_person) ||
      child.measures.has(ChildMeasure::youth_support) ||
      child.measures.has(ChildMeasure::aftercare)) {
    return LadderStep::preventive;
  }
  return child.measures.has(ChildMeasure::early_prevention) ? LadderStep::early
                                                            : LadderStep::general;
}

}  // namespace samspil
