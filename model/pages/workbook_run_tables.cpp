#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr CellStyle amount_style = look::of(NumberLook::thousands);

/// One strategy in the form that a committee reads.
class CommitteeForm {
 public:
  CommitteeForm(Sheet& sheet, const RunBook& book, std::size_t strategy)
      : sheet_{sheet}, book_{book}, view_{book.view}, strategy_{strategy} {}

  int add(int row) {
    add_years(sheet_, row++, book_, book_.title_of(strategy_));
    const CellRange& programme = book_.programmes[strategy_].total;
    const StrategyMoney& money = book_.money[strategy_];
    const CellRange cost = put(row++, view_.text("book.programme_as_cost"), amount_style,
                               [&](std::size_t year) { return -programme.cells[year]; });
    const CellRange permanent = put(
        row++, view_.text("book.changed_expenditure"), amount_style,
        [&](std::size_t year) { return money.municipality.cells[year] + programme.cells[year]; });
    if (book_.lines[strategy_].is_live) row = add_types(row);
    const CellRange in_all =
        put(row++, view_.text("case.effect_in_all"), look::total(NumberLook::thousands),
            [&](std::size_t year) { return cost.cells[year] + permanent.cells[year]; });
    add_cumulated(sheet_, row++, view_.text("run.cumulated"), first_year, in_all,
                  NumberLook::thousands);
    sheet_.text(row, 0, view_.text("book.paid_back"));
    sheet_.formula(row++, first_year, money.paid_back, {.look = NumberLook::year});
    return add_own_committees(row) + 1;
  }

 private:
  CellRange put(int row, const std::string& label, CellStyle style, const YearAmount& amount,
                unsigned char indent = 0) {
    return add_year_row(sheet_, row, book_, label, style, amount, indent);
  }

  int add_types(int row) {
    const StrategyLines& lines = book_.lines[strategy_];
    for (const char* type : account_types) {
      const std::string label = view_.label("account_type", type);
      put(
          row++, label, amount_style,
          [&](std::size_t year) {
            return book_.inputs.families *
                   sum_if({{lines.account_types, literal_text(label)}}, lines.paid[0][year]);
          },
          2);
    }
    return row;
  }

  /// Under the committees that the scenario names, as the run has it.
  int add_own_committees(int row) {
    const Json& committees = book_.strategies().at(strategy_).at("committees");
    if (committees.is_null()) return row;
    sheet_.text(row++, 0, view_.text("book.own_committees"), look::note);
    for (const Json& committee : committees) {
      const Json& name = committee.at("name");
      sheet_.text(row, 0,
                  name.is_null() ? view_.text("book.no_committee") : name.get<std::string>(),
                  {.indent = 1});
      for (int year = 0; year < book_.years; ++year) {
        sheet_.number(row, first_year + year,
                      committee.at("by_year").at(static_cast<std::size_t>(year)),
                      look::closed(NumberLook::thousands));
      }
      sheet_.number(row++, first_year + book_.years, committee.at("in_all"),
                    look::closed(NumberLook::thousands));
    }
    return row;
  }

  Sheet& sheet_;
  const RunBook& book_;
  const View& view_;
  std::size_t strategy_;
};

/// Pays, saves, net, and what of it meets the budget: over all years.
int add_pockets(Sheet& sheet, int row, const RunBook& book, std::size_t strategy) {
  const View& view = book.view;
  const StrategyMoney& money = book.money[strategy];
  const StrategyProgramme& programme = book.programmes[strategy];
  int column = 0;
  sheet.text(row, column++, book.title_of(strategy), look::heading);
  for (const Key heading : {Key{"run.pays"}, Key{"run.gains"}, Key{"run.net"},
                            Key{"book.in_budget"}, Key{"book.stays_or_later"}}) {
    sheet.text(row, column++, view.text(heading), look::right_heading);
  }
  ++row;
  const int first = row;
  const CellStyle amount = look::of(NumberLook::thousands);
  for (const char* name : own_departments) {
    sheet.text(row, 0, view.label("department", name), {.indent = 1});
    const Formula pays = sheet.formula(row, 1, -sum(programme.by_department.at(name)), amount);
    const Formula net = sum(money.by_department.at(name));
    sheet.formula(row, 2, net - pays, amount);
    const Formula in_all = sheet.formula(row, 3, sheet.at(row, 1) + sheet.at(row, 2), amount);
    const Formula budget = sheet.formula(row, 4, sum(money.in_budget.at(name)), amount);
    sheet.formula(row++, 5, in_all - budget, amount);
  }
  const int municipality = row++;
  add_sums(sheet, municipality, view.text("run.municipality_in_all"), first, 1, 5,
           NumberLook::thousands);
  const auto payer = [&](const char* name, const CellRange& by_year) {
    sheet.text(row, 0, view.label("payer", name));
    sheet.formula(row, 2, sum(by_year), amount);
    sheet.formula(row++, 3, sum(by_year), amount);
  };
  payer("region", money.region);
  payer("state", money.state);
  add_sums(sheet, row, view.text("run.public_total"), municipality, 1, 3, NumberLook::thousands);
  return row + 2;
}

}  // namespace

void add_run_committee(Sheet& sheet, const RunBook& book) {
  int row = begin_year_sheet(sheet, book, "book.committee_sheet", "book.committee_note");
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    CommitteeForm form{sheet, book, i};
    row = form.add(row);
  }
}

void add_run_budget(Sheet& sheet, RunBook& book) {
  int row = begin_year_sheet(sheet, book, "book.budget_sheet", "book.budget_note");
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    add_years(sheet, row++, book, book.title_of(i));
    const StrategyLines& lines = book.lines[i];
    const int first = row;
    for (const char* name : own_departments) {
      const std::string label = book.view.label("department", name);
      const CellRange& programme = book.programmes[i].by_department.at(name);
      const auto amount = [&](std::size_t year) {
        return book.inputs.families * sum_if({{lines.budget_departments, literal_text(label)}},
                                             lines.in_budget[year]) -
               programme.cells[year];
      };
      book.money[i].in_budget[name] =
          add_year_row(sheet, row++, book, label, amount_style, amount, 1);
    }
    add_year_sums(sheet, row, book, "run.municipality_in_all", first, NumberLook::thousands);
    row += 2;
  }
}

void add_run_pockets(Sheet& sheet, const RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 44}, {4, 16}, {5, 18}};
  sheet.is_landscape = false;
  int row = begin_sheet(sheet, view.text("book.pockets_sheet"), view.text("book.pockets_note"), 7);
  row = add_caveats(sheet, row, book, 7);
  sheet.frozen_columns = 1;
  if (book.strategies().empty()) return;
  const int chart_row = row, first = row += 22;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) row = add_pockets(sheet, row, book, i);
  const auto rows = static_cast<int>(own_departments.size());
  sheet.charts.push_back(
      {.kind = ChartKind::bars,
       .title = view.say("book.chart_pockets", book.title_of(0)),
       .axis = view.text("run.in_thousands"),
       .description = view.text("book.chart_pockets_note"),
       .categories = sheet.range(first + 1, 0, first + rows, 0),
       .series = {{view.text("run.pays"), sheet.range(first + 1, 1, first + rows, 1), 0xD55E00},
                  {view.text("run.gains"), sheet.range(first + 1, 2, first + rows, 2), 0x0072B2}},
       .row = chart_row,
       .column = 0,
       .width = 760,
       .height = 380});
}

}  // namespace samspil
