/// \file
/// Two estimators, always told apart: the status contrast of the ministry's investment model, which
/// compares people who succeed with people who do not, and the effect, which compares the same
/// families with and without. All of it is validation: no number of the model is set by it.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/core/least_squares.hpp"
#include "model/measurement/followed_group.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What is held alike when those who succeed are compared with those who do not.
enum class Adjustment : std::uint8_t {
  raw,            // nothing
  as_published,   // age, sex and the nine challenges; of a child its parents' challenges
  status_before,  // and the adult's status in week 48 of year 0; the child's frailty and placement
};
inline constexpr std::array<std::string_view, 3> adjustment_names{"raw", "adjusted",
                                                                  "status_before"};
inline constexpr std::size_t adjustment_count = adjustment_names.size();

/// Whose costs are compared; the last is the sum of the two before it, as the report prints it.
enum class ContrastGroup : std::uint8_t { adult, child, adult_and_child };
inline constexpr std::array<std::string_view, 3> contrast_group_names{"adult", "child",
                                                                      "adult_and_child"};

/// People of the target group who do not succeed less those who do. Positive means fewer public
/// expenditures on those who succeed.
struct GroupContrast {
  std::uint64_t people = 0;  ///< 0 in the sum of two groups, as the two below.
  std::uint64_t successes = 0;
  std::uint64_t successes_before = 0;  ///< Adults who succeed and had such a status in year 0 too.
  /// By adjustment and cost line, kr. per person. Empty where a group has no member or the
  /// covariates tell who succeeds.
  std::array<FirstCoefficients, adjustment_count> kroner;

  /// Per cent of the people, and of the successes; not a number where there are none.
  double success_percent() const noexcept;
  double before_percent() const noexcept;
};

/// What the raw difference of a group is made of [kr. per person].
struct RawParts {
  double raw = 0;
  double composition = 0;    ///< What the published adjustment takes away.
  double status_before = 0;  ///< What the status before takes away besides.
  double rest = 0;
};

/// Of one cost line. Empty where an adjustment has no coefficients.
std::optional<RawParts> raw_parts(const GroupContrast& contrast, std::size_t cost_line);

using StatusContrast = std::array<GroupContrast, contrast_group_names.size()>;

/// The contrast of everybody in a followed group. Errors are clustered by the family of the pool
/// that a family is a copy of.
StatusContrast status_contrast(const FollowedGroup& group);

/// The same contrasts by cell of accounts, without errors: adult, child; by adjustment and cell,
/// kr. per person. Empty as in GroupContrast, and where no cells are kept.
using CellContrast = std::array<std::array<std::vector<double>, adjustment_count>, 2>;
CellContrast cell_contrast(const FollowedGroup& group);

/// Saved kr. per one more of something that happened to the same families. Young people of 16 and
/// over are left out: what acts on adults acts on them too, and they are no parents.
struct EffectPerUnit {
  double units = 0;       ///< How many more.
  double work_years = 0;  ///< Years in paid work that came with each.
  Coefficient all_public;
  Coefficient adults;    ///< Part of it that is the parents' and their partners' own cost.
  Coefficient children;  ///< Part that is the children's.
  Coefficient municipality;
};

/// What moves in the effect, and how it is counted: of parents and their partners.
enum class EffectUnit : std::uint8_t {
  parent_year_in_work,  // years of 364 days in a job or flex job
  success,              // one more with the status of success in week 48 of year 1
};

/// `moved` is `base` lived again under other hazards. Empty where not one unit more came of it.
std::optional<EffectPerUnit> effect_per_unit(const FollowedGroup& base, const FollowedGroup& moved,
                                             EffectUnit unit);

struct ContrastResult {
  CostLines lines;
  StatusContrast contrast;
  /// The same families with the coupling of members off from year 1 on: what it did before stays.
  /// Empty where it is off already.
  std::optional<StatusContrast> without_coupling;
  std::optional<EffectPerUnit> by_work_year;  ///< More job entries in all years.
  std::optional<EffectPerUnit> by_success;    ///< More job entries in year 1 alone.
  std::uint64_t families = 0;
  double seconds = 0;
  CostCells cells{};  ///< Of `by_cell`; of nothing unless they are asked for.
  CellContrast by_cell{};
};

/// The part of the children's raw contrast that comes with the coupling of members. Empty where one
/// of the two contrasts is.
std::optional<Coefficient> coupling_part(const ContrastResult& result, std::size_t cost_line);

/// Follows the families of a pool: as they are, without coupling, with more job entries.
/// `job_entry_ratio` multiplies the hazards of job entry in the effect.
ContrastResult run_contrast(const FollowedWorld& world, double job_entry_ratio,
                            const Execution& execution, const Progress& progress);

}  // namespace samspil
