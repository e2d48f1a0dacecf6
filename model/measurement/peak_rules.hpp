/// \file
/// How the evaluation of Familiens Fremtid (KORA, 2017) chose its groups and read its figures:
/// benefit weeks as in figure 3.5, adults as denominator, difference in differences.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "model/core/money.hpp"
#include "model/costs/prices.hpp"
#include "model/measurement/weeks.hpp"
#include "model/population/family.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// Years followed: three before the selection, its own, three after.
inline constexpr int years_before = 3;
inline constexpr int years_followed = 7;
constexpr std::size_t year_index(int offset) noexcept {
  const int index = offset + years_before;
  return static_cast<std::size_t>(index);
}

/// What figure 3.5 counts as kontanthjælp: kontanthjælp, uddannelseshjælp, forrevalidering (in the
/// model a part of kontanthjælp), ressourceforløb and jobafklaring (in the model one status).
constexpr bool counts_as_cash_benefit(LabourStatus status) noexcept {
  return status == LabourStatus::cash_benefit || status == LabourStatus::education_benefit ||
         status == LabourStatus::resource_course;
}

/// Already coordinated or already attached to work, so not on the gross list: sickness benefit,
/// ressourceforløb, fleksjob.
constexpr bool is_excluded(LabourStatus status) noexcept {
  return status == LabourStatus::sickness || status == LabourStatus::resource_course ||
         status == LabourStatus::flexjob;
}

/// A child under 18 with a case: open, or placed.
bool has_child_case(const Person& person, int year) noexcept;

/// Rows of the adults of the household from which the first child with a case comes. Empty without
/// such a child.
std::vector<std::size_t> household_adults(std::span<const Person> people, int year);

/// Row of that child's registered guardian: the mother, else the father; no_member if neither
/// lives.
MemberIndex registered_guardian(std::span<const Person> people, int year) noexcept;

/// What two leaders judged, as a count [points]: challenges of the adults, adults on the benefit,
/// children with a case, children notified in the year.
int complexity(std::span<const Person> people, std::span<const std::size_t> adults,
               int year) noexcept;

/// One adult's weeks by year followed.
struct AdultHistory {
  std::array<Weeks, years_followed> present{};
  std::array<Weeks, years_followed> on_benefit{};
};

/// One family of a study group.
struct FamilyHistory {
  std::vector<AdultHistory> adults;
  int case_children = 0;
  int children = 0;
  double points = 0;                                 ///< Complexity as judged.
  std::array<Ore, years_followed> public_cost{};     ///< Of the benefits counted [øre].
  std::array<Ore, years_followed> municipal_cost{};  ///< … the municipality's part, after refund.
};

/// Mean over adults of benefit weeks by weeks observed [per cent]. An adult who was not there in
/// any observed week of the year is not in that year's denominator.
double benefit_share(std::span<const FamilyHistory> group, int offset, Weeks observed) noexcept;

/// (after - before) among the treated minus the same among the others.
constexpr double difference_in_differences(double treated_before, double treated_after,
                                           double other_before, double other_after) noexcept {
  return (treated_after - treated_before) - (other_after - other_before);
}

/// The year offset with the highest share; the first of equals.
int peak_of(std::span<const double> shares) noexcept;

/// What the benefits counted cost each payer [øre].
PayerPrices benefit_cost(const ServiceUse& use, const PriceTable& prices) noexcept;

/// kr. per family.
double cost_per_family(std::span<const FamilyHistory> group, int offset,
                       std::array<Ore, years_followed> FamilyHistory::*cost) noexcept;

}  // namespace samspil
