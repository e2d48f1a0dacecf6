/// \file
/// The sheets of the calculator of a case, each made of those before it.
#pragma once

#include <array>

#include "model/pages/workbook_parts.hpp"

namespace samspil {

/// How much the calculator has room for.
struct CaseRoom {
  int costs = 0, consequences = 0, intakes = 0, years = 0;

  int last_position() const noexcept { return intakes + years - 1; }  ///< 0 is now.
};
CaseRoom room_of(const Json& document);

/// Where the yellow cells are.
struct CaseInputs {
  CaseRoom room;
  Formula first_year, success_rate;
  std::vector<Formula> rates;                 ///< By step of the discount rate.
  std::vector<double> steps;                  ///< From when each holds [years].
  std::vector<Formula> participants;          ///< By intake.
  int first_cost = 0, first_consequence = 0;  ///< Rows.
  const Sheet* sheet = nullptr;

  /// A column of all costs, or of all consequences.
  CellRange of_costs(int column) const;
  CellRange of_consequences(int column) const;
};
namespace case_column {
inline constexpr int name = 0, payer = 1, department = 2, account_type = 3;
inline constexpr int one_off = 4, time = 5, amount = 6, cost_grade = 7, cost_source = 8;
inline constexpr int first_year = 4;
}  // namespace case_column

CaseInputs add_case_inputs(Sheet& sheet, const View& view);

/// What one purse pays and would be spared, by position of the timeline.
struct CasePurseRows {
  CellRange benefit, cost, benefit_discounted, cost_discounted;
};

/// Every row over the timeline, and by purse: payers, then the public.
struct CaseLines {
  CellRange positions;
  std::vector<CasePurseRows> purses;
  CellRange of_costs(int position) const { return column(first_cost, costs, position); }
  CellRange of_consequences(int position) const {
    return column(first_consequence, consequences, position);
  }

  const Sheet* sheet = nullptr;
  int first_cost = 0, costs = 0, first_consequence = 0, consequences = 0;
  CellRange column(int first, int count, int position) const;
};
CaseLines add_case_lines(Sheet& sheet, const View& view, const CaseInputs& inputs);

/// Net result by purse and year, the verdict, and a chart.
void add_case_results(Sheet& sheet, const View& view, const CaseInputs& inputs,
                      const CaseLines& lines);

/// The municipality in its committees' form.
void add_case_committee(Sheet& sheet, const View& view, const CaseInputs& inputs,
                        const CaseLines& lines);

/// "now" and the years over columns from `first` on; a total behind them.
void add_case_years(Sheet& sheet, int row, int first, const View& view, const CaseInputs& inputs,
                    bool has_total);

}  // namespace samspil
