#include "model/pages/workbook_case_parts.hpp"

namespace samspil {
namespace {

constexpr int first_position = 3;  ///< Column; before it name, time and discount factor.

class Lines {
 public:
  Lines(Sheet& sheet, const View& view, const CaseInputs& inputs)
      : sheet_{sheet}, view_{view}, inputs_{inputs}, last_{inputs.room.last_position()} {}

  CaseLines add() {
    sheet_.widths = {{0, 38}, {1, 9}, {2, 12}};
    int row =
        begin_sheet(sheet_, view_.text("book.case_lines"), view_.text("book.case_lines_note"), 11);
    add_case_years(sheet_, row, first_position, view_, inputs_, false);
    sheet_.frozen_rows = row + 1;
    sheet_.repeated_rows = row + 1;
    sheet_.frozen_columns = 1;
    row = add_positions(row + 1);
    lines_.sheet = &sheet_;
    row = add_costs(row + 1);
    row = add_consequences(row + 1);
    add_purses(row + 1);
    return lines_;
  }

 private:
  int add_positions(int row) {
    sheet_.text(row, 0, view_.text("book.years_from_now"));
    sheet_.text(row + 1, 0, view_.text("book.discount_factor"));
    for (int p = 0; p <= last_; ++p) {
      const Formula time = sheet_.number(row, first_position + p, p, look::of(NumberLook::kroner));
      sheet_.formula(row + 1, first_position + p,
                     discount_factor_at(time, inputs_.rates, inputs_.steps),
                     look::of(NumberLook::factor));
    }
    lines_.positions = sheet_.range(row, first_position, first_position + last_);
    factors_ = sheet_.range(row + 1, first_position, first_position + last_);
    return row + 2;
  }

  int add_costs(int row) {
    namespace at = case_column;
    sheet_.text(row, 0, view_.text("book.cost_rows"), look::heading);
    sheet_.text(row, 1, view_.text("book.time_short"), look::right_heading);
    sheet_.text(row, 2, view_.text("book.discount_factor"), look::right_heading);
    lines_.first_cost = ++row;
    lines_.costs = inputs_.room.costs;
    for (int i = 0; i < lines_.costs; ++i, ++row) {
      const int source = inputs_.first_cost + i;
      sheet_.formula(row, 0, as_text(inputs_.sheet->at(source, at::name)), look::plain);
      const Formula time =
          sheet_.formula(row, 1, inputs_.sheet->at(source, at::time), look::of(NumberLook::plain));
      sheet_.formula(row, 2, discount_factor_at(time, inputs_.rates, inputs_.steps),
                     look::of(NumberLook::factor));
      for (int p = 0; p <= last_; ++p) {
        const Formula is_then =
            equal(rounded_up(time), lines_.positions.cells[static_cast<std::size_t>(p)]);
        sheet_.formula(row, first_position + p,
                       if_else(is_then, inputs_.sheet->at(source, at::amount), literal(0)),
                       look::of(NumberLook::kroner));
      }
    }
    return row;
  }

  /// Every intake's participants have their k-th year in position intake + k - 1.
  Formula if_all_succeed(int consequence, int position) {
    Formula sum = literal(0);
    for (int intake = 1; intake <= inputs_.room.intakes; ++intake) {
      const int year = position - intake + 1;
      if (year < 1 || year > inputs_.room.years) continue;
      const Formula part = inputs_.participants[static_cast<std::size_t>(intake - 1)] *
                           inputs_.sheet->at(inputs_.first_consequence + consequence,
                                             case_column::first_year + year - 1);
      sum = sum.text == "0" ? part : sum + part;
    }
    return sum;
  }

  int add_consequences(int row) {
    sheet_.text(row, 0, view_.text("book.consequence_rows"), look::heading);
    lines_.first_consequence = ++row;
    lines_.consequences = inputs_.room.consequences;
    for (int i = 0; i < lines_.consequences; ++i, ++row) {
      sheet_.formula(row, 0,
                     as_text(inputs_.sheet->at(inputs_.first_consequence + i, case_column::name)),
                     look::plain);
      for (int p = 0; p <= last_; ++p) {
        sheet_.formula(row, first_position + p, if_all_succeed(i, p), look::of(NumberLook::kroner));
      }
    }
    return row;
  }

  CellRange of_rows(int first, int count, int column) const {
    return sheet_.range(first, column, first + count - 1, column);
  }

  /// Four rows of one payer.
  void add_payer(int row, const char* payer) {
    namespace at = case_column;
    const std::string name = view_.label("payer", payer);
    const Formula who = literal_text(name);
    const CellRange cost_payers = inputs_.of_costs(at::payer);
    const CellRange benefit_payers = inputs_.of_consequences(at::payer);
    const CellRange cost_factors = of_rows(lines_.first_cost, lines_.costs, 2);
    for (int p = 0; p <= last_; ++p) {
      const int column = first_position + p;
      const CellRange costs = lines_.of_costs(p), benefits = lines_.of_consequences(p);
      const auto put = [&](int below, const Formula& formula) {
        return sheet_.formula(row + below, column, formula, look::of(NumberLook::kroner));
      };
      const Formula benefit = put(0, sum_if({{benefit_payers, who}}, benefits));
      put(1, sum_if({{cost_payers, who}}, costs));
      put(2, benefit * factors_.cells[static_cast<std::size_t>(p)]);
      put(3, discounted_costs(cost_payers, who, cost_factors, costs));
    }
  }

  /// Σ costs of the payer × the factor of each cost's own time.
  static Formula discounted_costs(const CellRange& payers, const Formula& who,
                                  const CellRange& factors, const CellRange& costs) {
    double sum = 0;
    for (std::size_t i = 0; i < costs.cells.size(); ++i) {
      if (payers.cells[i].said == who.said) sum += factors.cells[i].value * costs.cells[i].value;
    }
    return {"SUMPRODUCT((" + payers.text + "=" + who.text + ")*" + factors.text + "*" + costs.text +
                ")",
            sum};
  }

  void name_rows(int row, const std::string& purse) {
    sheet_.text(row, 0, view_.say("book.benefit_of", purse));
    sheet_.text(row + 1, 0, view_.say("book.cost_of", purse));
    sheet_.text(row + 2, 0, view_.say("book.benefit_discounted_of", purse));
    sheet_.text(row + 3, 0, view_.say("book.cost_discounted_of", purse));
  }

  CasePurseRows rows_at(int row) const {
    const auto at_row = [&](int below) {
      return sheet_.range(row + below, first_position, first_position + last_);
    };
    return {at_row(0), at_row(1), at_row(2), at_row(3)};
  }

  void add_purses(int row) {
    sheet_.text(row++, 0, view_.text("book.by_purse"), look::heading);
    const int first = row;
    for (const char* payer : payer_order) {
      name_rows(row, view_.label("payer", payer));
      add_payer(row, payer);
      lines_.purses.push_back(rows_at(row));
      row += 4;
    }
    name_rows(row, view_.text("run.public_total"));
    for (int below = 0; below < 4; ++below) {
      for (int p = 0; p <= last_; ++p) {
        const int column = first_position + p;
        sheet_.formula(row + below, column,
                       sheet_.at(first + below, column) + sheet_.at(first + 4 + below, column) +
                           sheet_.at(first + 8 + below, column),
                       look::of(NumberLook::kroner));
      }
    }
    lines_.purses.push_back(rows_at(row));
  }

  Sheet& sheet_;
  const View& view_;
  const CaseInputs& inputs_;
  int last_;
  CellRange factors_;
  CaseLines lines_;
};

}  // namespace

CellRange CaseLines::column(int first, int count, int position) const {
  return sheet->range(first, first_position + position, first + count - 1,
                      first_position + position);
}

CaseLines add_case_lines(Sheet& sheet, const View& view, const CaseInputs& inputs) {
  return Lines{sheet, view, inputs}.add();
}

void add_case_years(Sheet& sheet, int row, int first, const View& view, const CaseInputs& inputs,
                    bool has_total) {
  const int last = inputs.room.last_position();
  sheet.text(row, 0, "", look::heading);
  sheet.text(row, first, view.text("case.now"), look::right_heading);
  for (int p = 1; p <= last; ++p) {
    CellStyle style = look::year;
    sheet.formula(row, first + p, inputs.first_year + literal(p - 1), style);
  }
  if (has_total) sheet.text(row, first + last + 1, view.text("run.total"), look::right_heading);
}

}  // namespace samspil
