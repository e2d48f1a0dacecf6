#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr int first_year = 1;

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
    add_years(sheet_, row++, first_year, book_, view_.text("book.programme_items"));
    const int first = row;
    row =
        add_items(row, {"staff", "supervision", "training", "material", "preparation", "meetings"});
    const int total = row++;
    sheet_.text(total, 0, view_.text("book.programme_total"), {.is_bold = true, .is_total = true});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(total, first_year + year,
                     sum(sheet_.range(first, first_year + year, total - 1, first_year + year)),
                     look::total(NumberLook::kroner));
    }
    add_total(sheet_, total, first_year, book_, look::total(NumberLook::kroner));
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
    if (item == "meetings" && has("meeting_hours") && has("meeting_hour_price")) {
      return ratio("meeting_hours") * ratio("meeting_hour_price");
    }
    for (const auto& [name, lever] :
         {std::pair{"training", "training_once"}, std::pair{"material", "material"},
          std::pair{"preparation", "preparation_once"},
          std::pair{"development", "development_once"},
          std::pair{"evaluation", "evaluation_per_family"}}) {
      if (item == name && has(lever)) return ratio(lever);
    }
    return std::nullopt;
  }

  int add_items(int row, std::initializer_list<const char*> items) {
    const int in_run = first_year + book_.years + 2;
    for (const char* item : items) {
      sheet_.text(row, 0, view_.label("programme_item", item), {.indent = 1});
      const Json& by_year = told_.at("programme_items").at(item);
      const std::optional<Formula> factor = factor_of(item);
      for (int year = 0; year < book_.years; ++year) {
        const Formula run =
            sheet_.number(row, in_run + year, by_year.at(static_cast<std::size_t>(year)),
                          look::closed(NumberLook::kroner));
        const Formula scaled = book_.inputs.families * run;
        sheet_.formula(row, first_year + year, factor ? scaled * *factor : scaled,
                       look::of(NumberLook::kroner));
      }
      add_total(sheet_, row++, first_year, book_, look::of(NumberLook::kroner));
    }
    return row;
  }

  /// What the programme comes to at the run's own prices, for as many families.
  int add_run_row(int row, int total) {
    const int in_run = first_year + book_.years + 2;
    sheet_.text(row, 0, view_.text("book.programme_in_run"), look::note);
    for (int year = 0; year < book_.years; ++year) {
      const CellRange items = sheet_.range(total - 6, in_run + year, total - 1, in_run + year);
      sheet_.formula(row, first_year + year, book_.inputs.families * sum(items),
                     look::of(NumberLook::kroner));
    }
    run_row_ = row;
    return row + 1;
  }

  /// The run's own, for as many families, and each department's part of what is added to it.
  int add_departments(int row, int total) {
    add_years(sheet_, row++, first_year, book_, view_.text("book.programme_payers"));
    const int in_run = first_year + book_.years + 2;
    const Json& by_department = told_.at("cashable_by_department").at("programme_cost");
    const Formula shared = levers_.at("joint_financing").second;
    const int first = row;
    for (const char* department : own_departments) {
      sheet_.text(row, 0, view_.label("department", department), {.indent = 1});
      for (int year = 0; year < book_.years; ++year) {
        const Formula run = sheet_.number(
            row, in_run + year, by_department.at(department).at(static_cast<std::size_t>(year)),
            look::closed(NumberLook::kroner));
        const Formula added =
            sheet_.at(total, first_year + year) - sheet_.at(run_row_, first_year + year);
        const Formula own = book_.inputs.families * run;
        const std::optional<Formula> part = part_of(department, shared);
        sheet_.formula(row, first_year + year, part ? own + *part * added : own,
                       look::of(NumberLook::kroner));
      }
      add_total(sheet_, row, first_year, book_, look::of(NumberLook::kroner));
      result_.by_department[department] =
          sheet_.range(row, first_year, first_year + book_.years - 1);
      ++row;
    }
    sheet_.text(row, 0, view_.text("book.programme_beyond"), {.is_bold = true, .is_total = true});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, first_year + year,
                     sum(sheet_.range(first, first_year + year, row - 1, first_year + year)),
                     look::total(NumberLook::kroner));
    }
    add_total(sheet_, row, first_year, book_, look::total(NumberLook::kroner));
    result_.total = sheet_.range(row, first_year, first_year + book_.years - 1);
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
