#include "model/storage/draw_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/appraisal/uncertainty.hpp"
#include "model/inputs/input_list.hpp"
#include "model/storage/csv_cells.hpp"
#include "model/storage/labels.hpp"

namespace samspil {
namespace {

/// "draw,replicate" of a run's label.
std::string run_cells(std::string label) {
  std::replace(label.begin(), label.end(), ':', ',');
  return label;
}

}  // namespace

std::string draws_csv(const IntegerTable& costs, const IntegerTable& arms, double scale) {
  std::string text =
      "draw,replicate,strategy,effect_level,year,department,payer,gross_saving_kr,"
      "programme_cost_kr,net_result_kr\n";
  const auto &runs = costs.labels[0], &names = costs.labels[1], &years = costs.labels[2];
  const std::size_t cells = years.size() * department_count * payer_count;
  const auto at = [&](std::size_t run, std::size_t arm, std::size_t cell, std::size_t part) {
    return costs.values[((run * names.size() + arm) * cells + cell) * 2 + part];
  };
  for (std::size_t run = 0; run < runs.size(); ++run) {
    for (std::size_t arm = 0; arm < names.size(); ++arm) {
      const auto reference = static_cast<std::size_t>(arms.values[arm * arms.shape[1] + 2]);
      if (reference == arm) continue;
      const std::string start = run_cells(runs[run]) + ',' + arm_cells(names[arm]);
      for (std::size_t cell = 0; cell < cells; ++cell) {
        const Ore saving = at(run, reference, cell, 0) - at(run, arm, cell, 0);
        const Ore cost = at(run, arm, cell, 1) - at(run, reference, cell, 1);
        if (saving == 0 && cost == 0) continue;
        text += fmt::format("{},{},{},{},{},{},{}\n", start,
                            years[cell / payer_count / department_count],
                            department_names[cell / payer_count % department_count],
                            payer_names[cell % payer_count], scale * as_kroner(saving),
                            scale * as_kroner(cost), scale * as_kroner(saving - cost));
      }
    }
  }
  return text;
}

std::string draw_outcomes_csv(const IntegerTable& outcomes, double scale) {
  std::string text = "draw,replicate,strategy,effect_level,year,outcome,count\n";
  const auto &runs = outcomes.labels[0], &arms = outcomes.labels[1], &years = outcomes.labels[2];
  auto count = outcomes.values.begin();
  for (const std::string& run : runs) {
    for (const std::string& arm : arms) {
      const std::string start = run_cells(run) + ',' + arm_cells(arm);
      for (const std::string& year : years) {
        for (const std::string_view outcome : outcome_names) {
          text += fmt::format("{},{},{},{}\n", start, year, outcome,
                              scale * static_cast<double>(*count++));
        }
      }
    }
  }
  return text;
}

std::string inputs_csv(const RunResult& result) {
  std::string text = "draw";
  for (const std::string& name : result.drawn_names) text += ',' + csv_cell(name);
  text += '\n';
  for (std::size_t draw = 0; draw < result.drawn_values.size(); ++draw) {
    text += std::to_string(draw + 1);
    for (const double value : result.drawn_values[draw]) text += fmt::format(",{}", value);
    text += '\n';
  }
  return text;
}

std::string drawn_inputs_csv(const Scenario& scenario, const RunResult& result) {
  std::map<std::string, const Input*> inputs;
  const std::vector<Input> list = input_list(scenario);
  for (const Input& input : list) {
    if (input.can_move()) inputs.emplace(input.name, &input);
  }
  std::string text = "input,unit,value,low,high,grade,source,file,line\n";
  for (const std::string& name : result.drawn_names) {
    const Quantity& q = inputs.at(name)->quantity;
    text += fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_cell(name), csv_cell(q.unit), q.value,
                        q.low, q.high, grade_names[index_of(q.grade)], csv_cell(q.source),
                        csv_cell(inputs.at(name)->file), q.line);
  }
  return text;
}

std::string uncertainty_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,budget,year,mean_kr,p05_kr,p50_kr,p95_kr,monte_carlo_error_kr,"
      "luck_share,probability_of_saving,payback_probability\n";
  const std::vector<std::string> arms = arm_labels(report.scenario, *report.draws);
  const std::vector<std::string> years = year_labels(report.scenario);
  const auto add = [&](const std::string& start, const std::string& year, const Uncertainty& of,
                       const std::optional<double>& payback) {
    text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", start, year, of.mean, of.p05, of.p50,
                        of.p95, csv_cell(of.monte_carlo_error), csv_cell(of.luck_share),
                        of.probability_of_saving, csv_cell(payback));
  };
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      const BudgetUncertainties& budgets = report.uncertainties[saving.arm];
      for (std::size_t budget = 0; budget < budget_count; ++budget) {
        if (!budgets[budget]) continue;
        const BudgetUncertainty& of = *budgets[budget];
        const std::string start =
            fmt::format("{},{}", arm_cells(arms[saving.arm]), budget_name(budget));
        for (std::size_t year = 0; year < of.yearly.size(); ++year) {
          add(start, years[year], of.yearly[year], of.payback_probability[year]);
        }
        add(start, "all", of.in_all, std::nullopt);
      }
    }
  }
  return text;
}

std::vector<IntegerTable> draw_tables(const Scenario& scenario, const RunResult& result) {
  const RunAccounts& accounts = result.accounts;
  if (!accounts.are_kept()) return {};
  const std::vector<std::string> runs = run_labels(result), arms = arm_labels(scenario, result),
                                 years = year_labels(scenario);
  IntegerTable costs{"costs",
                     "øre",
                     {"run", "arm", "year", "department", "payer", "part"},
                     {runs,
                      arms,
                      years,
                      as_labels(department_names),
                      as_labels(payer_names),
                      {"consequences", "programme"}},
                     {runs.size(), arms.size(), years.size(), department_count, payer_count, 2},
                     {}};
  IntegerTable outcomes{"outcomes",
                        "count",
                        {"run", "arm", "year", "outcome"},
                        {runs, arms, years, as_labels(outcome_names)},
                        {runs.size(), arms.size(), years.size(), outcome_count},
                        {}};
  for (std::size_t run = 0; run < runs.size(); ++run) {
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
      for (const YearAccount& year : accounts.of(run, arm)) {
        for (std::size_t cell = 0; cell < department_count * payer_count; ++cell) {
          const std::size_t department = cell / payer_count, payer = cell % payer_count;
          costs.values.push_back(year.consequences[department][payer]);
          costs.values.push_back(year.programme[department][payer]);
        }
        outcomes.values.insert(outcomes.values.end(), year.outcomes.begin(), year.outcomes.end());
      }
    }
  }
  if (scenario.own_families) return {std::move(costs)};  // counts would tell of real people
  return {std::move(costs), std::move(outcomes)};
}

}  // namespace samspil
