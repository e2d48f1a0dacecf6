#include <cmath>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

Table averages_table(const View& view) {
  const bool has_reference = !view.document.at("present_practice").is_null();
  Table table;
  table.row(view.text("run.people_a_year"),
            {"", "", "", view.text("run.per_100"), view.text("run.per_100")});
  table.row("",
            {view.text(has_reference ? Key{"compare.present_column"} : Key{"run.baseline_column"}),
             view.text("run.strategy_column"), view.text("run.change_column"),
             view.text("run.families_column"), view.text("run.enrolled_column")});
  return table;
}

void average_row(Table& table, const View& view, const std::string& label, const Json& count,
                 std::size_t indent = 2) {
  const Json& a_year = count.at("a_year");
  table.row(
      label,
      {view.count(a_year.at("baseline")), view.count(a_year.at("strategy")),
       view.change(a_year.at("difference")), view.change(a_year.at("difference_per_100_families")),
       view.change(count.at("difference_per_100_family_years"))},
      indent);
}

void averages(Page& page, const View& view, const Json& outcomes) {
  const std::string months = view.text("run.home_measure_months");
  Table table = averages_table(view);
  const auto row = [&](const char* name) {
    average_row(table, view, view.label("outcome", name), outcomes.at(name));
  };
  row("children_placed");
  row("children_home_measures");
  average_row(table, view, months, outcomes.at("home_measure_months"));
  row("lawful_absence_days");
  row("unlawful_absence_days");
  row("parents_in_work");
  table.row(view.text("run.parents_on"), {}, 2);
  const Json& together = outcomes.at("week_48_together");
  average_row(table, view, view.text("run.cash_and_education"), together.at("cash_and_education"),
              4);
  average_row(table, view, view.text("run.sickness_and_course"), together.at("sickness_and_course"),
              4);
  average_row(table, view, view.label("labour_status", "disability_pension"),
              outcomes.at("week_48").at("disability_pension"), 4);
  page.add(table);
  page.sentence(view.text("run.enrolled_note"));
}

void effects_by_year(Page& page, const View& view, const Json& outcomes) {
  constexpr auto key = "difference_per_100_enrolled";
  if (outcomes.at("home_measure_months").at(key).is_null()) return;
  Table table = view.year_table(view.text("run.per_100_enrolled"), false);
  for (const char* name : {"parents_in_work", "children_placed"}) {
    table.row(view.label("outcome", name), view.changes(outcomes.at(name).at(key)), 2);
  }
  table.row(view.text("run.home_measure_months"),
            view.changes(outcomes.at("home_measure_months").at(key)), 2);
  page.add(table);
}

std::string unit_of(const View& view, const std::string& unit) {
  if (unit == "per 100 families") return view.text("run.per_100_families");
  return unit == "per cent" ? view.text("run.per_cent") : unit;
}

/// What the strategy's own report saw, marked where nothing was compared.
void observed(Page& page, const View& view, const Json& changes) {
  if (changes.empty()) return;
  page.sentence(view.text("run.report_saw"));
  for (const Json& seen : changes) {
    const std::string design = seen.at("design");
    const bool is_compared = design == "randomised" || design == "quasi_experiment";
    const double change = seen.at("change");
    page.sentence(
        view.say(is_compared ? Key{"run.saw_compared"} : Key{"run.saw_uncontrolled"},
                 view.text_of(seen, "what"),
                 signed_number(change, change == std::round(change) ? 0 : 1, view.language),
                 unit_of(view, seen.at("unit")), view.text_of(seen, "where")),
        2);
  }
}

}  // namespace

void write_people(Page& page, const View& view, const Json& strategy) {
  averages(page, view, strategy.at("outcomes"));
  page.blank();
  effects_by_year(page, view, strategy.at("outcomes"));
  observed(page, view, strategy.at("observed_changes"));
}

void write_people_by_year(Page& page, const View& view, const Json& strategy) {
  Table table = view.year_table(view.text("run.detail_outcomes"), false);
  const auto row = [&](const std::string& label, const Json& count) {
    table.row(label, view.counts(count.at("baseline")), 2);
    table.row(view.text("run.change"), view.changes(count.at("difference")), 4);
  };
  const Json& outcomes = strategy.at("outcomes");
  for (const auto& [name, count] : outcomes.items()) {
    const auto label = find_label(view.language, "outcome", name);
    if (!label.empty()) row(std::string{label}, count);
  }
  table.row(view.text("run.parents_on"), {});
  for (const auto& [name, count] : outcomes.at("week_48").items()) {
    row(view.label("labour_status", name), count);
  }
  page.add(table);
}

}  // namespace samspil
