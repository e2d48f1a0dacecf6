#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

/// What of the municipality's savings reaches its budget, by service: the cashable share, so many
/// months later, a year's saving being spread evenly over its months. What is added is paid at
/// once.
class Cashable {
 public:
  Cashable(Sheet& sheet, RunBook& book, std::size_t strategy)
      : sheet_{sheet},
        book_{book},
        view_{book.view},
        told_{book.strategies().at(strategy)},
        lines_{book.lines[strategy]} {}

  void add() {
    sheet_.widths = {{service, 34}, {department, 22}};
    for (int at = first_of(saved); at < first_of(groups); ++at) sheet_.widths[at] = 15;
    sheet_.text(0, service, sheet_.name, look::title);
    sheet_.text(0, department, view_.say("book.run_cashable", short_title(view_, told_)),
                look::title);
    sheet_.paragraph(1, first_of(cashable) - 1, view_.text("book.run_cashable_note"), look::note,
                     department);
    constexpr int headings = 3;
    add_headings(headings);
    const int first = headings + 1;
    const int end = lines_.is_live ? add_services(first) : add_told(first);
    lines_.budget_departments = sheet_.range(first, department, end - 1, department);
    for (int year = 0; year < book_.years; ++year) {
      const int at = first_of(in_budget) + year;
      lines_.in_budget.push_back(sheet_.range(first, at, end - 1, at));
    }
  }

 private:
  static constexpr int service = 0, department = 1;
  /// Groups of columns by year.
  static constexpr int saved = 0, in_budget = 1, cashable = 2, later = 3, groups = 4;

  int first_of(int group) const { return department + 1 + group * book_.years; }

  void add_headings(int row) {
    sheet_.text(row, service, view_.text("book.service"), look::heading);
    sheet_.text(row, department, view_.text("book.department"), look::heading);
    int group = 0;
    for (const Key heading : {Key{"book.saved_year"}, Key{"book.in_budget_year"},
                              Key{"book.cashable_year"}, Key{"book.year_later"}}) {
      if (group > in_budget && !lines_.is_live) break;
      for (int year = 0; year < book_.years; ++year) {
        sheet_.text(row, first_of(group) + year, view_.say(heading, book_.calendar_year(year)),
                    look::right_heading);
      }
      ++group;
    }
    sheet_.frozen_rows = sheet_.repeated_rows = row + 1;
    sheet_.first_repeated_row = row;
    sheet_.frozen_columns = 1;
    if (lines_.is_live) sheet_.page_begins = {first_of(cashable)};
  }

  /// Where single services are not told: by department, as the run has it.
  int add_told(int row) {
    const Json& parts = told_.at("cashable_by_department");
    for (const char* name : own_departments) {
      sheet_.text(row, department, view_.label("department", name));
      for (int year = 0; year < book_.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        const Formula net =
            sheet_.number(row, first_of(saved) + year, parts.at("in_budget").at(name).at(y),
                          look::closed(NumberLook::kroner));
        const Formula programme = literal(parts.at("programme_cost").at(name).at(y).get<double>());
        sheet_.formula(row, first_of(in_budget) + year, net + programme,
                       look::of(NumberLook::kroner));
      }
      ++row;
    }
    return row;
  }

  int add_services(int row) {
    ore_ = literal(100 * told_.at("price_lines").at("whole_runs").get<double>());
    for (const auto& [name, price] : view_.document.at("prices").at("services").items()) {
      const auto inputs = book_.inputs.services.find(name);
      const std::string label = view_.label("service", name);
      if (inputs == book_.inputs.services.end() || !is_told(label)) continue;
      add_service(row++, label, price.at("department"), inputs->second);
    }
    for (const auto& [name, settled] : told_.at("price_lines").at("settlements").items()) {
      const std::string label = view_.label("settlement", name);
      if (!is_told(label)) continue;
      add_account(row, label, settled.at("department"));
      for (int year = 0; year < book_.years; ++year) {
        sheet_.formula(row, first_of(in_budget) + year, saved_on(label, year),
                       look::of(NumberLook::kroner));
      }
      ++row;
    }
    return row;
  }

  void add_account(int row, const std::string& label, const std::string& name) {
    sheet_.text(row, service, label);
    sheet_.text(row, department, view_.label("department", name));
  }

  bool is_told(const std::string& label) const {
    for (const Formula& name : lines_.services.cells) {
      if (name.said == label) return true;
    }
    return false;
  }

  Formula saved_on(const std::string& label, int year) const {
    return sum_if({{lines_.services, literal_text(label)}},
                  lines_.paid[0][static_cast<std::size_t>(year)]);
  }

  /// As a run does it, in whole øre of its sums, what is over being cut: the cashable share of what
  /// a year saves, and of that the part that comes a year later than the rest.
  void add_service(int row, const std::string& label, const std::string& name,
                   const ServiceInputs& inputs) {
    add_account(row, label, name);
    const Formula years_late = rounded_down(inputs.lag_months / literal(12));
    const Formula months = inputs.lag_months - literal(12) * years_late;
    const CellStyle kroner = look::of(NumberLook::kroner);
    for (int year = 0; year < book_.years; ++year) {
      const Formula now =
          sheet_.formula(row, first_of(saved) + year, saved_on(label, year), kroner);
      const Formula taken_out = sheet_.formula(
          row, first_of(cashable) + year,
          cut(rounded(maximum(now, literal(0)) * ore_, 0), inputs.cashable_share), kroner);
      sheet_.formula(row, first_of(later) + year, cut(taken_out, months / literal(12)), kroner);
      Formula taken = literal(0);
      for (int from = 0; from <= year; ++from) {
        const Formula delayed = sheet_.at(row, first_of(later) + from);
        const Formula at_first = sheet_.at(row, first_of(cashable) + from) - delayed;
        taken = taken + if_else(equal(years_late, literal(year - from)), at_first, literal(0));
        if (from == year) continue;
        taken = taken + if_else(equal(years_late, literal(year - from - 1)), delayed, literal(0));
      }
      sheet_.formula(row, first_of(in_budget) + year, minimum(now, literal(0)) + taken / ore_,
                     kroner);
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
  const Json& told_;
  StrategyLines& lines_;
  Formula ore_;  ///< Of the run's sums, in a krone that is shown.
};

}  // namespace

void add_run_cashable(Sheet& sheet, RunBook& book, std::size_t strategy) {
  Cashable{sheet, book, strategy}.add();
}

}  // namespace samspil
