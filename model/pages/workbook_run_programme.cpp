#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr CellStyle amount_style = look::of(NumberLook::kroner);

/// One strategy's programme: items by year at the prices of the inputs, and whose money it is.
class Programme {
 public:
  Programme(Sheet& sheet, RunBook& book, std::size_t strategy)
      : sheet_{sheet},
        book_{book},
        view_{book.view},
        told_{book.strategies().at(strategy)},
        levers_{book.inputs.levers.at(strategy)} {}

  int add(int row) {
    add_years(sheet_, row++, book_, view_.text("book.programme_items"));
    const int first = row;
    row =
        add_items(row, {"staff", "supervision", "training", "material", "preparation", "meetings"});
    const int total = row++;
    add_year_sums(sheet_, total, book_, "book.programme_total", first, NumberLook::kroner);
    sheet_.text(row++, 0, view_.text("run.shown_apart"), look::note);
    row = add_items(row, {"development", "evaluation"});
    row = add_run_row(row, total);
    return add_departments(row + 1, total);
  }

  StrategyProgramme result() const { return result_; }

 private:
  Formula ratio(const char* lever) const {
    const auto& [here, run] = levers_.at(lever);
    return here / run;
  }

  /// By which an item's kroner follow its prices; nothing where the run has none.
  std::optional<Formula> factor_of(std::string_view item) const {
    const auto has = [&](const char* lever) { return levers_.at(lever).second.value != 0; };
    if (item == "staff" && has("wage")) return ratio("wage");
    if (item == "supervision" && has("wage") && has("supervision_share")) {
      return ratio("wage") * ratio("supervision_share");
    }
    for (const auto& [name, lever] :
         {std::pair{"training", "training_once"}, std::pair{"preparation", "preparation_once"},
          std::pair{"development", "development_once"},
          std::pair{"evaluation", "evaluation_per_family"}}) {
      if (item == name && has(lever)) return ratio(lever);
    }
    return std::nullopt;
  }

  /// What the run has, in its own column right of the years; for as many families.
  Formula run_cell(int row, std::size_t year, const Json& by_year) {
    const int at = first_year + book_.years + 2 + static_cast<int>(year);
    return book_.inputs.families *
           sheet_.number(row, at, by_year.at(year), look::closed(NumberLook::kroner));
  }

  int add_items(int row, std::initializer_list<const char*> items) {
    for (const char* item : items) {
      const Json& by_year = told_.at("programme_items").at(item);
      const std::optional<Formula> factor = factor_of(item);
      add_year_row(
          sheet_, row, book_, view_.label("programme_item", item), amount_style,
          [&](std::size_t year) {
            const Formula run = run_cell(row, year, by_year);
            return factor ? run * *factor : run;
          },
          1);
      ++row;
    }
    return row;
  }

  /// What the programme comes to at the run's own prices, for as many families.
  int add_run_row(int row, int total) {
    const int in_run = first_year + book_.years + 2;
    sheet_.text(row, 0, view_.text("book.programme_in_run"), look::note);
    for (int year = 0; year < book_.years; ++year) {
      const CellRange items = sheet_.range(total - 6, in_run + year, total - 1, in_run + year);
      sheet_.formula(row, first_year + year, book_.inputs.families * sum(items), amount_style);
    }
    run_row_ = row;
    return row + 1;
  }

  /// The run's own, for as many families, and each department's part of what is added to it.
  int add_departments(int row, int total) {
    add_years(sheet_, row++, book_, view_.text("book.programme_payers"));
    const Json& by_department = told_.at("cashable_by_department").at("programme_cost");
    const Formula shared = levers_.at("joint_financing").second;
    const int first = row;
    for (const char* department : own_departments) {
      const std::optional<Formula> part = part_of(department, shared);
      const auto amount = [&](std::size_t year) {
        const int column = first_year + static_cast<int>(year);
        const Formula own = run_cell(row, year, by_department.at(department));
        const Formula added = sheet_.at(total, column) - sheet_.at(run_row_, column);
        return part ? own + *part * added : own;
      };
      result_.by_department[department] = add_year_row(
          sheet_, row, book_, view_.label("department", department), amount_style, amount, 1);
      ++row;
    }
    result_.total =
        add_year_sums(sheet_, row, book_, "book.programme_beyond", first, NumberLook::kroner);
    return row + 2;
  }

  /// Coordination has what the other four do not share.
  static std::optional<Formula> part_of(std::string_view department, const Formula& shared) {
    if (department == "coordination") return literal(1) - shared;
    for (const char* one : {"child_family", "adult_social", "employment", "school_daycare"}) {
      if (department == one) return shared / literal(4);
    }
    return std::nullopt;
  }

  Sheet& sheet_;
  RunBook& book_;
  const View& view_;
  const Json& told_;
  const std::map<std::string, std::pair<Formula, Formula>>& levers_;
  StrategyProgramme result_;
  int run_row_ = 0;
};

}  // namespace

void add_run_programme(Sheet& sheet, RunBook& book) {
  sheet.widths = {{0, 44}, {first_year + book.years + 1, 3}};
  int row = begin_sheet(sheet, book.view.text("book.programme_sheet"),
                        book.view.text("book.programme_note"), 2 * book.years + 2);
  sheet.frozen_columns = 1;
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    sheet.text(row, 0, book.title_of(i), {.is_bold = true});
    sheet.text(row, first_year + book.years + 2, book.view.text("book.in_run_kroner"), look::note);
    Programme one{sheet, book, i};
    row = one.add(row + 1) + 1;
    book.programmes.push_back(one.result());
  }
}

}  // namespace samspil
