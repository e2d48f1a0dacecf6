#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr CellStyle amount_style = look::of(NumberLook::thousands);

/// Saved by one payer in a year, for as many families: of a department where one is named.
Formula saved(const RunBook& book, std::size_t strategy, std::size_t payer, std::size_t year,
              const Formula* department = nullptr) {
  const StrategyLines& lines = book.lines[strategy];
  const CellRange& paid = lines.paid[payer][year];
  if (department == nullptr) return book.inputs.families * sum(paid);
  return book.inputs.families * sum_if({{lines.departments, *department}}, paid);
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
    add_years(sheet_, row++, book_, book_.title_of(strategy_));
    const int first = row;
    for (const char* name : own_departments) add_department(row++, name);
    money_.municipality = add_year_sums(sheet_, row++, book_, "run.municipality_in_all", first,
                                        NumberLook::thousands);
    money_.cumulated = add_cumulated(sheet_, row++, view_.text("run.cumulated"), first_year,
                                     money_.municipality, NumberLook::thousands);
    return add_verdict(row) + 1;
  }

  StrategyMoney money() const { return money_; }

 private:
  void add_department(int row, const char* name) {
    const std::string label = view_.label("department", name);
    const Formula department = literal_text(label);
    const CellRange& programme = book_.programmes[strategy_].by_department.at(name);
    money_.by_department[name] = add_year_row(
        sheet_, row, book_, label, amount_style,
        [&](std::size_t year) {
          return saved(book_, strategy_, 0, year, &department) - programme.cells[year];
        },
        1);
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

/// Above the tables, where no page of print cuts it.
constexpr int chart_rows = 17;

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
  int row = begin_year_sheet(sheet, book, "book.municipality_sheet", "book.municipality_note");
  const int chart_row = row;
  if (!book.strategies().empty()) row += chart_rows;
  add_years(sheet, row, book, book.view.text("book.discounting"), false);
  const CellRange years = row_of(sheet, row, book);
  add_factors(sheet, row + 1, book);
  row += 3;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    Municipality one{sheet, book, i};
    row = one.add(row);
    book.money.push_back(one.money());
  }
  add_chart(sheet, chart_row, book, years);
}

void add_run_payers(Sheet& sheet, RunBook& book) {
  const View& view = book.view;
  int row = begin_year_sheet(sheet, book, "book.payers_sheet", "book.payers_note");
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    StrategyMoney& money = book.money[i];
    add_years(sheet, row++, book, book.title_of(i));
    const auto put = [&](const std::string& label, const YearAmount& amount) {
      return add_year_row(sheet, row++, book, label, amount_style, amount);
    };
    const auto saved_by = [&](std::size_t payer) {
      return [&book, i, payer](std::size_t year) { return saved(book, i, payer, year); };
    };
    const int first = row;
    put(view.label("payer", "municipality"), [&](std::size_t year) {
      return saved(book, i, 0, year) - book.programmes[i].total.cells[year];
    });
    money.region = put(view.label("payer", "region"), saved_by(1));
    money.state = put(view.label("payer", "state"), saved_by(2));
    money.all_public =
        add_year_sums(sheet, row++, book, "run.public_total", first, NumberLook::thousands);
    add_cumulated(sheet, row++, view.text("run.cumulated"), first_year, money.all_public,
                  NumberLook::thousands);
    put(view.text("run.citizens"), saved_by(3));
    sheet.text(row, 0, view.text("book.npv_public"));
    sheet.formula(row++, first_year, sum_of_products(money.all_public, book.discount_factors),
                  amount_style);
    ++row;
  }
}

void add_run_accounts(Sheet& sheet, const RunBook& book) {
  int row = begin_year_sheet(sheet, book, "book.accounts_sheet", "book.accounts_note");
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    add_years(sheet, row++, book, book.title_of(i));
    const StrategyLines& lines = book.lines[i];
    const int first = row;
    for (const char* type : account_types) {
      const std::string label = book.view.label("account_type", type);
      const Json& told = book.strategies().at(i).at("municipality_by_account_type").at(type);
      const auto amount = [&](std::size_t year) {
        if (!lines.is_live) return literal(told.at(year).get<double>()) * book.inputs.families;
        const Formula of_lines =
            book.inputs.families *
            sum_if({{lines.account_types, literal_text(label)}}, lines.paid[0][year]);
        return std::string_view{type} == "service" ? of_lines - book.programmes[i].total.cells[year]
                                                   : of_lines;
      };
      add_year_row(sheet, row++, book, label, amount_style, amount, 1);
    }
    add_year_sums(sheet, row, book, "run.municipality_in_all", first, NumberLook::thousands);
    row += 2;
  }
}

}  // namespace samspil
