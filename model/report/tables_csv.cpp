#include "model/report/tables_csv.hpp"

#include "model/appraisal/cashable.hpp"
#include "model/costs/indices.hpp"
#include "model/population/service_of.hpp"
#include "model/report/law_and_prices.hpp"

namespace samspil {
namespace {

/// Quoted where the text needs it.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string or_empty(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : std::string{};
}

/// "strategy,effect_level" of an arm. Present practice goes by that name: a strategy that is
/// compared with itself has rows of its own.
std::string arm_fields(const Report& report, std::size_t arm) {
  const Arm& which = report.result.arms[arm];
  if (which.strategy == 0) return "baseline,";
  const bool is_present = which.strategy > report.scenario.strategies.size();
  const std::string name =
      is_present ? "present_practice" : strategy_of(report.scenario, which.strategy).id;
  return fmt::format("{},{}", field(name), effect_level_names[index_of(which.level)]);
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
      "amount_kr,in_net_result\n";
  const auto draws = static_cast<double>(report.result.runs());
  for (std::size_t arm = 0; arm < report.appraisal.ledgers.size(); ++arm) {
    const std::string start = arm_fields(report, arm);
    for (const LedgerCell& cell : report.appraisal.ledgers[arm]) {
      const bool has_units = cell.payer == Payer::municipality;
      if (cell.amount == 0 && !(has_units && cell.units != 0)) continue;
      const std::string unit = unit_of(cell, report.scenario.catalogue);
      const double units = static_cast<double>(cell.units) / (one_unit * draws);
      text += fmt::format(
          "{},{},{},{},{},{},{},{},{},{},{},{}\n", start, calendar_year(report.scenario, cell.year),
          department_names[index_of(cell.department)], payer_names[index_of(cell.payer)],
          account_type_names[index_of(cell.account_type)], kind_of_line(cell), line_name(cell),
          has_units ? fmt::format("{}", units) : "", field(unit),
          has_units ? fmt::format("{}", report.appraisal.kroner(cell.gross)) : "",
          report.appraisal.kroner(cell.amount), is_in_net_result(cell) ? "yes" : "no");
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
        text += fmt::format(
            "{},{},{},{}\n", arm_fields(report, arm), calendar_year(report.scenario, budget_year),
            names[i],
            static_cast<double>((year.*member)[i]) / static_cast<double>(report.result.runs()));
      }
    }
  }
  return text;
}

std::string net_results_csv(const Report& report) {
  std::string text =
      "strategy,effect_level,purse,gross_saving_kr,programme_cost_kr,net_result_kr,"
      "net_result_without_tax_kr,standard_error_kr,variance_ratio,simulation_error_kr,"
      "input_spread_kr\n";
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
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", arm_fields(report, saving.arm),
                            purse_names[p], kroner(saving.gross_saving, part),
                            kroner(saving.programme_cost, part), kroner(saving.net_result, part),
                            kroner(saving.net_result, without_tax), or_empty(error.standard_error),
                            or_empty(saving.error[p].variance_ratio), or_empty(error.simulation),
                            or_empty(error.input_spread));
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
    text += fmt::format("{},{},{},{}{}\n", arm_fields(report, saving.arm),
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
          text += fmt::format(
              "{},{},{},{},{}\n", arm_fields(report, saving.arm),
              calendar_year(report.scenario, static_cast<int>(year) + 1),
              service_names[index_of(service_of(static_cast<Casework>(kind)))],
              static_cast<double>(freed[kind].hours[year]) / (one_unit * report.result.runs()),
              report.appraisal.kroner(freed[kind].kroner[year]));
        }
      }
    }
  }
  return text;
}

std::string prices_csv(const Catalogue& catalogue) {
  std::string text = "service,unit,price_kr,price_level,move,index,as_written_kr,written_level\n";
  const PriceLevel level{catalogue};
  for (const CatalogueRow& row : catalogue.rows) {
    const PriceMove move = level.move_of(row);
    text += fmt::format("{},{},{},{},{},{},{},{}\n", service_names[index_of(row.service)],
                        row.price.unit, level.price(row), level.level_of(row),
                        price_move_names[index_of(move)], price_index_names[index_of(row.index)],
                        row.price.value, row.price_level);
  }
  return text;
}

std::string law_and_prices_csv(const Scenario& scenario) {
  std::string text = "name,value\n";
  for (const auto& [name, value] : law_and_prices(scenario)) {
    text += fmt::format("{},{}\n", name, field(value));
  }
  return text;
}

}  // namespace

std::string population_csv(const PopulationFit& fit) {
  std::string text = "margin,unit,target,weighted,drawn,tolerance,fitted\n";
  for (const MarginFit& margin : fit.margins) {
    text +=
        fmt::format("{},{},{},{},{},{},{}\n", field(margin.name), field(margin.unit), margin.target,
                    margin.weighted, margin.drawn, margin.tolerance, margin.fitted ? "yes" : "no");
  }
  return text;
}

std::vector<WrittenTable> csv_tables(const Report& report) {
  return {{"cells.csv", cells_csv(report)},
          {"outcomes.csv", counts_csv(report, "outcome", &YearCounts::outcomes, outcome_names)},
          {"week_48.csv", counts_csv(report, "status", &YearCounts::week_48, labour_status_names)},
          {"net_results.csv", net_results_csv(report)},
          {"cashable.csv", cashable_csv(report)},
          {"freed_hours.csv", freed_hours_csv(report)},
          {"population.csv", population_csv(report.result.population)},
          {"prices.csv", prices_csv(report.scenario.catalogue)},
          {"law_and_prices.csv", law_and_prices_csv(report.scenario)}};
}

}  // namespace samspil
