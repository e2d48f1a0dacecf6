#include <set>

#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

namespace column {
constexpr int name = 0, unit = 1, here = 2, in_run = 3, share = 4, lag = 5, grade = 6, why = 7;
}

/// Levers that a programme's cost is reckoned from, as they are told.
constexpr std::array<const char*, 10> told_levers{"wage",
                                                  "supervision_share",
                                                  "training_once",
                                                  "material",
                                                  "preparation_once",
                                                  "meeting_hours",
                                                  "meeting_hour_price",
                                                  "development_once",
                                                  "evaluation_per_family",
                                                  "joint_financing"};

/// Cut to whole øre by every family for the days that it was enrolled, so that no sum follows them.
bool is_cut_by_family(std::string_view lever) {
  return lever == "material" || lever == "meeting_hours" || lever == "meeting_hour_price";
}

class Inputs {
 public:
  Inputs(Sheet& sheet, RunBook& book) : sheet_{sheet}, book_{book}, view_{book.view} {}

  void add() {
    sheet_.widths = {{0, 38}, {1, 24}, {2, 14}, {3, 14}, {4, 12}, {5, 10}, {6, 12}, {7, 56}};
    int row = begin_sheet(sheet_, view_.text("book.run_inputs"), view_.text("book.run_inputs_note"),
                          column::why);
    row = add_head(row);
    for (std::size_t i = 0; i < book_.strategies().size(); ++i) row = add_levers(row + 1, i);
    add_prices(row + 1);
    sheet_.frozen_columns = 1;
  }

 private:
  void headings(int row, const std::string& title) {
    sheet_.text(row, column::name, title, look::heading);
    sheet_.text(row, column::unit, view_.text("book.unit"), look::heading);
    sheet_.text(row, column::here, view_.text("book.here"), look::right_heading);
    sheet_.text(row, column::in_run, view_.text("book.in_run"), look::right_heading);
  }

  /// A value that may be changed beside that of the run. The first as a formula.
  Formula row_of(int row, const std::string& label, const std::string& unit, double value,
                 NumberLook look, bool is_open = true) {
    sheet_.text(row, column::name, label);
    sheet_.text(row, column::unit, unit, {.is_note = true});
    sheet_.number(row, column::in_run, value, look::closed(look));
    return sheet_.number(row, column::here, value,
                         is_open ? look::input(look) : look::closed(look));
  }

  void rule(int row, int at, double lowest, double highest) {
    sheet_.rules.push_back(
        {row,
         at,
         {},
         lowest,
         highest,
         view_.say("book.between", view_.short_number(lowest, 2), view_.short_number(highest, 2))});
  }

  int add_head(int row) {
    const Json& all = view_.document;
    headings(row++, view_.text("book.all_strategies"));
    const Json& own = all.at("municipality");
    const double families =
        own.is_null() ? all.at("families").get<double>() : own.at("families").get<double>();
    const Formula here = row_of(row, view_.text("book.families"), view_.text("book.families_unit"),
                                families, NumberLook::tenths);
    book_.inputs.families = here / sheet_.at(row, column::in_run);
    rule(row++, column::here, 0, 1e7);
    for (const Json& step : all.at("discount_steps")) {
      const double from = step.at("from");
      book_.inputs.steps.push_back(from);
      book_.inputs.rates.push_back(
          row_of(row, view_.say("book.discount_from", view_.short_number(from, 0)),
                 view_.text("book.per_year"), step.at("rate"), NumberLook::percent));
      rule(row++, column::here, 0, 1);
    }
    const std::string timing = all.at("discount_timing");
    const double due = timing == "start" ? 0 : timing == "middle" ? 0.5 : 1;
    book_.inputs.timing = row_of(row, view_.text("book.timing"), view_.text("book.timing_unit"),
                                 due, NumberLook::plain);
    rule(row++, column::here, 0, 1);
    return row;
  }

  int add_levers(int row, std::size_t strategy) {
    const Json& prices = book_.strategies().at(strategy).at("programme_inputs");
    headings(row, view_.say("book.programme_of", book_.title_of(strategy)));
    sheet_.text(row, column::grade, view_.text("book.grade"), look::heading_after_number);
    sheet_.text(row++, column::why, view_.text("book.source"), look::heading);
    auto& levers = book_.inputs.levers.emplace_back();
    for (const char* name : told_levers) {
      const Json& lever = prices.at(name);
      const double value = lever.at("value");
      const std::string unit = lever.at("unit");
      const bool is_share = unit.starts_with("share");
      // What costs nothing in the run has no use that another price could follow.
      const bool has_use = value != 0 && std::string_view{name} != "joint_financing";
      const bool is_open = has_use && !is_cut_by_family(name);
      const Formula here = row_of(row, view_.label("lever", name), view_.label("unit", unit), value,
                                  is_share ? NumberLook::percent : NumberLook::ore, is_open);
      if (is_open) rule(row, column::here, 0, is_share ? 1 : 1e8);
      levers[name] = {here, sheet_.at(row, column::in_run)};
      sheet_.text(row, column::grade, view_.label("grade", lever.at("grade").get<std::string>()),
                  look::after_number);
      const std::string source = view_.text_of(lever, "source");
      sheet_.text(row++, column::why,
                  has_use && !is_open ? view_.say("book.lever_closed", source) : source,
                  look::note);
    }
    return row;
  }

  /// Services whose use differs with any strategy, in the order of the price list.
  std::set<std::string> used() const {
    std::set<std::string> services;
    for (const Json& strategy : book_.strategies()) {
      const Json& lines = strategy.at("price_lines");
      if (lines.is_null()) continue;
      for (const Json& line : lines.at("lines")) services.insert(line.at("service"));
    }
    return services;
  }

  void add_prices(int row) {
    const std::set<std::string> services = used();
    if (services.empty()) {
      sheet_.paragraph(row, column::why, view_.text("book.services_not_told"), look::note);
      return;
    }
    headings(row, view_.say("book.prices", view_.document.at("price_level").get<int>()));
    sheet_.text(row, column::share, view_.text("book.cashable_share"), look::right_heading);
    sheet_.text(row, column::lag, view_.text("book.lag_months"), look::right_heading);
    sheet_.text(row, column::grade, view_.text("book.grade"), look::heading_after_number);
    sheet_.text(row++, column::why, view_.text("book.needs_run_by"), look::heading);
    for (const auto& [name, price] : view_.document.at("prices").at("services").items()) {
      if (services.count(name) > 0) add_price(row++, name, price);
    }
    sheet_.paragraph(row, column::why, view_.say("book.closed_note", book_.command()), look::note);
  }

  void add_price(int row, const std::string& name, const Json& price) {
    const Json& closed = price.at("closed_by");
    ServiceInputs service;
    service.is_open = closed.is_null();
    service.price =
        row_of(row, view_.label("service", name),
               view_.say("book.kr_per", view_.label("unit", price.at("unit").get<std::string>())),
               price.at("price"), NumberLook::kroner, service.is_open);
    if (service.is_open) rule(row, column::here, 0, 1e8);
    service.cashable_share = sheet_.number(row, column::share, price.at("cashable_share"),
                                           look::input(NumberLook::percent));
    rule(row, column::share, 0, 1);
    service.lag_months =
        sheet_.number(row, column::lag, price.at("lag_months"), look::input(NumberLook::kroner));
    rule(row, column::lag, 0, 240);
    sheet_.text(row, column::grade, view_.label("grade", price.at("grade").get<std::string>()),
                look::after_number);
    if (!closed.is_null()) {
      sheet_.text(row, column::why, view_.label("closed_by", closed.get<std::string>()),
                  {.is_note = true});
    }
    book_.inputs.services[name] = service;
  }

  Sheet& sheet_;
  RunBook& book_;
  const View& view_;
};

}  // namespace

void add_run_inputs(Sheet& sheet, RunBook& book) { Inputs{sheet, book}.add(); }

}  // namespace samspil
