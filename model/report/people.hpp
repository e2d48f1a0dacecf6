/// \file
/// Outcomes beside money: people and days in the baseline, in a strategy, and the change.
#pragma once

#include "model/render/text.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// For the screen: the outcomes that decide, a year on average, with the change per 100 families
/// and per 100 family-years in the programme; then three of them by year.
void write_people(Page& page, const Report& report, const Saving& centre, Language language);

/// For --detail: every outcome and every status by year.
void write_people_by_year(Page& page, const Report& report, const Saving& centre,
                          Language language);

}  // namespace samspil
