/// \file
/// The status contrast as an investment case in the ministry's form: what one success goes with, by
/// payer, department, type of account and year. An association, and the case says so.
#pragma once

#include "model/appraisal/status_contrast.hpp"
#include "model/inputs/investment_case.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// How many succeed more: the report's own example.
inline constexpr double case_participants = 15;

/// One participant is one adult and one child of the target group; each consequence is the adjusted
/// contrast, rounded to whole øre. Nothing is rounded away: what is nought in every year has no
/// row. Names its rows in `language`. No consequences where there is no contrast; costs are none.
InvestmentCase contrast_case(const Scenario& scenario, const ContrastResult& contrast,
                             Language language);

}  // namespace samspil
