/// \file
/// What a family can use that costs somebody something: ids only. Prices stand in scenarios/prices.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/core/money.hpp"
#include "model/core/names.hpp"

namespace samspil {

enum class Service : std::uint8_t {
  cash_benefit,                    // kontanthjælp
  education_benefit,               // uddannelseshjælp
  sickness_benefit,                // sygedagpenge
  integration_benefit,             // selvforsørgelses- og hjemrejseydelse, overgangsydelse
  unemployment_benefit,            // dagpenge
  resource_course_benefit,         // ressourceforløb, jobafklaringsforløb
  rehabilitation_benefit,          // revalidering
  flex_waiting_benefit,            // ledighedsydelse
  flexjob_subsidy,                 // fleksløntilskud
  disability_pension,              // førtidspension
  disability_pension_before_2014,  // granted before July 2014: the older state share
  student_grant,                   // SU
  parental_benefit,                // barselsdagpenge
  wage_subsidy,                    // løntilskud
  employment_measure,              // vejledning og opkvalificering, øvrige tilbud
  mentor,                          // mentorstøtte
  early_prevention,                // tidligt forebyggende indsats, rådgivning
  family_treatment,                // familiebehandling
  contact_person,                  // kontaktperson
  respite,                         // aflastning
  youth_support,                   // ungestøtte
  aftercare,                       // efterværn
  network_placement,               // netværkspleje
  foster_family,                   // plejefamilie
  residential_institution,         // børne- og ungehjem, opholdssted
  secure_unit,                     // sikret døgninstitution
  own_dwelling,                    // eget værelse, kollegium
  additional_costs,                // merudgifter
  lost_earnings,                   // tabt arbejdsfortjeneste
  social_pedagogical_support,      // socialpædagogisk støtte, § 85
  alcohol_treatment,
  substance_treatment,
  shelter,            // § 110-boform
  crisis_centre,      // § 109
  adult_residential,  // botilbud
  psychiatric_treatment,
  hospital_contact,
  gp_contact,
  day_care,
  after_school,  // SFO
  special_class,
  special_school,
  school_support,
  youth_education_special,   // STU
  child_investigation,       // børnefaglig undersøgelse
  notification,              // underretning
  child_case_handling,       // myndighedssagsbehandling, børn og unge
  job_centre_case_handling,  // sagsbehandling og samtaler i jobcentret
  adult_case_handling,       // myndighedssagsbehandling, udsatte voksne og handicap
  police_court_prison,
  income_tax,
};
inline constexpr std::array<std::string_view, 51> service_names{"cash_benefit",
                                                                "education_benefit",
                                                                "sickness_benefit",
                                                                "integration_benefit",
                                                                "unemployment_benefit",
                                                                "resource_course_benefit",
                                                                "rehabilitation_benefit",
                                                                "flex_waiting_benefit",
                                                                "flexjob_subsidy",
                                                                "disability_pension",
                                                                "disability_pension_before_2014",
                                                                "student_grant",
                                                                "parental_benefit",
                                                                "wage_subsidy",
                                                                "employment_measure",
                                                                "mentor",
                                                                "early_prevention",
                                                                "family_treatment",
                                                                "contact_person",
                                                                "respite",
                                                                "youth_support",
                                                                "aftercare",
                                                                "network_placement",
                                                                "foster_family",
                                                                "residential_institution",
                                                                "secure_unit",
                                                                "own_dwelling",
                                                                "additional_costs",
                                                                "lost_earnings",
                                                                "social_pedagogical_support",
                                                                "alcohol_treatment",
                                                                "substance_treatment",
                                                                "shelter",
                                                                "crisis_centre",
                                                                "adult_residential",
                                                                "psychiatric_treatment",
                                                                "hospital_contact",
                                                                "gp_contact",
                                                                "day_care",
                                                                "after_school",
                                                                "special_class",
                                                                "special_school",
                                                                "school_support",
                                                                "youth_education_special",
                                                                "child_investigation",
                                                                "notification",
                                                                "child_case_handling",
                                                                "job_centre_case_handling",
                                                                "adult_case_handling",
                                                                "police_court_prison",
                                                                "income_tax"};
inline constexpr std::size_t service_count = service_names.size();

/// Benefits that are not paid in the weeks of a job with wage subsidy; a pension or the subsidy of
/// a flexjob goes on. Lov om en aktiv beskæftigelsesindsats, chapter 12.
constexpr bool ends_with_wage_subsidy(Service benefit) noexcept {
  return benefit <= Service::flex_waiting_benefit;
}

enum class Payer : std::uint8_t { municipality, region, state, citizen };
inline constexpr std::array<std::string_view, 4> payer_names{"municipality", "region", "state",
                                                             "citizen"};
inline constexpr std::size_t payer_count = payer_names.size();

/// Who in the municipality answers for a service; justice_state is the state's own.
enum class Department : std::uint8_t {
  child_family,
  adult_social,
  employment,
  school_daycare,
  health,
  justice_state,
  tax,
  coordination,  // the strategy's own staff, training and meetings
  block_grant,   // bloktilskud: what the budget guarantee moves
};
inline constexpr std::array<std::string_view, 9> department_names{
    "child_family",  "adult_social", "employment",   "school_daycare", "health",
    "justice_state", "tax",          "coordination", "block_grant"};
inline constexpr std::size_t department_count = department_names.size();

enum class AccountType : std::uint8_t { service, transfer, capital, revenue };
inline constexpr std::array<std::string_view, 4> account_type_names{"service", "transfer",
                                                                    "capital", "revenue"};

/// Amounts that the state owes the municipality for a household-year, a person-year or all
/// municipalities together, beside the shares of each unit. They cancel in the public total.
enum class Settlement : std::uint8_t {
  expensive_children,  // særligt dyre enkeltsager, a household's children together
  expensive_adults,    // særligt dyre enkeltsager, each adult
  budget_guarantee,    // budgetgaranti, when all municipalities do the same
};
inline constexpr std::array<std::string_view, 3> settlement_names{
    "expensive_children", "expensive_adults", "budget_guarantee"};
inline constexpr std::size_t settlement_count = settlement_names.size();
using Settlements = std::array<Ore, settlement_count>;  ///< Paid by the state [øre].

/// What decides who pays for one unit of a service beside the service itself: the step of the
/// refund ladder for benefits on it, the age for health contacts, the kind of income for tax. Other
/// services are always in state 0.
using RuleState = std::size_t;
inline constexpr std::size_t rule_state_count = 4;
inline constexpr RuleState age_3_and_over = 0;
inline constexpr RuleState age_0_to_2 = 1;
inline constexpr RuleState tax_on_wages = 0;
inline constexpr RuleState tax_on_benefits = 1;

/// Use in natural units (hundredths of weeks, days, cases, contacts), by service and rule state.
struct ServiceUse {
  std::array<std::array<Hundredths, rule_state_count>, service_count> in_state{};

  void add(Service service, Hundredths quantity, RuleState state = 0) noexcept {
    in_state[index_of(service)][state] += quantity;
  }
  /// Over all rule states.
  Hundredths operator[](std::size_t service) const noexcept {
    Hundredths sum = 0;
    for (const Hundredths quantity : in_state[service]) sum += quantity;
    return sum;
  }
  ServiceUse& operator+=(const ServiceUse& other) noexcept {
    for (std::size_t s = 0; s < service_count; ++s) {
      for (std::size_t state = 0; state < rule_state_count; ++state) {
        in_state[s][state] += other.in_state[s][state];
      }
    }
    return *this;
  }
  ServiceUse& operator-=(const ServiceUse& other) noexcept {
    for (std::size_t s = 0; s < service_count; ++s) {
      for (std::size_t state = 0; state < rule_state_count; ++state) {
        in_state[s][state] -= other.in_state[s][state];
      }
    }
    return *this;
  }
  friend bool operator==(const ServiceUse&, const ServiceUse&) = default;
};

}  // namespace samspil
