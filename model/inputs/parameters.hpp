/// \file
/// Every empirical number of the dynamics, by process. Values, units, ranges, sources and grades
/// stand in scenarios/parameters.csv; a number without them is refused.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/inputs/mechanisms.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/inputs/quantity.hpp"
#include "model/population/open_cases.hpp"
#include "model/population/states.hpp"

namespace samspil {

template <class T, std::size_t N>
using Square = std::array<std::array<T, N>, N>;

/// Rates are hazards per person-year, ratios multiply a hazard, shares lie in [0, 1].
struct LabourParameters {
  Square<double, labour_status_count> rate{};  ///< [1/person-year] from row to column.
  double job_entry_age_under_30 = 1, job_entry_age_over_50 = 1;
  double job_entry_mental_disorder = 1, job_entry_abuse = 1, job_entry_disability = 1;
  double job_entry_ladder_over_one_year = 1;  ///< More than 52 counted weeks.
  double job_entry_self_support = 1;          ///< Any self-supporting week in the last three years.
  double job_entry_activation = 1;            ///< In an employment measure at 1 January.
  double job_entry_not_activity_ready = 1;    ///< jobparat.
  std::array<double, agency_count> job_entry_agency{1, 1, 1, 1};
  double job_loss_mental_disorder = 1, job_loss_abuse = 1;
  double job_end_first_year = 1;  ///< Of every move out of an ordinary job, in its first year.
  double pension_entry_age_under_40 = 1, pension_entry_age_over_50 = 1;
  double pension_entry_mental_disorder = 1;
  double resource_course_closed_from = 9999;  ///< Year of the law that lets nobody new in.
  double sickness_entry_mental_disorder = 1;
  double education_entry_age_under_30 = 1;
  double full_time_share = 1;                           ///< Of entries into an ordinary job.
  double activity_ready_share = 1;                      ///< Of entries into kontanthjælp.
  double benefit_hours_up = 0, benefit_hours_down = 0;  ///< Ordinary hours beside a benefit.
  double flexjob_hours_up = 0, flexjob_hours_down = 0;
  double job_hours_up = 0, job_hours_down = 0;  ///< Between part-time and full in an ordinary job.
  double youth_job_start = 0, youth_job_stop = 0;  ///< At 16 and 17.
  double youth_school_stop = 0, youth_school_start = 0;
  double benefit_share_under_10_hours = 1;  ///< Of the full benefit that is still paid.
  double benefit_share_from_10_to_29_hours = 1;
  std::array<double, labour_status_count> tax_equivalent{};  ///< Tax of a week, as a share of a
                                                             ///< full-time ordinary week's.
  double part_time_tax_equivalent = 0;
};

struct AdultServiceParameters {
  std::array<double, adult_service_count> start{};  ///< [1/person-year]
  std::array<double, adult_service_count> stop{};
  std::array<double, adult_service_count> mental_disorder{};  ///< Start ratios.
  std::array<double, adult_service_count> alcohol_abuse{};
  std::array<double, adult_service_count> drug_abuse{};
  std::array<double, adult_service_count> violence{};
  std::array<double, labour_status_count>
      activation{};  ///< Start ratio by status; 0 = not offered.
};

struct ConditionParameters {
  std::array<double, condition_count> onset{};     ///< [1/person-year]
  std::array<double, condition_count> recovery{};  ///< [1/person-year]
  double recovery_in_treatment = 1, recovery_in_work = 1;
  double men_abuse = 1, men_violence_perpetrator = 1;
};

struct PlacementParameters {
  Square<double, place_count> rate{};  ///< [1/child-year] from row to column.
  double entry_age_under_6 = 1, entry_age_6_to_11 = 1, entry_age_12_to_17 = 1;
  double entry_parent_condition = 1;  ///< A legal parent with abuse, violence or mental disorder.
  double entry_unlawful_absence = 1;  ///< Above the threshold last year.
  double unlawful_absence_threshold = 0;  ///< [school days]
  double reentry = 1;                     ///< In the first two years after coming home.
  double step_up_age_12_to_17 = 1;
  double change_first_year = 1;  ///< Of moves between places, in the first year in a place.
  double reunification_year_1 = 1, reunification_year_2 = 1;  ///< By time out of home.
  double reunification_year_3_to_5 = 1, reunification_after_5 = 1;
  double reunification_age_17 = 1;
  double aftercare_at_18 = 0;  ///< Share of placed young people who stay with aftercare.
};

struct MeasureParameters {
  std::array<double, child_measure_count> start{};  ///< [1/child-year]
  std::array<double, child_measure_count> stop{};
  std::array<double, child_measure_count> age_from{};  ///< [years] from this birthday
  std::array<double, child_measure_count> age_to{};    ///< [years] until this birthday
  std::array<double, child_measure_count> placed{};    ///< Start ratio while out of home.
  std::array<double, child_measure_count> disability{};
  std::array<double, child_measure_count> parent_condition{};
  std::array<double, child_measure_count> from_12{};
};

struct CouplingParameters {
  double placement_entry_parent_in_work = 1, reunification_parent_in_work = 1;
  double measure_start_parent_in_work = 1, measure_stop_parent_in_work = 1;
  double non_resident_share = 0;  ///< Share of (ratio - 1) exerted by a parent who lives elsewhere.
  double job_entry_calm_child = 1;  ///< No placed child, no long unlawful absence.
  double job_loss_child_distress = 1;
  double job_entry_other_parent_pension = 1;
  double placement_entry_sibling_placed = 1;
  double unlawful_absence_sibling = 1;  ///< A sibling with long unlawful absence.
};

struct SchoolParameters {
  double day_care_share = 0, after_school_share = 0;
  double special_class_entry = 0, special_school_entry = 0;  ///< [1/child-year]
  double special_exit = 0;
  double special_disability = 1;
  double unlawful_days_under_13 = 0, unlawful_days_from_13 = 0;  ///< [school days/year]
  double unlawful_days_persistence = 0;  ///< Share of last year's excess that stays.
  double lawful_days = 0;
  double school_weeks = 0;  ///< Weeks of special schooling paid in a year [0, 52].
};

struct EventParameters {
  double conviction_adult = 0, conviction_youth = 0;  ///< [1/person-year]
  double conviction_men = 1, conviction_abuse = 1, conviction_in_work = 1;
  double hospital_contacts = 0, hospital_mental_disorder = 1;  ///< [contacts/person-year]
  double gp_contacts = 0, gp_mental_disorder = 1;
  double notifications = 0;        ///< Matters notified [1/child-year]
  double notification_repeat = 0;  ///< Share of notifications that another one follows.
  double notification_parent_condition = 1, notification_unlawful_absence = 1;
  double notification_parent_cause = 0, notification_parent_cause_with_condition = 0;  ///< Shares.
  double investigation_share = 0;  ///< Of notifications.
  double case_closing = 0;         ///< [1/year] without any measure.
};

struct CaseworkParameters {
  std::array<double, casework_count> hours_per_week{};  ///< On an open case.
};

struct DemographyParameters {
  double birth_under_30 = 0, birth_from_30 = 0;  ///< [1/woman-year], from 18
  double death_under_40 = 0, death_from_40 = 0, death_child = 0;
  double break_up = 0;         ///< [1/couple-year]
  double new_partner = 0;      ///< [1/single-year]
  double partner_in_work = 0;  ///< Share of new partners in an ordinary job; else self-supporting.
  double move = 0;             ///< [1/family-year] to another municipality
  double leave_home_from_18 = 0;  ///< [1/person-year]
  double birth_last_age = 0;      ///< [years] at 1 January of the last year with a birth
  double girl_share = 0;          ///< Of children.
  double partner_age_gap = 0;     ///< [years] most between a parent and a new partner, either way
  double enrolment_spread = 1;    ///< [days] over which the first families of a team are enrolled
  double notice_months = 0;       ///< From the day that staff are no longer wanted to their last.
};

struct FamilyParameters {
  double frailty_spread = 0;     ///< Weibull exponent: frailty = E^spread / Gamma(1 + spread).
  double cost_factor_sigma = 0;  ///< Of the lognormal case cost.
  double severity_drift = 0;     ///< [1/year] relative growth of severity
  double functioning_persistence = 0, functioning_noise = 0;
  double functioning_break_up = 0, functioning_fire = 0, functioning_bereavement = 0;
  double fire_rate = 0;  ///< [1/family-year]
  double relation_start = 0, relation_persistence = 0, relation_mean = 0, relation_enrolled = 0;
  double relation_after_move = 0;
  double job_entry_new_caseworker = 1;  ///< In the year after a change, against none.
  double usual_new_caseworker = 0;      ///< Share who have a change in a year of present practice.
  double agency_up = 0, agency_down = 0;  ///< [1/person-year]
  double who5_mean = 0, who5_persistence = 0, who5_noise = 0;
  double who5_in_work = 0, who5_mental_disorder = 0;  ///< [points]
  double sdq_mean = 0, sdq_persistence = 0, sdq_noise = 0, sdq_placed = 0;
  double job_entry_per_10_who5 = 1, measure_start_per_5_sdq = 1,
         placement_entry_per_functioning = 1;
  double gate_reference = 1;  ///< Agency × relation × fidelity at which an effect acts in full.
  std::array<double, agency_count> gate_agency{1, 1, 1, 1};  ///< Share of an effect let through.
};

/// Joint assumptions about candidate families at the start of the burn-in.
struct InitialParameters {
  double two_parents_share = 0;      ///< Of families: legal father is a member.
  double cohabiting_share = 0;       ///< Of two-parent families: same household.
  double step_parent_share = 0;      ///< Of families where parents live apart.
  std::array<double, 6> children{};  ///< Shares of 1, 2, …, 6 children; sum to 1.
  double second_father_share = 0;    ///< Of families with two or more children.
  double youngest_age_mean = 0;      ///< [years]
  double sibling_gap_years = 0;
  double mother_age_at_first = 0;  ///< Mean [years].
  double mother_age_spread = 0;    ///< Between the youngest and the oldest [years].
  double father_younger = 0;       ///< Than the mother, at most [years].
  double father_age_spread = 0;    ///< Between the youngest and the oldest [years].
  std::array<double, labour_status_count> status_women{}, status_men{};  ///< Sum to 1.
  double status_similarity = 0;  ///< Share of fathers who take the mother's benefit group.
  std::array<double, condition_count> condition_women{}, condition_men{}, condition_child{};
  double condition_similarity = 0;  ///< Added odds when the other parent has it. [share]
  std::array<double, adult_service_count> service{};  ///< Shares running, given need where named.
  std::array<double, child_measure_count> measure{};
  std::array<double, place_count> place{};  ///< Sum to 1.
  double years_placed_mean = 0;
  double pension_before_2014_share = 0;  ///< Of pensions at the start.
  double ladder_years_mean = 0;
  /// Bounds of the frailty that scales shares at the start, which it could bring above 1.
  double frailty_most_condition = 1, frailty_most_place = 1, frailty_most_measure = 1;
  double frailty_least_place = 1;
  std::array<double, agency_count> agency{};  ///< Sum to 1.
  double special_school_share = 0, special_class_share = 0;
};

struct Parameters {
  LabourParameters labour;
  AdultServiceParameters adult_services;
  ConditionParameters conditions;
  PlacementParameters placement;
  MeasureParameters measures;
  CouplingParameters coupling;
  SchoolParameters school;
  EventParameters events;
  CaseworkParameters casework;
  DemographyParameters demography;
  FamilyParameters family;
  InitialParameters initial;
};

/// One named number of `Parameters`.
struct ParameterSlot {
  std::string name;
  std::string unit;
  double lower = 0;  ///< Admissible values.
  double upper = 0;
  bool optional = false;       ///< Absent rows mean "no such move".
  bool only_at_start = false;  ///< Read where candidate families are made, and nowhere else.
  std::optional<Mechanism> switched_by;  ///< Off: the number is what `Parameters` begin with.
  double* value = nullptr;
};

/// Every number of `parameters` by name: a parameter exists if and only if it has a slot here.
std::vector<ParameterSlot> parameter_slots(Parameters& parameters);

struct ParameterRow {
  std::string name;
  Quantity quantity;
};

struct ParameterTable {
  std::vector<ParameterRow> rows;
  PosteriorMembers members;  ///< Of the parameters that are drawn from a posterior's.
  std::string file;
  std::string text;  ///< Rows and members, as a file would hold them.
};

}  // namespace samspil
