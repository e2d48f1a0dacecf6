/// \file
/// What can be taken out of a budget, and the caseworkers' hours that are freed: a part of --detail
/// and of the JSON document.
#pragma once

#include <nlohmann/json.hpp>

#include "model/appraisal/cashable.hpp"
#include "model/render/text.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// The municipality's result by department in its three parts, and the freed hours by year.
void write_cashable(Page& page, const Report& report, const Saving& saving, Language language);

/// By effect level: the three parts by year, payer and department.
nlohmann::ordered_json cashable_json(const Report& report, const StrategyAppraisal& strategy);

/// By service of casework: hours and kroner by year.
nlohmann::ordered_json freed_hours_json(const Report& report, std::size_t arm);

}  // namespace samspil
