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
  youth_education_special,  // STU
  child_investigation,      // børnefaglig undersøgelse
  notification,             // underretning
  police_court_prison,
  income_tax,
};
inline constexpr std::array<std::string_view, 48> service_names{"cash_benefit",
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
                                                                "police_court_prison",
                                                                "income_tax"};
inline constexpr std::size_t service_count = service_names.size();

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
  coordination  // the strategy's own staff, training and meetings
};
inline constexpr std::array<std::string_view, 8> department_names{
    "child_family", "adult_social",  "employment", "school_daycare",
    "health",       "justice_state", "tax",        "coordination"};
inline constexpr std::size_t department_count = department_names.size();

enum class AccountType : std::uint8_t { service, transfer, capital, revenue };
inline constexpr std::array<std::string_view, 4> account_type_names{"service", "transfer",
                                                                    "capital", "revenue"};

/// Use in natural units (hundredths of weeks, days, cases, contacts), by service.
using ServiceUse = std::array<Hundredths, service_count>;

}  // namespace samspil
