#include "model/families/own_pool.hpp"

#include "model/costs/ladder.hpp"
#include "model/families/candidates.hpp"
#include "model/inputs/mechanisms.hpp"

namespace samspil {
namespace {

/// Birthdays over the year, one row after the other: 225 and 364 have no common factor.
constexpr int birthday_of_row(std::size_t row) noexcept {
  return static_cast<int>(row * 225 % days_per_year);
}

/// One person, completed from the parameters.
class OwnStart {
 public:
  OwnStart(const Parameters& parameters, int year_1) : p_{parameters}, year_1_{year_1} {}

  Person person(const OwnPerson& own, std::size_t row) const {
    Person person = own.person;
    person.presence = Presence::present;
    const int birthday = birthday_of_row(row);
    person.birth_day = static_cast<std::int16_t>(birthday);
    person.birth_year = static_cast<std::int16_t>(year_1_ - own.age - (birthday > 0 ? 1 : 0));
    person.who5 = static_cast<float>(p_.family.who5_mean);
    person.sdq = static_cast<float>(p_.family.sdq_mean);
    if (person.status == LabourStatus::ordinary_job) begin_job(person);
    if (own.age < 18 || !own.has_status) person.status = LabourStatus::education;
    begin_ladder(own, person);
    begin_place(own, person);
    begin_school(own.age, person);
    person.case_open = person.measures.bits() != 0 || is_placed(person.place);
    note_year_0(person);
    return person;
  }

 private:
  static void begin_job(Person& person) noexcept {
    if (person.hours == OrdinaryHours::none) person.hours = OrdinaryHours::full;
    person.days_in_job = days_per_year;  // not a new one
  }

  void begin_ladder(const OwnPerson& own, Person& person) const noexcept {
    if (!begins_on_ladder(person.status)) {
      pass_self_support(person.ladder, restart_window);
      return;
    }
    pass_counted(person.ladder,
                 own.ladder_weeks >= 0
                     ? own.ladder_weeks
                     : static_cast<int>(p_.initial.ladder_years_mean * weeks_per_year));
  }

  void begin_place(const OwnPerson& own, Person& person) const noexcept {
    if (!is_placed(person.place)) return;
    const double years = own.weeks_placed >= 0
                             ? static_cast<double>(own.weeks_placed) / weeks_per_year
                             : p_.initial.years_placed_mean;
    person.days_placed = person.days_in_place = starting_days_placed(years, own.age);
  }

  static void begin_school(int age, Person& person) noexcept {
    const bool is_pupil = age >= 6 && age <= 16;
    if (is_pupil && person.school == School::none) person.school = School::mainstream;
  }

  /// What the report's rules ask of the year before: what runs at its end.
  static void note_year_0(Person& person) noexcept {
    PersonYear& year = person.year;
    year.days = days_per_year;
    year.statuses.set(person.status);
    year.week_48 = person.status;
    year.services = person.services;
    year.measures = person.measures;
    year.places = static_cast<std::uint8_t>(1U << index_of(person.place));
    year.ordinary_hours_any = person.hours != OrdinaryHours::none;
    year.activity_ready_any = person.activity_ready;
  }

  const Parameters& p_;
  int year_1_;
};

}  // namespace

Pool pool_of_own_families(const Scenario& scenario) {
  const OwnFamilies& own = *scenario.own_families;
  const Parameters parameters = with_mechanisms(scenario.parameters, scenario.mechanisms);
  const OwnStart start{parameters, scenario.population.year + 1};
  Pool pool;
  for (std::size_t row = 0; row < own.people.size(); ++row) {
    pool.people.push_back(start.person(own.people[row], row));
  }
  for (const OwnFamily& one : own.families) {
    Family& family = pool.families.emplace_back();
    family.first = one.first;
    family.state.members = one.members;
    family.state.households = one.households;
    family.state.frailty = static_cast<float>(scenario.population.own_frailty->value);
    family.relation = static_cast<float>(parameters.family.relation_start);
    pool.profiles.push_back(
        profile_of({&pool.people[one.first], one.members}, target_rule(scenario.population)));
  }
  pool.cost.resize(pool.families.size());
  pool.weights.assign(pool.families.size(), 1.0);
  return pool;
}

}  // namespace samspil
