/// \file
/// An investment case as a file that `samspil case` reads.
#pragma once

#include <string>

#include "model/inputs/investment_case.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// How every such file begins.
inline constexpr std::string_view case_text_begin = "# samspil contrast --case";

/// Amounts with two decimals: whole øre are written as they are. What the amounts are, and are not,
/// stands above them in `language`. Without [uncertainty].
std::string case_text(const InvestmentCase& investment, Language language);

}  // namespace samspil
