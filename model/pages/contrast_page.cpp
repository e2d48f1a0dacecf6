#include "model/pages/contrast_page.hpp"

#include <array>
#include <iterator>

#include "model/pages/contrast_parts.hpp"

namespace samspil {
namespace {

using Texts = std::vector<std::string>;

std::string thousands(const StudyWriter& to, const Json& kroner) {
  return to.number(kroner, 1, 1000);
}
std::string cell(const StudyWriter& to, const Json& own) {
  return thousands(to, own.at("value")) + " ± " + thousands(to, own.at("standard_error"));
}

/// Reads one line of the costs of a group under an adjustment.
using CostLine = const Json& (*)(const Json& lines);
const Json& total_of(const Json& lines) { return lines.at("all_public"); }
const Json& social_of(const Json& lines) { return lines.at("by_department").at("child_family"); }

/// The line of some groups under some adjustments; "-" where a group has no contrast.
template <class Line>
Texts cells_of(const StudyWriter& to, const Json& contrast, const Line& line,
               std::initializer_list<const char*> groups,
               std::initializer_list<const char*> adjustments) {
  Texts cells;
  for (const char* group : groups) {
    for (const char* adjustment : adjustments) {
      const Json& lines = contrast.at(group).at(adjustment);
      cells.push_back(lines.is_null() ? "-" : cell(to, line(lines)));
    }
  }
  return cells;
}

void write_top(StudyWriter& to) {
  const Json& document = to.document;
  const Json& years = document.at("years");
  to.tell("contrast.title", to.own(document, "title"));
  to.tell("contrast.families_line", to.whole(document.at("families")), document.at("seed"),
          document.at("population_year"), years.front(), years.back(), document.at("law_year"),
          document.at("price_level"));
  to.tell("contrast.success_line", years.front());
  to.tell("contrast.unit_line");
}

void write_success(StudyWriter& to) {
  const Json& adult = to.document.at("contrast").at("adult");
  const Json& child = to.document.at("contrast").at("child");
  const std::string year = to.plain(to.document.at("population_year"));
  to.heading("contrast.success_title");
  Table table;
  table.row("", to.texts({"contrast.adults", "contrast.children"}));
  table.row(to.text("contrast.people"),
            {to.whole(adult.at("people")), to.whole(child.at("people"))});
  table.row(to.text("contrast.succeed"),
            {to.number(adult.at("success_percent"), 1), to.number(child.at("success_percent"), 1)});
  table.row(say(to.language, "contrast.before", year),
            {to.number(adult.at("before_percent"), 1), ""});
  to.page.add(std::move(table));
}

std::string published_cell(const StudyWriter& to, const char* name) {
  if (to.document.at("years").size() != to.document.at("published_years")) return "-";
  const Json& own = to.document.at("published").at(name);
  const std::string amount = to.number(own.at("value"), 0, 1000);
  if (own.at("low") == own.at("value")) return say(to.language, "contrast.more_than", amount);
  if (own.at("high") == own.at("value")) return say(to.language, "contrast.less_than", amount);
  return amount;
}

/// The four rows of a contrast, the outermost of them beside what the report prints.
void add_rows(const StudyWriter& to, const Json& contrast, bool is_beside, Table& table) {
  const auto row = [&](Key key, const char* group, CostLine line, std::string beside) {
    Texts cells = cells_of(to, contrast, line, {group}, {"raw", "adjusted", "status_before"});
    if (is_beside) cells.push_back(std::move(beside));
    table.row(to.text(key), cells, is_beside ? 0 : 2);
  };
  row("contrast.adult_and_child", "adult_and_child", total_of,
      published_cell(to, "adult_and_child"));
  row("contrast.adult", "adult", total_of, "");
  row("contrast.child", "child", total_of, "");
  row("contrast.child_social", "child", social_of, published_cell(to, "child_social"));
}

void write_beside_published(StudyWriter& to) {
  const Json& apart = to.document.at("without_coupling");
  Table table;
  table.row("", to.texts({"contrast.raw", "contrast.adjusted", "contrast.status_before",
                          "contrast.published"}));
  add_rows(to, to.document.at("contrast"), true, table);
  if (!apart.is_null()) {
    table.row(to.text("contrast.without_coupling"), {});
    add_rows(to, apart, false, table);
  }
  to.page.add(std::move(table));
  if (apart.is_null()) to.tell("contrast.coupling_is_off");
  to.tell("contrast.adjusted_note");
}

void write_distance(StudyWriter& to) {
  const Json& document = to.document;
  const auto parts = [&](Key sentence, const Json& own) {
    if (own.is_null()) return;
    to.tell(sentence, thousands(to, own.at("raw")), thousands(to, own.at("composition")),
            thousands(to, own.at("status_before")), thousands(to, own.at("rest")));
  };
  to.heading("contrast.distance_title");
  parts("contrast.distance_adult", document.at("distance").at("adult"));
  parts("contrast.distance_child", document.at("distance").at("child_social"));
  if (const Json& coupling = document.at("distance").at("coupling"); !coupling.is_null()) {
    const Json& without = document.at("without_coupling").at("child").at("raw");
    to.tell("contrast.distance_coupling", cell(to, coupling), cell(to, social_of(without)));
  }
  if (const Json& success = document.at("effect").at("success"); !success.is_null()) {
    const Json& raw = document.at("contrast").at("adult").at("raw");
    to.tell("contrast.distance_effect", cell(to, success.at("adult")),
            to.number(success.at("work_years"), 1), thousands(to, total_of(raw).at("value")));
  }
}

/// The lines under `by` of adults and of children, raw and adjusted, one row a label.
void write_parts(StudyWriter& to, Key heading, const char* by, const Texts& labels) {
  const auto row = [&](const auto& line) {
    return cells_of(to, to.document.at("contrast"), line, {"adult", "child"}, {"raw", "adjusted"});
  };
  to.heading(heading);
  Table table;
  table.row("", to.texts({"contrast.adult_raw", "contrast.adult_adjusted", "contrast.child_raw",
                          "contrast.child_adjusted"}));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    table.row(labels[i], row([&](const Json& lines) {
                return *std::next(lines.at(by).begin(), static_cast<std::ptrdiff_t>(i));
              }));
  }
  table.row(to.text("contrast.four_years"), row(total_of));
  to.page.add(std::move(table));
}

/// What the lines under `by` are called.
Texts labels_of(const StudyWriter& to, const char* by, std::string_view group) {
  Texts labels;
  for (const auto& line : to.document.at("contrast").at("adult").at("raw").at(by).items()) {
    // From here on it is no part of a contrast: what a strategy costs and the block grant moves.
    if (group == "department" && line.key() == "coordination") break;
    labels.push_back(to.label(group, line.key()));
  }
  return labels;
}

void write_details(StudyWriter& to) {
  const Json& document = to.document;
  write_parts(to, "contrast.departments_title", "by_department",
              labels_of(to, "by_department", "department"));
  to.tell("contrast.state_transfers");
  Texts years;
  for (const Json& year : document.at("years")) years.push_back(to.plain(year));
  write_parts(to, "contrast.years_title", "by_year", years);
  const auto first = [&](const char* adjustment) -> std::string {
    const Json& lines = document.at("contrast").at("adult_and_child").at(adjustment);
    return lines.is_null() ? "-" : thousands(to, lines.at("by_year").front().at("value"));
  };
  const Json& published = document.at("published").at("adult_and_child_year_1").at("value");
  to.tell("contrast.published_year_1", to.number(published, 0, 1000), first("raw"),
          first("adjusted"));
}

void write_effect(StudyWriter& to) {
  const Json& per_work_year = to.document.at("effect").at("parent_year_in_work");
  const Json& per_success = to.document.at("effect").at("success");
  const double ratio = to.document.at("published").at("job_entry_ratio").at("value");
  to.heading("contrast.effect_title");
  if (per_work_year.is_null() && per_success.is_null()) return to.tell("contrast.no_effect");
  to.tell("contrast.effect_line", short_number(ratio, 2, to.language));
  Table table;
  table.row("", to.texts({"contrast.per_work_year", "contrast.per_success"}));
  const auto row = [&](Key key, std::size_t indent, const auto& text_of) {
    const auto text = [&](const Json& own) { return own.is_null() ? "-" : text_of(own); };
    table.row(to.text(key), {text(per_work_year), text(per_success)}, indent);
  };
  const auto kroner = [&](const char* part) {
    return [&to, part](const Json& own) { return cell(to, own.at(part)); };
  };
  row("contrast.all_public", 0, kroner("all_public"));
  row("contrast.of_adults", 2, kroner("adult"));
  row("contrast.of_children", 2, kroner("child"));
  row("contrast.municipality", 0, kroner("municipality"));
  row("contrast.how_many", 0, [&](const Json& own) { return to.number(own.at("units"), 0); });
  row("contrast.work_years", 0,
      [&](const Json& own) { return to.number(own.at("work_years"), 1); });
  to.page.add(std::move(table));
}

}  // namespace

Page contrast_page(const Json& document, bool detail, Language language) {
  StudyWriter to{{document, language}};
  write_top(to);
  write_success(to);
  to.heading("contrast.published_title");
  if (document.at("contrast").at("adult_and_child").at("raw").is_null()) {
    to.tell("contrast.no_difference");
  } else {
    write_beside_published(to);
    write_distance(to);
    write_parts(to, "contrast.payers_title", "by_payer", labels_of(to, "by_payer", "payer"));
    write_parts(to, "contrast.areas_title", "by_main_area",
                labels_of(to, "by_main_area", "main_area"));
    if (detail) write_details(to);
  }
  write_effect(to);
  write_potential(to);
  to.heading("contrast.cannot_title");
  for (const Key sentence : {Key{"contrast.association"}, Key{"contrast.child_rule"},
                             Key{"contrast.unlike_published"}, Key{"contrast.validation"}}) {
    to.page.sentence("- " + to.text(sentence));
  }
  return std::move(to.page);
}

}  // namespace samspil
