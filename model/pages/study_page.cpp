#include "model/pages/study_page.hpp"

#include <cmath>

#include "model/pages/study_parts.hpp"

namespace samspil {
namespace {

using Texts = std::vector<std::string>;

/// Whole numbers from a hundred; else one decimal, or two below ten.
int decimals_of(double value) noexcept {
  const double size = std::abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
std::string text(const StudyWriter& to, const Json& value, double unit = 1) {
  return to.number(value, decimals_of(to.value_of(value) / unit), unit);
}
double whole_hundreds(const Json& kroner) {
  return 100 * std::round(StudyWriter::value_of(kroner) / 100);
}
/// Kroner a quarter are printed in thousands.
double scale_of(const Json& unit) {
  return unit == "kr. a quarter" || unit == "kr. a quarter and child" ? 1000 : 1;
}
bool is_outside(const Json& figure) {
  return !figure.at("observed").is_null() && figure.at("observed").at("inside") == false;
}
std::string marked(const std::string& value, const Json& figure) {
  return is_outside(figure) ? value + "*" : value;
}

void write_top(StudyWriter& to) {
  const Json& study = to.document;
  const Json& strategy = study.at("strategy");
  to.page.sentence(to.plain(to.own(study, "title")));
  to.tell("study.cohorts_line", to.whole(study.at("cohorts")), study.at("seed"), study.at("year"));
  if (strategy.is_null()) {
    to.tell("study.no_effort");
  } else {
    to.tell("study.effort_line", to.own(strategy, "title"));
    for (const Json& set : study.at("settings")) {
      to.tell("study.setting_line", set.at("hook"), text(to, set.at("value")), set.at("source"));
    }
  }
  to.tell("study.interval_line");
  if (study.at("design") == "quarters") to.tell("study.thousands_line");
}

/// A group's share by year.
void add_shares(const StudyWriter& to, const Json& group, Table& table) {
  Texts years, observed, mean, low, high;
  for (const Json& figure : to.document.at("figures")) {
    if (figure.at("measure") != "share" || figure.at("group") != group.at("id")) continue;
    const Json& seen = figure.at("observed");
    years.push_back(to.plain(figure.at("year")));
    observed.push_back(seen.is_null() ? "" : marked(to.number(seen.at("value"), 1), figure));
    mean.push_back(to.number(figure.at("mean"), 1));
    low.push_back(to.number(figure.at("low"), 1));
    high.push_back(to.number(figure.at("high"), 1));
  }
  if (table.rows.empty()) table.row("", years);
  const Json& families = group.at("numbers").at("families").at("value");
  table.row(to.plain(to.own(group, "title")) + " (" + to.number(families, 0) + ")", {});
  table.row(to.text("study.observed_row"), observed, 2);
  table.row(to.text("study.simulated_row"), mean, 2);
  table.row(to.text("study.low_row"), low, 2);
  table.row(to.text("study.high_row"), high, 2);
}

void write_shares(StudyWriter& to) {
  to.heading("study.shares_title");
  Table table;
  for (const Json& group : to.document.at("groups")) add_shares(to, group, table);
  to.page.add(std::move(table));
}

Texts cells_of(const StudyWriter& to, const Json& figure) {
  const double unit = scale_of(figure.at("unit"));
  const int decimals = decimals_of(to.value_of(figure.at("mean")) / unit);
  const auto cell = [&](const Json& value) { return to.number(value, decimals, unit); };
  Texts cells{marked(cell(figure.at("observed").at("value")), figure), cell(figure.at("mean")),
              cell(figure.at("low")) + " - " + cell(figure.at("high"))};
  if (figure.at("arm") == "with") cells.push_back(cell(figure.at("without_strategy")));
  return cells;
}

/// Every observed figure that stands in no table above, and which of all lie outside.
void write_figures(StudyWriter& to) {
  const Json& study = to.document;
  to.heading("study.figures_title");
  Texts head = to.texts({"study.observed", "study.simulated", "study.interval"});
  if (!study.at("strategy").is_null()) head.push_back(to.text("study.without_it"));
  Table table;
  table.row("", head);
  Texts outside;
  for (const Json& figure : study.at("figures")) {
    if (figure.at("observed").is_null()) continue;
    // Of two arms a report saw the one with the strategy, which needs no word.
    const Json& name = figure.at(figure.at("arm") == "with" ? "measure" : "name");
    const std::string label = figure_label(study.at("groups"), name, to.language);
    if (is_outside(figure)) outside.push_back(label);
    if (figure.at("measure") != "share") table.row(label, cells_of(to, figure));
  }
  to.page.add(std::move(table));
  const Json& seen = study.at("observed_figures");
  if (outside.empty()) return to.tell("study.all_inside", seen);
  to.tell("study.outside_line", study.at("outside_figures"), seen,
          fmt::format("{}", fmt::join(outside, "; ")));
}

std::string asked(const StudyWriter& to, const Json& sign) {
  const auto limit = [&](const char* key) {
    return short_number(to.value_of(sign.at(key)), 1, to.language);
  };
  if (sign.at("above_nothing") == true) return "> 0";
  if (sign.at("high").is_null()) return say(to.language, "study.at_least", limit("low"));
  if (sign.at("low").is_null()) return say(to.language, "study.at_most", limit("high"));
  return say(to.language, "study.between", limit("low"), limit("high"));
}

void write_signs(StudyWriter& to) {
  const Json& study = to.document;
  if (study.at("signs").empty()) return;
  to.heading("study.signs_title");
  Table table;
  table.row(
      "", {to.text("study.asked"), to.text("study.answer"), "", to.text("study.share_of_cohorts")});
  for (const Json& sign : study.at("signs")) {
    Texts means;
    for (const Json& mean : sign.at("means")) {
      means.push_back(text(to, mean, scale_of(sign.at("unit"))));
    }
    const bool holds = sign.at("holds");
    table.row(figure_label(study.at("groups"), sign.at("name"), to.language),
              {asked(to, sign), fmt::format("{}", fmt::join(means, "; ")),
               to.text(holds ? Key{"study.holds"} : Key{"study.fails"}),
               to.number(100 * to.value_of(sign.at("share_of_cohorts")), 0) + " %"});
  }
  to.page.add(std::move(table));
  to.tell("study.signs_line");
}

void write_naive(StudyWriter& to, const Json& naive) {
  const auto point = [&](const char* key) { return text(to, naive.at("points").at(key)); };
  const auto kroner = [&](const char* key) { return to.number(whole_hundreds(naive.at(key)), 0); };
  to.page.heading(say(to.language, "study.naive_title", to.plain(naive.at("before_year")),
                      to.plain(naive.at("after_year"))));
  to.tell("study.naive_line", point("mean"), point("low"), point("high"));
  to.tell("study.naive_kroner", kroner("all_public"), kroner("municipality"),
          to.document.at("law_year"), to.number(naive.at("families"), 0), kroner("in_all"));
  to.tell("study.naive_truth");
}

void write_setting(StudyWriter& to, const Json& setting) {
  const auto kroner = [&](const char* key) {
    return signed_number(whole_hundreds(setting.at(key)), 0, to.language);
  };
  const bool found = setting.at("found");
  to.heading("study.setting_title");
  to.tell(found ? Key{"study.setting_found"} : Key{"study.setting_none"}, setting.at("name"),
          to.label("study", setting.at("when").get<std::string>()), kroner("change"),
          to.number(whole_hundreds(setting.at("standard_error")), 0), kroner("without_strategy"));
}

void write_limits(StudyWriter& to) {
  to.heading("study.cannot_title");
  for (const Json& sentence : to.own(to.document, "cannot_say")) {
    to.page.sentence("- " + to.plain(sentence));
  }
  Texts counted;
  for (const auto& [grade, count] : to.document.at("grades").items()) {
    if (count != 0) counted.push_back(to.plain(count) + ' ' + to.label("grade", grade));
  }
  to.tell("study.assumptions_line", fmt::format("{}", fmt::join(counted, ", ")));
  for (const Json& source : to.document.at("sources")) to.page.sentence(to.plain(source));
}

/// A group's title, a label, or the name itself, part by part: years stay as they are.
std::string rest_label(const Json& groups, const std::string& rest, Language language) {
  for (const Json& group : groups) {
    if (group.at("id") == rest) return group.at(language == Language::da ? "title_da" : "title_en");
  }
  const std::size_t point = rest.find('.');
  const std::string_view known = find_label(language, "study_figure", rest);
  if (!known.empty()) return std::string{known};
  if (point == std::string::npos) return rest;
  return rest_label(groups, rest.substr(0, point), language) + ' ' +
         rest_label(groups, rest.substr(point + 1), language);
}

}  // namespace

std::string figure_label(const Json& groups, const std::string& figure, Language language) {
  // By its whole name, or by what stands before its first point; {0} is then the rest.
  const std::string_view whole = find_label(language, "study_figure", figure);
  if (!whole.empty()) return std::string{whole};
  const std::size_t point = figure.find('.');
  const std::string_view first = find_label(language, "study_figure", figure.substr(0, point));
  if (point == std::string::npos || first.empty()) return figure;
  return fmt::format(fmt::runtime(first), rest_label(groups, figure.substr(point + 1), language));
}

Page study_page(const Json& study, Language language) {
  StudyWriter to{{study, language}};
  write_top(to);
  if (study.at("design") == "transient_peak") write_shares(to);
  write_figures(to);
  write_signs(to);
  if (!study.at("naive").is_null()) write_naive(to, study.at("naive"));
  if (!study.at("setting").is_null()) write_setting(to, study.at("setting"));
  write_limits(to);
  return std::move(to.page);
}

}  // namespace samspil
