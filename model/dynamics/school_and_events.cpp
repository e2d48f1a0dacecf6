/// \file
/// Day care, school and absence; notifications, convictions and health contacts.
#include <algorithm>

#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

double share_of_year(DaySpan span) noexcept {
  return static_cast<double>(span.days()) * years_per_day;
}

constexpr bool is_special(School school) noexcept {
  return school == School::special_class || school == School::special_school;
}

/// Goes to a school this year, in some arms.
template <std::size_t L>
void go_to(FamilyYearIn<L>& y, LaneSet in, std::size_t row, School school) noexcept {
  for_each_bit(in, [&](std::size_t lane) { y.person(row, lane).school = school; });
}

/// The school of the year: day care until 6, then mainstream with moves to and from special offers.
template <std::size_t L>
void choose_school(FamilyYearIn<L>& y, LifeIn<L>& life, int age) {
  const SchoolParameters& p = y.p().school;
  const std::size_t row = life.row;
  if (age < 6) {
    const bool cared_for = is_below(life.asker, Question::child_care, p.day_care_share);
    return go_to(y, y.arms, row, cared_for ? School::day_care : School::none);
  }
  if (age > 16) return go_to(y, y.arms, row, School::none);
  const LaneSet special = y.arms & lanes_where<L>([&](std::size_t lane) {
                            return is_special(y.person(row, lane).school);
                          });
  if (special != 0 && happens(life.asker, Question::school_move, p.special_exit)) {
    go_to(y, special, row, School::mainstream);
  }
  const LaneSet regular = y.arms & ~special;
  if (regular == 0) return;
  const auto entry_of = [&](School school) {
    return reals_in<L>(y.arms, [&](std::size_t lane) {
      return special_entry(school, y.person(row, lane), y.hooks_of(lane), p);
    });
  };
  const Real<L> to_school = entry_of(School::special_school);
  const Real<L> either = to_school + entry_of(School::special_class);
  const LaneSet moving = regular & happens_in<L>(life.asker, Question::school_move, either);
  go_to(y, regular & ~moving, row, School::mainstream);
  if (moving == 0) return;
  const LaneSet far = moving & happens_in<L>(life.asker, Question::school_move, to_school);
  go_to(y, far, row, School::special_school);
  go_to(y, moving & ~far, row, School::special_class);
}

/// Books a school, in the arms that have it.
template <std::size_t L>
void book_school(FamilyYearIn<L>& y, LaneSet in, LifeIn<L>& life, School school, DaySpan span,
                 int age) {
  const SchoolParameters& p = y.p().school;
  const int weeks = weeks_in(span);
  const int whole_weeks = weeks * static_cast<int>(one_unit);
  const int school_weeks =
      static_cast<int>(static_cast<double>(weeks) * p.school_weeks * 100.0 / 52.0);
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
  const Real<L> unlawful = reals_in<L>(y.arms, [&](std::size_t lane) {
    return unlawful_days(y.person(row, lane), age, y.met(row, lane), y.frailty(), y.hooks_of(lane),
                         y.p());
  });
  const Real<L> lawful = reals_in<L>(y.arms, [&](std::size_t lane) {
    return y.p().school.lawful_days * hook(y.hooks_of(lane), Hook::lawful_absence);
  });
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

/// What comes of notified matters in one arm.
template <std::size_t L>
void notify(FamilyYearIn<L>& y, LifeIn<L>& life, std::size_t lane, int matters) {
  const EventParameters& p = y.p().events;
  Person& child = y.person(life.row, lane);
  const int count = notified_times(life.asker, matters, p.notification_repeat);
  const double parent_share = y.met(life.row, lane).parent_condition
                                  ? p.notification_parent_cause_with_condition
                                  : p.notification_parent_cause;
  child.year.notifications = static_cast<std::uint8_t>(count);
  child.year.parent_notifications = static_cast<std::uint8_t>(
      rounded_count(life.asker, Question::notification_cause, count * parent_share));
  child.year.investigations = static_cast<std::uint8_t>(
      rounded_count(life.asker, Question::investigations, count * p.investigation_share));
  y.post_in(lane, Service::notification, count * one_unit);
  y.post_in(lane, Service::child_investigation, child.year.investigations * one_unit);
  y.work.events += count;
}

template <std::size_t L>
void live_notifications(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span) {
  const std::size_t row = life.row;
  const Real<L> rate = reals_in<L>(y.arms, [&](std::size_t lane) {
    return notification_rate(y.person(row, lane), y.met(row, lane), y.frailty(), y.hooks_of(lane),
                             y.p());
  });
  const Int<L> matters =
      rounded_counts<L>(life.asker, Question::notifications, rate * Real<L>{share_of_year(span)});
  for_each_bit(y.arms & less(Int<L>{0}, matters),
               [&](std::size_t lane) { notify(y, life, lane, at(matters, lane)); });
}

/// A case stays open while something runs, for young people with aftercare too.
template <std::size_t L>
void review_case(FamilyYearIn<L>& y, LifeIn<L>& life) {
  LaneSet unneeded = 0;
  for_each_bit(y.arms, [&](std::size_t lane) {
    Person& child = y.person(life.row, lane);
    const bool helped = child.measures.bits() != 0 || is_placed(child.place);
    if (helped || child.year.investigations > 0) {
      child.case_open = 1;
    } else if (child.case_open != 0) {
      unneeded |= lane_bit(lane);
    }
  });
  if (unneeded == 0) return;
  if (!happens(life.asker, Question::case_closing, y.p().events.case_closing)) return;
  for_each_bit(unneeded, [&](std::size_t lane) { y.person(life.row, lane).case_open = 0; });
}

template <std::size_t L>
void live_health(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const EventParameters& p = y.p().events;
  const LaneSet ill = lanes_where<L>([&](std::size_t lane) {
    return y.person(life.row, lane).conditions.has(Condition::mental_disorder);
  });
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
  const Real<L> rate = reals_in<L>(y.arms, [&](std::size_t lane) {
    return conviction_rate(y.person(row, lane), age, y.frailty(), y.p().events) *
           hook(y.hooks_of(lane), Hook::conviction);
  });
  const LaneSet convicted =
      y.arms & happens_in<L>(life.asker, Question::conviction, rate * Real<L>{share_of_year(span)});
  for_each_bit(convicted, [&](std::size_t lane) {
    y.person(row, lane).year.convictions = 1;
    y.post_in(lane, Service::police_court_prison, one_unit);
    ++y.work.events;
  });
}

template <std::size_t L>
void live_school_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  choose_school(y, life, age);
  for (LaneSet left = y.arms; left != 0;) {
    const School school =
        y.person(life.row, static_cast<std::size_t>(std::countr_zero(left))).school;
    const LaneSet alike = left & lanes_where<L>([&](std::size_t lane) {
                            return y.person(life.row, lane).school == school;
                          });
    book_school(y, alike, life, school, span, age);
    left &= ~alike;
  }
  if (age >= 6 && age <= 16) live_absence(y, life, span, age);
}

template <std::size_t L>
void live_events_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const bool child = is_child(y.person(life.row));
  if (child && age < 18) live_notifications(y, life, span);
  if (child) review_case(y, life);
  live_health(y, life, span, age);
  live_convictions(y, life, span, age);
}

}  // namespace

SAMSPIL_WIDE(live_school, live_school_in);
SAMSPIL_WIDE(live_events, live_events_in);

}  // namespace samspil
