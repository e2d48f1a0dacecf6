/// \file
/// Day care, school and absence; notifications, convictions and health contacts.
#include <algorithm>

#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

double share_of_year(DaySpan span) noexcept {
  return static_cast<double>(span.days()) * years_per_day;
}

/// The arms in which a child is at each school.
using Schools = std::array<LaneSet, school_count>;

/// The school of the year: day care until 6, then mainstream with moves to and from special offers.
template <std::size_t L>
Schools choose_school(FamilyYearIn<L>& y, LifeIn<L>& life, int age) {
  const SchoolParameters& p = y.p().school;
  Schools at{};
  const auto in = [&](School school) -> LaneSet& { return at[index_of(school)]; };
  if (age < 6) {
    const bool cared_for = is_below(life.asker, Question::child_care, p.day_care_share);
    in(cared_for ? School::day_care : School::none) = y.arms;
    return at;
  }
  if (age > 16) {
    in(School::none) = y.arms;
    return at;
  }
  in(School::special_class) = y.arms & set_of(y.member(life.row).school == School::special_class);
  in(School::special_school) = y.arms & set_of(y.member(life.row).school == School::special_school);
  const LaneSet special = in(School::special_class) | in(School::special_school);
  if (special != 0 && happens(life.asker, Question::school_move, p.special_exit)) {
    in(School::special_class) = in(School::special_school) = 0;
    in(School::mainstream) = special;
  }
  const LaneSet regular = y.arms & ~special;
  if (regular == 0) return at;
  const auto entry_of = [&](School school) -> Real<L> {
    return special_entry(school, y.member(life.row), y.hooks, p);
  };
  const Real<L> to_school = entry_of(School::special_school);
  const Real<L> either = to_school + entry_of(School::special_class);
  const LaneSet moving = regular & happens_in<L>(life.asker, Question::school_move, either);
  in(School::mainstream) |= regular & ~moving;
  if (moving == 0) return at;
  const LaneSet far = moving & happens_in<L>(life.asker, Question::school_move, to_school);
  in(School::special_school) |= far;
  in(School::special_class) |= moving & ~far;
  return at;
}

/// Books a school, in the arms that have it.
template <std::size_t L>
void book_school(FamilyYearIn<L>& y, LaneSet in, LifeIn<L>& life, School school, DaySpan span,
                 int age) {
  const SchoolParameters& p = y.p().school;
  const int weeks = weeks_in(span);
  const int whole_weeks = weeks * static_cast<int>(one_unit);
  const int school_weeks =
      static_cast<int>(static_cast<double>(weeks) * p.school_weeks * 100.0 / weeks_per_year);
  switch (school) {
    case School::day_care:
      return y.post(in, Service::day_care, whole_weeks);
    case School::special_class:
      return y.post(in, Service::special_class, school_weeks);
    case School::special_school:
      return y.post(in, Service::special_school, school_weeks);
    case School::mainstream:
      if (age < 10 && is_below(life.asker, Question::child_care, p.after_school_share)) {
        y.post(in, Service::after_school, whole_weeks);
      }
      return;
    case School::none:
      return;
  }
}

template <std::size_t L>
void live_absence(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const Real<L> present = share_of_year(span);
  const std::size_t row = life.row;
  const Real<L> unlawful =
      unlawful_days(y.member(row), age, y.met(row), y.frailty(), y.hooks, y.p());
  const Real<L> lawful = y.p().school.lawful_days * hook(y.hooks, Hook::lawful_absence);
  const Int<L> unlawful_count =
      rounded_counts<L>(life.asker, Question::unlawful_absence, unlawful * present);
  const Int<L> lawful_count =
      rounded_counts<L>(life.asker, Question::lawful_absence, lawful * present);
  for_each_bit(y.arms, [&](std::size_t lane) {
    PersonYear& year = y.person(row, lane).year;
    year.unlawful_absence = static_cast<std::uint16_t>(std::min(at(unlawful_count, lane), 200));
    year.lawful_absence = static_cast<std::uint16_t>(std::min(at(lawful_count, lane), 200));
  });
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

/// What comes of notified matters in one arm; whether the child is investigated.
template <std::size_t L>
bool notify(FamilyYearIn<L>& y, LifeIn<L>& life, std::size_t lane, int matters) {
  const EventParameters& p = y.p().events;
  Person& child = y.person(life.row, lane);
  const int count = notified_times(life.asker, matters, p.notification_repeat);
  const double parent_share = (set_of(y.met(life.row).parent_condition) >> lane & 1U) != 0
                                  ? p.notification_parent_cause_with_condition
                                  : p.notification_parent_cause;
  child.year.notifications = static_cast<std::uint8_t>(count);
  child.year.parent_notifications = static_cast<std::uint8_t>(
      rounded_count(life.asker, Question::notification_cause, count * parent_share));
  child.year.investigations = static_cast<std::uint8_t>(
      rounded_count(life.asker, Question::investigations, count * p.investigation_share));
  constexpr int unit = static_cast<int>(one_unit);
  y.post(lane_bit(lane), Service::notification, count * unit);
  y.post(lane_bit(lane), Service::child_investigation, child.year.investigations * unit);
  y.work.events += count;
  return child.year.investigations > 0;
}

/// The arms in which the child is investigated.
template <std::size_t L>
LaneSet live_notifications(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span) {
  const std::size_t row = life.row;
  const Real<L> rate = notification_rate(y.member(row), y.met(row), y.frailty(), y.hooks, y.p());
  const Int<L> matters =
      rounded_counts<L>(life.asker, Question::notifications, rate * Real<L>{share_of_year(span)});
  LaneSet investigated = 0;
  for_each_bit(y.arms & less(Int<L>{0}, matters), [&](std::size_t lane) {
    if (notify(y, life, lane, at(matters, lane))) investigated |= lane_bit(lane);
  });
  return investigated;
}

/// A case stays open while something runs, for young people with aftercare too.
template <std::size_t L>
void review_case(FamilyYearIn<L>& y, LifeIn<L>& life, LaneSet investigated) {
  const LaneSet open = set_of(y.member(life.row).case_open != 0);
  const LaneSet needed = set_of(is_helped(y.member(life.row))) | investigated;
  for_each_bit(y.arms & needed & ~open,
               [&](std::size_t lane) { y.person(life.row, lane).case_open = 1; });
  const LaneSet unneeded = y.arms & open & ~needed;
  if (unneeded == 0) return;
  if (!happens(life.asker, Question::case_closing, y.p().events.case_closing)) return;
  for_each_bit(unneeded, [&](std::size_t lane) { y.person(life.row, lane).case_open = 0; });
}

template <std::size_t L>
void live_health(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const EventParameters& p = y.p().events;
  const LaneSet ill = set_of(y.member(life.row).conditions.has(Condition::mental_disorder));
  const RuleState state = age < 3 ? age_0_to_2 : age_3_and_over;
  const auto contacts = [&](Service service, Question question, double usual, double of_ill) {
    const Real<L> rate =
        Real<L>{usual} * where(ill, Real<L>{of_ill}, Real<L>{1.0}) * Real<L>{share_of_year(span)};
    y.post(y.arms, service,
           Int<L>{static_cast<int>(one_unit)} * rounded_counts<L>(life.asker, question, rate),
           state);
  };
  contacts(Service::hospital_contact, Question::hospital_contacts, p.hospital_contacts,
           p.hospital_mental_disorder);
  contacts(Service::gp_contact, Question::gp_contacts, p.gp_contacts, p.gp_mental_disorder);
}

template <std::size_t L>
void live_convictions(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  if (age < 15) return;
  const std::size_t row = life.row;
  const Real<L> rate = conviction_rate(y.member(row), age, y.frailty(), y.p().events) *
                       hook(y.hooks, Hook::conviction);
  const LaneSet convicted =
      y.arms & happens_in<L>(life.asker, Question::conviction, rate * Real<L>{share_of_year(span)});
  if (convicted == 0) return;
  for_each_bit(convicted, [&](std::size_t lane) { y.person(row, lane).year.convictions = 1; });
  y.post(convicted, Service::police_court_prison, static_cast<int>(one_unit));
  y.work.events += std::popcount(convicted);
}

template <std::size_t L>
void live_school_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const Schools schools = choose_school(y, life, age);
  for (std::size_t i = 0; i < school_count; ++i) {
    const auto school = static_cast<School>(i);
    if (schools[i] == 0) continue;
    for_each_bit(schools[i] & ~set_of(y.member(life.row).school == school),
                 [&](std::size_t lane) { y.person(life.row, lane).school = school; });
    book_school(y, schools[i], life, school, span, age);
  }
  if (age >= 6 && age <= 16) live_absence(y, life, span, age);
}

template <std::size_t L>
void live_events_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const bool child = is_child(y.person(life.row));
  const LaneSet investigated = child && age < 18 ? live_notifications(y, life, span) : 0;
  if (child) review_case(y, life, investigated);
  live_health(y, life, span, age);
  live_convictions(y, life, span, age);
}

}  // namespace

template <std::size_t L>
void live_school(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_school_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_school);
template <std::size_t L>
void live_events(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_events_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_events);

}  // namespace samspil
