#include "model/pages/panel_page.hpp"

#include <algorithm>
#include <string>

#include "model/pages/study_parts.hpp"

namespace samspil {
namespace {

/// Two digits that count, and no more than four decimals.
std::string estimate_text(const StudyWriter& to, const Json& value) {
  if (value.is_null()) return "-";
  const double number = value;
  const int decimals = number >= 10 ? 1 : number >= 0.1 ? 2 : number >= 0.01 ? 3 : 4;
  return to.number(value, decimals);
}

std::string range_text(const StudyWriter& to, const Json& one) {
  if (one.at("low").is_null()) return "-";
  return estimate_text(to, one.at("low")) + "-" + estimate_text(to, one.at("high"));
}

/// A ratio by its name, by which it is explained; a rate by the states.
std::string name_text(const StudyWriter& to, const Json& one) {
  if (!one.contains("from")) return one.at("name");
  const std::string group = to.document.at("states") == "labour" ? "labour_status" : "place";
  return to.label(group, one.at("from").get<std::string>()) + " → " +
         to.label(group, one.at("to").get<std::string>());
}

Row row_of(const StudyWriter& to, const Json& one) {
  const Json& today = one.at("today");
  return {name_text(to, one),
          {estimate_text(to, one.at("value")), range_text(to, one), to.whole(one.at("moves")),
           estimate_text(to, today.is_null() ? today : today.at("value"))},
          1};
}

Table estimates_table(const StudyWriter& to) {
  Table table;
  table.has_narrow_columns = true;
  Cells head{to.texts({"panel.estimate", "panel.range", "panel.moves", "panel.today"})};
  for (const auto& [key, word] :
       {std::pair{"ratios", Key{"panel.ratios"}}, {"rates", Key{"panel.rates"}}}) {
    const Json& all = to.document.at(key);
    if (all.empty()) continue;
    table.row(to.text(word), std::move(head));
    head = {};
    for (const Json& one : all) table.rows.push_back(row_of(to, one));
  }
  return table;
}

std::string warning_text(const StudyWriter& to, const Json& warning) {
  const std::string name = warning.at("name");
  const Json& count = warning.at("count");
  const std::string told = count.is_null() ? to.text("panel.fewer_than_5") : to.whole(count);
  if (name == "gaps") return to.say("panel.warn_gaps", told);
  if (name == "few") return to.say("panel.warn_few", told);
  if (name == "none") return to.say("panel.warn_none", told);
  if (name == "collinear") return to.say("panel.warn_collinear", told);
  return to.text(name == "no_ratio" ? Key{"panel.warn_no_ratio"} : Key{"panel.warn_not_converged"});
}

}  // namespace

Page panel_page(const Json& document, Language language) {
  StudyWriter to{{document, language}};
  const std::string panel = document.at("panel");
  const std::string weeks = number(document.at("person_weeks"), 0, language);
  to.tell("panel.title", panel);
  if (document.at("people").is_null()) {
    to.tell("panel.of_cells", weeks);
  } else {
    to.tell("panel.of_people", to.whole(document.at("people")), weeks);
  }
  to.page.blank();
  to.page.add(estimates_table(to));
  to.page.blank();
  for (const Json& warning : document.at("warnings")) {
    to.page.hanging("! " + warning_text(to, warning), 2);
  }
  to.tell("panel.note");
  to.tell("panel.layer_note", std::string{"parameters = [\"layer.csv\"]"});
  return std::move(to.page);
}

}  // namespace samspil
