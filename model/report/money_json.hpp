/// \file
/// Parts of a money table in the JSON document: kr., mean over runs, lists by budget year.
#pragma once

#include <nlohmann/json.hpp>

#include "model/report/report.hpp"

namespace samspil {

nlohmann::ordered_json by_department(const Report& report, const MoneyTable& table, Part part);

/// The part of a table by payer and by department.
nlohmann::ordered_json money_part(const Report& report, const MoneyTable& table,
                                  const Part& part = {});

}  // namespace samspil
