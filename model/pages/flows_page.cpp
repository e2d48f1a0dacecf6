#include "model/pages/flows_page.hpp"

#include <map>

#include "model/pages/study_parts.hpp"

namespace samspil {
namespace {

int decimals_of(const std::string& unit, const std::string& name) {
  if (unit == "per child") return 2;
  return unit == "index" || name.starts_with("job_loss") ? 0 : 1;
}

std::string known_cell(const StudyWriter& to, const Json& known) {
  if (known.is_null()) return "";
  return short_number(known.at("low"), 2, to.language) + "-" +
         short_number(known.at("high"), 2, to.language) + (known.at("inside") == false ? "*" : " ");
}

Table flows_table(const StudyWriter& to) {
  Table table;
  table.has_narrow_columns = true;
  std::vector<std::string> head;
  for (const Json& year : to.document.at("year_numbers")) head.push_back(to.plain(year));
  head.push_back(to.text("flows.known_column"));
  std::string group;
  std::map<std::string, std::size_t> indents;
  for (const Json& flow : to.document.at("flows")) {
    const std::string name = flow.at("name"), own_group = flow.at("group");
    if (own_group != group) {
      table.row(to.label("flows", own_group), group.empty() ? Cells{head} : Cells{});
      group = own_group;
    }
    const Json& above = flow.at("looks_into");
    indents[name] = above.is_null() ? 0 : indents.at(to.plain(above)) + 2;
    Cells cells;
    for (const Json& value : flow.at("years")) {
      cells.emplace_back(to.number(value, decimals_of(flow.at("unit"), name)));
    }
    cells.emplace_back(known_cell(to, flow.at("known")));
    table.row(to.label("flow", name), std::move(cells), indents[name]);
  }
  return table;
}

}  // namespace

Page flows_page(const Json& document, Language language) {
  StudyWriter to{{document, language}};
  const Json& year_0 = document.at("year_0");
  const Json& compared = document.at("compared_flows");
  to.tell("flows.title", year_0);
  to.tell("flows.counted", to.whole(document.at("families")),
          to.whole(document.at("target_children")), to.whole(document.at("target_parents")),
          year_0);
  to.page.blank();
  to.page.add(flows_table(to));
  to.page.blank();
  std::vector<std::string> outside;
  for (const Json& name : document.at("outside"))
    outside.push_back(to.label("flow", name.get<std::string>()));
  if (outside.empty()) {
    to.tell("flows.all_inside", compared);
  } else {
    to.tell("flows.outside_line", outside.size(), compared,
            fmt::format("{}", fmt::join(outside, "; ")));
  }
  to.tell("flows.note", document.at("year_numbers").back());
  to.tell("flows.known_note", std::string{"scenarios/known_flows.csv"});
  return std::move(to.page);
}

}  // namespace samspil
