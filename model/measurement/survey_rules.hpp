/// \file
/// How the evaluation of Én plan (VIVE, 2021) saw a family leave: one of five courses, and what the
/// families that answered said.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "model/population/family.hpp"

namespace samspil {

/// The report's four categories of a course, and the split one: better for some members only.
enum class Course : std::uint8_t { progression, partial, none, regression, split };
inline constexpr std::array<std::string_view, 5> course_names{"progression", "partial", "none",
                                                              "regression", "split"};
inline constexpr std::size_t course_count = course_names.size();

/// How far a score must move to count [points].
struct CourseRule {
  double who5 = 10;
  double sdq = 5;
};

/// What became of one member between entry and exit.
struct MemberCourse {
  bool started_job = false;  ///< Into an ordinary job or fleksjob.
  bool started_education = false;
  bool is_better = false;  ///< Readiness, health, well-being or living place.
  bool is_worse = false;   ///< The same, or clarified to a pension.

  friend bool operator==(const MemberCourse&, const MemberCourse&) = default;
};

/// From two states of one person. A job counts for adults, a home and calm for children.
MemberCourse member_course(const Person& before, const Person& after,
                           const CourseRule& rule) noexcept;

/// A start of job or education is progression; else better alone is partial; worse alone, with
/// nobody better, is regression; better for one and worse for another is split.
Course course_of(std::span<const MemberCourse> members) noexcept;

/// Chance of an answer [share]: those who are better off answer more often, and the mean over all
/// is the report's.
double response_chance(double mean, double ratio, double share_better, bool is_better) noexcept;

}  // namespace samspil
