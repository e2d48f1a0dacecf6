#include "model/inputs/study.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr Limits any_ratio{0, 20};
constexpr Limits any_size{1, 10000};

constexpr StudySlot peak_rule[] = {
    {"burn_in_years", "years", {1, 20}},
    {"selection_weeks", "weeks", {1, 52}},
    {"last_observed_weeks", "weeks", {1, 52}},
    {"before_year", "year", {-3, 0}},
    {"after_year", "year", {1, 3}},
    {"complexity_noise", "points", {0, 100}},
};
constexpr StudySlot peak_group[] = {
    {"families", "families", any_size},
    {"benefit_weeks", "weeks", {1, 52}},
    {"other_income_admitted", "share", any_share},
    {"benefit_past", "ratio", any_ratio},
    {"benefit_exit", "ratio", any_ratio},
};

constexpr StudySlot clock_rule[] = {
    {"burn_in_years", "years", {1, 20}},    {"families", "families", any_size},
    {"intake_days", "days", {1, 1092}},     {"project_days", "days", {364, 3640}},
    {"after_days", "days", {364, 7280}},    {"benefit_days", "days", {364, 7280}},
    {"exit_after_weeks", "weeks", {0, 52}}, {"benefit_exit", "ratio", any_ratio},
    {"withdrawal_rate", "1/year", {0, 5}},  {"youngest_age_mean", "years", {0.5, 15}},
    {"course_entry", "ratio", any_ratio},
};

constexpr StudySlot quarter_rule[] = {
    {"burn_in_years", "years", {1, 20}},
    {"caseload_children", "children", any_size},
    {"team_children", "children", any_size},
    {"oldest_age", "years", {0, 17}},
    {"after_quarter", "quarter", {1, 12}},
    {"heavy_share", "share", any_share},
    {"newly_granted_share", "share", any_share},
    {"caseworkers", "caseworkers", {0, 100}},
    {"level_prevention", "ratio", any_ratio},
    {"level_placement", "ratio", any_ratio},
    {"level_additional_costs", "ratio", any_ratio},
    {"level_lost_earnings", "ratio", any_ratio},
};

constexpr StudySlot survey_rule[] = {
    {"burn_in_years", "years", {1, 20}},    {"families", "families", any_size},
    {"cases", "families", any_size},        {"course_years", "years", {1, 6}},
    {"response_share", "share", any_share}, {"response_ratio_better", "ratio", any_ratio},
    {"job_goal_share", "share", any_share}, {"education_goal_share", "share", any_share},
    {"who5_step", "points", {0, 100}},      {"sdq_step", "points", {0, 40}},
};

}  // namespace

std::span<const StudySlot> rule_slots(StudyDesign design) noexcept {
  switch (design) {
    case StudyDesign::transient_peak:
      return peak_rule;
    case StudyDesign::own_clocks:
      return clock_rule;
    case StudyDesign::quarters:
      return quarter_rule;
    case StudyDesign::exit_survey:
      return survey_rule;
  }
  return {};
}

std::span<const StudySlot> group_slots(StudyDesign design) noexcept {
  switch (design) {
    case StudyDesign::transient_peak:
      return peak_group;
    case StudyDesign::own_clocks:
    case StudyDesign::quarters:
    case StudyDesign::exit_survey:
      return {};
  }
  return {};
}

double number_of(std::span<const StudyNumber> numbers, std::string_view name) {
  for (const StudyNumber& number : numbers) {
    if (number.name == name) return number.quantity.value;
  }
  throw std::logic_error("a study has no number " + std::string{name});
}

std::span<const std::string_view> group_ids_of(StudyDesign design) noexcept {
  static constexpr std::array<std::string_view, 3> peak{"treated", "control", "elsewhere"};
  if (design == StudyDesign::transient_peak) return peak;
  return {};
}

const StudyGroup& group_of(const StudySpec& study, std::string_view id) {
  const auto found = std::find_if(study.groups.begin(), study.groups.end(),
                                  [id](const StudyGroup& group) { return group.id == id; });
  if (found == study.groups.end()) {
    throw InputError{Problem{study.file, 0, "group", {"fault.no_group", id}, {"remedy.no_group"}}};
  }
  return *found;
}

std::vector<Strategy> with_settings(std::vector<Strategy> strategies, const StudySpec& study) {
  for (const StudySetting& setting : study.settings) {
    bool met = false;
    for (Strategy& strategy : strategies) {
      for (Effect& effect : strategy.effects) {
        if (effect.hook != setting.hook || effect.channel != setting.channel) continue;
        met = true;
        if (setting.value < effect.low || effect.high < setting.value) {
          throw InputError{
              Problem{study.file,
                      setting.line,
                      "value",
                      {"fault.setting_outside", setting.value, fmt::format("{:.4g}", effect.low),
                       fmt::format("{:.4g}", effect.high), strategy.file},
                      {"remedy.setting_outside"}}};
        }
        effect.centre = setting.value;
      }
    }
    if (!met) {
      throw InputError{Problem{
          study.file, setting.line, "hook", {"fault.setting_of_none"}, {"remedy.setting_of_none"}}};
    }
  }
  return strategies;
}

std::array<int, grade_names.size()> count_grades(const StudySpec& study) {
  std::array<int, grade_names.size()> grades{};
  const auto add = [&](const std::vector<StudyNumber>& numbers) {
    for (const StudyNumber& own : numbers) ++grades[index_of(own.quantity.grade)];
  };
  add(study.rule);
  for (const StudyGroup& group : study.groups) add(group.numbers);
  return grades;
}

const Quantity* observed_of(const StudySpec& study, std::string_view figure) noexcept {
  for (const ObservedFigure& observed : study.observed) {
    if (observed.figure == figure) return &observed.value;
  }
  return nullptr;
}

}  // namespace samspil
