#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr int first_year = 1;

CellStyle bold_total() { return {.is_bold = true, .is_total = true}; }

/// One strategy in the form that a committee reads.
class CommitteeForm {
 public:
  CommitteeForm(Sheet& sheet, const RunBook& book, std::size_t strategy)
      : sheet_{sheet}, book_{book}, view_{book.view}, strategy_{strategy} {}

  int add(int row) {
    add_years(sheet_, row++, first_year, book_, book_.title_of(strategy_));
    const StrategyProgramme& programme = book_.programmes[strategy_];
    const StrategyMoney& money = book_.money[strategy_];
    const int cost = row;
    put(row++, view_.text("book.programme_as_cost"), look::of(NumberLook::thousands),
        [&](std::size_t y) { return -programme.total.cells[y]; });
    const int permanent = row;
    put(row++, view_.text("book.changed_expenditure"), look::of(NumberLook::thousands),
        [&](std::size_t y) { return money.municipality.cells[y] + programme.total.cells[y]; });
    if (book_.lines[strategy_].is_live) row = add_types(row);
    put(row, view_.text("case.effect_in_all"), look::total(NumberLook::thousands),
        [&](std::size_t y) {
          const int column = first_year + static_cast<int>(y);
          return sheet_.at(cost, column) + sheet_.at(permanent, column);
        });
    ++row;
    sheet_.text(row, 0, view_.text("run.cumulated"), {.indent = 1});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, first_year + year, money.cumulated.cells[static_cast<std::size_t>(year)],
                     look::of(NumberLook::thousands));
    }
    ++row;
    sheet_.text(row, 0, view_.text("book.paid_back"));
    sheet_.formula(row++, first_year, money.paid_back, {.look = NumberLook::year});
    return add_own_committees(row) + 1;
  }

 private:
  template <class Amount>
  void put(int row, const std::string& label, CellStyle style, const Amount& amount) {
    sheet_.text(row, 0, label, style.is_total ? bold_total() : CellStyle{});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, first_year + year, amount(static_cast<std::size_t>(year)), style);
    }
    add_total(sheet_, row, first_year, book_, style);
  }

  int add_types(int row) {
    const StrategyLines& lines = book_.lines[strategy_];
    for (const char* type : {"service", "transfer", "capital", "revenue"}) {
      const Formula name = literal_text(view_.label("account_type", type));
      put(row, view_.label("account_type", type), look::of(NumberLook::thousands),
          [&](std::size_t y) {
            return book_.inputs.families * sum_if({{lines.account_types, name}}, lines.paid[0][y]);
          });
      sheet_.cells[{row++, 0}].style.indent = 2;
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
  sheet.text(row, 0, view.text("run.municipality_in_all"), bold_total());
  for (int c = 1; c <= 5; ++c) {
    sheet.formula(row, c, sum(sheet.range(first, c, row - 1, c)),
                  look::total(NumberLook::thousands));
  }
  const int municipality = row++;
  const auto payer = [&](const char* name, const CellRange& by_year) {
    sheet.text(row, 0, view.label("payer", name));
    sheet.formula(row, 2, sum(by_year), amount);
    sheet.formula(row++, 3, sum(by_year), amount);
  };
  payer("region", money.region);
  payer("state", money.state);
  sheet.text(row, 0, view.text("run.public_total"), bold_total());
  for (int c = 1; c <= 3; ++c) {
    sheet.formula(row, c, sum(sheet.range(municipality, c, row - 1, c)),
                  look::total(NumberLook::thousands));
  }
  return row + 2;
}

}  // namespace

void add_run_committee(Sheet& sheet, const RunBook& book) {
  sheet.widths = {{0, 44}};
  sheet.is_landscape = book.years > 5;
  const int last = book.years + 3;
  int row = begin_sheet(sheet, book.view.text("book.committee_sheet"),
                        book.view.text("book.committee_note"), last);
  row = add_caveats(sheet, row, book, last);
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    CommitteeForm form{sheet, book, i};
    row = form.add(row);
  }
}

void add_run_budget(Sheet& sheet, RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 44}};
  sheet.is_landscape = book.years > 5;
  const int last = book.years + 3;
  int row = begin_sheet(sheet, view.text("book.budget_sheet"), view.text("book.budget_note"), last);
  row = add_caveats(sheet, row, book, last);
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    add_years(sheet, row++, first_year, book, book.title_of(i));
    const StrategyLines& lines = book.lines[i];
    const int first = row;
    for (const char* name : own_departments) {
      sheet.text(row, 0, view.label("department", name), {.indent = 1});
      const Formula department = literal_text(view.label("department", name));
      const CellRange& programme = book.programmes[i].by_department.at(name);
      for (int year = 0; year < book.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        sheet.formula(row, first_year + year,
                      book.inputs.families *
                              sum_if({{lines.budget_departments, department}}, lines.in_budget[y]) -
                          programme.cells[y],
                      look::of(NumberLook::thousands));
      }
      add_total(sheet, row, first_year, book, look::of(NumberLook::thousands));
      book.money[i].in_budget[name] = sheet.range(row, first_year, first_year + book.years - 1);
      ++row;
    }
    sheet.text(row, 0, view.text("run.municipality_in_all"), bold_total());
    for (int year = 0; year < book.years; ++year) {
      sheet.formula(row, first_year + year,
                    sum(sheet.range(first, first_year + year, row - 1, first_year + year)),
                    look::total(NumberLook::thousands));
    }
    add_total(sheet, row, first_year, book, look::total(NumberLook::thousands));
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
  const int first = row;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) row = add_pockets(sheet, row, book, i);
  if (book.strategies().empty()) return;
  const auto rows = static_cast<int>(own_departments.size());
  sheet.charts.push_back(
      {.kind = ChartKind::bars,
       .title = view.say("book.chart_pockets", book.title_of(0)),
       .axis = view.text("run.in_thousands"),
       .description = view.text("book.chart_pockets_note"),
       .categories = sheet.range(first + 1, 0, first + rows, 0),
       .series = {{view.text("run.pays"), sheet.range(first + 1, 1, first + rows, 1), 0xD55E00},
                  {view.text("run.gains"), sheet.range(first + 1, 2, first + rows, 2), 0x0072B2}},
       .row = row,
       .column = 0,
       .width = 760,
       .height = 380});
}

}  // namespace samspil
