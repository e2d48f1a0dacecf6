/// \file
/// What a re-enactment gives: named figures over replicate cohorts, and patterns that a report saw.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/study.hpp"

namespace samspil {

/// A cohort's figure that has no denominator there. Such cohorts are left out of the spread.
inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();

/// Over cohorts: the mean, and their 2.5th and 97.5th percentile, the interval that holds 95 per
/// cent of cohorts of this size.
struct Spread {
  double mean = 0;
  double standard_error = 0;  ///< Of the mean.
  double low = 0;
  double high = 0;
};
Spread spread_of(std::span<const double> cohorts);

/// Share of the cohorts with this figure that lie between two values, both included.
double share_between(std::span<const double> cohorts, double low, double high) noexcept;

/// Whom a figure is of, where a study lives the same families with the strategy and without it.
enum class StudyArm : std::uint8_t { with, without };
inline constexpr std::array<std::string_view, 2> study_arm_names{"with", "without"};

struct StudyFigure {
  std::string name{};  ///< In full, as "cost_rise.placement.selected_with": an [[observed]] has it.
  std::string measure{};  ///< What is measured: the name without group, arm and year.
  std::string unit{};
  std::string group{};            ///< Whose, where a study compares groups; else empty.
  std::optional<StudyArm> arm{};  ///< Nothing where there is one arm alone.
  int year = 0;                   ///< Calendar year, where there is one figure a year; else 0.
  std::vector<double> cohorts{};
};

/// Whether what a report printed lies in the interval of its cohort size.
bool is_inside(const Quantity& observed, const Spread& simulated) noexcept;

/// A pattern of the report: figures must all lie between two limits in the mean over cohorts.
struct StudySign {
  std::string name;
  std::vector<std::string> figures;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// A sign as measured.
struct SignResult {
  StudySign sign;
  std::vector<double> means;  ///< By figure.
  bool holds = false;
  double share = 0;  ///< Of the cohorts, in which all figures lie between the limits.
};

/// When a sought setting shows what was sought.
enum class SettingWhen : std::uint8_t { without_switch, later, without_switch_later };
inline constexpr std::array<std::string_view, 3> setting_when_names{"without_switch", "later",
                                                                    "without_switch_later"};

/// A setting of the strategy within its graded ranges under which something comes out that else
/// does not; where none does, the one that comes nearest.
struct FoundSetting {
  std::string name;
  SettingWhen when{};
  double change = 0;  ///< kr. a quarter.
  double standard_error = 0;
  double without = 0;  ///< The same change without the strategy.
  bool found = false;
};

struct StudyResult {
  std::vector<StudyFigure> figures;
  std::vector<SignResult> signs;
  std::uint32_t cohorts = 0;
  std::optional<FoundSetting> setting;  ///< If any was sought.

  /// Throws std::logic_error when there is none.
  const StudyFigure& figure(std::string_view name) const;
  /// The same in the other arm; nullptr where there is none.
  const StudyFigure* without_strategy(const StudyFigure& figure) const noexcept;
};

/// What only has to be above nothing.
inline constexpr double above_nothing = 1e-9;

/// Reads the signs off the figures.
void read_signs(std::span<const StudySign> signs, StudyResult& result);

/// What a before-after of the treated would take for a saving, when nobody did anything.
struct NaiveSaving {
  int before_year = 0;
  int after_year = 0;
  Spread points;            ///< Of the weeks on cash benefits.
  double all_public = 0;    ///< kr. a family and year, mean over cohorts.
  double municipality = 0;  ///< Part of it, after refund.
  double families = 0;      ///< Treated.
  double in_all = 0;        ///< Public kr. a year for all of them.
};

/// Empty where the study's design has no such figures.
std::optional<NaiveSaving> naive_saving(const StudySpec& study, const StudyResult& result);

/// Figures in their order, filled in by cohort in any order.
class FigureTable {
 public:
  /// The figures have no cohorts yet.
  FigureTable(std::vector<StudyFigure> figures, std::uint32_t cohorts);

  void set(std::size_t figure, std::uint32_t cohort, double value) noexcept {
    figures_[figure].cohorts[cohort] = value;
  }
  std::vector<StudyFigure> take() noexcept { return std::move(figures_); }

 private:
  std::vector<StudyFigure> figures_;
};

/// Refuses an observed figure that no rule of the study simulates.
void check_observed(const StudySpec& study, std::span<const StudyFigure> figures);

}  // namespace samspil
