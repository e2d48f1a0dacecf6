#include "model/pages/workbook_family.hpp"

#include "model/pages/workbook_family_parts.hpp"

namespace samspil {
namespace {

/// A file's own name, without its folder.
std::string name_of(const std::string& file) { return file.substr(file.find_last_of('/') + 1); }

/// Sums of one account, or of what it costs less than another, by year.
class Sums {
 public:
  Sums(Sheet& sheet, const FamilyBook& book, const AccountLines& lines, const AccountLines* less)
      : sheet_{sheet}, book_{book}, view_{book.view}, lines_{lines}, less_{less} {}

  int add_departments(int row) {
    add_years(row++, view_.text("family.own_money"));
    const int first = row;
    for (const char* name : all_departments) {
      const Formula department = literal_text(view_.label("department", name));
      put(row++, view_.label("department", name), look::of(NumberLook::kroner), 1,
          [&](const Formula& year) {
            return of({{lines_.years, year}, {lines_.departments, department}},
                      less_ == nullptr
                          ? Criteria{}
                          : Criteria{{less_->years, year}, {less_->departments, department}},
                      0);
          });
    }
    add_sums(sheet_, row, view_.text("run.municipality_in_all"), first, 1, 1 + book_.years,
             NumberLook::kroner);
    return row + 1;
  }

  int add_payers(int row) {
    add_years(row++, view_.text("book.payers"));
    const int first = row;
    for (int payer = 0; payer < 3; ++payer) {
      put(row++, view_.label("payer", payer_order[static_cast<std::size_t>(payer)]),
          look::of(NumberLook::kroner), 0,
          [&](const Formula& year) { return of_payer(year, payer); });
    }
    add_sums(sheet_, row, view_.text("family.public_total"), first, 1, 1 + book_.years,
             NumberLook::kroner);
    ++row;
    put(row++, view_.text("run.citizens"), look::of(NumberLook::kroner), 0,
        [&](const Formula& year) { return of_payer(year, 3); });
    return row;
  }

  int add_account_types(int row) {
    add_years(row++, view_.text("book.account_types_of_municipality"));
    for (const char* name : account_types) {
      const Formula type = literal_text(view_.label("account_type", name));
      put(row++, view_.label("account_type", name), look::of(NumberLook::kroner), 1,
          [&](const Formula& year) {
            return of({{lines_.years, year}, {lines_.account_types, type}},
                      less_ == nullptr
                          ? Criteria{}
                          : Criteria{{less_->years, year}, {less_->account_types, type}},
                      0);
          });
    }
    return row;
  }

  void add_years(int row, const std::string& label) {
    sheet_.text(row, 0, label, look::heading);
    for (int year = 0; year < book_.years; ++year) {
      sheet_.number(row, 1 + year, book_.first_year + year, look::year);
    }
    sheet_.text(row, 1 + book_.years, view_.text("run.total"), look::right_heading);
  }

  CellRange years_at(int row) const { return sheet_.range(row, 1, book_.years); }

 private:
  Formula of(const Criteria& ours, const Criteria& theirs, int payer) const {
    const auto p = static_cast<std::size_t>(payer);
    const Formula own = sum_if(ours, lines_.paid[p]);
    return less_ == nullptr ? own : sum_if(theirs, less_->paid[p]) - own;
  }
  Formula of_payer(const Formula& year, int payer) const {
    return of({{lines_.years, year}},
              less_ == nullptr ? Criteria{} : Criteria{{less_->years, year}}, payer);
  }

  template <class Amount>
  void put(int row, const std::string& label, CellStyle style, unsigned char indent,
           const Amount& amount) {
    sheet_.text(row, 0, label, {.indent = indent});
    for (int year = 0; year < book_.years; ++year) {
      sheet_.formula(row, 1 + year, amount(literal(book_.first_year + year)), style);
    }
    sheet_.formula(row, 1 + book_.years, sum(years_at(row)), style);
  }

  Sheet& sheet_;
  const FamilyBook& book_;
  const View& view_;
  const AccountLines& lines_;
  const AccountLines* less_;
};

/// Simple payback, "-" where nothing moves: inside the year from whose end the cumulated net is
/// never negative again.
Formula payback(const FamilyBook& book, const CellRange& yearly, const CellRange& cumulated) {
  const Formula last = last_deficit(cumulated);
  const Formula within =
      last + absolute(at_place(cumulated, last)) / at_place(yearly, last + literal(1));
  const Formula moves = maximum(largest(yearly), -smallest(yearly));
  return if_else(equal(moves, literal(0)), literal_text("-"),
                 if_else(equal(last, literal(0)), literal(0),
                         if_else(equal(last, literal(book.years)),
                                 literal_text(book.view.text("book.not_within")), within)));
}

void add_account(Sheet& sheet, const FamilyBook& book, const AccountLines& lines,
                 const std::string& called) {
  sheet.widths = {{0, 42}};
  int row = begin_sheet(sheet, called, book.view.text("book.family_account_note"), 6);
  Sums sums{sheet, book, lines, nullptr};
  row = sums.add_departments(row) + 1;
  row = sums.add_payers(row) + 1;
  sums.add_account_types(row);
  sheet.frozen_columns = 1;
}

/// Discount rates and timing, which may be changed.
int add_discounting(Sheet& sheet, int row, FamilyBook& book) {
  const View& view = book.view;
  sheet.text(row++, 0, view.text("book.discounting"), look::heading);
  for (const Json& step : view.document.at("discount_steps")) {
    const double from = step.at("from");
    book.steps.push_back(from);
    sheet.text(row, 0, view.say("book.discount_from", view.short_number(from, 0)));
    book.rates.push_back(sheet.number(row++, 1, step.at("rate"), look::input(NumberLook::percent)));
  }
  sheet.text(row, 0, view.text("book.timing") + ": " + view.text("book.timing_unit"));
  book.timing = sheet.number(row++, 1, 1, look::input(NumberLook::plain));
  return row;
}

/// How each purse's yearly differences add up.
struct Courses {
  std::array<std::string, 4> purses;
  std::vector<CellRange> nets, cumulated;
  CellRange years, factors;
};

/// Net present value, payback, and what the effort may cost at most. The next free row.
int add_verdict(Sheet& sheet, int row, const FamilyBook& book, const Courses& of) {
  const View& view = book.view;
  const std::array<Key, 4> headings{"book.purse", "family.npv_heading", "book.payback_years",
                                    "book.break_even_programme"};
  for (int c = 0; c < 4; ++c) {
    sheet.text(row, c, view.text(headings[static_cast<std::size_t>(c)]),
               c == 0 ? look::heading : look::right_heading);
  }
  const Formula effort = literal_text(view.text("family.programme"));
  const Formula programme = sum_if({{book.ours.services, effort}}, book.ours.gross) -
                            sum_if({{book.theirs.services, effort}}, book.theirs.gross);
  for (std::size_t purse = 0; purse < of.purses.size(); ++purse) {
    const CellRange& net = of.nets[purse];
    sheet.text(++row, 0, of.purses[purse]);
    sheet.formula(row, 1, sum_of_products(net, of.factors), look::of(NumberLook::kroner));
    sheet.formula(row, 2, payback(book, net, of.cumulated[purse]), look::of(NumberLook::ore));
    if (purse == 0 || purse == 3) {
      sheet.formula(row, 3, sum(net) + programme, look::of(NumberLook::kroner));
    }
  }
  sheet.paragraph(++row, 6, view.text("book.break_even_programme_note"), look::note);
  return row + 2;
}

/// Discount factors and running sums below the differences by payer, which begin in `payers_row`.
int add_courses(Sheet& sheet, int row, const FamilyBook& book, Sums& sums, int payers_row,
                Courses& of) {
  const View& view = book.view;
  sums.add_years(row, view.text("book.family_verdict"));
  sheet.text(row + 1, 0, view.text("book.discount_factor"));
  for (int year = 0; year < book.years; ++year) {
    sheet.formula(row + 1, 1 + year,
                  discount_factor_at(literal(year) + book.timing, book.rates, book.steps),
                  look::of(NumberLook::factor));
  }
  of.years = sums.years_at(row);
  of.factors = sums.years_at(row + 1);
  row += 2;
  for (int purse = 0; purse < 4; ++purse) {
    const CellRange net = sums.years_at(payers_row + purse);
    of.nets.push_back(net);
    of.cumulated.push_back(add_cumulated(
        sheet, row++, view.say("book.cumulated_of", of.purses[static_cast<std::size_t>(purse)]), 1,
        net, NumberLook::kroner));
  }
  return row + 1;
}

/// What the family costs less than the other, and whether the effort pays.
void add_comparison(Sheet& sheet, FamilyBook& book) {
  const View& view = book.view;
  sheet.widths = {{0, 46}};
  int row = begin_sheet(sheet, view.text("book.family_against"),
                        view.say("family.against_sign", book.ours_called, book.theirs_called), 6);
  sheet.paragraph(row++, 6, view.text("book.no_effect"), look::caveat);
  row = add_discounting(sheet, row + 1, book) + 1;
  Sums sums{sheet, book, book.ours, &book.theirs};
  row = sums.add_departments(row) + 1;
  const int payers_row = row + 1;
  row = sums.add_payers(row) + 1;
  Courses of{{view.label("payer", "municipality"), view.label("payer", "region"),
              view.label("payer", "state"), view.text("family.public_total")},
             {},
             {},
             {},
             {}};
  row = add_courses(sheet, row, book, sums, payers_row, of);
  row = add_verdict(sheet, row, book, of);
  sheet.charts.push_back({.kind = ChartKind::lines,
                          .title = view.text("book.chart_cumulated_kr"),
                          .axis = view.text("run.in_thousands"),
                          .description = view.text("book.chart_cumulated_note"),
                          .categories = of.years,
                          .series = {{of.purses[0], of.cumulated[0], colour_of("municipality")},
                                     {of.purses[3], of.cumulated[3], colour_of("public")}},
                          .row = row,
                          .column = 0});
}

std::vector<const Json*> years_of(const Json& all) {
  std::vector<const Json*> years;
  for (const Json& year : all) years.push_back(&year);
  return years;
}

}  // namespace

Workbook family_sheets(const Json& document, Language language) {
  FamilyBook book{{document, language}};
  const View& view = book.view;
  const Json& against = document.at("against");
  const bool has_other = !against.is_null();
  book.first_year = document.at("first_year");
  book.years = static_cast<int>(document.at("years").size());
  book.ours_called = name_of(document.at("file"));
  if (has_other) book.theirs_called = name_of(against.at("file"));

  Workbook out;
  const std::string title = document.at("title");
  out.title = title.empty() ? view.text("family.untitled") : title;
  out.footer = view.text("book.no_effect");
  std::vector<SheetLine> list;
  const auto add = [&](const std::string& name, const std::string& holds) -> Sheet& {
    list.push_back({name, holds});
    return out.add(name);
  };
  Sheet& cover = out.add(view.text("book.sheet_cover"));
  Sheet* comparison =
      has_other ? &add(view.text("book.name_comparison"), view.text("book.family_against"))
                : nullptr;
  const std::string of_ours = view.say("book.account_of", book.ours_called);
  Sheet& account = add(view.text("book.name_account"), of_ours);
  Sheet& lines =
      add(view.text("book.name_family_lines"), view.say("book.lines_of", book.ours_called));
  book.ours = add_family_lines(lines, book, view.say("book.lines_of", book.ours_called),
                               years_of(document.at("years")));
  add_account(account, book, book.ours, of_ours);
  if (has_other) {
    const std::string of_theirs = view.say("book.account_of", book.theirs_called);
    Sheet& other_account = add(view.text("book.name_other_account"), of_theirs);
    Sheet& other_lines =
        add(view.text("book.name_other_lines"), view.say("book.lines_of", book.theirs_called));
    Json years = Json::array();
    for (const Json& year : against.at("years")) {
      years.push_back({{"year", year.at("year")}, {"services", year.at("other_services")}});
    }
    book.theirs = add_family_lines(other_lines, book, view.say("book.lines_of", book.theirs_called),
                                   years_of(years));
    add_account(other_account, book, book.theirs, of_theirs);
    add_comparison(*comparison, book);
  }
  cover.widths = {{0, 30}};
  int row = begin_sheet(cover, out.title, view.text("book.family_what"), 7);
  cover.paragraph(row++, 7, view.text("book.no_effect"), look::caveat);
  cover.paragraph(row++, 7,
                  view.say("family.level_line", document.at("law_year").get<int>(),
                           document.at("price_level").get<int>(),
                           view.text(document.at("thresholds") == "constant"
                                         ? Key{"family.constant_thresholds"}
                                         : Key{"family.regulated_thresholds"})),
                  look::note);
  row = add_contents(cover, row + 1, view, list, 7);
  cover.paragraph(row, 7, view.text("book.family_closed_note"), look::note);
  return out;
}

}  // namespace samspil
