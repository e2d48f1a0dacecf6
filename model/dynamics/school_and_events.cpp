/// \file
/// Day care, school and absence; notifications, convictions and health contacts.
#include <algorithm>

#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

double share_of_year(DaySpan span) noexcept {
  return static_cast<double>(span.days()) * years_per_day;
}

/// The school of the year: day care until 6, then mainstream with moves to and from special offers.
School school_this_year(FamilyYear& y, Life& life, int age) {
  const Person& child = life.person;
  const SchoolParameters& p = y.p().school;
  if (age < 6) {
    return is_below(life.asker, Question::child_care, p.day_care_share) ? School::day_care
                                                                        : School::none;
  }
  if (age > 16) return School::none;
  if (child.school == School::special_class || child.school == School::special_school) {
    return happens(life.asker, Question::school_move, p.special_exit) ? School::mainstream
                                                                      : child.school;
  }
  const double to_school = special_entry(School::special_school, child, y.hooks, p);
  const double to_class = special_entry(School::special_class, child, y.hooks, p);
  if (!happens(life.asker, Question::school_move, to_school + to_class)) return School::mainstream;
  return happens(life.asker, Question::school_move, to_school) ? School::special_school
                                                               : School::special_class;
}

void book_school(FamilyYear& y, Life& life, DaySpan span, int age) {
  const SchoolParameters& p = y.p().school;
  const int weeks = weeks_in(span);
  const auto school_weeks =
      static_cast<Hundredths>(static_cast<double>(weeks) * p.school_weeks * 100.0 / 52.0);
  switch (life.person.school) {
    case School::day_care:
      y.post(Service::day_care, weeks * one_unit);
      break;
    case School::special_class:
      y.post(Service::special_class, school_weeks);
      break;
    case School::special_school:
      y.post(Service::special_school, school_weeks);
      break;
    case School::mainstream:
      if (age < 10 && is_below(life.asker, Question::child_care, p.after_school_share)) {
        y.post(Service::after_school, weeks * one_unit);
      }
      break;
    case School::none:
      break;
  }
}

void live_absence(FamilyYear& y, Life& life, DaySpan span, int age) {
  Person& child = life.person;
  const double present = share_of_year(span);
  const double unlawful = unlawful_days(child, age, life.met, y.frailty(), y.hooks, y.p());
  const double lawful = y.p().school.lawful_days * hook(y.hooks, Hook::lawful_absence);
  child.year.unlawful_absence = static_cast<std::uint16_t>(
      std::min(rounded_count(life.asker, Question::unlawful_absence, unlawful * present), 200));
  child.year.lawful_absence = static_cast<std::uint16_t>(
      std::min(rounded_count(life.asker, Question::lawful_absence, lawful * present), 200));
}

/// Notifications of some matters: each may be notified again, and again, until it is not.
int notified_times(Asker& asker, int matters, double repeat) noexcept {
  constexpr int most = 50;
  int times = std::min(matters, most);
  std::uint32_t reading = 0;
  for (int matter = 0; matter < matters; ++matter) {
    while (times < most && is_below(asker, Question::further_notification, repeat, reading++)) {
      ++times;
    }
  }
  return times;
}

void live_notifications(FamilyYear& y, Life& life, DaySpan span) {
  Person& child = life.person;
  const EventParameters& p = y.p().events;
  const double rate = notification_rate(child, life.met, y.frailty(), y.hooks, y.p());
  const int matters =
      rounded_count(life.asker, Question::notifications, rate * share_of_year(span));
  const int count = notified_times(life.asker, matters, p.notification_repeat);
  const double parent_share = life.met.parent_condition ? p.notification_parent_cause_with_condition
                                                        : p.notification_parent_cause;
  child.year.notifications = static_cast<std::uint8_t>(count);
  if (count > 0) {
    child.year.parent_notifications = static_cast<std::uint8_t>(
        rounded_count(life.asker, Question::notification_cause, count * parent_share));
    child.year.investigations = static_cast<std::uint8_t>(
        rounded_count(life.asker, Question::investigations, count * p.investigation_share));
    y.post(Service::notification, count * one_unit);
    y.post(Service::child_investigation, child.year.investigations * one_unit);
    y.work.events += count;
  }
}

/// A case stays open while something runs, for young people with aftercare too.
void review_case(FamilyYear& y, Life& life) {
  Person& child = life.person;
  const bool helped = child.measures.bits() != 0 || is_placed(child.place);
  if (helped || child.year.investigations > 0) {
    child.case_open = 1;
  } else if (child.case_open &&
             happens(life.asker, Question::case_closing, y.p().events.case_closing)) {
    child.case_open = 0;
  }
}

void live_health(FamilyYear& y, Life& life, DaySpan span, int age) {
  const EventParameters& p = y.p().events;
  const bool ill = life.person.conditions.has(Condition::mental_disorder);
  const double present = share_of_year(span);
  const RuleState state = age < 3 ? age_0_to_2 : age_3_and_over;
  const double hospital = p.hospital_contacts * ratio_if(ill, p.hospital_mental_disorder) * present;
  const double doctor = p.gp_contacts * ratio_if(ill, p.gp_mental_disorder) * present;
  y.post(Service::hospital_contact,
         one_unit * rounded_count(life.asker, Question::hospital_contacts, hospital), state);
  y.post(Service::gp_contact, one_unit * rounded_count(life.asker, Question::gp_contacts, doctor),
         state);
}

}  // namespace

void live_school(FamilyYear& y, Life& life, DaySpan span, int age) {
  Person& child = life.person;
  if (!is_child(child)) return;
  child.school = school_this_year(y, life, age);
  book_school(y, life, span, age);
  if (age >= 6 && age <= 16) live_absence(y, life, span, age);
}

void live_events(FamilyYear& y, Life& life, DaySpan span, int age) {
  if (is_child(life.person) && age < 18) live_notifications(y, life, span);
  if (is_child(life.person)) review_case(y, life);
  live_health(y, life, span, age);
  const double rate = conviction_rate(life.person, age, y.frailty(), y.p().events) *
                      hook(y.hooks, Hook::conviction);
  if (rate <= 0) return;
  if (happens(life.asker, Question::conviction, rate * share_of_year(span))) {
    life.person.year.convictions = 1;
    y.post(Service::police_court_prison, one_unit);
    ++y.work.events;
  }
}

}  // namespace samspil
