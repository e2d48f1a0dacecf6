#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

/// A whole week, case or contact, by its own number: the kernel's is what is tested.
constexpr Hundredths whole = 100;

int thursdays(Stay stay) {
  int count = 0;
  for (int day = stay.from; day < stay.until; ++day) count += is_thursday(day) ? 1 : 0;
  return count;
}

double share(Stay stay) { return static_cast<double>(stay.until - stay.from) / year_length; }

/// The expected number, rounded down or up by chance.
/// A million at most.
int about_as_many(double expected, double u) {
  return static_cast<int>(std::floor(std::min(expected, 1e6) + u));
}

School school_of(const Year& y, const Person& child, int age) {
  const SchoolParameters& p = y.p.school;
  const Chance chance = y.chance(child.id);
  if (age >= 17) return School::none;
  if (age < 6) {
    const bool cared_for = chance.ask(Question::child_care) < p.day_care_share;
    return cared_for ? School::day_care : School::none;
  }
  const double u = chance.ask(Question::school_move);
  const bool special =
      child.school == School::special_class || child.school == School::special_school;
  if (special) return fires_this_year(u, p.special_exit) ? School::mainstream : child.school;
  const double into_school = special_entry(School::special_school, child, y.hooks, p);
  const double into_class = special_entry(School::special_class, child, y.hooks, p);
  if (fires_this_year(u, into_school)) return School::special_school;
  if (fires_this_year(u, into_school + into_class)) return School::special_class;
  return School::mainstream;
}

void notify(Year& y, Person& child, const Surroundings& met, Stay stay) {
  const EventParameters& p = y.p.events;
  const Chance chance = y.chance(child.id);
  const double expected = notification_rate(child, met, y.frailty(), y.hooks, y.p) * share(stay);
  const int matters = about_as_many(expected, chance.ask(Question::notifications));
  int count = std::min(50, matters);
  std::uint32_t asked = 0;
  for (int matter = 0; matter < matters && count < 50; ++matter) {
    while (count < 50 &&
           chance.ask(Question::further_notification, asked++) < p.notification_repeat) {
      ++count;
    }
  }
  const double by_parent = met.parent_condition ? p.notification_parent_cause_with_condition
                                                : p.notification_parent_cause;
  int parents = 0, investigations = 0;
  if (count > 0) {
    parents = about_as_many(count * by_parent, chance.ask(Question::notification_cause));
    investigations =
        about_as_many(count * p.investigation_share, chance.ask(Question::investigations));
  }
  child.year.notifications = static_cast<std::uint8_t>(count);
  child.year.parent_notifications = static_cast<std::uint8_t>(parents);
  child.year.investigations = static_cast<std::uint8_t>(investigations);
  y.use.add(Service::notification, whole * count);
  y.use.add(Service::child_investigation, whole * investigations);
}

void review_case(const Year& y, Person& child) {
  const bool needed =
      child.year.investigations > 0 || child.measures.bits() != 0 || is_placed(child.place);
  if (needed) {
    child.case_open = 1;
  } else if (child.case_open != 0) {
    const double u = y.chance(child.id).ask(Question::case_closing);
    if (fires_this_year(u, y.p.events.case_closing)) child.case_open = 0;
  }
}

}  // namespace

void go_to_school(Year& y, Person& child, const Surroundings& met, Stay stay) {
  const SchoolParameters& p = y.p.school;
  const Chance chance = y.chance(child.id);
  const int age = age_at(child, y.year, stay.from);
  child.school = school_of(y, child, age);

  const int weeks = thursdays(stay);
  const auto special_weeks =
      static_cast<std::int64_t>(static_cast<double>(weeks) * p.school_weeks * 100.0 / 52.0);
  if (child.school == School::day_care) y.use.add(Service::day_care, whole * weeks);
  if (child.school == School::special_class) {
    y.use.add(Service::special_class, special_weeks);
  }
  if (child.school == School::special_school) {
    y.use.add(Service::special_school, special_weeks);
  }
  if (child.school == School::mainstream && age < 10 &&
      chance.ask(Question::child_care) < p.after_school_share) {
    y.use.add(Service::after_school, whole * weeks);
  }

  if (age < 6 || age > 16) return;
  const double unlawful = unlawful_days(child, age, met, y.frailty(), y.hooks, y.p) * share(stay);
  const double lawful = p.lawful_days * y.hooks[index_of(Hook::lawful_absence)] * share(stay);
  child.year.unlawful_absence = static_cast<std::uint16_t>(
      std::min(200, about_as_many(unlawful, chance.ask(Question::unlawful_absence))));
  child.year.lawful_absence = static_cast<std::uint16_t>(
      std::min(200, about_as_many(lawful, chance.ask(Question::lawful_absence))));
}

void meet_events(Year& y, Person& person, const Surroundings& met, Stay stay) {
  const EventParameters& p = y.p.events;
  const Chance chance = y.chance(person.id);
  const int age = age_at(person, y.year, stay.from);
  if (person.role == Role::child && age < 18) notify(y, person, met, stay);
  if (person.role == Role::child) review_case(y, person);

  const RuleState state = age <= 2 ? age_0_to_2 : age_3_and_over;
  double hospital = p.hospital_contacts * share(stay);
  double doctor = p.gp_contacts * share(stay);
  if (person.conditions.has(Condition::mental_disorder)) {
    hospital *= p.hospital_mental_disorder;
    doctor *= p.gp_mental_disorder;
  }
  y.use.add(Service::hospital_contact,
            whole * about_as_many(hospital, chance.ask(Question::hospital_contacts)), state);
  y.use.add(Service::gp_contact, whole * about_as_many(doctor, chance.ask(Question::gp_contacts)),
            state);

  const double rate = conviction_rate(person, age, y.frailty(), p) *
                      y.hooks[index_of(Hook::conviction)] * share(stay);
  if (fires_this_year(chance.ask(Question::conviction), rate)) {
    person.year.convictions = 1;
    y.use.add(Service::police_court_prison, whole);
  }
}

}  // namespace samspil::test
