/// \file
/// One family's case: who its members are, what they live on and where, week by week, and what else
/// is spent on them by year. One TOML file. Knows no price and no payer.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/calendar.hpp"
#include "model/core/money.hpp"
#include "model/core/names.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// The household of whoever is given none.
inline constexpr std::string_view common_household = "household";

enum class MemberKind : std::uint8_t { adult, child };
inline constexpr std::array<std::string_view, 2> member_kind_names{"adult", "child"};

/// Whether the thresholds of expensive cases keep the level of the law year or follow the index.
enum class Thresholds : std::uint8_t { constant, regulated };
inline constexpr std::array<std::string_view, 2> threshold_names{"constant", "regulated"};

struct FamilyMember {
  std::string id;
  MemberKind kind{};
  std::string household{common_household};  ///< One and the same unless the file says otherwise.
  std::optional<double> age;                ///< [years], at the beginning of week 1.
  int ladder_weeks_before = 0;              ///< Weeks on benefits that count on the refund ladder.
  int self_support_weeks_before = 0;        ///< The weeks right before week 1.
  bool granted_before_2014 = false;         ///< A disability pension from before July 2014.
  int full_state_refund_weeks = 0;          ///< Weeks from week 1 under barnets lov § 203.
  int line = 0;
};

/// What a spell is spent on: a service, or an income that costs the public nothing and matters to
/// the refund ladder alone.
enum class SpellKind : std::uint8_t { service, self_support, subsidised_job };

/// Weeks are numbered from 1 over the whole horizon, 52 to a year; both ends are in the spell.
struct FamilySpell {
  std::size_t member = 0;  ///< Position in FamilyCase::members.
  SpellKind kind = SpellKind::service;
  Service service{};  ///< Where kind is service.
  int first_week = 1;
  int last_week = 0;                 ///< Before first_week where the dates hold no midday Thursday.
  std::optional<Ore> weekly_amount;  ///< In place of the price of the catalogue.
  std::optional<Date> from, to;      ///< Where the file gives dates.
  int line = 0;

  int weeks() const noexcept { return last_week - first_week + 1; }
};

/// Gross amounts by year, for what is not counted in weeks.
struct FamilyAnnual {
  std::size_t member = 0;
  Service service{};
  std::vector<Ore> amounts;
  int line = 0;
};

/// An effort of the municipality around the family, outside the refund of expensive cases.
struct FamilyProgramme {
  std::string name;
  Department department{};
  std::vector<Ore> amounts;
  int line = 0;
};

struct FamilyCase {
  std::string title;
  int price_level = 2022;
  int first_year = 2022;  ///< Calendar year of year 1.
  int years = 4;
  int law_year = 2022;
  Thresholds thresholds = Thresholds::constant;
  std::vector<FamilyMember> members;
  std::vector<FamilySpell> spells;
  std::vector<FamilyAnnual> annual;
  std::vector<FamilyProgramme> programme;
  /// Where the keys of [case] stand in the file; where they are left out, [case] itself.
  struct Lines {
    int price_level = 0, first_year = 0, years = 0, law_year = 0, thresholds = 0;
  } lines;
  std::string file;
  std::string text;
};

/// [years] at the beginning of a week, where the age is known.
inline std::optional<double> age_in_week(const FamilyMember& member, int week) noexcept {
  if (!member.age) return std::nullopt;
  return *member.age + static_cast<double>(week - 1) / weeks_per_year;
}

/// Benefits whose weeks count on the refund ladder, of which a person has one at a time.
constexpr bool is_ladder_benefit(Service service) noexcept {
  return service <= Service::disability_pension;
}

/// A pension from before July 2014 keeps the older shares, whatever the file calls it.
inline Service paid_as(const FamilyMember& member, Service service) noexcept {
  const bool is_older = service == Service::disability_pension && member.granted_before_2014;
  return is_older ? Service::disability_pension_before_2014 : service;
}

/// What a person lives on. A wage subsidy is paid beside a job or a pension.
constexpr bool is_income(Service service) noexcept { return service <= Service::parental_benefit; }

/// A living place of a child or young person out of home.
constexpr bool is_placement(Service service) noexcept {
  switch (service) {
    case Service::network_placement:
    case Service::foster_family:
    case Service::residential_institution:
    case Service::secure_unit:
    case Service::own_dwelling:
      return true;
    default:
      return false;
  }
}

constexpr bool is_living_place(Service service) noexcept {
  return is_placement(service) || service == Service::shelter ||
         service == Service::crisis_centre || service == Service::adult_residential;
}

/// Caseworkers' hours.
constexpr bool is_counted_in_hours(Service service) noexcept {
  switch (service) {
    case Service::child_case_handling:
    case Service::job_centre_case_handling:
    case Service::adult_case_handling:
      return true;
    default:
      return false;
  }
}

/// Counted by case, contact or hour, so that a spell of weeks has no price.
constexpr bool is_counted_in_cases(Service service) noexcept {
  if (is_counted_in_hours(service)) return true;
  switch (service) {
    case Service::child_investigation:
    case Service::notification:
    case Service::police_court_prison:
    case Service::hospital_contact:
    case Service::gp_contact:
      return true;
    default:
      return false;
  }
}

/// What the state may pay in full for a refugee child (barnets lov § 203).
constexpr bool is_in_full_state_refund(Service service) noexcept {
  switch (service) {
    case Service::early_prevention:
    case Service::family_treatment:
    case Service::contact_person:
    case Service::respite:
    case Service::additional_costs:
    case Service::lost_earnings:
      return true;
    default:
      return false;
  }
}

}  // namespace samspil
