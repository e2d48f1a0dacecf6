/// \file
/// The states a person can be in. Names only; what moves a person between them is in dynamics.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/core/names.hpp"

namespace samspil {

/// What an adult (from 16: a young person) lives on; one at a time.
enum class LabourStatus : std::uint8_t {
  ordinary_job,
  flexjob,  // fleksjob
  education,
  parental_leave,       // barsel
  unemployment,         // dagpenge
  sickness,             // sygedagpenge
  cash_benefit,         // kontanthjælp
  education_benefit,    // uddannelseshjælp
  integration_benefit,  // selvforsørgelses- og hjemrejseydelse, overgangsydelse
  resource_course,      // ressourceforløb, jobafklaringsforløb
  rehabilitation,       // revalidering
  flex_waiting,         // ledighedsydelse
  disability_pension,   // førtidspension
  self_supporting,      // selvforsørgende uden arbejde
};
inline constexpr std::array<std::string_view, 14> labour_status_names{
    "ordinary_job",        "flexjob",         "education",      "parental_leave",
    "unemployment",        "sickness",        "cash_benefit",   "education_benefit",
    "integration_benefit", "resource_course", "rehabilitation", "flex_waiting",
    "disability_pension",  "self_supporting"};
inline constexpr std::size_t labour_status_count = labour_status_names.size();

/// Ordinary wage hours a week, in an ordinary job or beside a benefit or fleksjob.
enum class OrdinaryHours : std::uint8_t { none, under_10, from_10_to_29, full };
inline constexpr std::array<std::string_view, 4> ordinary_hours_names{"none", "under_10",
                                                                      "from_10_to_29", "full"};
inline constexpr std::size_t ordinary_hours_count = ordinary_hours_names.size();

/// Measures and services of an adult that run beside the labour status, each on or off.
enum class AdultService : std::uint8_t {
  employment_measure,
  mentor,
  wage_subsidy,
  social_pedagogical_support,
  alcohol_treatment,
  substance_treatment,
  shelter,
  crisis_centre,
  adult_residential,
  psychiatric_treatment,
};
inline constexpr std::array<std::string_view, 10> adult_service_names{"employment_measure",
                                                                      "mentor",
                                                                      "wage_subsidy",
                                                                      "social_pedagogical_support",
                                                                      "alcohol_treatment",
                                                                      "substance_treatment",
                                                                      "shelter",
                                                                      "crisis_centre",
                                                                      "adult_residential",
                                                                      "psychiatric_treatment"};
inline constexpr std::size_t adult_service_count = adult_service_names.size();

/// Employment measures, the first of them.
constexpr bool is_activation(AdultService service) noexcept {
  return service <= AdultService::wage_subsidy;
}

/// Lasting conditions of a person; reviewed at each new year.
enum class Condition : std::uint8_t {
  mental_disorder,
  alcohol_abuse,
  drug_abuse,
  violence_perpetrator,
  violence_exposed,
  disability,
};
inline constexpr std::array<std::string_view, 6> condition_names{
    "mental_disorder",      "alcohol_abuse",    "drug_abuse",
    "violence_perpetrator", "violence_exposed", "disability"};
inline constexpr std::size_t condition_count = condition_names.size();

/// Where a child lives.
enum class Place : std::uint8_t {
  home,
  network,      // netværkspleje
  foster,       // plejefamilie
  institution,  // børne- og ungehjem, opholdssted
  secure,       // sikret døgninstitution
  own_dwelling  // eget værelse, kollegium
};
inline constexpr std::array<std::string_view, 6> place_names{
    "home", "network", "foster", "institution", "secure", "own_dwelling"};
inline constexpr std::size_t place_count = place_names.size();

/// Measures of a child or young person that run beside the living place, each on or off.
enum class ChildMeasure : std::uint8_t {
  early_prevention,
  family_treatment,
  contact_person,
  respite,
  youth_support,
  aftercare,
  additional_costs,
  lost_earnings,
  school_support,
  youth_education_special,
};
inline constexpr std::array<std::string_view, 10> child_measure_names{
    "early_prevention", "family_treatment",
    "contact_person",   "respite",
    "youth_support",    "aftercare",
    "additional_costs", "lost_earnings",
    "school_support",   "youth_education_special"};
inline constexpr std::size_t child_measure_count = child_measure_names.size();

/// The first of these run in the home: not grants, not school. Youth support and aftercare count
/// where the population's definition says so.
inline constexpr std::size_t home_measure_count = index_of(ChildMeasure::aftercare) + 1;

constexpr bool is_home_based(ChildMeasure measure) noexcept {
  return index_of(measure) < home_measure_count;
}
constexpr bool is_grant(ChildMeasure measure) noexcept {
  return measure == ChildMeasure::additional_costs || measure == ChildMeasure::lost_earnings;
}

enum class School : std::uint8_t { none, day_care, mainstream, special_class, special_school };
inline constexpr std::array<std::string_view, 5> school_names{"none", "day_care", "mainstream",
                                                              "special_class", "special_school"};
inline constexpr std::size_t school_count = school_names.size();

enum class Sex : std::uint8_t { woman, man };

/// How a person came into the family.
enum class Role : std::uint8_t { parent, partner, child };

/// A person's own power to act on the family's situation (handlekraft), in four classes.
enum class Agency : std::uint8_t { none, low, some, high };
inline constexpr std::array<std::string_view, 4> agency_names{"none", "low", "some", "high"};
inline constexpr std::size_t agency_count = agency_names.size();

/// VIVE's ladder of measures (indsatstrappe) in six steps; the reports give the number of steps and
/// their order, not a list, so the cut between the steps is ours.
enum class LadderStep : std::uint8_t { general, early, preventive, intensive, foster, institution };

constexpr bool is_placed(Place place) noexcept { return place != Place::home; }

/// A set of enumerators in one word, for services that run and statuses that were visited.
template <class Enum>
class Flags {
 public:
  constexpr bool has(Enum value) const noexcept { return (bits_ >> index_of(value)) & 1U; }
  /// Whether any of these is in the set.
  template <class... Enums>
  constexpr bool has_any(Enums... values) const noexcept {
    return (bits_ & ((1U << index_of(values)) | ...)) != 0;
  }
  constexpr bool any() const noexcept { return bits_ != 0; }
  constexpr void set(Enum value, bool on = true) noexcept {
    const auto bit = static_cast<std::uint16_t>(1U << index_of(value));
    bits_ = static_cast<std::uint16_t>(on ? bits_ | bit : bits_ & ~bit);
  }
  constexpr void clear() noexcept { bits_ = 0; }
  /// Takes out what is not in `bits`.
  constexpr void keep(std::uint16_t bits) noexcept { bits_ &= bits; }
  constexpr std::uint16_t bits() const noexcept { return bits_; }

  friend constexpr bool operator==(Flags, Flags) = default;

 private:
  std::uint16_t bits_ = 0;
};

}  // namespace samspil
