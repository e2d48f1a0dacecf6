/// \file
/// The tables of an investment case, for its page.
#pragma once

#include <string>
#include <vector>

#include "model/pages/family_parts.hpp"
#include "model/words/numbers.hpp"

namespace samspil {

/// A purse that has a column or a row: its results in the document.
struct CasePurse {
  std::string label, short_label;
  const Json* result = nullptr;
};

/// The public payers that have any amount, and their total unless there is one payer.
std::vector<CasePurse> purses_of(const Json& document, Language language);

/// Fits all amounts by year.
MoneyUnit unit_of(const Json& document);

/// All amounts in `unit`.
Table net_by_year(const Json& document, const MoneyUnit& unit, Language language);
Table verdict(const std::vector<CasePurse>& purses, const MoneyUnit& unit, Language language);
Table uncertainty(const std::vector<CasePurse>& purses, const MoneyUnit& unit, Language language);
Table sensitivity(const std::vector<CasePurse>& purses, const MoneyUnit& unit, Language language);

/// The committee's form, in 1,000 kr.
Table committee_form(const Json& document, Language language);

}  // namespace samspil
