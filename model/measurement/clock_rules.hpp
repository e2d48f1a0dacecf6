/// \file
/// How the evaluation of Familien på vej (Rambøll) counted: parents, child cases, measures and
/// families at four clocks of the family's own - start, during, exit and after. Fed with the
/// report's counts, these rules print its totals.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/population/states.hpp"

namespace samspil {

enum class StudyClock : std::uint8_t { start, during, exit, after };
inline constexpr std::array<std::string_view, 4> study_clock_names{"start", "during", "exit",
                                                                   "after"};
inline constexpr std::size_t study_clock_count = study_clock_names.size();
template <class T>
using AtClocks = std::array<T, study_clock_count>;

/// Rows of figure 6-6: what a parent lives on; one each. They add up to all who receive public
/// support, so those who wait for a fleksjob (ledighedsydelse) stand with it, and revalidering with
/// the resource courses.
enum class Support : std::uint8_t {
  resource_course,
  cash_benefit,
  integration_benefit,
  sickness_or_unemployment,
  education_benefit,
  pension,
  flexjob,
  none,  // in none of the rows
};
inline constexpr std::size_t support_count = 8;

constexpr Support support_of(LabourStatus status) noexcept {
  switch (status) {
    case LabourStatus::resource_course:
    case LabourStatus::rehabilitation:
      return Support::resource_course;
    case LabourStatus::cash_benefit:
      return Support::cash_benefit;
    case LabourStatus::integration_benefit:
      return Support::integration_benefit;
    case LabourStatus::sickness:
    case LabourStatus::unemployment:
      return Support::sickness_or_unemployment;
    case LabourStatus::education_benefit:
      return Support::education_benefit;
    case LabourStatus::disability_pension:
      return Support::pension;
    case LabourStatus::flexjob:
    case LabourStatus::flex_waiting:
      return Support::flexjob;
    default:
      return Support::none;
  }
}

/// Benefits that bring contact with the job centre, which a pension and a fleksjob do not.
constexpr bool meets_job_centre(LabourStatus status) noexcept {
  const Support support = support_of(status);
  return status == LabourStatus::flex_waiting ||
         (support != Support::none && support != Support::pension && support != Support::flexjob);
}

/// Work or education ends the effort for the family. Of work, an ordinary job.
constexpr bool is_work_or_education(LabourStatus status) noexcept {
  return status == LabourStatus::ordinary_job || status == LabourStatus::education;
}

struct ParentRecord {
  AtClocks<Support> support{};
  bool began = false;          ///< Any spell of work or education between start and project end.
  bool still_at_exit = false;  ///< Of those who began: at the project's end.
};

struct SupportCount {
  std::array<int, support_count> by_type{};
  int recipients = 0;  ///< All rows but "none".
  int subset = 0;      ///< Cash, integration, sickness and unemployment benefit: "36, 26, 29".
};
SupportCount count_support(std::span<const ParentRecord> parents, StudyClock clock) noexcept;

struct WorkCount {
  int began = 0;
  int still = 0;
};
WorkCount count_work(std::span<const ParentRecord> parents) noexcept;

/// Why a case that was open at the start is not open at a later clock.
enum class CaseEnd : std::uint8_t { project, turned_18, moved };
inline constexpr std::size_t case_end_count = 3;

struct CaseRecord {
  bool open_at_start = false;
  std::optional<CaseEnd> closed_by;  ///< The first close, while the family was in the project.
  bool opened = false;               ///< Not open at the start, opened in the project: a sibling.
  bool open_at_exit = false;
  bool open_after = false;
};

/// The report's own bookkeeping: during = start - all closed + opened (69 - 16 + 1 = 54), exit =
/// during + reopened by then (57), after = exit + reopened since (60). Cases opened for the first
/// time after the project are not followed.
struct CaseCount {
  AtClocks<int> open{};
  std::array<int, case_end_count> closed{};
  int closed_in_all = 0;
  int opened = 0;
  int reopened_at_exit = 0;
  int reopened_after = 0;
};
CaseCount count_cases(std::span<const CaseRecord> cases) noexcept;

enum class ProjectExit : std::uint8_t { active, work, case_closed, moved, withdrawn };
inline constexpr std::size_t project_exit_count = 5;

struct FamilyCount {
  std::array<int, project_exit_count> by_exit{};
  int took_part = 0;
  int left = 0;  ///< Before the project's end, for any reason.
};
FamilyCount count_families(std::span<const ProjectExit> exits) noexcept;

/// One child's measures, at a clock and by step of the ladder.
struct ChildMeasures {
  AtClocks<int> preventive{};   ///< Steps 1 and 2.
  AtClocks<int> home_based{};   ///< Preventive and more intensive in the home, together.
  AtClocks<LadderStep> step{};  ///< The heaviest.
};

/// Children with less, the same and more at exit than at the start.
struct LessSameMore {
  int less = 0, same = 0, more = 0;
};
LessSameMore change_in_number(std::span<const ChildMeasures> children) noexcept;
LessSameMore change_in_intensity(std::span<const ChildMeasures> children) noexcept;

}  // namespace samspil
