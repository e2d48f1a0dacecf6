// What a family's year and a team's year count as outcomes.
#include <cmath>

#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

void add(Outcome outcome, std::int64_t value, YearCounts& counts) noexcept {
  counts.outcomes[index_of(outcome)] += value;
}

/// Whether a child is under 18 all year, and 18 in the next.
bool is_last_of_childhood(const Person& child, int year) noexcept {
  return age_at(child, year, days_per_year - 1) == 17 &&
         age_at(child, year + 1, days_per_year - 1) == 18;
}

void count_child(const Person& child, int year, YearCounts& counts) noexcept {
  const PersonYear& lived = child.year;
  if ((lived.places & ~1U) != 0) {
    int placed_days = 0;
    for (std::size_t i = 1; i < place_count; ++i) placed_days += lived.place_days[i];
    add(Outcome::children_placed, 1, counts);
    add(Outcome::placement_days, placed_days, counts);
    if (is_last_of_childhood(child, year)) {
      for (std::size_t i = 1; i < place_count; ++i) {
        counts.last_placements[i] += Hundredths{lived.place_days[i]} * child.cost_factor;
      }
    }
  }
  add(Outcome::children_home_measures, lived.measure_days > 0, counts);
  add(Outcome::home_measure_days, lived.measure_days, counts);
  add(Outcome::notifications, lived.notifications, counts);
  add(Outcome::investigations, lived.investigations, counts);
  add(Outcome::lawful_absence_days, lived.lawful_absence, counts);
  add(Outcome::unlawful_absence_days, lived.unlawful_absence, counts);
}

}  // namespace

void count_presence(std::span<const Person> people, int year, YearCounts& counts) noexcept {
  std::int64_t present = 0;
  for (const Person& person : people) {
    if (person.year.days == 0) continue;
    ++present;
    counts.person_days += person.year.days;
    add(Outcome::deaths, person.presence == Presence::dead, counts);
    add(Outcome::parents, person.role == Role::parent, counts);
    const int age = age_at(person, year, 0);
    if (!is_child(person) || age >= 23) continue;
    const int age_at_end = age_at(person, year, days_per_year - 1);
    add(Outcome::children, 1, counts);
    add(Outcome::turned_18, age < 18 && age_at_end >= 18, counts);
    add(Outcome::turned_23, age_at_end >= 23, counts);
    add(Outcome::births, person.birth_year == year, counts);
  }
  add(Outcome::families, present > 0, counts);
  counts.person_years += present;
  counts.work.simulated += present;
}

void count_life_year(std::span<const Person> people, int year, YearCounts& counts) noexcept {
  for (const Person& person : people) {
    if (person.year.days == 0) continue;
    add(Outcome::convictions, person.year.convictions, counts);
    if (is_child(person) && age_at(person, year, 0) < 23) count_child(person, year, counts);
    if (person.role != Role::parent) continue;
    add(Outcome::parents_in_work, is_in_work(person.year.week_48), counts);
    ++counts.week_48[index_of(person.year.week_48)];
  }
}

void count_enrolment_year(const Family& family, YearCounts& counts) noexcept {
  const int days = family.enrolled_until - family.enrolled_from;
  add(Outcome::enrolled_families, days > 0, counts);
  add(Outcome::enrolled_days, days, counts);
}

void count_team_year(const Team& team, YearCounts& counts) noexcept {
  add(Outcome::coordinators, team.caseworkers, counts);
  add(Outcome::caseworker_quarter_days, team.employed_quarter_days, counts);
  add(Outcome::unused_quarter_days,
      team.employed_quarter_days - std::llround(quarters_per_post * used_days(team)), counts);
  add(Outcome::vacant_quarter_days, team.vacant_quarter_days, counts);
  add(Outcome::caseworker_changes, team.changes, counts);
  add(Outcome::queued_families, team.queued, counts);
}

}  // namespace samspil
