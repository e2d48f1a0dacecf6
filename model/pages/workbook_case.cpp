#include "model/pages/workbook_case.hpp"

#include "model/pages/case_tables.hpp"
#include "model/pages/workbook_case_parts.hpp"

namespace samspil {
namespace {

constexpr int last_column = 7;

std::string title_of(const View& view) {
  const Json& all = view.document;
  for (const char* title : {view.language == Language::da ? "title_da" : "title_en", "title"}) {
    if (!all.at(title).is_null()) return all.at(title);
  }
  return view.text("book.calculator");
}

std::string command_of(const View& view, const std::string& file) {
  return file.empty() ? view.text("book.no_file") : "samspil case " + file;
}

void add_cover(Sheet& sheet, const View& view, const std::string& file,
               const std::vector<SheetLine>& sheets) {
  sheet.widths = {{0, 30}};
  int row = begin_sheet(sheet, title_of(view), view.text("book.case_what"), last_column);
  sheet.paragraph(row++, last_column, view.text("book.no_effect"), look::caveat);
  sheet.paragraph(row++, last_column, view.text("case.contrast_note"), look::caveat);
  sheet.paragraph(row++, last_column, view.text("case.net_of_anyway"), look::note);
  sheet.paragraph(row++, last_column, view.text("case.law_line"), look::note);
  row = add_contents(sheet, row + 1, view, sheets, last_column);
  sheet.text(row, 0, view.text("book.how"), look::heading);
  ++row;
  for (const Key step :
       {Key{"book.case_step_1"}, Key{"book.case_step_2"}, Key{"book.case_step_3"}}) {
    sheet.paragraph(row++, last_column, view.text(step));
  }
  sheet.paragraph(row, last_column, view.say("book.made_by", command_of(view, file)), look::note);
}

/// What the draws told when the workbook was written: no formula draws.
void add_uncertainty(Sheet& sheet, const View& view, const std::string& file) {
  const std::vector<CasePurse> purses = purses_of(view.document, view.language);
  const MoneyUnit unit = unit_of(view.document);
  sheet.widths = {{0, 46}, {1, 20}, {2, 20}, {3, 20}, {4, 20}};
  int row = begin_sheet(sheet, view.text("case.uncertainty"),
                        view.say("book.needs_run", command_of(view, file)), 4);
  sheet.paragraph(row++, 4, view.text("case.contrast_note"), look::caveat);
  Page page;
  page.add(uncertainty(purses, unit, view.language));
  page.sentence(view.text("case.error_note"));
  page.sentence(view.text("case.evpi_note"));
  page.add(sensitivity(purses, unit, view.language));
  page.sentence(view.text("case.sensitivity_note"));
  page.sentence(view.say("run.total_in", view.text(unit.word)));
  add_page(sheet, row + 1, page, 4, view.language);
}

}  // namespace

Workbook case_sheets(const Json& document, const std::string& file, Language language) {
  const View view{document, language};
  Workbook book;
  book.title = title_of(view);
  book.footer = view.text("book.no_effect");
  const bool is_uncertain = !document.at("input_means").is_null();
  std::vector<SheetLine> list{{view.text("book.sheet_inputs"), view.text("book.case_inputs")},
                              {view.text("book.sheet_results"), view.text("book.case_results")},
                              {view.text("book.sheet_committee"), view.text("book.case_committee")},
                              {view.text("book.sheet_lines"), view.text("book.case_lines")}};
  if (is_uncertain) {
    list.push_back({view.text("book.sheet_uncertainty"), view.text("case.uncertainty")});
  }
  Sheet& cover = book.add(view.text("book.sheet_cover"));
  Sheet& inputs = book.add(list[0].name);
  Sheet& results = book.add(list[1].name);
  Sheet& committee = book.add(list[2].name);
  Sheet& lines = book.add(list[3].name);
  add_cover(cover, view, file, list);
  const CaseInputs given = add_case_inputs(inputs, view);
  const CaseLines over_time = add_case_lines(lines, view, given);
  add_case_results(results, view, given, over_time);
  add_case_committee(committee, view, given, over_time);
  if (is_uncertain) add_uncertainty(book.add(list.back().name), view, file);
  return book;
}

}  // namespace samspil
