#include "model/inputs/where_used.hpp"

#include "model/inputs/catalogue.hpp"
#include "model/inputs/reading_notes.hpp"
#include "model/inputs/strategy.hpp"
#include "model/population/open_cases.hpp"
#include "model/population/services.hpp"
#include "model/population/states.hpp"

namespace samspil {
namespace {

constexpr std::string_view adults = "model/dynamics/hazards.hpp";
constexpr std::string_view children = "model/dynamics/hazards_child.hpp";
constexpr std::string_view in_law = "model/inputs/law_of_rates.cpp";
constexpr std::string_view labour = "model/dynamics/labour.cpp";
constexpr std::string_view states = "model/population/service_of.hpp";
constexpr std::string_view placement = "model/dynamics/placement.cpp";
constexpr std::string_view school = "model/dynamics/school_and_events.cpp";
constexpr std::string_view casework = "model/dynamics/casework.cpp";
constexpr std::string_view demography = "model/dynamics/demography.cpp";
constexpr std::string_view new_year = "model/dynamics/new_year.cpp";
constexpr std::string_view surroundings = "model/dynamics/surroundings.cpp";
constexpr std::string_view coordination = "model/dynamics/coordination.cpp";
constexpr std::string_view team = "model/dynamics/team.cpp";
constexpr std::string_view model_of_families = "model/simulation/family_model.cpp";
constexpr std::string_view staff_use = "model/appraisal/staff_use.cpp";
constexpr std::string_view kernel = "model/dynamics/family_year.cpp";
constexpr std::string_view limits = "model/dynamics/kernel_limits.cpp";
constexpr std::string_view candidates = "model/simulation/candidates.cpp";
constexpr std::string_view plan = "model/simulation/plan.cpp";
constexpr std::string_view prices = "model/costs/prices.cpp";
constexpr std::string_view settlement = "model/costs/settlement.cpp";
constexpr std::string_view ladder = "model/costs/ladder.cpp";
constexpr std::string_view expensive = "model/costs/expensive_cases.hpp";

void note_labour(Notes& p) {
  p.moves("labour_", labour_status_names, "labour.rate", limits, "fill_limits");
  p.moves("labour_", labour_status_names, "labour.rate", labour, "first_move");
  p.read(
      adults, "ratios_by_ability",
      {"job_entry_age_under_30", "job_entry_age_over_50", "job_entry_mental_disorder",
       "job_entry_abuse", "job_entry_disability", "job_loss_mental_disorder", "job_loss_abuse",
       "pension_entry_age_under_40", "pension_entry_age_over_50", "pension_entry_mental_disorder",
       "sickness_entry_mental_disorder", "education_entry_age_under_30"});
  p.read(adults, "job_entry_ratio",
         {"job_entry_ladder_over_one_year", "job_entry_self_support", "job_entry_activation",
          "job_entry_not_activity_ready"});
  p.each("job_entry_agency_", agency_names, "", "job_entry_agency", adults, "ratios_by_ability");
  p.read(labour, "enter_status", {"full_time_share", "activity_ready_share"});
  p.read(candidates, "start_adult", {"full_time_share", "activity_ready_share"});
  p.read(adults, "job_end_ratio", {"job_end_first_year"});
  p.read(in_law, "in_law_of", {"resource_course_closed_from"});
  p.read(adults, "hours_up_rate", {"benefit_hours_up", "flexjob_hours_up", "job_hours_up"});
  p.read(adults, "hours_down_rate", {"benefit_hours_down", "flexjob_hours_down", "job_hours_down"});
  p.read(adults, "youth_rate",
         {"youth_job_start", "youth_job_stop", "youth_school_stop", "youth_school_start"});
  p.read(labour, "benefit_share",
         {"benefit_share_under_10_hours", "benefit_share_from_10_to_29_hours"});
  p.each("tax_equivalent_", labour_status_names, "", "tax_equivalent", labour, "tax_share");
  p.read(labour, "tax_share", {"part_time_tax_equivalent"});
}

void note_adult_services(Notes& p) {
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    const bool activation = i <= index_of(AdultService::wage_subsidy);
    const std::string name{adult_service_names[i]};
    p.read(name + "_start", "start", adults, activation ? "activation_start" : "service_base");
    p.read(name + "_stop", "stop", adults, "adult_service_stop");
    if (activation) continue;
    for (const char* need : {"mental_disorder", "alcohol_abuse", "drug_abuse", "violence"}) {
      p.read(name + "_" + need, need, adults, "service_base");
    }
  }
  p.each("activation_", labour_status_names, "", "activation", adults, "activation_start");
  p.each("activation_", labour_status_names, "", "activation", candidates, "start_services");
  p.each("", condition_names, "_onset", "onset", adults, "condition_onset");
  p.each("", condition_names, "_recovery", "recovery", adults, "condition_recovery");
  p.read(adults, "condition_recovery", {"recovery_in_treatment", "recovery_in_work"});
  p.read(adults, "condition_onset", {"men_abuse", "men_violence_perpetrator"});
}

void note_placement(Notes& p) {
  p.moves("place_", place_names, "placement.rate", limits, "fill_limits");
  p.moves("place_", place_names, "placement.rate", placement, "live_placement");
  p.read("placement_", children, "placement_entry_ratio",
         {"entry_age_under_6", "entry_age_6_to_11", "entry_age_12_to_17", "entry_parent_condition",
          "entry_unlawful_absence", "reentry"});
  p.read(children, "placement_entry_ratio", {"unlawful_absence_threshold"});
  p.read(children, "notification_rate", {"unlawful_absence_threshold"});
  p.read(surroundings, "enter", {"unlawful_absence_threshold"});
  p.read("placement_", children, "placement_ratios", {"step_up_age_12_to_17", "change_first_year"});
  p.read(children, "reunification_time_ratio",
         {"reunification_year_1", "reunification_year_2", "reunification_year_3_to_5",
          "reunification_after_5", "reunification_age_17"});
  p.read(placement, "leave_care_at_18", {"aftercare_at_18"});
}

void note_measures(Notes& p) {
  const auto& names = child_measure_names;
  p.each("", names, "_start", "start", children, "measure_base");
  p.each("", names, "_stop", "stop", children, "measure_stop");
  for (const char* limit : {"age_from", "age_to"}) {
    p.each("", names, std::string{"_"} + limit, limit, children, "is_offered_at");
    p.each("", names, std::string{"_"} + limit, limit, candidates, "start_child");
  }
  p.each("", names, "_age_to", "age_to", kernel, "KernelTables");
  for (const char* need : {"placed", "disability", "parent_condition", "from_12"}) {
    p.each("", names, std::string{"_"} + need, need, children, "measure_base");
  }
}

void note_coupling(Notes& p) {
  p.read("coupling_", children, "placement_entry_ratio",
         {"placement_entry_parent_in_work", "placement_entry_sibling_placed"});
  p.read("coupling_", children, "placement_ratios", {"reunification_parent_in_work"});
  p.read("coupling_", children, "measure_ratios",
         {"measure_start_parent_in_work", "measure_stop_parent_in_work"});
  p.read("coupling_", surroundings, "note_child", {"non_resident_share"});
  p.read("coupling_", adults, "job_entry_ratio",
         {"job_entry_calm_child", "job_entry_other_parent_pension"});
  p.read("coupling_", adults, "labour_ratios", {"job_loss_child_distress"});
  p.read("coupling_", children, "unlawful_days", {"unlawful_absence_sibling"});
}

void note_school_and_events(Notes& p) {
  p.read(school, "school_this_year", {"day_care_share", "special_exit"});
  p.read(school, "book_school", {"after_school_share", "school_weeks"});
  p.read(children, "special_entry",
         {"special_class_entry", "special_school_entry", "special_disability"});
  p.read(children, "unlawful_days",
         {"unlawful_days_under_13", "unlawful_days_from_13", "unlawful_days_persistence"});
  p.read(school, "live_absence", {"lawful_days"});
  p.read(adults, "conviction_rate",
         {"conviction_adult", "conviction_youth", "conviction_men", "conviction_abuse",
          "conviction_in_work"});
  p.read(school, "live_health",
         {"hospital_contacts", "hospital_mental_disorder", "gp_contacts", "gp_mental_disorder"});
  p.read(children, "notification_rate",
         {"notifications", "notification_parent_condition", "notification_unlawful_absence"});
  p.read(school, "live_notifications",
         {"notification_repeat", "notification_parent_cause",
          "notification_parent_cause_with_condition", "investigation_share"});
  p.read(school, "review_case", {"case_closing"});
  p.each("casework_hours_", casework_names, "", "hours_per_week", casework, "casework_hours");
}

void note_demography_and_family(Notes& p) {
  p.read(adults, "birth_rate", {"birth_under_30", "birth_from_30"});
  p.read(adults, "death_rate", {"death_under_40", "death_from_40", "death_child"});
  p.read(demography, "live_couples", {"break_up", "new_partner", "move", "fire_rate"});
  p.read(demography, "join_partner", {"partner_in_work", "partner_age_gap", "who5_mean"});
  p.read(demography, "live_births", {"birth_last_age"});
  p.read(demography, "live_leaving_home", {"leave_home_from_18"});
  p.read(limits, "fill_new_year_limits",
         {"leave_home_from_18", "agency_up", "agency_down", "birth_last_age"});
  p.read(demography, "bear_child", {"sdq_mean", "girl_share"});
  p.read(candidates, "add_children", {"girl_share"});
  p.read(coordination, "enrol", {"enrolment_spread"});
  p.read(plan, "staff_plan", {"notice_months"});
  p.read(candidates, "make_candidate", {"frailty_spread", "relation_start"});
  p.read(kernel, "KernelTables", {"cost_factor_sigma"});
  p.read(kernel, "case_cost_factor", {"cost_factor_sigma"});
  p.read(new_year, "review_child",
         {"severity_drift", "sdq_mean", "sdq_persistence", "sdq_noise", "sdq_placed"});
  p.read(new_year, "review_family",
         {"functioning_persistence", "functioning_noise", "functioning_break_up",
          "functioning_fire", "functioning_bereavement"});
  p.read(new_year, "review_relation",
         {"relation_persistence", "relation_mean", "relation_enrolled", "relation_after_move"});
  p.read(new_year, "review_agency", {"agency_up", "agency_down"});
  p.read(new_year, "review_adult",
         {"who5_mean", "who5_persistence", "who5_noise", "who5_in_work", "who5_mental_disorder"});
  p.read(adults, "job_entry_ratio", {"job_entry_per_10_who5", "who5_mean"});
  p.read(children, "measure_ratios", {"measure_start_per_5_sdq", "sdq_mean"});
  p.read(children, "placement_entry_ratio", {"placement_entry_per_functioning"});
  p.read(candidates, "add", {"who5_mean", "sdq_mean"});
  p.read(coordination, "new_caseworker_ratio",
         {"job_entry_new_caseworker", "usual_new_caseworker"});
  p.read(coordination, "gate_of", {"gate_reference"});
  p.each("gate_agency_", agency_names, "", "gate_agency", coordination, "gate_of");
}

void note_initial(Notes& p) {
  const auto in = [&p](std::string_view function, const std::string& name,
                       std::string_view member) {
    p.read("initial_" + name, member, candidates, function);
  };
  in("make_candidate", "two_parents", "two_parents_share");
  in("make_candidate", "cohabiting", "cohabiting_share");
  in("make_candidate", "step_parent", "step_parent_share");
  in("make_candidate", "second_father", "second_father_share");
  in("make_candidate", "youngest_age_mean", "youngest_age_mean");
  in("make_candidate", "sibling_gap", "sibling_gap_years");
  in("add_children", "sibling_gap", "sibling_gap_years");
  p.read("initial_", candidates, "make_candidate",
         {"mother_age_at_first", "mother_age_spread", "father_younger", "father_age_spread"});
  in("start_adult", "status_similarity", "status_similarity");
  p.read("initial_", candidates, "start_conditions", {"condition_similarity"});
  p.read("initial_", candidates, "start_place", {"years_placed_mean"});
  in("start_adult", "pension_before_2014", "pension_before_2014_share");
  p.read("initial_", candidates, "start_adult", {"ladder_years_mean"});
  p.read("initial_", candidates, "start_conditions", {"frailty_most_condition"});
  p.read("initial_", candidates, "start_place", {"frailty_most_place", "frailty_least_place"});
  p.read("initial_", candidates, "start_child", {"frailty_most_measure"});
  in("start_child", "special_school", "special_school_share");
  in("start_child", "special_class", "special_class_share");
  const auto each = [&p](std::string_view function, const std::string& name, const auto& names) {
    p.each("initial_" + name + "_", names, "", name, candidates, function);
  };
  each("make_candidate", "children", std::array<std::string_view, 6>{"1", "2", "3", "4", "5", "6"});
  each("start_adult", "status_women", labour_status_names);
  each("start_adult", "status_men", labour_status_names);
  each("start_adult", "condition_women", condition_names);
  each("start_adult", "condition_men", condition_names);
  each("start_child", "condition_child", condition_names);
  p.read("initial_condition_child_disability", "condition_child", demography, "live_births");
  each("start_services", "service", adult_service_names);
  each("start_child", "measure", child_measure_names);
  each("start_place", "place", place_names);
  each("start_adult", "agency", agency_names);
}

void note_levers(Notes& l) {
  const auto read = [&l](std::string_view file, std::string_view function, std::string_view name,
                         std::string_view member = "") {
    l.read(std::string{name}, member.empty() ? name : member, file, function);
  };
  read(team, "caseload_in", "caseload");
  read(team, "caseload_in", "caseload_creep", "creep");
  read(plan, "staff_plan", "hiring_lag_months");
  read(plan, "staff_plan", "fidelity_caseload");
  read(team, "live_post", "turnover_rate");
  read(team, "close_team_year", "handover_share");
  for (const std::string_view name : {"joint_plan", "follow_up_per_year", "delegated_grants",
                                      "civil_society", "network_meeting", "job_support"}) {
    read(plan, "amount_of", name);
  }
  read(model_of_families, "model_inputs", "joint_financing");
  for (const std::string_view name :
       {"takes_over_child_casework", "takes_over_job_casework", "takes_over_adult_casework"}) {
    read(plan, "arm_plan", name);
    read(casework, "take_over_casework", name, "takes_over");
  }
  read(coordination, "new_caseworker_ratio", "takes_over_job_casework", "job_casework");
  read(plan, "add_work", "spill_over");
  read(plan, "add_work", "wait_months");
  read(plan, "staff_plan", "element", "elements");
  for (const std::string_view name :
       {"present_caseload", "minutes_per_case_week", "minute_hour_price", "hours_per_year"}) {
    read(staff_use, "caseload_costings", name);
  }
  read(plan, "add_programme_cost", "wage");
  read(plan, "add_programme_cost", "supervision_share");
  read(plan, "add_programme_cost", "training_once", "training");
  read(plan, "add_programme_cost", "material");
  read(plan, "add_programme_cost", "preparation_once", "preparation");
  read(plan, "arm_plan", "meeting_hours");
  read(plan, "arm_plan", "meeting_hour_price");
  for (const std::string_view name : {"meeting_hours", "meeting_hour_price"}) {
    read(plan, "add_programme_cost", name, "meetings");
  }
  read(plan, "add_programme_cost", "development_once", "development");
  read(plan, "add_programme_cost", "evaluation_per_family", "evaluation");
  read(coordination, "ask_for_consent", "intake_share");
  read(coordination, "ask_for_consent", "consent_share");
  read(coordination, "enrol_site", "capacity_per_site");
  read(coordination, "exit_of", "duration_years", "duration_days");
  read(coordination, "effort_strength", "aftercare_years", "aftercare_days");
  read(coordination, "exit_of", "exit_rate_closed");
  read(coordination, "exit_of", "exit_rate_withdrawn");
  read(coordination, "effort_strength", "ramp_months", "ramp_days");
  read(coordination, "effort_strength", "fade_rate");
  read(coordination, "ask_for_consent", "harm_share");
}

void note_hooks(Notes& h) {
  h.read(adults, "job_entry_ratio", {"job_entry"});
  h.read(adults, "labour_ratios",
         {"job_loss", "education_entry", "pension_entry", "sickness_entry"});
  h.read(adults, "adult_start_hook", {"activation_start", "mentor_start", "adult_treatment_start"});
  h.read(adults, "adult_service_stop", {"adult_service_stop"});
  h.read(adults, "condition_recovery", {"recovery"});
  h.read(children, "place_hook", {"placement_entry", "placement_step_up"});
  h.read(children, "placement_ratios", {"reunification"});
  h.read(children, "placement_entry_ratio", {"placement_at_threshold"});
  h.read(children, "measure_ratios",
         {"measure_start", "measure_stop", "grant_start", "contact_person_start",
          "special_school_entry"});
  h.read(children, "special_entry", {"special_school_entry"});
  h.read(children, "notification_rate", {"notification"});
  h.read(children, "unlawful_days", {"unlawful_absence"});
  h.read(school, "live_absence", {"lawful_absence"});
  h.read(school, "live_events", {"conviction"});
}

void note_services(Notes& s) {
  s.read(states, "service_of",
         {"cash_benefit", "education_benefit", "sickness_benefit", "integration_benefit",
          "unemployment_benefit", "resource_course_benefit", "rehabilitation_benefit",
          "flex_waiting_benefit", "flexjob_subsidy", "disability_pension", "student_grant",
          "parental_benefit"});
  s.read(labour, "book_status", {"disability_pension_before_2014", "income_tax"});
  for (const std::string_view name : adult_service_names) s.read(states, "service_of", {name});
  for (const std::string_view name : child_measure_names) s.read(states, "service_of", {name});
  s.read(states, "service_of",
         {"network_placement", "foster_family", "residential_institution", "secure_unit",
          "own_dwelling"});
  s.read(school, "live_health", {"hospital_contact", "gp_contact"});
  s.read(school, "book_school", {"day_care", "after_school", "special_class", "special_school"});
  s.read(school, "live_notifications", {"notification", "child_investigation"});
  s.read(school, "live_events", {"police_court_prison"});
  s.read(states, "service_of",
         {"child_case_handling", "job_centre_case_handling", "adult_case_handling"});
}

void note_rule_kinds(Notes& k) {
  for (const std::string_view kind : rule_kind_names) {
    k.read(std::string{kind}, "shares_in_force", prices, "split_prices");
  }
  for (const RuleKind kind : {RuleKind::refund_ladder, RuleKind::cofinancing_ladder}) {
    const std::string name{rule_kind_names[index_of(kind)]};
    k.read(name, "is_ladder", settlement, "PayerRules");
    k.read(name, "last_week_of_step", ladder, "pass_counted");
  }
  k.read("health", "RuleKind::health", prices, "shares_in_force");
  k.read("income_tax", "tax_on_benefits", labour, "book_status");
  for (const char* kind : {"expensive_child", "expensive_adult"}) {
    k.read(kind, std::string{"RuleKind::"} + kind, settlement, "PayerRules");
    k.read(kind, "tiers", expensive, "expensive_case_refund");
  }
}

ReadingPlaces make_places() {
  ReadingPlaces places;
  Notes parameters{places.parameters, "."};
  note_labour(parameters);
  note_adult_services(parameters);
  note_placement(parameters);
  note_measures(parameters);
  note_coupling(parameters);
  note_school_and_events(parameters);
  note_demography_and_family(parameters);
  note_initial(parameters);
  Notes levers{places.levers, "."};
  note_levers(levers);
  Notes hooks{places.hooks, "Hook::"};
  note_hooks(hooks);
  Notes services{places.services, "Service::"};
  note_services(services);
  Notes kinds{places.rule_kinds, ""};
  note_rule_kinds(kinds);
  return places;
}

}  // namespace

const ReadingPlaces& reading_places() {
  static const ReadingPlaces places = make_places();
  return places;
}

}  // namespace samspil
