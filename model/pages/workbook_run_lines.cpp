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
    if (lines_.is_live) ore_ = literal(100 * told.at("whole_runs").get<double>());
    add_headings(row);
    first_ = row + 1;
    last_ = lines_.is_live ? add_lines(first_, told) : add_departments(first_);
    note_ranges();
    add_in_budget(last_ + 3);
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
    lines_.departments = column_of(column::department);
    lines_.account_types = column_of(column::account_type);
    for (int payer = 0; payer < 4; ++payer) {
      auto& years = lines_.paid.emplace_back();
      for (int year = 0; year < book_.years; ++year) {
        years.push_back(column_of(first_of(payer) + year));
      }
    }
  }

  /// What of the municipality's savings reaches its budget, by service: the cashable share, so many
  /// months later, a year's saving being spread evenly over its months. What is added is paid at
  /// once.
  void add_in_budget(int row) {
    sheet_.text(row, column::service, view_.text("book.in_budget_of_lines"), look::heading);
    sheet_.text(row, column::department, view_.text("book.department"), look::heading);
    for (int year = 0; year < book_.years; ++year) {
      sheet_.text(row, column::units + year,
                  view_.say("book.saved_year", book_.calendar_year(year)), look::right_heading);
      sheet_.text(row, first_of(0) + year,
                  view_.say("book.in_budget_year", book_.calendar_year(year)), look::right_heading);
      if (!lines_.is_live) continue;
      sheet_.text(row, first_of(1) + year,
                  view_.say("book.cashable_year", book_.calendar_year(year)), look::right_heading);
      sheet_.text(row, first_of(2) + year, view_.say("book.year_later", book_.calendar_year(year)),
                  look::right_heading);
    }
    const int first = ++row;
    if (lines_.is_live) {
      row = add_service_budgets(row);
    } else {
      row = add_told_budgets(row);
    }
    lines_.budget_departments =
        sheet_.range(first, column::department, row - 1, column::department);
    for (int year = 0; year < book_.years; ++year) {
      lines_.in_budget.push_back(
          sheet_.range(first, first_of(0) + year, row - 1, first_of(0) + year));
    }
  }

  int add_told_budgets(int row) {
    const Json& parts = book_.strategies().at(strategy_).at("cashable_by_department");
    for (const char* department : own_departments) {
      sheet_.text(row, column::department, view_.label("department", department));
      for (int year = 0; year < book_.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        const Formula in_budget =
            sheet_.number(row, column::units + year, parts.at("in_budget").at(department).at(y),
                          look::closed(NumberLook::kroner));
        const Formula programme =
            literal(parts.at("programme_cost").at(department).at(y).get<double>());
        sheet_.formula(row, first_of(0) + year, in_budget + programme,
                       look::of(NumberLook::kroner));
      }
      ++row;
    }
    return row;
  }

  int add_service_budgets(int row) {
    const CellRange names = column_of(column::service);
    for (const auto& [name, price] : view_.document.at("prices").at("services").items()) {
      const auto inputs = book_.inputs.services.find(name);
      const std::string label = view_.label("service", name);
      if (inputs == book_.inputs.services.end() || !is_among(names, label)) continue;
      add_service_budget(row++, label, price.at("department"), inputs->second, names);
    }
    const Json& settlements = book_.strategies().at(strategy_).at("price_lines").at("settlements");
    for (const auto& [name, settled] : settlements.items()) {
      const std::string label = view_.label("settlement", name);
      if (!is_among(names, label)) continue;
      sheet_.text(row, column::service, label);
      sheet_.text(row, column::department,
                  view_.label("department", settled.at("department").get<std::string>()));
      for (int year = 0; year < book_.years; ++year) {
        sheet_.formula(row, first_of(0) + year, saved(names, label, year),
                       look::of(NumberLook::kroner));
      }
      ++row;
    }
    return row;
  }

  static bool is_among(const CellRange& names, const std::string& label) {
    for (const Formula& name : names.cells) {
      if (name.said == label) return true;
    }
    return false;
  }

  Formula saved(const CellRange& names, const std::string& label, int year) const {
    return sum_if({{names, literal_text(label)}}, column_of(first_of(0) + year));
  }

  /// As a run does it, in whole øre of its sums, what is over being cut: the cashable share of what
  /// a year saves, and of that the part that comes a year later than the rest.
  void add_service_budget(int row, const std::string& label, const std::string& department,
                          const ServiceInputs& inputs, const CellRange& names) {
    sheet_.text(row, column::service, label);
    sheet_.text(row, column::department, view_.label("department", department));
    const Formula years_late = rounded_down(inputs.lag_months / literal(12));
    const Formula months = inputs.lag_months - literal(12) * years_late;
    for (int year = 0; year < book_.years; ++year) {
      const Formula now = sheet_.formula(row, column::units + year, saved(names, label, year),
                                         look::of(NumberLook::kroner));
      const Formula cashable =
          sheet_.formula(row, first_of(1) + year,
                         cut(rounded(maximum(now, literal(0)) * ore_, 0), inputs.cashable_share),
                         look::of(NumberLook::kroner));
      sheet_.formula(row, first_of(2) + year, cut(cashable, months / literal(12)),
                     look::of(NumberLook::kroner));
      Formula taken = literal(0);
      for (int from = 0; from <= year; ++from) {
        const Formula later = sheet_.at(row, first_of(2) + from);
        const Formula at_first = sheet_.at(row, first_of(1) + from) - later;
        taken = taken + if_else(equal(years_late, literal(year - from)), at_first, literal(0));
        if (from == year) continue;
        taken = taken + if_else(equal(years_late, literal(year - from - 1)), later, literal(0));
      }
      sheet_.formula(row, first_of(0) + year, minimum(now, literal(0)) + taken / ore_,
                     look::of(NumberLook::kroner));
    }
  }

  /// A share, exact to a millionth, of whole øre. What is added is less than a millionth, and more
  /// than a product of decimals falls short of a whole number.
  static Formula cut(const Formula& ore, const Formula& share) {
    return rounded_down(ore * rounded(share, 6) + Formula{"0.0000005", 5e-7});
  }

  Sheet& sheet_;
  RunBook& book_;
  const View& view_;
  std::size_t strategy_;
  StrategyLines lines_;
  int first_ = 0, last_ = 0;
  Formula ore_;  ///< Of the run's sums, in a krone that is shown.
};

}  // namespace

void add_run_lines(Sheet& sheet, RunBook& book, std::size_t strategy) {
  Lines{sheet, book, strategy}.add();
}

}  // namespace samspil
