/// \file
/// The sheets of a run's workbook, each made of those before it: inputs, then every strategy's
/// units times prices and its programme, then the municipality's and the payers' money.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/pages/workbook_parts.hpp"

namespace samspil {

/// What a service costs, as it may be changed.
struct ServiceInputs {
  Formula price, cashable_share, lag_months;
  bool is_open = false;  ///< Another price acts by its units alone.
};

struct RunInputs {
  Formula families;  ///< Of those of the run: 1 where they are as many.
  std::vector<Formula> rates;
  std::vector<double> steps;
  Formula timing;  ///< When in a year its money falls due [years from its beginning].
  std::map<std::string, ServiceInputs> services;
  /// By strategy and lever: as it may be changed, and as the run has it.
  std::vector<std::map<std::string, std::pair<Formula, Formula>>> levers;
};

/// One strategy's consequences by year, on its sheets of units and prices and of what of it reaches
/// the budget; saved is positive.
struct StrategyLines {
  bool is_live = false;                            ///< False where single services are not told.
  CellRange services, departments, account_types;  ///< By line.
  std::vector<std::vector<CellRange>> paid;        ///< By payer and year: every line.
  CellRange budget_departments;                    ///< By service and settlement.
  std::vector<CellRange> in_budget;                ///< By year: the municipality's.
};

/// What a programme costs beyond that of the reference, by department and year: the
/// municipality's.
struct StrategyProgramme {
  std::map<std::string, CellRange> by_department;
  CellRange total;
};

/// By department and in all, what the municipality comes to by year: less expenditure.
struct StrategyMoney {
  std::map<std::string, CellRange> by_department, in_budget;
  CellRange municipality, cumulated;
  CellRange region, state, all_public;
  Formula municipality_npv, paid_back;
};

/// All that the sheets of a run share.
struct RunBook {
  const View& view;
  std::string file;
  int years;
  RunInputs inputs{};
  CellRange discount_factors{};
  std::vector<StrategyLines> lines{};
  std::vector<StrategyProgramme> programmes{};
  std::vector<StrategyMoney> money{};

  const Json& strategies() const { return view.document.at("strategies"); }
  std::string title_of(std::size_t strategy) const {
    return short_title(view, strategies().at(strategy));
  }
  int calendar_year(int year) const {
    return view.document.at("years").at(static_cast<std::size_t>(year)).get<int>();
  }
  /// "samspil run FILE …": the command of a new run.
  std::string command() const;
};

/// Above every net result: what no report shows, and how sure all is.
int add_caveats(Sheet& sheet, int row, const RunBook& book, int last_column);

/// A sheet of tables by year: its title, what it shows, the caveats. The next free row.
int begin_year_sheet(Sheet& sheet, const RunBook& book, Key title, Key note);

/// Where the years of a table begin, behind its labels.
inline constexpr int first_year = 1;

/// A heading with the years, and a total behind them.
void add_years(Sheet& sheet, int row, const RunBook& book, std::string_view label,
               bool has_total = true);

/// A row by year, and its total behind them.
using YearAmount = std::function<Formula(std::size_t year)>;
CellRange add_year_row(Sheet& sheet, int row, const RunBook& book, const std::string& label,
                       CellStyle style, const YearAmount& amount, unsigned char indent = 0);

/// A row of sums of those from `first_row` to the one above.
CellRange add_year_sums(Sheet& sheet, int row, const RunBook& book, Key label, int first_row,
                        NumberLook look);

void add_run_inputs(Sheet& sheet, RunBook& book);
void add_run_lines(Sheet& sheet, RunBook& book, std::size_t strategy);
void add_run_cashable(Sheet& sheet, RunBook& book, std::size_t strategy);
void add_run_programme(Sheet& sheet, RunBook& book);
void add_run_municipality(Sheet& sheet, RunBook& book);
void add_run_payers(Sheet& sheet, RunBook& book);
void add_run_accounts(Sheet& sheet, const RunBook& book);
void add_run_committee(Sheet& sheet, const RunBook& book);
void add_run_pockets(Sheet& sheet, const RunBook& book);
void add_run_budget(Sheet& sheet, RunBook& book);
void add_run_ranges(Sheet& sheet, const RunBook& book);
void add_run_effects(Sheet& sheet, const RunBook& book);
void add_run_assumptions(Sheet& sheet, const RunBook& book);
void add_run_own(Sheet& sheet, const RunBook& book);
void add_run_checklist(Sheet& sheet, const RunBook& book);
void add_run_cover(Sheet& sheet, const RunBook& book, const std::vector<SheetLine>& sheets);

}  // namespace samspil
