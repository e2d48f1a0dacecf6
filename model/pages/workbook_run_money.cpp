#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr int first_year = 1;

/// Saved by one payer in a year, for as many families: of a department where one is named.
Formula saved(const RunBook& book, std::size_t strategy, int payer, int year,
              const Formula* department = nullptr) {
  const StrategyLines& lines = book.lines[strategy];
  const CellRange& paid =
      lines.paid[static_cast<std::size_t>(payer)][static_cast<std::size_t>(year)];
  if (department == nullptr) return book.inputs.families * sum(paid);
  return book.inputs.families * sum_if({{lines.departments, *department}}, paid);
}

/// A running sum below a row.
CellRange add_cumulated(Sheet& sheet, int row, const RunBook& book, const CellRange& yearly) {
  sheet.text(row, 0, book.view.text("run.cumulated"), {.indent = 1});
  for (int year = 0; year < book.years; ++year) {
    const Formula& now = yearly.cells[static_cast<std::size_t>(year)];
    sheet.formula(row, first_year + year,
                  year == 0 ? now : sheet.at(row, first_year + year - 1) + now,
                  look::of(NumberLook::thousands));
  }
  return sheet.range(row, first_year, first_year + book.years - 1);
}

CellRange row_of(const Sheet& sheet, int row, const RunBook& book) {
  return sheet.range(row, first_year, first_year + book.years - 1);
}

/// The calendar year from which the cumulated result is never negative.
Formula paid_back(const RunBook& book, const CellRange& cumulated) {
  const Formula last = last_deficit(cumulated);
  const Formula never = literal_text(book.view.text("book.not_within"));
  return if_else(equal(last, literal(book.years)), never, literal(book.calendar_year(0)) + last);
}

/// One strategy: what every department saves and pays, the municipality in all, and what that comes
/// to.
class Municipality {
 public:
  Municipality(Sheet& sheet, RunBook& book, std::size_t strategy)
      : sheet_{sheet}, book_{book}, view_{book.view}, strategy_{strategy} {}

  int add(int row) {
    add_years(sheet_, row++, first_year, book_, book_.title_of(strategy_));
    const int first = row;
    for (const char* name : own_departments) add_department(row++, name);
    sheet_.text(row, 0, view_.text("run.municipality_in_all"), {.is_bold = true, .is_total = true});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, first_year + year,
                     sum(sheet_.range(first, first_year + year, row - 1, first_year + year)),
                     look::total(NumberLook::thousands));
    }
    add_total(sheet_, row, first_year, book_, look::total(NumberLook::thousands));
    money_.municipality = row_of(sheet_, row++, book_);
    money_.cumulated = add_cumulated(sheet_, row++, book_, money_.municipality);
    return add_verdict(row) + 1;
  }

  StrategyMoney money() const { return money_; }

 private:
  void add_department(int row, const char* name) {
    sheet_.text(row, 0, view_.label("department", name), {.indent = 1});
    const Formula department = literal_text(view_.label("department", name));
    const CellRange& programme = book_.programmes[strategy_].by_department.at(name);
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, first_year + year,
                     saved(book_, strategy_, 0, year, &department) -
                         programme.cells[static_cast<std::size_t>(year)],
                     look::of(NumberLook::thousands));
    }
    add_total(sheet_, row, first_year, book_, look::of(NumberLook::thousands));
    money_.by_department[name] = row_of(sheet_, row, book_);
  }

  int add_verdict(int row) {
    sheet_.text(row, 0, view_.text("book.largest_deficit"));
    sheet_.formula(row++, first_year, maximum(literal(0), -smallest(money_.cumulated)),
                   look::of(NumberLook::thousands));
    sheet_.text(row, 0, view_.text("book.paid_back"));
    money_.paid_back = sheet_.formula(row++, first_year, paid_back(book_, money_.cumulated),
                                      {.look = NumberLook::year});
    sheet_.text(row, 0, view_.text("book.npv_municipality"));
    money_.municipality_npv = sheet_.formula(
        row++, first_year, sum_of_products(money_.municipality, book_.discount_factors),
        look::of(NumberLook::thousands));
    return row;
  }

  Sheet& sheet_;
  RunBook& book_;
  const View& view_;
  std::size_t strategy_;
  StrategyMoney money_;
};

void add_factors(Sheet& sheet, int row, RunBook& book) {
  sheet.text(row, 0, book.view.text("book.discount_factor"));
  for (int year = 0; year < book.years; ++year) {
    const Formula time = literal(year) + book.inputs.timing;
    const Formula factor = discount_factor_at(time, book.inputs.rates, book.inputs.steps);
    sheet.formula(row, first_year + year, factor, look::of(NumberLook::factor));
  }
  book.discount_factors = row_of(sheet, row, book);
}

void add_chart(Sheet& sheet, int row, const RunBook& book, const CellRange& years) {
  static constexpr std::array<int, 5> colours{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x4D4D4D};
  SheetChart chart{.kind = ChartKind::columns,
                   .title = book.view.text("book.chart_municipality"),
                   .axis = book.view.text("run.in_thousands"),
                   .description = book.view.text("book.chart_municipality_note"),
                   .categories = years,
                   .series = {},
                   .row = row,
                   .column = 0};
  for (std::size_t i = 0; i < book.money.size() && i < colours.size(); ++i) {
    chart.series.push_back({book.title_of(i), book.money[i].municipality, colours[i]});
  }
  sheet.charts.push_back(std::move(chart));
}

}  // namespace

void add_run_municipality(Sheet& sheet, RunBook& book) {
  sheet.widths = {{0, 44}};
  sheet.is_landscape = book.years > 5;
  const int last = book.years + 1;
  int row = begin_sheet(sheet, book.view.text("book.municipality_sheet"),
                        book.view.text("book.municipality_note"), last + 2);
  row = add_caveats(sheet, row, book, last + 2);
  add_years(sheet, row, first_year, book, book.view.text("book.discounting"), false);
  const CellRange years = row_of(sheet, row, book);
  add_factors(sheet, row + 1, book);
  row += 3;
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    Municipality one{sheet, book, i};
    row = one.add(row);
    book.money.push_back(one.money());
  }
  add_chart(sheet, row, book, years);
}

void add_run_payers(Sheet& sheet, RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 44}};
  sheet.is_landscape = book.years > 5;
  const int last = book.years + 1;
  int row =
      begin_sheet(sheet, view.text("book.payers_sheet"), view.text("book.payers_note"), last + 2);
  row = add_caveats(sheet, row, book, last + 2);
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    StrategyMoney& money = book.money[i];
    const CellRange& programme = book.programmes[i].total;
    add_years(sheet, row++, first_year, book, book.title_of(i));
    const auto put = [&](const std::string& label, CellStyle style, auto formula) {
      sheet.text(row, 0, label, {.is_bold = style.is_total, .is_total = style.is_total});
      for (int year = 0; year < book.years; ++year) {
        sheet.formula(row, first_year + year, formula(year), style);
      }
      add_total(sheet, row, first_year, book, style);
      return row_of(sheet, row++, book);
    };
    const int first = row;
    put(view.label("payer", "municipality"), look::of(NumberLook::thousands), [&](int year) {
      return saved(book, i, 0, year) - programme.cells[static_cast<std::size_t>(year)];
    });
    for (int payer = 1; payer < 3; ++payer) {
      CellRange& of = payer == 1 ? money.region : money.state;
      of = put(view.label("payer", payer_order[static_cast<std::size_t>(payer)]),
               look::of(NumberLook::thousands),
               [&](int year) { return saved(book, i, payer, year); });
    }
    money.all_public =
        put(view.text("run.public_total"), look::total(NumberLook::thousands), [&](int year) {
          return sum(sheet.range(first, first_year + year, first + 2, first_year + year));
        });
    add_cumulated(sheet, row++, book, money.all_public);
    money.citizen = put(view.text("run.citizens"), look::of(NumberLook::thousands),
                        [&](int year) { return saved(book, i, 3, year); });
    sheet.text(row, 0, view.text("book.npv_public"));
    money.public_npv =
        sheet.formula(row++, first_year, sum_of_products(money.all_public, book.discount_factors),
                      look::of(NumberLook::thousands));
    ++row;
  }
}

void add_run_accounts(Sheet& sheet, const RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 44}};
  sheet.is_landscape = book.years > 5;
  const int last = book.years + 1;
  int row = begin_sheet(sheet, view.text("book.accounts_sheet"), view.text("book.accounts_note"),
                        last + 2);
  row = add_caveats(sheet, row, book, last + 2);
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    add_years(sheet, row++, first_year, book, book.title_of(i));
    const StrategyLines& lines = book.lines[i];
    const int first = row;
    for (const char* type : {"service", "transfer", "capital", "revenue"}) {
      sheet.text(row, 0, view.label("account_type", type), {.indent = 1});
      const Json& told = book.strategies().at(i).at("municipality_by_account_type").at(type);
      for (int year = 0; year < book.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        Formula amount = literal(told.at(y).get<double>()) * book.inputs.families;
        if (lines.is_live) {
          amount = book.inputs.families *
                   sum_if({{lines.account_types, literal_text(view.label("account_type", type))}},
                          lines.paid[0][y]);
          if (std::string_view{type} == "service") {
            amount = amount - book.programmes[i].total.cells[y];
          }
        }
        sheet.formula(row, first_year + year, amount, look::of(NumberLook::thousands));
      }
      add_total(sheet, row++, first_year, book, look::of(NumberLook::thousands));
    }
    sheet.text(row, 0, view.text("run.municipality_in_all"), {.is_bold = true, .is_total = true});
    for (int year = 0; year < book.years; ++year) {
      sheet.formula(row, first_year + year,
                    sum(sheet.range(first, first_year + year, row - 1, first_year + year)),
                    look::total(NumberLook::thousands));
    }
    add_total(sheet, row++, first_year, book, look::total(NumberLook::thousands));
    ++row;
  }
}

}  // namespace samspil
