/// \file
/// What every draw of the uncertain inputs was and came to, as tidy CSV and as tables of a results
/// file: so that any spread, chance or regression can be taken elsewhere.
#pragma once

#include <string>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/io/integer_table.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// What an arm is called in every table: its strategy's id, "baseline" or "present_practice", and
/// its level of effect, "none" of the baseline. A strategy that is compared with itself as present
/// practice has rows of its own.
struct ArmName {
  std::string strategy;
  std::string effect_level;
};
ArmName arm_name(const Scenario& scenario, const Arm& arm);

/// The same in one word: strategy and level with a colon between them; "baseline" alone.
std::string arm_label(const Scenario& scenario, const Arm& arm);

std::vector<std::string> arm_labels(const Scenario& scenario, const RunResult& result);
/// Calendar years of the budget years.
std::vector<std::string> year_labels(const Scenario& scenario);
/// "draw:replicate" of every run, both from 1.
std::vector<std::string> run_labels(const RunResult& result);

/// draw,replicate,strategy,effect_level,year,department,payer,gross_saving_kr,programme_cost_kr,
/// net_result_kr: what is not nought in the three.
///   costs  of draw_tables()
///   arms   [arm, 3] strategy, level of effect, reference
std::string draws_csv(const IntegerTable& costs, const IntegerTable& arms);
/// draw,replicate,strategy,effect_level,year,outcome,count, of every arm.
///   outcomes  of draw_tables()
std::string draw_outcomes_csv(const IntegerTable& outcomes);
/// draw, then one column for each drawn input.
std::string inputs_csv(const RunResult& result);
/// input,unit,value,low,high,grade,source,file,line: a row for each column of inputs.csv.
std::string drawn_inputs_csv(const Scenario& scenario, const RunResult& result);

/// costs [run, arm, year, department, payer, part] in øre and outcomes [run, arm, year, outcome].
/// Empty where runs were not kept.
std::vector<IntegerTable> draw_tables(const Scenario& scenario, const RunResult& result);

}  // namespace samspil
