#include "model/storage/tables_csv.hpp"

#include <algorithm>

#include "model/appraisal/cashable.hpp"
#include "model/costs/indices.hpp"
#include "model/costs/law_table.hpp"
#include "model/population/service_of.hpp"
#include "model/storage/csv_cells.hpp"
#include "model/storage/draw_tables.hpp"
#include "model/storage/labels.hpp"
#include "model/storage/law_and_prices.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

std::string arm_cells_of(const Report& report, std::size_t arm) {
  return arm_cells(arm_label(report.scenario, report.result.arms[arm]));
}

std::string line_name(const LedgerCell& cell) {
  return std::string{is_programme(cell)    ? programme_item_names[cell.line - first_programme_line]
                     : is_settlement(cell) ? settlement_names[cell.line - first_settlement_line]
                                           : service_names[cell.line]};
}

std::string kind_of_line(const LedgerCell& cell) {
  if (is_programme(cell)) return "programme";
  return is_settlement(cell) ? "settlement" : "service";
}

std::string unit_of(const LedgerCell& cell, const Catalogue& catalogue) {
  if (is_programme(cell)) return "kr.";
  return is_settlement(cell) ? "-" : catalogue.rows[cell.line].price.unit;
}

/// Units and gross belong to the line, whoever pays: they stand in the municipality's row alone, so
/// that a sum counts them once.
std::string cells_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,year,department,payer,account_type,kind,line,units,unit,gross_kr,"
      "amount_kr,discounted_kr,in_net_result\n";
  const Discounting discounting = discounting_of(report.scenario);
  const auto draws = report.result.whole_runs();
  for (std::size_t arm = 0; arm < report.appraisal.ledgers.size(); ++arm) {
    const std::string start = arm_cells_of(report, arm);
    for (const LedgerCell& cell : report.appraisal.ledgers[arm]) {
      const bool has_units = cell.payer == Payer::municipality;
      if (cell.amount == 0 && !(has_units && cell.units != 0)) continue;
      const std::string unit = unit_of(cell, report.scenario.catalogue);
      const double units = static_cast<double>(cell.units) / (one_unit * draws);
      const double amount = report.appraisal.kroner(cell.amount);
      const double worth =
          discount_factor(discounting.rate, time_of_year(cell.year, discounting.timing));
      text += fmt::format(
          "{},{},{},{},{},{},{},{},{},{},{},{},{}\n", start,
          calendar_year(report.scenario, cell.year), department_names[index_of(cell.department)],
          payer_names[index_of(cell.payer)], account_type_names[index_of(cell.account_type)],
          kind_of_line(cell), line_name(cell), has_units ? fmt::format("{}", units) : "",
          csv_cell(unit), has_units ? fmt::format("{}", report.appraisal.kroner(cell.gross)) : "",
          amount, amount * worth, is_in_net_result(cell) ? "yes" : "no");
    }
  }
  return text;
}

/// What each arm costs less than what it is compared with, in the screen's sign; development and
/// evaluation stand apart and are left out.
std::string changes_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,year,department,payer,account_type,account_function,kind,line,"
      "units,unit,less_expenditure_kr,discounted_kr\n";
  const Discounting discounting = discounting_of(report.scenario);
  const auto& rows = report.scenario.catalogue.rows;
  for (std::size_t arm = 1; arm < report.appraisal.ledgers.size(); ++arm) {
    const Ledger& own = report.appraisal.ledgers[arm];
    const Ledger& reference = report.appraisal.reference_of(arm);
    const std::string start = arm_cells_of(report, arm);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const LedgerCell& cell = own[i];
      const Ore less = reference[i].amount - cell.amount;
      const Hundredths fewer = reference[i].units - cell.units;
      const bool has_units = cell.payer == Payer::municipality && !is_programme(cell);
      if (!is_in_net_result(cell) || (less == 0 && !(has_units && fewer != 0))) continue;
      const double kroner = report.appraisal.kroner(less);
      const double worth =
          discount_factor(discounting.rate, time_of_year(cell.year, discounting.timing));
      const bool is_service = !is_programme(cell) && !is_settlement(cell);
      text += fmt::format(
          "{},{},{},{},{},{},{},{},{},{},{},{}\n", start, calendar_year(report.scenario, cell.year),
          department_names[index_of(cell.department)], payer_names[index_of(cell.payer)],
          account_type_names[index_of(cell.account_type)],
          is_service ? csv_cell(rows[cell.line].account_function) : "", kind_of_line(cell),
          line_name(cell),
          has_units ? fmt::format("{}", static_cast<double>(fewer) /
                                            (one_unit * report.result.whole_runs()))
                    : "",
          csv_cell(unit_of(cell, report.scenario.catalogue)), kroner, kroner * worth);
    }
  }
  return text;
}

template <class Array, std::size_t N>
std::string counts_csv(const Report& report, const std::string& axis, Array YearCounts::*member,
                       const std::array<std::string_view, N>& names) {
  std::string text = "strategy,effect_level,year," + axis + ",count\n";
  for (std::size_t arm = 0; arm < report.result.counts.size(); ++arm) {
    int budget_year = 0;
    for (const YearCounts& year : report.result.counts[arm].years) {
      ++budget_year;
      for (std::size_t i = 0; i < N; ++i) {
        text += fmt::format("{},{},{},{}\n", arm_cells_of(report, arm),
                            calendar_year(report.scenario, budget_year), names[i],
                            static_cast<double>((year.*member)[i]) / report.result.whole_runs());
      }
    }
  }
  return text;
}

std::string net_results_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,purse,gross_saving_kr,programme_cost_kr,net_result_kr,"
      "net_result_without_tax_kr,standard_error_kr,variance_ratio\n";
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      for (std::size_t p = 0; p < purse_count; ++p) {
        const Part part = part_of(static_cast<Purse>(p));
        Part without_tax = part;
        without_tax.with_tax = false;
        const MeanError& error = saving.mean_error[p];
        const auto kroner = [&](const MoneyTable& table, const Part& which) {
          return report.appraisal.kroner(total(table, which));
        };
        text += fmt::format("{},{},{},{},{},{},{},{}\n", arm_cells_of(report, saving.arm),
                            purse_names[p], kroner(saving.gross_saving, part),
                            kroner(saving.programme_cost, part), kroner(saving.net_result, part),
                            kroner(saving.net_result, without_tax), csv_cell(error.standard_error),
                            csv_cell(saving.error[p].variance_ratio));
      }
    }
  }
  return text;
}

/// One row per part of each result that is not nought. The three last sum to the first over all
/// years.
std::string cashable_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,year,department,payer,net_result_kr,in_budget_kr,"
      "not_cashable_kr,after_horizon_kr\n";
  const auto add = [&](const Saving& saving, const CashableResult& parts, const Part& cell) {
    std::string amounts;
    bool is_nought = true;
    for (const MoneyTable* table :
         {&saving.net_result, &parts.net_result, &parts.not_cashable, &parts.after_horizon}) {
      const Ore amount = total(*table, cell);
      is_nought = is_nought && amount == 0;
      amounts += fmt::format(",{}", report.appraisal.kroner(amount));
    }
    if (is_nought) return;
    text += fmt::format("{},{},{},{}{}\n", arm_cells_of(report, saving.arm),
                        calendar_year(report.scenario, *cell.year),
                        department_names[index_of(*cell.department)],
                        payer_names[index_of(*cell.payer)], amounts);
  };
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      const CashableResult parts =
          cashable_result(report.appraisal, report.scenario.catalogue, saving.arm);
      for (int year = 1; year <= report.appraisal.years; ++year) {
        for (std::size_t i = 0; i < department_count * payer_count; ++i) {
          add(saving, parts,
              {.year = year,
               .department = static_cast<Department>(i / payer_count),
               .payer = static_cast<Payer>(i % payer_count)});
        }
      }
    }
  }
  return text;
}

std::string freed_hours_csv(const Report& report) {
  std::string text = "strategy,effect_level,year,service,hours,kr\n";
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      const auto freed = freed_hours(report.appraisal, saving.arm);
      for (std::size_t kind = 0; kind < casework_count; ++kind) {
        for (std::size_t year = 0; year < freed[kind].hours.size(); ++year) {
          text += fmt::format("{},{},{},{},{}\n", arm_cells_of(report, saving.arm),
                              calendar_year(report.scenario, static_cast<int>(year) + 1),
                              service_names[index_of(service_of(static_cast<Casework>(kind)))],
                              static_cast<double>(freed[kind].hours[year]) /
                                  (one_unit * report.result.whole_runs()),
                              report.appraisal.kroner(freed[kind].kroner[year]));
        }
      }
    }
  }
  return text;
}

std::string prices_csv(const Catalogue& catalogue) {
  std::string text =
      "service,unit,price_kr,price_level,move,index,as_written_kr,written_level,matched_by\n";
  const PriceLevel level{catalogue};
  for (const CatalogueRow& row : catalogue.rows) {
    const PriceMove move = level.move_of(row);
    text += fmt::format("{},{},{},{},{},{},{},{},{}\n", service_names[index_of(row.service)],
                        row.price.unit, level.price(row), level.level_of(row),
                        price_move_names[index_of(move)], price_index_names[index_of(row.index)],
                        row.price.value, row.price_level, row.match);
  }
  return text;
}

std::string stands_on_csv(const Scenario& scenario) {
  std::string text = "part,number,law_year,written_level,price_level,index,grade\n";
  const auto year = [](const std::optional<int>& known) {
    return known ? std::to_string(*known) : "";
  };
  for (const LawRow& row : law_table(scenario)) {
    const bool has_index = row.index != PriceIndex::none;
    text += fmt::format("{},{},{},{},{},{},{}\n", law_part_names[index_of(row.part)], row.name,
                        year(row.law_year), year(row.written_level), year(row.level),
                        has_index ? price_index_names[index_of(row.index)] : "",
                        grade_names[index_of(row.grade)]);
  }
  return text;
}

/// What the names in the other tables are called.
std::string labels_csv() {
  constexpr std::array<std::string_view, 11> groups{
      "department", "payer",         "account_type", "service", "settlement", "programme_item",
      "outcome",    "labour_status", "effect_level", "margin",  "unit"};
  std::string text = "kind,name,en,da\n";
  for (const std::string_view key : word_keys) {
    const std::string_view group = key.substr(0, key.find('.'));
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) continue;
    const std::string_view name = key.substr(group.size() + 1);
    const auto in = [&](Language language) {
      return csv_cell(std::string{label(language, group, name)});
    };
    text += fmt::format("{},{},{},{}\n", group, name, in(Language::en), in(Language::da));
  }
  return text;
}

std::string law_and_prices_csv(const Scenario& scenario) {
  std::string text = "name,value\n";
  for (const auto& [name, value] : law_and_prices(scenario)) {
    text += fmt::format("{},{}\n", name, csv_cell(value));
  }
  return text;
}

}  // namespace

std::string population_csv(const PopulationFit& fit) {
  std::string text = "margin,unit,target,weighted,drawn,tolerance,fitted\n";
  for (const MarginFit& margin : fit.margins) {
    text += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(margin.name), csv_cell(margin.unit),
                        margin.target, margin.weighted, margin.drawn, margin.tolerance,
                        margin.fitted ? "yes" : "no");
  }
  return text;
}

std::vector<WrittenTable> csv_tables(const Report& report) {
  const Scenario& scenario = report.scenario;
  std::vector<WrittenTable> tables;
  if (!scenario.own_families) {  // by person and service they would tell of real families
    tables = {
        {"cells.csv", cells_csv(report)},
        {"changes.csv", changes_csv(report)},
        {"outcomes.csv", counts_csv(report, "outcome", &YearCounts::outcomes, outcome_names)},
        {"week_48.csv", counts_csv(report, "status", &YearCounts::week_48, labour_status_names)},
        {"freed_hours.csv", freed_hours_csv(report)},
        {"population.csv", population_csv(report.result.population)}};
  }
  tables.push_back({"net_results.csv", net_results_csv(report)});
  tables.push_back({"cashable.csv", cashable_csv(report)});
  tables.push_back({"prices.csv", prices_csv(scenario.catalogue)});
  tables.push_back({"law_and_prices.csv", law_and_prices_csv(scenario)});
  tables.push_back({"stands_on.csv", stands_on_csv(scenario)});
  tables.push_back({"labels.csv", labels_csv()});
  if (report.draws != nullptr) {
    tables.push_back({"uncertainty.csv", uncertainty_csv(report)});
    tables.push_back({"inputs.csv", inputs_csv(*report.draws)});
    tables.push_back({"drawn_inputs.csv", drawn_inputs_csv(scenario, *report.draws)});
  }
  return tables;
}

std::vector<WrittenTable> draw_csv_tables(const IntegerTable& arms,
                                          const std::vector<IntegerTable>& draws, double scale) {
  std::vector<WrittenTable> tables;
  for (const IntegerTable& table : draws) {
    if (table.name == "costs") tables.push_back({"draws.csv", draws_csv(table, arms, scale)});
    if (table.name == "outcomes")
      tables.push_back({"draw_outcomes.csv", draw_outcomes_csv(table, scale)});
  }
  return tables;
}

}  // namespace samspil
