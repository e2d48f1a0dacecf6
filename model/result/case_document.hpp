/// \file
/// An investment case and its verdict as a document: the command `case`.
#pragma once

#include "model/appraisal/investment_case.hpp"
#include "model/core/json.hpp"

namespace samspil {

/// kr., positive = fewer public expenditures; null where a figure does not exist.
Json case_document(const InvestmentCase& investment, const CaseAppraisal& appraisal);

}  // namespace samspil
