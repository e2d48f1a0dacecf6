/// \file
/// The refund ladder (refusionstrappen): which step a benefit week stands on. In force from
/// 4 January 2016; LBK 221 of 12/02/2021, §§ 5-6. One counter per person, across benefits.
#pragma once

#include <array>

#include "model/population/income_spells.hpp"

namespace samspil {

/// Weeks on each step. § 5: the state refunds 80 % of weeks 1-4, 40 % of 5-26, 30 % of 27-52 and
/// 20 % from 53; where the state pays first, the municipality's co-financing mirrors it. The shares
/// stand in scenarios/prices/payer_rules.csv.
inline constexpr std::size_t ladder_steps = rule_state_count;
using StepWeeks = std::array<int, ladder_steps>;

/// Last counted week of each step but the last.
inline constexpr std::array<int, ladder_steps - 1> last_week_of_step{4, 26, 52};

/// § 6: the count starts anew when the person, after the first counted week, has had in all 52
/// whole self-supporting weeks within the last three years.
inline constexpr int restart_weeks = 52;
inline constexpr int restart_window = 156;

/// Step of counted week number `week`, from 1.
constexpr RuleState step_of(int week) noexcept {
  RuleState step = 0;
  while (step < last_week_of_step.size() && week > last_week_of_step[step]) ++step;
  return step;
}

/// Passes `weeks` >= 0 weeks on benefits that count, and returns them by step.
StepWeeks pass_counted(LadderHistory& ladder, int weeks) noexcept;

/// Passes whole self-supporting weeks: neither a public benefit nor a subsidised wage.
void pass_self_support(LadderHistory& ladder, int weeks) noexcept;

/// Passes weeks that are neither: other public support, subsidised jobs, weeks without any income.
void pass_neither(LadderHistory& ladder, int weeks) noexcept;

/// Self-supporting weeks that count towards a restart.
int weeks_towards_restart(const LadderHistory& ladder) noexcept;

}  // namespace samspil
