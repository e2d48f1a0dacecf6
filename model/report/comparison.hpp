/// \file
/// All strategies beside each other: whose money, at which effect, for how many people.
#pragma once

#include "model/render/text.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// The terms of the comparison, one line per strategy in every table, and on whom each was tried.
void write_comparison(Page& page, const Report& report, const MoneyUnit& unit, Language language);

/// What ± under a table is an error of.
std::string error_note(const RunResult& result, Language language);

/// A strategy's title as it fits a table: without what stands in brackets.
std::string short_title(const Strategy& strategy, Language language);

}  // namespace samspil
