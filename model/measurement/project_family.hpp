/// \file
/// One family in a project with its own start and its own end: lived with a strategy or without,
/// and what is seen of it at its clocks.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/dynamics/coordination.hpp"
#include "model/families/observed_family.hpp"
#include "model/measurement/clock_rules.hpp"

namespace samspil {

/// The project's calendar [days of 364 to a year, from 1 January of year 0].
struct ProjectCalendar {
  int year_0 = 0;
  int burn_in_years = 0;
  int intake_days = 0;      ///< Families start within these.
  int project_days = 0;     ///< The project ends with these.
  int after_days = 0;       ///< The day of the last look at cases.
  int benefit_days = 0;     ///< Benefit data end with these: the last look at parents.
  int exit_after_days = 0;  ///< Work or education must have lasted so long to end the effort.

  int last_year() const noexcept { return year_0 + after_days / days_per_year; }
};

/// What acts on the family and how many withdraw; no plan: nothing acts, the exits are the same.
struct ProjectArm {
  const CoordinationPlan* plan = nullptr;
  double withdrawal_rate = 0;  ///< [1/year]
};

/// School days absent, over the children of school age of one year.
struct Absence {
  int children = 0;
  int total = 0;
  int unlawful = 0;
};

struct ProjectRecord {
  std::vector<ParentRecord> parents;
  std::vector<CaseRecord> cases;
  std::vector<ChildMeasures> children;
  AtClocks<int> placed{};
  AtClocks<int> in_institution{};
  ProjectExit exit = ProjectExit::active;
  Absence before, after;
};

/// Follows candidate `number` of a replicate. Nothing if the family meets not the rule at its
/// start: an open child case, a parent whom the job centre knows, no child in an institution.
std::optional<ProjectRecord> follow_project_family(ObservedFamily& seen, RunKey run,
                                                   std::uint64_t number,
                                                   const ProjectCalendar& calendar,
                                                   const ProjectArm& arm,
                                                   const FamilyParameters& parameters);

}  // namespace samspil
