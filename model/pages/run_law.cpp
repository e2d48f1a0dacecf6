#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

std::string name_of(const View& view, const Json& row) {
  const std::string part = row.at("part"), name = row.at("name");
  return view.label(part == "price" ? "service" : part, name);
}

Cell year_cell(const Json& year) {
  if (year.is_null()) return "";
  return {std::to_string(year.get<int>()), year.get<double>()};
}

}  // namespace

void write_law_table(Page& page, const View& view) {
  Table table;
  table.has_narrow_columns = true;
  table.row(view.text("run.detail_law"), {view.text("run.law_of"), view.text("run.written_level"),
                                          view.text("run.stands_on_level"), ""});
  std::string part;
  for (const Json& row : view.document.at("stands_on")) {
    if (row.at("part") != part) {
      part = row.at("part");
      table.row(view.label("law_part", part), {"", "", "", ""});
    }
    const std::string grade = row.at("grade");
    table.row(name_of(view, row),
              {year_cell(row.at("law_year")), year_cell(row.at("written_level")),
               year_cell(row.at("level")), grade == "own" ? view.text("run.own_mark") : ""},
              2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("run.law_note"));
}

}  // namespace samspil
