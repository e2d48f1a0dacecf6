/// \file
/// What every draw of the uncertain inputs was and came to, as tidy CSV and as tables of a results
/// file: so that any spread, chance or regression can be taken elsewhere.
#pragma once

#include <string>
#include <vector>

#include "model/appraisal/report.hpp"
#include "model/inputs/scenario.hpp"
#include "model/io/integer_table.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// draw,replicate,strategy,effect_level,year,department,payer,gross_saving_kr,programme_cost_kr,
/// net_result_kr: what is not nought in the three.
///   costs  of draw_tables()
///   arms   [arm, 3] strategy, level of effect, reference
///   scale  from the families that a draw lived to all of them
std::string draws_csv(const IntegerTable& costs, const IntegerTable& arms, double scale);
/// draw,replicate,strategy,effect_level,year,outcome,count, of every arm.
///   outcomes  of draw_tables()
std::string draw_outcomes_csv(const IntegerTable& outcomes, double scale);
/// draw, then one column for each drawn input.
std::string inputs_csv(const RunResult& result);
/// input,unit,value,low,high,grade,source,file,line: a row for each column of inputs.csv.
std::string drawn_inputs_csv(const Scenario& scenario, const RunResult& result);

/// strategy,effect_level,budget,year,mean_kr,p05_kr,p50_kr,p95_kr,monte_carlo_error_kr,luck_share,
/// probability_of_saving,payback_probability: of the net result of each year, and of all together
/// (year "all"). Only of a report with draws.
std::string uncertainty_csv(const Report& report);

/// On the families that each run lived: costs [run, arm, year, department, payer, part] in øre and
/// outcomes [run, arm, year, outcome]. Empty where runs were not kept.
std::vector<IntegerTable> draw_tables(const Scenario& scenario, const RunResult& result);

}  // namespace samspil
