/// \file
/// The target group of "Familiens vej - på tværs af velfærdsområder" (Social- og Boligstyrelsen,
/// 2024), applied to what happened to a family in one calendar year, and the report's indicators.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/population/family.hpp"

namespace samspil {

/// The nine challenges of the report's table 1.
inline constexpr std::size_t challenge_count = 9;

/// What decides membership.
struct TargetRule {
  int year = 2022;
  int min_challenges = 1;
  bool youth_support_counts = true;  ///< Whether ungestøtte and aftercare are home-based measures.
};

/// Any contact in the year, as the report counts, and ages.
enum class Indicator : std::uint8_t {
  children_per_adult,
  child_both_parents,
  adult_two_or_more_children,
  child_home_measures,
  child_placed,
  adult_disability_pension,
  adult_temporary_transfers,
  adult_cash_benefit,
  adult_education_benefit,
  adult_employed,
  adult_employment_measures,
  adult_social_services,
  adult_social_pedagogical,
  adult_drug_treatment,
  adult_crime,
  child_crime_15_23,
  child_notified,
  child_notified_parent,
  child_lives_with_target_child,
  child_lives_with_target_adult,
  child_age_0_5,  // ages as reached in the year, as Danmarks Statistik counts at its end
  child_age_6_11,
  child_age_12_17,
  child_age_18_23,
  adult_age,  // mean [years]
};
inline constexpr std::array<std::string_view, 25> indicator_names{"children_per_adult",
                                                                  "child_both_parents",
                                                                  "adult_two_or_more_children",
                                                                  "child_home_measures",
                                                                  "child_placed",
                                                                  "adult_disability_pension",
                                                                  "adult_temporary_transfers",
                                                                  "adult_cash_benefit",
                                                                  "adult_education_benefit",
                                                                  "adult_employed",
                                                                  "adult_employment_measures",
                                                                  "adult_social_services",
                                                                  "adult_social_pedagogical",
                                                                  "adult_drug_treatment",
                                                                  "adult_crime",
                                                                  "child_crime_15_23",
                                                                  "child_notified",
                                                                  "child_notified_parent",
                                                                  "child_lives_with_target_child",
                                                                  "child_lives_with_target_adult",
                                                                  "child_age_0_5",
                                                                  "child_age_6_11",
                                                                  "child_age_12_17",
                                                                  "child_age_18_23",
                                                                  "adult_age"};
inline constexpr std::size_t indicator_count = indicator_names.size();

/// One family's part of a share or mean: Σ numerator / Σ denominator over families is the
/// indicator.
struct SharePart {
  std::int32_t numerator = 0;
  std::int32_t denominator = 0;

  friend bool operator==(const SharePart&, const SharePart&) = default;
};

struct FamilyProfile {
  int target_children = 0;
  int target_adults = 0;
  std::array<SharePart, indicator_count> parts{};

  /// At least one target child with at least one target parent.
  bool in_target_group() const noexcept { return target_children > 0 && target_adults > 0; }
};

/// Which of the nine challenges an adult met in the year, in the report's order: far from the
/// labour market (førtidspension, ressourceforløb, activity-ready kontanthjælp), homelessness (§
/// 110 stay), conviction, social services (§ 85 support or residential), perpetrator of violence,
/// exposed to it (or a crisis centre stay), mental disorder (social service because of it, or
/// treated in hospital psychiatry), abuse of alcohol, of drugs.
std::array<bool, challenge_count> challenges_met(const Person& adult) noexcept;
/// Number of them.
int challenges(const Person& adult) noexcept;

/// Who of a family's rows belongs to the target group.
struct TargetMembers {
  std::array<bool, most_members> child{};
  std::array<bool, most_members> adult{};
  int children = 0;
  int adults = 0;
};

bool is_legal_parent(const Person& child, std::size_t adult) noexcept;

/// A child counts with a vulnerable parent, a parent with a counting child; from Person::year at
/// the end of `rule.year`.
TargetMembers target_members(std::span<const Person> people, const TargetRule& rule) noexcept;

/// A child or young person of 0-22 with a home-based measure or a placement in the year.
bool is_supported_child(const Person& child, const TargetRule& rule) noexcept;

/// Membership and indicators of one family, from Person::year at the end of `rule.year`.
FamilyProfile profile_of(std::span<const Person> people, const TargetRule& rule) noexcept;

}  // namespace samspil
