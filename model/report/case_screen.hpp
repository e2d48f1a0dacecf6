/// \file
/// An investment case on one screen: net result by payer and year, verdict, uncertainty, and the
/// form that a committee reads.
#pragma once

#include <string>

#include "model/appraisal/investment_case.hpp"
#include "model/report/words.hpp"

namespace samspil {

std::string case_screen(const InvestmentCase& plan, const CaseAppraisal& appraisal,
                        Language language);

/// Every row of the file, with its source and grade.
std::string case_detail(const InvestmentCase& plan, Language language);

}  // namespace samspil
