/// \file
/// A study population: whom an evaluation chose, when it measured, what it saw. One TOML file per
/// evaluation; how its rules are applied is in model/measurement.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/names.hpp"
#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// What an evaluation did, and so which measurement rules apply to it.
enum class StudyDesign : std::uint8_t {
  transient_peak,  // chosen when things were worst, with comparison groups
  own_clocks,      // each family's own start and end, snapshots
  quarters,        // one caseload's accounts per quarter
  exit_survey,     // families asked, and cases described, when they leave
};
inline constexpr std::array<std::string_view, 4> study_design_names{"transient_peak", "own_clocks",
                                                                    "quarters", "exit_survey"};

/// A number that a design asks for, by table of the file.
struct StudySlot {
  std::string_view name;
  std::string_view unit;
  Limits limits;
};

/// The numbers of [rule], and of each [[group]], by design.
std::span<const StudySlot> rule_slots(StudyDesign design) noexcept;
std::span<const StudySlot> group_slots(StudyDesign design) noexcept;

/// The ids of the groups that a design compares; none where it has one group without a table.
std::span<const std::string_view> group_ids_of(StudyDesign design) noexcept;

struct StudyNumber {
  std::string_view name;
  Quantity quantity;
};

/// One group of families or persons. Its numbers are its size, its rule and its level offsets,
/// which are the study's own and never the model's.
struct StudyGroup {
  std::string id;
  std::string title_da;
  std::string title_en;
  std::vector<StudyNumber> numbers;
};

/// A printed figure of the report, under the name that the measurement rule gives the simulated
/// one.
struct ObservedFigure {
  std::string figure;
  Quantity value;
};

/// An effect of the strategies tried, set by the study anywhere within its graded range: under
/// which assumption the report's patterns come out.
struct StudySetting {
  Hook hook{};
  Channel channel{};
  double value = 1;  ///< In place of the centre [hazard ratio].
  std::string source;
  int line = 0;
};

struct StudySpec {
  std::string id;
  StudyDesign design{};
  std::string title_da;
  std::string title_en;
  int year = 0;  ///< Year 0: the year of selection or start.
  std::uint32_t cohorts = 0;
  std::uint32_t seed = 1;
  std::string scenario;  ///< Whose parameters, prices and mechanisms hold.
  int scenario_line = 0;
  std::vector<std::string> strategies;  ///< Ids of what is tried on the study's families, if any.
  int strategies_line = 0;
  std::vector<StudySetting> settings;
  std::vector<StudyNumber> rule;
  std::vector<StudyGroup> groups;
  std::vector<ObservedFigure> observed;
  std::vector<std::string> sources;
  std::vector<std::string> cannot_say_da;
  std::vector<std::string> cannot_say_en;
  std::string file;
  std::string text;
};

/// A number that the loader has checked to be there.
double number_of(std::span<const StudyNumber> numbers, std::string_view name);

/// The group with this id. Throws InputError when the study has none.
const StudyGroup& group_of(const StudySpec& study, std::string_view id);

/// The strategies with the study's settings as their centres. Throws InputError where none has such
/// an effect, or the value lies outside its range.
std::vector<Strategy> with_settings(std::vector<Strategy> strategies, const StudySpec& study);

/// How many of the study's own numbers, of its rule and its groups, each grade has.
std::array<int, grade_names.size()> count_grades(const StudySpec& study);

/// The observed value of a figure, or nullptr.
const Quantity* observed_of(const StudySpec& study, std::string_view figure) noexcept;

}  // namespace samspil
