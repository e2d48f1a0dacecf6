#include "model/pages/effect_words.hpp"
#include "model/pages/run_parts.hpp"
#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

/// Pages as a sheet: every number as a cell, none that follows the inputs.
void add_pages(Sheet& sheet, int row, const Page& page, int last_column, Language language) {
  for (int column = 1; column <= last_column; ++column) sheet.widths.emplace(column, 19);
  add_page(sheet, row, page, last_column, language);
}

void heading_row(Sheet& sheet, int row, const View& view, std::initializer_list<Key> keys) {
  int column = 0;
  for (const Key key : keys) sheet.text(row, column++, view.text(key), look::heading);
}

/// Of an effect or a price, from column 7 on: grade, what more is known, and where it is from.
void add_origin(Sheet& sheet, int row, const View& view, const Json& of, const std::string& more,
                const std::string& source) {
  sheet.text(row, 7, view.label("grade", of.at("grade").get<std::string>()), look::after_number);
  sheet.text(row, 8, more, {.is_wrapped = true});
  sheet.text(row, 9, source, {.is_wrapped = true});
}

int add_effects(Sheet& sheet, int row, const RunBook& book) {
  const View& view = book.view;
  sheet.text(row++, 0, view.text("run.detail_effects"), look::bold);
  heading_row(
      sheet, row++, view,
      {"book.strategy", "book.acts_on", "run.weak_effect", "run.centre_effect", "run.strong_effect",
       "book.low", "book.high", "book.grade", "book.seen", "book.reason"});
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    for (const Json& effect : book.strategies().at(i).at("effects")) {
      sheet.text(row, 0, book.title_of(i));
      sheet.text(row, 1,
                 view.label("hook", effect.at("hook").get<std::string>()) +
                     confined_to(effect, view.language),
                 {.is_wrapped = true});
      int column = 2;
      for (const char* number : {"weak", "centre", "strong", "low", "high"}) {
        sheet.number(row, column++, effect.at(number), look::closed(NumberLook::ore));
      }
      add_origin(sheet, row++, view, effect, observation_of(effect, view.language),
                 view.text_of(effect, "rationale") + " (" + view.text_of(effect, "source") + ')');
    }
  }
  return row + 1;
}

int add_prices(Sheet& sheet, int row, const RunBook& book) {
  const View& view = book.view;
  sheet.text(row++, 0, view.text("book.all_prices"), look::bold);
  heading_row(
      sheet, row++, view,
      {"book.service", "book.rule", "book.price", "book.written_price", "book.level", "book.unit",
       "book.account_function", "book.grade", "book.department", "book.source"});
  for (const auto& [name, price] : view.document.at("prices").at("services").items()) {
    sheet.text(row, 0, view.label("service", name));
    sheet.text(row, 1, view.label("payer_rule", price.at("payer_rule").get<std::string>()),
               {.is_wrapped = true});
    sheet.number(row, 2, price.at("price"), look::closed(NumberLook::kroner));
    sheet.number(row, 3, price.at("as_written"), look::closed(NumberLook::kroner));
    sheet.number(row, 4, price.at("price_level"), look::closed(NumberLook::year));
    sheet.text(row, 5, view.label("unit", price.at("unit").get<std::string>()), look::after_number);
    sheet.text(row, 6, price.at("account_function").get<std::string>());
    add_origin(sheet, row++, view, price,
               view.label("department", price.at("department").get<std::string>()),
               view.text_of(price, "source"));
  }
  return row + 1;
}

/// What the tool knows of each point, and a cell for what it cannot know.
class Checklist {
 public:
  Checklist(Sheet& sheet, const View& view, int row) : sheet_{sheet}, view_{view}, row_{row} {}

  void known(Key point, const std::string& found) {
    sheet_.text(row_, 0, view_.text(point), {.is_wrapped = true});
    sheet_.text(row_, 1, found, {.is_closed = true, .is_wrapped = true});
    sheet_.blank(row_++, 2, look::text_input);
  }
  void asked(Key point) {
    sheet_.text(row_, 0, view_.text(point), {.is_wrapped = true});
    sheet_.text(row_, 1, view_.text("book.your_answer"), {.is_note = true});
    sheet_.blank(row_++, 2, look::text_input);
  }
  std::string yes_no(bool is_so) const {
    return view_.text(is_so ? Key{"compare.has"} : Key{"compare.has_not"});
  }

 private:
  Sheet& sheet_;
  const View& view_;
  int row_;
};

}  // namespace

void add_run_ranges(Sheet& sheet, const RunBook& book) {
  const View view = run_view(book.view.document, book.view.language);
  sheet.widths = {{0, 52}};
  int row = begin_sheet(sheet, view.text("book.ranges_sheet"),
                        view.say("book.needs_run", book.command()), 8);
  row = add_caveats(sheet, row, book, 8);
  Page page;
  for (const Json& strategy : book.strategies()) {
    page.heading(view.text_of(strategy, "title"));
    write_levels_and_people(page, view, strategy);
    if (has_draws(view)) write_draws_detail(page, view, strategy, true);
    if (!strategy.at("break_even").is_null()) write_break_even_detail(page, view, strategy);
  }
  if (!book.strategies().empty()) write_break_even(page, view);
  write_decision(page, view);
  write_cohort(page, view);
  add_pages(sheet, row + 1, page, 8, view.language);
}

void add_run_effects(Sheet& sheet, const RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 44}, {1, 20}, {2, 20}, {3, 20}};
  int row = begin_sheet(sheet, view.text("book.effects_sheet"), view.text("book.effects_note"), 5);
  row = add_caveats(sheet, row, book, 5);
  heading_row(sheet, row++, view,
              {"book.all_years_thousands", "book.saved_by_effect", "book.programme_cost_in_all",
               "book.net_in_all"});
  const CellStyle amount = look::of(NumberLook::thousands);
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    const Formula cost = sum(book.programmes[i].total);
    const auto put = [&](const std::string& label, const CellRange& net) {
      sheet.text(row, 0, label);
      const Formula pays = sheet.formula(row, 2, cost, amount);
      const Formula in_all = sheet.formula(row, 3, sum(net), amount);
      sheet.formula(row++, 1, in_all + pays, amount);
    };
    put(view.say("book.of_municipality", book.title_of(i)), book.money[i].municipality);
    put(view.say("book.of_public", book.title_of(i)), book.money[i].all_public);
  }
  sheet.paragraph(++row, 5, view.text("book.potential_note"), look::note);
}

void add_run_assumptions(Sheet& sheet, const RunBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 28}, {1, 30}, {2, 10}, {3, 10}, {4, 10},
                  {5, 11}, {6, 11}, {7, 13}, {8, 30}, {9, 80}};
  int row = begin_sheet(sheet, view.text("book.assumptions_sheet"),
                        view.text("book.assumptions_note"), 8);
  row = add_caveats(sheet, row, book, 8);
  row = add_effects(sheet, row, book);
  row = add_prices(sheet, row, book);
  sheet.frozen_columns = 1;
  Page page;
  write_law_table(page, view);
  add_page(sheet, row, page, 8, view.language);
}

void add_run_own(Sheet& sheet, const RunBook& book) {
  const View view = run_view(book.view.document, book.view.language);
  sheet.widths = {{0, 52}};
  int row = begin_sheet(sheet, view.text("book.own_sheet"), view.text("book.own_note"), 8);
  Page page;
  write_own_families(page, view);
  write_municipality(page, view);
  write_own_accounts(page, view);
  if (view.document.at("own_families").is_null()) {
    write_fit_table(page, view, view.document.at("population"));
  }
  add_pages(sheet, row, page, 8, view.language);
}

void add_run_checklist(Sheet& sheet, const RunBook& book) {
  const View& view = book.view;
  const Json& all = view.document;
  sheet.widths = {{0, 64}, {1, 44}, {2, 44}};
  int row =
      begin_sheet(sheet, view.text("book.checklist_sheet"), view.text("book.checklist_note"), 2);
  heading_row(sheet, row++, view, {"book.point", "book.tool_says", "book.your_note"});
  Checklist list{sheet, view, row};
  const Json& own = all.at("municipality");
  const auto is_given = [&](const char* key) { return !own.is_null() && !own.at(key).is_null(); };
  list.known("book.check_caseload", list.yes_no(is_given("caseload") || is_given("caseworkers")));
  list.known("book.check_wage", list.yes_no(is_given("caseworker_cost")));
  list.known("book.check_prices", view.whole(all.at("prices").at("own").at("count")));
  list.known("book.check_accounts", view.whole(all.at("own_accounts").size()));
  list.known("book.check_levels", view.whole(all.at("prices").at("other_level_count")));
  list.known("book.check_law", std::to_string(all.at("law_year").get<int>()) + " / " +
                                   std::to_string(all.at("price_level").get<int>()));
  list.known("book.check_draws", view.whole(all.at("draws")));
  list.known("book.check_seen", view.whole(all.at("effects_seen").at("randomised")));
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    const Json& strategy = book.strategies().at(i);
    list.known("book.check_tried",
               book.title_of(i) + ": " + list.yes_no(strategy.at("is_tried_here").get<bool>()));
  }
  list.known("book.check_hash", all.at("results_hash").get<std::string>());
  for (const Key point :
       {Key{"book.check_without"}, Key{"book.check_places"}, Key{"book.check_pays"},
        Key{"book.check_wage_parts"}, Key{"book.check_stop"}, Key{"book.check_accounts_show"}}) {
    list.asked(point);
  }
}

}  // namespace samspil
