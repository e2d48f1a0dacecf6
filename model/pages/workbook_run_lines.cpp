#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

namespace column {
constexpr int service = 0, state = 1, department = 2, account_type = 3, price = 4, paid = 5;
constexpr int units = 9;  ///< By year; behind them what every payer saves by year.
}  // namespace column

class Lines {
 public:
  Lines(Sheet& sheet, RunBook& book, std::size_t strategy)
      : sheet_{sheet}, book_{book}, view_{book.view}, strategy_{strategy} {}

  void add() {
    sheet_.widths = {{0, 34}, {1, 18}, {2, 22}, {3, 20}};
    // The first column stands on every printed page: what is wider would be cut there.
    sheet_.text(0, column::service, sheet_.name, look::title);
    sheet_.text(0, column::state, view_.say("book.run_lines", book_.title_of(strategy_)),
                look::title);
    sheet_.paragraph(1, column::units - 1, view_.text("book.run_lines_note"), look::note,
                     column::state);
    const int row = 3;
    const Json& told = book_.strategies().at(strategy_).at("price_lines");
    lines_.is_live = !told.is_null();
    add_headings(row);
    first_ = row + 1;
    last_ = lines_.is_live ? add_lines(first_, told) : add_departments(first_);
    note_ranges();
    book_.lines.push_back(lines_);
  }

 private:
  /// Of a payer's first year.
  int first_of(int payer) const { return column::units + (1 + payer) * book_.years; }

  void add_headings(int row) {
    sheet_.text(row, column::service, view_.text("book.service"), look::heading);
    sheet_.text(row, column::state, view_.text("book.rule_state"), look::heading);
    sheet_.text(row, column::department, view_.text("book.department"), look::heading);
    sheet_.text(row, column::account_type, view_.text("book.account_type"), look::heading);
    sheet_.text(row, column::price, view_.text("book.price"), look::right_heading);
    for (int payer = 0; payer < 4; ++payer) {
      const std::string who = view_.label("payer", payer_order[static_cast<std::size_t>(payer)]);
      sheet_.text(row, column::paid + payer, view_.say("book.price_of", who), look::right_heading);
      for (int year = 0; year < book_.years; ++year) {
        sheet_.text(row, first_of(payer) + year,
                    view_.say("book.payer_year", who, book_.calendar_year(year)),
                    look::right_heading);
      }
    }
    for (int year = 0; year < book_.years; ++year) {
      sheet_.text(row, column::units + year,
                  view_.say("book.units_year", book_.calendar_year(year)), look::right_heading);
    }
    sheet_.frozen_rows = row + 1;
    sheet_.repeated_rows = row + 1;
    sheet_.first_repeated_row = row;
    sheet_.frozen_columns = 1;
    part_pages();
  }

  /// Units and what each payer saves are each kept on one page, as many on it as can be read.
  void part_pages() {
    constexpr int most_columns = 12;
    int on_page = 0;
    sheet_.page_begins = {column::units};
    for (int group = 0; group < 5; ++group) {
      if (on_page > 0 && on_page + book_.years > most_columns) {
        sheet_.page_begins.push_back(column::units + group * book_.years);
        on_page = 0;
      }
      on_page += book_.years;
    }
  }

  int add_lines(int row, const Json& told) {
    for (const Json& line : told.at("lines")) add_line(row++, line);
    for (const auto& [name, settled] : told.at("settlements").items()) {
      if (!has_amount(settled.at("by_payer").at("municipality"))) continue;
      add_settlement(row++, name, settled);
    }
    return row - 1;
  }

  void add_account(int row, const std::string& name, const std::string& department,
                   const std::string& account_type) {
    sheet_.text(row, column::service, name);
    sheet_.text(row, column::department, view_.label("department", department));
    sheet_.text(row, column::account_type, view_.label("account_type", account_type));
  }

  void add_line(int row, const Json& line) {
    const std::string name = line.at("service");
    const Json& price = view_.document.at("prices").at("services").at(name);
    const ServiceInputs& inputs = book_.inputs.services.at(name);
    const std::string state = line.at("rule_state");
    add_account(row, view_.label("service", name), price.at("department"),
                price.at("account_type"));
    sheet_.text(row, column::state, state == "-" ? "" : view_.label("rule_state", state));
    sheet_.formula(row, column::price, inputs.price, look::of(NumberLook::kroner));
    add_unit_prices(row, line, shares_in(price, state), inputs.is_open,
                    price.at("account_type") == "revenue");
    const Json& units = line.at("units");
    for (int year = 0; year < book_.years; ++year) {
      const Formula used =
          sheet_.number(row, column::units + year, units.at(static_cast<std::size_t>(year)),
                        look::closed(NumberLook::ore));
      for (int payer = 0; payer < 4; ++payer) {
        sheet_.formula(row, first_of(payer) + year, used * sheet_.at(row, column::paid + payer),
                       look::of(NumberLook::kroner));
      }
    }
  }

  static const Json& shares_in(const Json& price, const std::string& state) {
    for (const Json& shares : price.at("shares")) {
      if (shares.at("rule_state") == state) return shares;
    }
    return price.at("shares").at(0);
  }

  /// A price is split once, into whole kroner; the municipality has what is left.
  void add_unit_prices(int row, const Json& line, const Json& shares, bool is_open,
                       bool is_revenue) {
    const Json& run = line.at("unit_prices");
    const Formula gross = is_revenue ? -rounded(sheet_.at(row, column::price))
                                     : rounded(sheet_.at(row, column::price));
    Formula left = gross;
    for (int payer = 3; payer >= 0; --payer) {
      const char* name = payer_order[static_cast<std::size_t>(payer)];
      const int at = column::paid + payer;
      if (!is_open) {
        sheet_.number(row, at, run.at(name), look::closed(NumberLook::kroner));
      } else if (payer > 0) {
        const Formula part = rounded(gross * literal(shares.at(name)));
        left = left - sheet_.formula(row, at, part, look::of(NumberLook::kroner));
      } else {
        sheet_.formula(row, at, left, look::of(NumberLook::kroner));
      }
    }
  }

  void add_settlement(int row, const std::string& name, const Json& settled) {
    add_account(row, view_.label("settlement", name), settled.at("department"), "revenue");
    for (int payer = 0; payer < 4; ++payer) {
      const char* who = payer_order[static_cast<std::size_t>(payer)];
      if (!settled.at("by_payer").contains(who)) continue;
      add_amounts(row, payer, settled.at("by_payer").at(who));
    }
  }

  void add_amounts(int row, int payer, const Json& by_year) {
    for (int year = 0; year < book_.years; ++year) {
      sheet_.number(row, first_of(payer) + year, by_year.at(static_cast<std::size_t>(year)),
                    look::closed(NumberLook::kroner));
    }
  }

  /// Where single services are not told: what each department saves, and each payer.
  int add_departments(int row) {
    const Json& strategy = book_.strategies().at(strategy_);
    const Json& saved = strategy.at("cashable_by_department").at("gross_saving");
    for (const char* department : own_departments) {
      sheet_.text(row, column::service, view_.label("department", department));
      sheet_.text(row, column::department, view_.label("department", department));
      add_amounts(row++, 0, saved.at(department));
    }
    const Json& money = strategy.at("gross_saving");
    for (int payer = 1; payer < 4; ++payer) {
      const char* who = payer_order[static_cast<std::size_t>(payer)];
      sheet_.text(row, column::service, view_.label("payer", who));
      add_amounts(row++, payer, payer == 3 ? money.at("citizen") : money.at("by_payer").at(who));
    }
    return row - 1;
  }

  CellRange column_of(int at) const { return sheet_.range(first_, at, last_, at); }

  void note_ranges() {
    lines_.services = column_of(column::service);
    lines_.departments = column_of(column::department);
    lines_.account_types = column_of(column::account_type);
    for (int payer = 0; payer < 4; ++payer) {
      auto& years = lines_.paid.emplace_back();
      for (int year = 0; year < book_.years; ++year) {
        years.push_back(column_of(first_of(payer) + year));
      }
    }
  }

  Sheet& sheet_;
  RunBook& book_;
  const View& view_;
  std::size_t strategy_;
  StrategyLines lines_;
  int first_ = 0, last_ = 0;
};

}  // namespace

void add_run_lines(Sheet& sheet, RunBook& book, std::size_t strategy) {
  Lines{sheet, book, strategy}.add();
}

}  // namespace samspil
