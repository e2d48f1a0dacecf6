#include "model/measurement/survey_rules.hpp"

#include <algorithm>
#include <bit>

#include "model/dynamics/surroundings.hpp"

namespace samspil {
namespace {

void compare_adults(const Person& before, const Person& after, const CourseRule& rule,
                    MemberCourse& course) noexcept {
  course.started_job = is_in_work(after.status) && !is_in_work(before.status);
  course.started_education =
      after.status == LabourStatus::education && before.status != LabourStatus::education;
  const double who5 = static_cast<double>(after.who5) - static_cast<double>(before.who5);
  const bool pension = after.status == LabourStatus::disability_pension &&
                       before.status != LabourStatus::disability_pension;
  const bool lost_work = is_in_work(before.status) && !is_in_work(after.status);
  course.is_better = course.is_better || who5 >= rule.who5 || after.agency > before.agency;
  course.is_worse = course.is_worse || who5 <= -rule.who5 || pension || lost_work;
}

void compare_children(const Person& before, const Person& after, const CourseRule& rule,
                      MemberCourse& course) noexcept {
  const double sdq = static_cast<double>(after.sdq) - static_cast<double>(before.sdq);
  const bool came_home = is_placed(before.place) && !is_placed(after.place);
  const bool was_placed = !is_placed(before.place) && is_placed(after.place);
  course.is_better = course.is_better || sdq <= -rule.sdq || came_home;
  course.is_worse = course.is_worse || sdq >= rule.sdq || was_placed;
}

}  // namespace

MemberCourse member_course(const Person& before, const Person& after,
                           const CourseRule& rule) noexcept {
  MemberCourse course;
  const auto gained = static_cast<unsigned>(after.conditions.bits() & ~before.conditions.bits());
  const auto lost = static_cast<unsigned>(before.conditions.bits() & ~after.conditions.bits());
  course.is_better = lost != 0;
  course.is_worse = gained != 0;
  if (is_child(before)) {
    compare_children(before, after, rule, course);
  } else {
    compare_adults(before, after, rule, course);
  }
  return course;
}

Course course_of(std::span<const MemberCourse> members) noexcept {
  bool started = false, better = false, worse = false;
  for (const MemberCourse& member : members) {
    const bool began = member.started_job || member.started_education;
    started = started || began;
    better = better || began || (member.is_better && !member.is_worse);
    worse = worse || (member.is_worse && !member.is_better && !began);
  }
  if (better && worse) return Course::split;
  if (started) return Course::progression;
  if (better) return Course::partial;
  return worse ? Course::regression : Course::none;
}

double response_chance(double mean, double ratio, double share_better, bool is_better) noexcept {
  const double base = mean / (1 + (ratio - 1) * share_better);
  return std::min(1.0, base * (is_better ? ratio : 1.0));
}

}  // namespace samspil
