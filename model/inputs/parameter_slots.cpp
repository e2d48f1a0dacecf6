#include <string_view>
#include <utility>

#include "model/inputs/parameters.hpp"

namespace samspil {
namespace {

/// A hundred times what any shipped parameter is, so that a slip of the keys is met and no product
/// of them leaves what a number can hold.
constexpr double highest_rate = 1000;  // a year: three a day
constexpr double highest_ratio = 10'000;
constexpr double highest_score = 1000;

/// Collects slots; one verb per kind of number, so that unit and limits are said once.
class Slots {
 public:
  void rate(std::string name, double& value) {
    add(std::move(name), "1/year", highest_rate, value);
  }
  void ratio(std::string name, double& value) {
    add(std::move(name), "ratio", highest_ratio, value);
  }
  void share(std::string name, double& value) { add(std::move(name), "share", 1, value); }
  void amount(std::string name, std::string unit, double& value, double upper) {
    add(std::move(name), std::move(unit), upper, value);
  }
  void score(std::string name, std::string unit, double& value) {
    add(std::move(name), std::move(unit), highest_score, value);
    slots_.back().lower = -highest_score;
  }

  template <std::size_t N>
  void shares(const std::string& prefix, const std::array<std::string_view, N>& names,
              std::array<double, N>& values) {
    for (std::size_t i = 0; i < N; ++i) share(prefix + std::string{names[i]}, values[i]);
  }
  template <std::size_t N>
  void ratios(const std::string& prefix, const std::array<std::string_view, N>& names,
              std::array<double, N>& values, const std::string& suffix = "") {
    for (std::size_t i = 0; i < N; ++i) {
      ratio(prefix + std::string{names[i]} + suffix, values[i]);
    }
  }
  template <std::size_t N>
  void rates(const std::array<std::string_view, N>& names, std::array<double, N>& values,
             const std::string& suffix) {
    for (std::size_t i = 0; i < N; ++i) rate(std::string{names[i]} + suffix, values[i]);
  }
  /// A matrix of moves; a move without a row in the file does not exist.
  template <std::size_t N>
  void moves(const std::string& prefix, const std::array<std::string_view, N>& names,
             Square<double, N>& values) {
    for (std::size_t from = 0; from < N; ++from) {
      for (std::size_t to = 0; to < N; ++to) {
        if (from == to) continue;
        rate(prefix + std::string{names[from]} + "_to_" + std::string{names[to]}, values[from][to]);
        slots_.back().optional = true;
      }
    }
  }

  /// The number divides: zero is not admissible.
  void back_above_zero() { back_at_least(1e-6); }
  void back_at_least(double lower) { slots_.back().lower = lower; }

  /// The numbers named last, `count` of them, are read where candidate families are made, and
  /// nowhere else.
  void back_only_at_start(std::size_t count = 1) {
    for (std::size_t i = slots_.size() - count; i < slots_.size(); ++i) {
      slots_[i].only_at_start = true;
    }
  }
  /// The numbers named last, `count` of them, do nothing while the mechanism is off.
  void back_switched_by(Mechanism mechanism, std::size_t count = 1) {
    for (std::size_t i = slots_.size() - count; i < slots_.size(); ++i) {
      slots_[i].switched_by = mechanism;
    }
  }
  std::size_t size() const noexcept { return slots_.size(); }

  std::vector<ParameterSlot> take() { return std::move(slots_); }

 private:
  void add(std::string name, std::string unit, double upper, double& value) {
    ParameterSlot slot;
    slot.name = std::move(name);
    slot.unit = std::move(unit);
    slot.upper = upper;
    slot.value = &value;
    slots_.push_back(std::move(slot));
  }

  std::vector<ParameterSlot> slots_;
};

void add_labour(Slots& slots, LabourParameters& p) {
  slots.moves("labour_", labour_status_names, p.rate);
  slots.ratio("job_entry_age_under_30", p.job_entry_age_under_30);
  slots.ratio("job_entry_age_over_50", p.job_entry_age_over_50);
  slots.ratio("job_entry_mental_disorder", p.job_entry_mental_disorder);
  slots.ratio("job_entry_abuse", p.job_entry_abuse);
  slots.ratio("job_entry_disability", p.job_entry_disability);
  slots.ratio("job_entry_ladder_over_one_year", p.job_entry_ladder_over_one_year);
  slots.ratio("job_entry_self_support", p.job_entry_self_support);
  slots.ratio("job_entry_activation", p.job_entry_activation);
  slots.ratio("job_entry_not_activity_ready", p.job_entry_not_activity_ready);
  slots.ratios("job_entry_agency_", agency_names, p.job_entry_agency);
  slots.ratio("job_loss_mental_disorder", p.job_loss_mental_disorder);
  slots.ratio("job_loss_abuse", p.job_loss_abuse);
  slots.ratio("job_end_first_year", p.job_end_first_year);
  slots.ratio("pension_entry_age_under_40", p.pension_entry_age_under_40);
  slots.ratio("pension_entry_age_over_50", p.pension_entry_age_over_50);
  slots.ratio("pension_entry_mental_disorder", p.pension_entry_mental_disorder);
  slots.amount("resource_course_closed_from", "year", p.resource_course_closed_from, 9999);
  slots.ratio("sickness_entry_mental_disorder", p.sickness_entry_mental_disorder);
  slots.ratio("education_entry_age_under_30", p.education_entry_age_under_30);
  slots.share("full_time_share", p.full_time_share);
  slots.share("activity_ready_share", p.activity_ready_share);
  slots.rate("benefit_hours_up", p.benefit_hours_up);
  slots.rate("benefit_hours_down", p.benefit_hours_down);
  slots.rate("flexjob_hours_up", p.flexjob_hours_up);
  slots.rate("flexjob_hours_down", p.flexjob_hours_down);
  slots.rate("job_hours_up", p.job_hours_up);
  slots.rate("job_hours_down", p.job_hours_down);
  slots.rate("youth_job_start", p.youth_job_start);
  slots.rate("youth_job_stop", p.youth_job_stop);
  slots.rate("youth_school_stop", p.youth_school_stop);
  slots.rate("youth_school_start", p.youth_school_start);
  slots.share("benefit_share_under_10_hours", p.benefit_share_under_10_hours);
  slots.share("benefit_share_from_10_to_29_hours", p.benefit_share_from_10_to_29_hours);
  slots.shares("tax_equivalent_", labour_status_names, p.tax_equivalent);
  slots.share("part_time_tax_equivalent", p.part_time_tax_equivalent);
}

void add_adult_services(Slots& slots, AdultServiceParameters& p) {
  slots.rates(adult_service_names, p.start, "_start");
  slots.rates(adult_service_names, p.stop, "_stop");
  // Employment measures start by status; the other services by need.
  for (std::size_t i = index_of(AdultService::social_pedagogical_support); i < adult_service_count;
       ++i) {
    const std::string name{adult_service_names[i]};
    slots.ratio(name + "_mental_disorder", p.mental_disorder[i]);
    slots.ratio(name + "_alcohol_abuse", p.alcohol_abuse[i]);
    slots.ratio(name + "_drug_abuse", p.drug_abuse[i]);
    slots.ratio(name + "_violence", p.violence[i]);
  }
  slots.ratios("activation_", labour_status_names, p.activation);
}

void add_conditions(Slots& slots, ConditionParameters& p) {
  slots.rates(condition_names, p.onset, "_onset");
  slots.rates(condition_names, p.recovery, "_recovery");
  slots.ratio("recovery_in_treatment", p.recovery_in_treatment);
  slots.ratio("recovery_in_work", p.recovery_in_work);
  slots.ratio("men_abuse", p.men_abuse);
  slots.ratio("men_violence_perpetrator", p.men_violence_perpetrator);
}

void add_placement(Slots& slots, PlacementParameters& p) {
  slots.moves("place_", place_names, p.rate);
  slots.ratio("placement_entry_age_under_6", p.entry_age_under_6);
  slots.ratio("placement_entry_age_6_to_11", p.entry_age_6_to_11);
  slots.ratio("placement_entry_age_12_to_17", p.entry_age_12_to_17);
  slots.ratio("placement_entry_parent_condition", p.entry_parent_condition);
  slots.ratio("placement_entry_unlawful_absence", p.entry_unlawful_absence);
  slots.ratio("placement_reentry", p.reentry);
  slots.amount("unlawful_absence_threshold", "school days", p.unlawful_absence_threshold, 200);
  slots.ratio("placement_step_up_age_12_to_17", p.step_up_age_12_to_17);
  slots.ratio("placement_change_first_year", p.change_first_year);
  slots.ratio("reunification_year_1", p.reunification_year_1);
  slots.ratio("reunification_year_2", p.reunification_year_2);
  slots.ratio("reunification_year_3_to_5", p.reunification_year_3_to_5);
  slots.ratio("reunification_after_5", p.reunification_after_5);
  slots.ratio("reunification_age_17", p.reunification_age_17);
  slots.share("aftercare_at_18", p.aftercare_at_18);
}

void add_measures(Slots& slots, MeasureParameters& p) {
  slots.rates(child_measure_names, p.start, "_start");
  slots.rates(child_measure_names, p.stop, "_stop");
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    const std::string name{child_measure_names[i]};
    slots.amount(name + "_age_from", "years", p.age_from[i], 23);
    slots.amount(name + "_age_to", "years", p.age_to[i], 25);
  }
  slots.ratios("", child_measure_names, p.placed, "_placed");
  slots.ratios("", child_measure_names, p.disability, "_disability");
  for (std::size_t i = 0; i <= index_of(ChildMeasure::aftercare); ++i) {  // home-based ones
    slots.ratio(std::string{child_measure_names[i]} + "_parent_condition", p.parent_condition[i]);
  }
  slots.ratios("", child_measure_names, p.from_12, "_from_12");
}

void add_coupling(Slots& slots, CouplingParameters& p) {
  const std::size_t first = slots.size();
  slots.ratio("coupling_placement_entry_parent_in_work", p.placement_entry_parent_in_work);
  slots.ratio("coupling_reunification_parent_in_work", p.reunification_parent_in_work);
  slots.ratio("coupling_measure_start_parent_in_work", p.measure_start_parent_in_work);
  slots.ratio("coupling_measure_stop_parent_in_work", p.measure_stop_parent_in_work);
  slots.share("coupling_non_resident_share", p.non_resident_share);
  slots.ratio("coupling_job_entry_calm_child", p.job_entry_calm_child);
  slots.ratio("coupling_job_loss_child_distress", p.job_loss_child_distress);
  slots.ratio("coupling_job_entry_other_parent_pension", p.job_entry_other_parent_pension);
  slots.ratio("coupling_placement_entry_sibling_placed", p.placement_entry_sibling_placed);
  slots.ratio("coupling_unlawful_absence_sibling", p.unlawful_absence_sibling);
  slots.back_switched_by(Mechanism::coupling, slots.size() - first);
}

void add_school_and_events(Slots& slots, SchoolParameters& s, EventParameters& e) {
  slots.share("day_care_share", s.day_care_share);
  slots.share("after_school_share", s.after_school_share);
  slots.rate("special_class_entry", s.special_class_entry);
  slots.rate("special_school_entry", s.special_school_entry);
  slots.rate("special_exit", s.special_exit);
  slots.ratio("special_disability", s.special_disability);
  slots.amount("unlawful_days_under_13", "school days/year", s.unlawful_days_under_13, 200);
  slots.amount("unlawful_days_from_13", "school days/year", s.unlawful_days_from_13, 200);
  slots.share("unlawful_days_persistence", s.unlawful_days_persistence);
  slots.amount("lawful_days", "school days/year", s.lawful_days, 200);
  slots.amount("school_weeks", "weeks/year", s.school_weeks, 52);
  slots.rate("conviction_adult", e.conviction_adult);
  slots.rate("conviction_youth", e.conviction_youth);
  slots.ratio("conviction_men", e.conviction_men);
  slots.ratio("conviction_abuse", e.conviction_abuse);
  slots.ratio("conviction_in_work", e.conviction_in_work);
  slots.amount("hospital_contacts", "contacts/year", e.hospital_contacts, 100);
  slots.ratio("hospital_mental_disorder", e.hospital_mental_disorder);
  slots.amount("gp_contacts", "contacts/year", e.gp_contacts, 100);
  slots.ratio("gp_mental_disorder", e.gp_mental_disorder);
  slots.rate("notifications", e.notifications);
  slots.share("notification_repeat", e.notification_repeat);
  slots.ratio("notification_parent_condition", e.notification_parent_condition);
  slots.ratio("notification_unlawful_absence", e.notification_unlawful_absence);
  slots.share("notification_parent_cause", e.notification_parent_cause);
  slots.share("notification_parent_cause_with_condition",
              e.notification_parent_cause_with_condition);
  slots.share("investigation_share", e.investigation_share);
  slots.rate("case_closing", e.case_closing);
}

void add_casework(Slots& slots, CaseworkParameters& p) {
  for (std::size_t i = 0; i < casework_count; ++i) {
    slots.amount("casework_hours_" + std::string{casework_names[i]}, "hours/case-week",
                 p.hours_per_week[i], 37);
  }
}

void add_demography(Slots& slots, DemographyParameters& p) {
  slots.rate("birth_under_30", p.birth_under_30);
  slots.rate("birth_from_30", p.birth_from_30);
  slots.rate("death_under_40", p.death_under_40);
  slots.rate("death_from_40", p.death_from_40);
  slots.rate("death_child", p.death_child);
  slots.rate("break_up", p.break_up);
  slots.rate("new_partner", p.new_partner);
  slots.share("partner_in_work", p.partner_in_work);
  slots.rate("move", p.move);
  slots.rate("leave_home_from_18", p.leave_home_from_18);
  slots.amount("birth_last_age", "years", p.birth_last_age, 60);
  slots.share("girl_share", p.girl_share);
  slots.amount("partner_age_gap", "years", p.partner_age_gap, 30);
  slots.amount("enrolment_spread", "days", p.enrolment_spread, 364);
  slots.amount("notice_months", "months", p.notice_months, 12);
}

void add_family(Slots& slots, FamilyParameters& p) {
  slots.amount("frailty_spread", "exponent", p.frailty_spread, 3);
  slots.back_only_at_start();
  slots.amount("cost_factor_sigma", "log sd", p.cost_factor_sigma, 2);
  slots.back_switched_by(Mechanism::heavy_tail, 2);
  slots.rate("severity_drift", p.severity_drift);
  slots.back_switched_by(Mechanism::severity_drift);
  slots.share("functioning_persistence", p.functioning_persistence);
  slots.amount("functioning_noise", "sd", p.functioning_noise, 5);
  slots.score("functioning_break_up", "sd", p.functioning_break_up);
  slots.score("functioning_fire", "sd", p.functioning_fire);
  slots.score("functioning_bereavement", "sd", p.functioning_bereavement);
  slots.rate("fire_rate", p.fire_rate);
  slots.share("relation_start", p.relation_start);
  slots.back_only_at_start();
  slots.share("relation_persistence", p.relation_persistence);
  slots.share("relation_mean", p.relation_mean);
  slots.share("relation_enrolled", p.relation_enrolled);
  slots.share("relation_after_move", p.relation_after_move);
  slots.ratio("job_entry_new_caseworker", p.job_entry_new_caseworker);
  slots.back_above_zero();
  slots.share("usual_new_caseworker", p.usual_new_caseworker);
  slots.rate("agency_up", p.agency_up);
  slots.rate("agency_down", p.agency_down);
  slots.amount("who5_mean", "points", p.who5_mean, 100);
  slots.share("who5_persistence", p.who5_persistence);
  slots.amount("who5_noise", "points", p.who5_noise, 100);
  slots.score("who5_in_work", "points", p.who5_in_work);
  slots.score("who5_mental_disorder", "points", p.who5_mental_disorder);
  slots.amount("sdq_mean", "points", p.sdq_mean, 40);
  slots.share("sdq_persistence", p.sdq_persistence);
  slots.amount("sdq_noise", "points", p.sdq_noise, 40);
  slots.score("sdq_placed", "points", p.sdq_placed);
  slots.ratio("job_entry_per_10_who5", p.job_entry_per_10_who5);
  slots.ratio("measure_start_per_5_sdq", p.measure_start_per_5_sdq);
  slots.ratio("placement_entry_per_functioning", p.placement_entry_per_functioning);
  slots.back_switched_by(Mechanism::wellbeing, 3);
  slots.share("gate_reference", p.gate_reference);
  slots.back_above_zero();
  slots.shares("gate_agency_", agency_names, p.gate_agency);
  slots.back_switched_by(Mechanism::gating, 1 + agency_count);
}

/// All of it acts only at the start, but for the share of disabled children: the same is born.
void add_initial(Slots& slots, InitialParameters& p) {
  const std::size_t first = slots.size();
  constexpr std::array<std::string_view, 6> children{"1", "2", "3", "4", "5", "6"};
  slots.share("initial_two_parents", p.two_parents_share);
  slots.share("initial_cohabiting", p.cohabiting_share);
  slots.share("initial_step_parent", p.step_parent_share);
  slots.shares("initial_children_", children, p.children);
  slots.share("initial_second_father", p.second_father_share);
  slots.amount("initial_youngest_age_mean", "years", p.youngest_age_mean, 23);
  slots.amount("initial_sibling_gap", "years", p.sibling_gap_years, 10);
  slots.amount("initial_mother_age_at_first", "years", p.mother_age_at_first, 45);
  slots.amount("initial_mother_age_spread", "years", p.mother_age_spread, 30);
  slots.amount("initial_father_younger", "years", p.father_younger, 20);
  slots.amount("initial_father_age_spread", "years", p.father_age_spread, 50);
  slots.shares("initial_status_women_", labour_status_names, p.status_women);
  slots.shares("initial_status_men_", labour_status_names, p.status_men);
  slots.share("initial_status_similarity", p.status_similarity);
  slots.shares("initial_condition_women_", condition_names, p.condition_women);
  slots.shares("initial_condition_men_", condition_names, p.condition_men);
  slots.share("initial_condition_child_mental_disorder",
              p.condition_child[index_of(Condition::mental_disorder)]);
  slots.back_only_at_start(slots.size() - first);
  slots.share("initial_condition_child_disability",
              p.condition_child[index_of(Condition::disability)]);
  const std::size_t second = slots.size();
  slots.share("initial_condition_similarity", p.condition_similarity);
  slots.shares("initial_service_", adult_service_names, p.service);
  slots.shares("initial_measure_", child_measure_names, p.measure);
  slots.shares("initial_place_", place_names, p.place);
  slots.amount("initial_years_placed_mean", "years", p.years_placed_mean, 18);
  slots.share("initial_pension_before_2014", p.pension_before_2014_share);
  slots.amount("initial_ladder_years_mean", "years", p.ladder_years_mean, 20);
  for (const auto& [name, most] : {std::pair{"condition", &p.frailty_most_condition},
                                   {"place", &p.frailty_most_place},
                                   {"measure", &p.frailty_most_measure}}) {
    slots.ratio(std::string{"initial_frailty_most_"} + name, *most);
    slots.back_at_least(1);
  }
  slots.share("initial_frailty_least_place", p.frailty_least_place);
  slots.back_above_zero();
  slots.shares("initial_agency_", agency_names, p.agency);
  slots.share("initial_special_school", p.special_school_share);
  slots.share("initial_special_class", p.special_class_share);
  slots.back_only_at_start(slots.size() - second);
}

}  // namespace

std::vector<ParameterSlot> parameter_slots(Parameters& parameters) {
  Slots slots;
  add_labour(slots, parameters.labour);
  add_adult_services(slots, parameters.adult_services);
  add_conditions(slots, parameters.conditions);
  add_placement(slots, parameters.placement);
  add_measures(slots, parameters.measures);
  add_coupling(slots, parameters.coupling);
  add_school_and_events(slots, parameters.school, parameters.events);
  add_casework(slots, parameters.casework);
  add_demography(slots, parameters.demography);
  add_family(slots, parameters.family);
  add_initial(slots, parameters.initial);
  return slots.take();
}

}  // namespace samspil
