#include "model/storage/results_tables.hpp"

#include <map>

#include "model/storage/labels.hpp"

namespace samspil {
namespace {

IntegerTable size_table(const RunResult& result, const Appraisal& appraisal) {
  return {"size",
          "1",
          {"number"},
          {{"families", "sites", "draws", "years", "replicates"}},
          {5},
          {static_cast<std::int64_t>(result.families), static_cast<std::int64_t>(result.sites),
           result.draws, appraisal.years, result.replicates}};
}

/// One array of YearCounts over all arms and years.
template <class Array, std::size_t N>
IntegerTable yearly_table(const RunResult& result, Array YearCounts::*member, std::string name,
                          std::string unit, std::string axis,
                          const std::array<std::string_view, N>& names) {
  IntegerTable table{std::move(name),
                     std::move(unit),
                     {"arm", "year", std::move(axis)},
                     {{}, {}, as_labels(names)},
                     {result.arms.size(), result.counts.front().years.size(), N},
                     {}};
  for (const ArmCounts& arm : result.counts) {
    for (const YearCounts& year : arm.years) {
      table.values.insert(table.values.end(), (year.*member).begin(), (year.*member).end());
    }
  }
  return table;
}

IntegerTable use_table(const RunResult& result) {
  IntegerTable table{
      "use",
      "hundredths of the service's unit",
      {"arm", "year", "service", "rule_state"},
      {{}, {}, as_labels(service_names), {}},
      {result.arms.size(), result.counts.front().years.size(), service_count, rule_state_count},
      {}};
  for (const ArmCounts& arm : result.counts) {
    for (const YearCounts& year : arm.years) {
      for (const auto& states : year.use.in_state) {
        table.values.insert(table.values.end(), states.begin(), states.end());
      }
    }
  }
  return table;
}

IntegerTable cost_table(const Appraisal& appraisal) {
  const auto years = static_cast<std::size_t>(appraisal.years);
  IntegerTable table{"cost",
                     "øre",
                     {"arm", "year", "department", "payer"},
                     {{}, {}, as_labels(department_names), as_labels(payer_names)},
                     {appraisal.ledgers.size(), years, department_count, payer_count},
                     {}};
  for (const Ledger& ledger : appraisal.ledgers) {
    std::vector<std::int64_t> sums(years * department_count * payer_count);
    for (const LedgerCell& cell : ledger) {
      const std::size_t row =
          static_cast<std::size_t>(cell.year - 1) * department_count + index_of(cell.department);
      sums[row * payer_count + index_of(cell.payer)] += cell.amount;
    }
    table.values.insert(table.values.end(), sums.begin(), sums.end());
  }
  return table;
}

IntegerTable moment_table(const RunResult& result) {
  IntegerTable table{"moments",
                     "øre, øre²",
                     {"arm", "purse", "sum", "word"},
                     {{},
                      as_labels(purse_names),
                      {"base", "base_squared", "arm", "arm_squared", "saving", "saving_squared"},
                      {"low", "high"}},
                     {result.arms.size(), purse_count, 6, 2},
                     {}};
  for (const ArmCounts& arm : result.counts) {
    for (const PairedMoments& m : arm.moments) {
      for (const Int128 sum :
           {m.base, m.base_squared, m.arm, m.arm_squared, m.saving, m.saving_squared}) {
        table.values.push_back(static_cast<std::int64_t>(sum));
        table.values.push_back(static_cast<std::int64_t>(sum >> 64));
      }
    }
  }
  return table;
}

/// Every run's saving, so that another spread than the printed one can be taken.
IntegerTable savings_table(const RunResult& result) {
  IntegerTable table{"savings",
                     "øre",
                     {"run", "arm", "purse"},
                     {{}, {}, as_labels(purse_names)},
                     {result.runs(), result.arms.size(), purse_count},
                     {}};
  for (const BudgetCosts& saving : result.savings) {
    table.values.insert(table.values.end(), saving.begin(), saving.begin() + purse_count);
  }
  return table;
}

}  // namespace

IntegerTable arm_table(const RunResult& result) {
  IntegerTable table{"arms",
                     "1",
                     {"arm", "key"},
                     {{}, {"strategy", "effect_level", "reference"}},
                     {result.arms.size(), 3},
                     {}};
  for (const Arm& arm : result.arms) {
    table.values.push_back(static_cast<std::int64_t>(arm.strategy));
    table.values.push_back(static_cast<std::int64_t>(arm.level));
    table.values.push_back(static_cast<std::int64_t>(arm.reference));
  }
  return table;
}

std::vector<IntegerTable> results_tables(const Scenario& scenario, const RunResult& result,
                                         const Appraisal& appraisal) {
  std::vector<IntegerTable> tables{
      size_table(result, appraisal),
      arm_table(result),
      use_table(result),
      yearly_table(result, &YearCounts::settlements, "settlements", "øre", "settlement",
                   settlement_names),
      yearly_table(result, &YearCounts::programme, "programme", "øre", "item",
                   programme_item_names),
      yearly_table(result, &YearCounts::outcomes, "outcomes", "count", "outcome", outcome_names),
      yearly_table(result, &YearCounts::week_48, "week_48", "parents", "status",
                   labour_status_names),
      cost_table(appraisal),
      moment_table(result),
      savings_table(result)};
  const std::map<std::string, std::vector<std::string>> labels{
      {"arm", arm_labels(scenario, result)},
      {"year", year_labels(scenario)},
      {"run", run_labels(result)}};
  for (IntegerTable& table : tables) {
    for (std::size_t i = 0; i < table.axes.size(); ++i) {
      const auto known = labels.find(table.axes[i]);
      if (known != labels.end()) table.labels[i] = known->second;
    }
  }
  return tables;
}

}  // namespace samspil
