/// \file
/// One person and one family as records. A family-year touches nearly every state of a person, so a
/// block keeps a person's states together (two cache lines); files keep them as columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/core/random.hpp"
#include "model/population/income_spells.hpp"
#include "model/population/states.hpp"
#include "model/population/team.hpp"

namespace samspil {

/// Rows a family may have. Checked where families are made.
inline constexpr std::size_t most_members = 32;

/// Position of a member within the family; -1 where there is none.
using MemberIndex = std::int8_t;
inline constexpr MemberIndex no_member = -1;

/// The row of a member that there is.
constexpr std::size_t row_of(MemberIndex member) noexcept {
  return static_cast<unsigned char>(member);
}

enum class Presence : std::uint8_t { unborn, present, dead, left };

/// What happened to a person in the current year: any contact, days and weeks. Cleared at 1
/// January.
struct PersonYear {
  // What outcomes are counted by.
  LabourStatus week_48 = LabourStatus::self_supporting;
  std::uint8_t places = 0;             ///< Bit per Place lived in on any day.
  std::uint16_t days = 0;              ///< Days present [0, 364].
  std::uint16_t measure_days = 0;      ///< Days with at least one home-based measure.
  std::uint16_t lawful_absence = 0;    ///< School days.
  std::uint16_t unlawful_absence = 0;  ///< School days.
  std::uint8_t notifications = 0;
  std::uint8_t parent_notifications = 0;  ///< Of these, because of a parent.
  std::uint8_t investigations = 0;
  std::uint8_t convictions = 0;
  std::array<std::uint16_t, place_count> place_days{};

  // What only selection and studies read: not kept where arms are lived side by side.
  Flags<LabourStatus> statuses;  ///< Labour statuses held on any day.
  Flags<AdultService> services;  ///< Services used on any day.
  Flags<ChildMeasure> measures;  ///< Measures running on any day.
  std::array<std::uint16_t, labour_status_count> status_days{};
  std::array<std::uint16_t, adult_service_count> service_units{};  ///< Weeks or days, as priced.
  std::array<std::uint8_t, home_measure_count> measure_weeks{};    ///< By home-based measure.
  std::uint8_t ordinary_hours_any = 0;  ///< 1 if ordinary hours were worked on any day.
  std::uint8_t activity_ready_any = 0;  ///< 1 if on kontanthjælp and activity-ready on any day.

  /// Clears what outcomes are counted by, and leaves the rest.
  void clear_counted() noexcept {
    week_48 = LabourStatus::self_supporting;
    places = 0;
    days = measure_days = lawful_absence = unlawful_absence = 0;
    notifications = parent_notifications = investigations = convictions = 0;
    place_days.fill(0);
  }

  friend bool operator==(const PersonYear&, const PersonYear&) = default;
};

struct Person {
  Identity id{};

  // What does not change.
  std::int16_t birth_year = 0;
  std::int16_t birth_day = 0;  ///< Day of the model year [0, 363].
  Sex sex = Sex::woman;
  Role role = Role::parent;
  MemberIndex mother = no_member;  ///< Legal ties within the family.
  MemberIndex father = no_member;
  std::uint16_t cost_factor = 100;  ///< Case cost relative to the price [hundredths], mean 100.

  // Presence and household.
  Presence presence = Presence::unborn;
  std::uint8_t household = 0;  ///< Dwelling within the family.

  // What arms are compared by: 16 bytes side by side, of adults and of children.
  LabourStatus status = LabourStatus::self_supporting;
  OrdinaryHours hours = OrdinaryHours::none;
  Agency agency = Agency::some;
  std::uint8_t activity_ready = 0;  ///< aktivitetsparat (else jobparat), on kontanthjælp.
  std::uint8_t pension_before_2014 = 0;
  Place place = Place::home;
  School school = School::none;
  std::uint8_t case_open = 0;
  Flags<AdultService> services;
  Flags<ChildMeasure> measures;
  Flags<Condition> conditions;
  std::uint8_t unlawful_absence_before = 0;  ///< School days last year.
  std::uint8_t births = 0;  ///< Children born so far in the simulation, for their ids.

  // Adult.
  LadderHistory ladder;
  std::uint16_t days_in_job = 0;  ///< Of the ordinary job at hand.
  float who5 = 60;                ///< WHO-5 [0, 100].

  // Child.
  std::uint16_t days_in_place = 0;
  std::uint16_t days_placed = 0;  ///< Days out of home since the last day at home.
  std::uint16_t days_home = 0;  ///< Days at home since the last day out of home; 0: never, or out.
  float sdq = 10;               ///< SDQ total difficulties [0, 40].
  float severity = 1;           ///< Drift of severity since the start [-], 1 at the start.

  PersonYear year;

  friend bool operator==(const Person&, const Person&) = default;
};

/// Full years of age at the start of `day` of `year`.
constexpr int age_at(const Person& person, int year, int day) noexcept {
  return year - person.birth_year - (day < person.birth_day ? 1 : 0);
}

constexpr bool is_child(const Person& person) noexcept { return person.role == Role::child; }

constexpr bool is_present(const Person& person) noexcept {
  return person.presence == Presence::present;
}

/// Part a family has in a strategy.
/// In reserve: would accept a place that becomes free, though the lot passed it over at first.
enum class Enrolment : std::uint8_t { never, queued, enrolled, exited, reserve };
/// What lowers a family's functioning at the next new year.
enum class Shock : std::uint8_t { break_up, fire, bereavement };

enum class ExitReason : std::uint8_t { none, job, case_closed, moved, withdrawn, completed };

/// Where the life of a family stands. The same in every arm: no strategy acts on it.
struct FamilyState {
  float frailty = 1;            ///< Shared risk factor [-], mean 1, heavy-tailed.
  float functioning = 0;        ///< Standardised, mean-reverting to 0.
  std::uint8_t members = 0;     ///< Rows in use; a person who leaves keeps the row.
  std::uint8_t households = 1;  ///< Dwellings numbered so far.
  std::uint8_t moved = 0;       ///< 1 if the family moved to another municipality last year.
  Flags<Shock> shocks;          ///< What hit the family since 1 January of last year.

  friend bool operator==(const FamilyState&, const FamilyState&) = default;
};

struct Family {
  Identity id{};
  std::uint32_t first = 0;  ///< Row of the first member in the block.
  std::uint8_t room = 0;    ///< Rows reserved.
  FamilyState state;

  // Its part in a strategy, which each arm has of its own.
  float relation = 0;  ///< Relation to the municipality [0, 1].
  Enrolment enrolment = Enrolment::never;
  ExitReason exit_reason = ExitReason::none;
  std::uint8_t harmed = 0;          ///< 1: the effect has the opposite sign in this family.
  std::uint16_t enrolled_days = 0;  ///< Days in the strategy before this year.
  std::uint16_t enrolled_from = 0;  ///< Days enrolled this year: from <= day < until.
  std::uint16_t enrolled_until = 0;
  std::uint16_t days_since_exit = 0;  ///< At 1 January; 0 while enrolled.
  std::uint32_t queue_number = 0;     ///< Drawn on acceptance; the lowest is offered a place first.
  std::uint16_t post = no_post;       ///< Of the caseworker, in the site's team.
  std::uint8_t caseworker_changes = 0;  ///< This year.
  std::uint8_t new_caseworker = 0;      ///< 1 if the caseworker changed last year.

  friend bool operator==(const Family&, const Family&) = default;
};

/// The families of some whole sites, with their people, in rows that lie side by side; and each
/// site's team, with as many posts as places for families.
struct Block {
  std::vector<Family> families;
  std::vector<Person> people;
  std::vector<Team> teams;
  std::vector<Post> posts;
};

}  // namespace samspil
