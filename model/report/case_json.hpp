/// \file
/// One JSON document of an investment case. Depends on nothing but the case.
#pragma once

#include <string>

#include "model/appraisal/investment_case.hpp"

namespace samspil {

/// kr., positive = fewer public expenditures; null where a figure does not exist.
std::string as_json(const InvestmentCase& plan, const CaseAppraisal& appraisal);

}  // namespace samspil
