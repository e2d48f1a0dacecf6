// What a family's year and a team's year count as outcomes.
#include <cmath>

#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

void count_child(const Person& child, int year, YearCounts& counts) noexcept {
  const auto add = [&](Outcome outcome, std::int64_t value) {
    counts.outcomes[index_of(outcome)] += value;
  };
  const int age = age_at(child, year, 0);
  add(Outcome::children, age < 23);
  if (age >= 23) return;
  const int age_at_end = age_at(child, year, days_per_year - 1);
  add(Outcome::turned_18, age < 18 && age_at_end >= 18);
  if (age_at_end < 18 && age_at(child, year + 1, days_per_year - 1) >= 18) {
    for (std::size_t i = 1; i < place_count; ++i) {
      counts.last_placements[i] += Hundredths{child.year.place_days[i]} * child.cost_factor;
    }
  }
  add(Outcome::turned_23, age_at_end >= 23);
  add(Outcome::children_placed, (child.year.places & ~1U) != 0);
  int placed_days = 0;
  for (std::size_t i = 1; i < place_count; ++i) placed_days += child.year.place_days[i];
  add(Outcome::placement_days, placed_days);
  add(Outcome::children_home_measures, child.year.measure_days > 0);
  add(Outcome::home_measure_days, child.year.measure_days);
  add(Outcome::notifications, child.year.notifications);
  add(Outcome::investigations, child.year.investigations);
  add(Outcome::lawful_absence_days, child.year.lawful_absence);
  add(Outcome::unlawful_absence_days, child.year.unlawful_absence);
  add(Outcome::births, child.birth_year == year);
}

}  // namespace

void count_life_year(std::span<const Person> people, int year, YearCounts& counts) noexcept {
  const auto add = [&](Outcome outcome, std::int64_t value) {
    counts.outcomes[index_of(outcome)] += value;
  };
  std::int64_t present = 0;
  for (const Person& person : people) {
    if (person.year.days == 0) continue;
    ++present;
    counts.person_days += person.year.days;
    add(Outcome::convictions, person.year.convictions);
    add(Outcome::deaths, person.presence == Presence::dead);
    if (is_child(person)) count_child(person, year, counts);
    if (person.role != Role::parent) continue;
    add(Outcome::parents, 1);
    add(Outcome::parents_in_work, is_in_work(person.year.week_48));
    ++counts.week_48[index_of(person.year.week_48)];
  }
  add(Outcome::families, present > 0);
  counts.person_years += present;
  counts.work.simulated += present;
}

void count_enrolment_year(const Family& family, YearCounts& counts) noexcept {
  const int days = family.enrolled_until - family.enrolled_from;
  counts.outcomes[index_of(Outcome::enrolled_families)] += days > 0;
  counts.outcomes[index_of(Outcome::enrolled_days)] += days;
}

void count_team_year(const Team& team, YearCounts& counts) noexcept {
  const auto add = [&](Outcome outcome, std::int64_t value) {
    counts.outcomes[index_of(outcome)] += value;
  };
  add(Outcome::coordinators, team.caseworkers);
  add(Outcome::caseworker_quarter_days, team.employed_quarter_days);
  add(Outcome::unused_quarter_days,
      team.employed_quarter_days - std::llround(quarters_per_post * used_days(team)));
  add(Outcome::vacant_quarter_days, team.vacant_quarter_days);
  add(Outcome::caseworker_changes, team.changes);
  add(Outcome::queued_families, team.queued);
}

}  // namespace samspil
