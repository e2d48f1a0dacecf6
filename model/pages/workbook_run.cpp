#include "model/pages/workbook_run.hpp"

#include "model/pages/workbook_run_parts.hpp"

namespace samspil {
namespace {

constexpr int last_column = 8;

class Summary {
 public:
  Summary(Sheet& sheet, const RunBook& book) : sheet_{sheet}, book_{book}, view_{book.view} {}

  int add(int row) {
    headings(row++);
    for (std::size_t i = 0; i < book_.strategies().size(); ++i) add_strategy(row++, i);
    sheet_.paragraph(row++, last_column, view_.text("book.summary_note"), look::note);
    return row;
  }

 private:
  void headings(int row) {
    sheet_.text(row, 0, view_.text("book.municipality_thousands"), look::heading);
    int column = 1;
    for (const Key heading :
         {Key{"book.costs_short"}, Key{"book.gives_back"}, Key{"book.net_short"},
          Key{"book.npv_short"}, Key{"book.paid_back_short"}, Key{"book.no_effect_short"},
          Key{"book.range_short"}, Key{"book.chance_short"}}) {
      sheet_.text(row, column++, view_.text(heading), look::right_heading);
    }
  }

  void add_strategy(int row, std::size_t strategy) {
    const StrategyMoney& money = book_.money[strategy];
    const Json& told = book_.strategies().at(strategy);
    const CellStyle amount = look::of(NumberLook::thousands);
    sheet_.text(row, 0, book_.title_of(strategy));
    const Formula costs = sheet_.formula(row, 1, -sum(book_.programmes[strategy].total), amount);
    sheet_.formula(row, 2, sum(money.municipality) - costs, amount);
    sheet_.formula(row, 3, sum(money.municipality),
                   {.look = NumberLook::thousands, .is_bold = true});
    sheet_.formula(row, 4, money.municipality_npv, amount);
    sheet_.formula(row, 5, money.paid_back, {.look = NumberLook::year});
    const Json& idle = told.at("pockets").at("no_effect").at("by_payer").at("municipality");
    sheet_.number(row, 6, idle.at("net"), look::closed(NumberLook::thousands));
    add_draws(row, told);
  }

  void add_draws(int row, const Json& told) {
    const Json& all = told.at("uncertainty");
    const Json spread = all.is_null() ? Json() : all.at("municipality");
    if (spread.is_null()) {
      for (const int column : {7, 8}) {
        sheet_.text(row, column, "-", {.is_closed = true, .is_right = true});
      }
      return;
    }
    const MoneyUnit thousands{1e3, 0, "run.in_thousands"};
    sheet_.text(row, 7,
                view_.say("book.from_to", money(spread.at("p05"), thousands, view_.language),
                          money(spread.at("p95"), thousands, view_.language)),
                {.is_closed = true, .is_right = true});
    const Json& twenty = told.at("twenty").at("municipality");
    sheet_.text(row, 8, view_.say("book.of_twenty", twenty.at("saves").get<int>()),
                {.is_closed = true, .is_right = true});
  }

  Sheet& sheet_;
  const RunBook& book_;
  const View& view_;
};

std::string title_of(const View& view, const Json& id) {
  for (const Json& strategy : view.document.at("strategies")) {
    if (strategy.at("id") == id) return short_title(view, strategy);
  }
  return id;
}

/// The basis in one line: years, law, prices, discounting, what made it.
std::string basis_of(const View& view) {
  const Json& all = view.document;
  const Json& years = all.at("years");
  return view.say("book.basis", years.front().get<int>(), years.back().get<int>(),
                  all.at("law_year").get<int>(), all.at("price_level").get<int>(),
                  all.at("run").at("version").get<std::string>(),
                  all.at("seed").get<std::uint32_t>(), all.at("results_hash").get<std::string>());
}

void put_sheets(RunBook& book, Workbook& out) {
  const View& view = book.view;
  struct Made {
    Key name, holds;
  };
  const std::vector<Made> made{{"book.name_inputs", "book.run_inputs"},
                               {"book.name_municipality", "book.municipality_sheet"},
                               {"book.name_payers", "book.payers_sheet"},
                               {"book.name_accounts", "book.accounts_sheet"},
                               {"book.name_committee", "book.committee_sheet"},
                               {"book.name_pockets", "book.pockets_sheet"},
                               {"book.name_budget", "book.budget_sheet"},
                               {"book.name_ranges", "book.ranges_sheet"},
                               {"book.name_programme", "book.programme_sheet"},
                               {"book.name_effects", "book.effects_sheet"},
                               {"book.name_assumptions", "book.assumptions_sheet"},
                               {"book.name_own", "book.own_sheet"},
                               {"book.name_checklist", "book.checklist_sheet"}};
  std::vector<SheetLine> list;
  std::vector<Sheet*> sheets;
  Sheet& cover = out.add(view.text("book.name_cover"));
  for (const Made& one : made) {
    list.push_back({view.text(one.name), view.text(one.holds)});
    sheets.push_back(&out.add(list.back().name));
  }
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    for (const auto& [name, holds] :
         {std::pair{Key{"book.name_lines"}, Key{"book.run_lines"}},
          std::pair{Key{"book.name_cashable"}, Key{"book.run_cashable"}}}) {
      list.push_back({view.say(name, i + 1), view.say(holds, book.title_of(i))});
      sheets.push_back(&out.add(list.back().name));
    }
  }
  add_run_inputs(*sheets[0], book);
  for (std::size_t i = 0; i < book.strategies().size(); ++i) {
    add_run_lines(*sheets[made.size() + 2 * i], book, i);
    add_run_cashable(*sheets[made.size() + 2 * i + 1], book, i);
  }
  add_run_programme(*sheets[8], book);
  add_run_municipality(*sheets[1], book);
  add_run_payers(*sheets[2], book);
  add_run_accounts(*sheets[3], book);
  add_run_committee(*sheets[4], book);
  add_run_budget(*sheets[6], book);
  add_run_pockets(*sheets[5], book);
  add_run_ranges(*sheets[7], book);
  add_run_effects(*sheets[9], book);
  add_run_assumptions(*sheets[10], book);
  add_run_own(*sheets[11], book);
  add_run_checklist(*sheets[12], book);
  add_run_cover(cover, book, list);
}

}  // namespace

std::string RunBook::command() const { return view.say("book.run_command", file); }

int add_caveats(Sheet& sheet, int row, const RunBook& book, int last) {
  const View& view = book.view;
  for (const Json& caveat : view.document.at("caveats")) {
    if (!caveat.at("strategy").is_null()) continue;
    sheet.paragraph(row++, last, view.text_of(caveat, "text"), look::caveat);
  }
  return row + 1;
}

int begin_year_sheet(Sheet& sheet, const RunBook& book, Key title, Key note) {
  const int last = book.years + 3;
  sheet.widths = {{0, 44}, {first_year, 16}};
  sheet.is_landscape = book.years > 5;
  sheet.frozen_columns = 1;
  const int row = begin_sheet(sheet, book.view.text(title), book.view.text(note), last);
  return add_caveats(sheet, row, book, last);
}

void add_years(Sheet& sheet, int row, const RunBook& book, std::string_view label, bool has_total) {
  sheet.text(row, 0, label, look::heading);
  for (int year = 0; year < book.years; ++year) {
    sheet.number(row, first_year + year, book.calendar_year(year), look::year);
  }
  if (!has_total) return;
  sheet.text(row, first_year + book.years, book.view.text("run.total"), look::right_heading);
}

CellRange add_year_row(Sheet& sheet, int row, const RunBook& book, const std::string& label,
                       CellStyle style, const YearAmount& amount, unsigned char indent) {
  CellStyle called = style.is_total ? look::bold_total : look::plain;
  called.indent = indent;
  sheet.text(row, 0, label, called);
  for (int year = 0; year < book.years; ++year) {
    sheet.formula(row, first_year + year, amount(static_cast<std::size_t>(year)), style);
  }
  const CellRange years = sheet.range(row, first_year, first_year + book.years - 1);
  sheet.formula(row, first_year + book.years, sum(years), style);
  return years;
}

CellRange add_year_sums(Sheet& sheet, int row, const RunBook& book, Key label, int first_row,
                        NumberLook look) {
  add_sums(sheet, row, book.view.text(label), first_row, first_year, first_year + book.years, look);
  return sheet.range(row, first_year, first_year + book.years - 1);
}

void add_run_cover(Sheet& sheet, const RunBook& book, const std::vector<SheetLine>& sheets) {
  const View& view = book.view;
  sheet.widths = {{0, 38}, {5, 17}, {7, 24}, {8, 21}};
  sheet.is_one_page = true;
  int row = begin_sheet(sheet, view.text_of(view.document, "title"),
                        view.say("run.question", view.document.at("years").size()), last_column);
  row = add_caveats(sheet, row, book, last_column);
  row = Summary{sheet, book}.add(row) + 1;
  for (const Json& caveat : view.document.at("caveats")) {
    if (caveat.at("strategy").is_null()) continue;
    sheet.paragraph(row++, last_column,
                    title_of(view, caveat.at("strategy")) + ": " + view.text_of(caveat, "text"),
                    look::note);
  }
  sheet.paragraph(row++, last_column, basis_of(view), look::note);
  row = add_contents(sheet, row + 1, view, sheets, last_column);
  sheet.paragraph(row, last_column, view.say("book.closed_note", book.command()), look::note);
}

Workbook run_sheets(const Json& document, const std::string& file, Language language) {
  const View view{document, language};
  Workbook out;
  out.title = view.text_of(document, "title");
  out.footer = view.text("book.no_effect");
  RunBook book{view, file, static_cast<int>(document.at("years").size())};
  put_sheets(book, out);
  return out;
}

}  // namespace samspil
