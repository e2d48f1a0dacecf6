/// \file
/// The integer results of a run as tables: what is stored, hashed, and meant by "the same bits".
///
/// In the group /results of a results file every table is a 64-bit integer array with the
/// attributes `unit`, `axes` (names, comma-separated) and, per axis that has names,
/// `labels_<axis>`. Sums over runs; divide by the attribute `runs` of /results.
///
///   size        [5]                  families, sites, draws, years, replicates
///   arms        [arm, 3]             strategy (0 = baseline), effect level, reference
///   use         [arm, year, service, rule state] hundredths of the service's unit
///   programme   [arm, year, item]    øre
///   outcomes    [arm, year, outcome] counts
///   week_48     [arm, year, status]  parents
///   cost        [arm, year, department, payer] øre, consequences and all programme items
///   moments     [arm, purse, 6, 2]   øre and øre², 128 bits each: low word, high word
#pragma once

#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/io/integer_table.hpp"

namespace samspil {

/// [arm, 3] strategy (0 = baseline), level of effect, position of what it is compared with.
IntegerTable arm_table(const RunResult& result);

std::vector<IntegerTable> results_tables(const Scenario& scenario, const RunResult& result,
                                         const Appraisal& appraisal);

}  // namespace samspil
