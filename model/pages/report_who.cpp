#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

/// A row of a budget, as it is drawn and as it goes into the table of its numbers.
struct BudgetRow {
  std::string label;
  const Json& by_year;
  const Json& in_all;
  const Json* no_effect;
  Ends ends;
  Hue hue;
  std::string trace;
};

const Json& centre(const ReportView& view) { return view.strategy.at("pockets").at("centre"); }

std::vector<BudgetRow> department_rows(const ReportView& view) {
  std::vector<BudgetRow> rows;
  const auto add = [&](const std::string& name, const Json& by_year) {
    if (!has_amount(by_year)) return;
    rows.push_back({view.label("department", name), by_year,
                    centre(view).at("by_department").at(name).at("net"), nullptr,
                    ends_of_department(view, name), Hue::municipality, "trace-" + name});
  };
  const Json& all = view.strategy.at("municipality_by_department");
  add("coordination", all.at("coordination"));
  for (const auto& [name, by_year] : all.items()) {
    if (name != "coordination") add(name, by_year);
  }
  return rows;
}

BudgetRow purse_row(const ReportView& view, const std::string& purse, Hue hue) {
  return {purse == "municipality" ? view.text("run.municipality_in_all")
          : purse == "citizen"    ? view.text("report.citizens_own")
                                  : purse_label(view, purse),
          of_purse(view.strategy.at("net_result"), purse),
          net_of(view.strategy, "centre", purse),
          &net_of(view.strategy, "no_effect", purse),
          ends_of_purse(view, view.strategy, purse),
          hue,
          "trace-" + purse};
}

Bar bar_of(const ReportView& view, const BudgetRow& row) {
  Bar bar;
  bar.label = row.label;
  for (const Json& year : row.by_year) bar.cells.push_back({view.signed_amount(year)});
  bar.cells.push_back({view.signed_amount(row.in_all), true, row.trace});
  static const Json null;
  bar.range = view.range(*row.ends.low, row.in_all, *row.ends.high,
                         row.no_effect == nullptr ? null : *row.no_effect);
  bar.spoken = view.signed_span(*row.ends.low, *row.ends.high);
  bar.hue = row.hue;
  return bar;
}

void add_row(const ReportView& view, const BudgetRow& row, Table& table) {
  Cells cells;
  for (const Json& year : row.by_year) cells.push_back(view.net_cell(year));
  cells.push_back(view.net_cell(row.in_all));
  cells.push_back(view.net_cell(view.sign < 0 ? *row.ends.high : *row.ends.low));
  cells.push_back(view.net_cell(view.sign < 0 ? *row.ends.low : *row.ends.high));
  table.row(row.label, std::move(cells));
}

Cells columns(const ReportView& view) {
  Cells cells;
  for (const Json& year : view.document.at("years")) {
    cells.push_back(std::to_string(year.get<int>()));
  }
  cells.push_back(view.text("run.total"));
  cells.push_back(view.text("report.low"));
  cells.push_back(view.text("report.high"));
  return cells;
}

std::vector<std::string> headings(const ReportView& view) {
  std::vector<std::string> columns{view.text(view.unit.word)};
  for (const Json& year : view.document.at("years")) {
    columns.push_back(std::to_string(year.get<int>()));
  }
  columns.push_back(view.text("run.total"));
  return columns;
}

/// "The municipality: extra expenditure of …; the state: …"
std::string heading(const ReportView& view) {
  const auto said = [&](const char* purse) {
    return view.outcome(net_of(view.strategy, "centre", purse));
  };
  return view.say("report.who_heading", said("municipality"), said("state"), said("region"));
}

/// What can be taken out of the municipality's budget.
Text in_the_budget(const ReportView& view) {
  const Json& own = of_purse(centre(view), "municipality");
  const Json& range = view.strategy.at("in_budget_uncertainty");
  std::string says = view.say("report.in_budget", view.side(own.at("in_budget")));
  if (!range.is_null() && !range.at("municipality").is_null()) {
    const Json& of = range.at("municipality");
    says += ' ' + view.say("report.in_budget_range", view.span(of.at("p05"), of.at("p95")));
  }
  return plain(std::move(says));
}

/// The municipality's own committees, where it names them: numbers, and no ranges.
std::string committees(const ReportView& view) {
  std::vector<std::string> parts;
  const Json& rows = view.strategy.at("committees");
  if (rows.is_null()) return {};
  for (const Json& row : rows) {
    if (row.at("name").is_null() && !has_amount(row.at("by_year"))) continue;
    const std::string name =
        row.at("name").is_null() ? view.text("committee.none") : row.at("name").get<std::string>();
    parts.push_back(view.say("report.service_gain", name, view.side(row.at("in_all"))));
  }
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return view.say("report.committees", all);
}

}  // namespace

ReportSection who_section(const ReportView& view) {
  ReportSection section{"who", heading(view), ""};
  section.sub = view.say("report.who_sub", view.text(view.sign < 0 ? Key{"report.plus_is_more"}
                                                                   : Key{"report.minus_is_more"}));
  BarsFigure bars;
  bars.columns = headings(view);
  bars.main_column = bars.columns.size() - 2;
  bars.axis = view.money_axis();
  Table data;
  data.row(view.text("report.kroner"), columns(view));
  for (const BudgetRow& row : department_rows(view)) {
    bars.bars.push_back(bar_of(view, row));
    bars.bars.back().is_indented = true;
    add_row(view, row, data);
  }
  const auto purse = [&](const char* name, Hue hue, bool is_sum) {
    const BudgetRow row = purse_row(view, name, hue);
    Bar bar = bar_of(view, row);
    bar.has_mark = true;
    bar.is_sum = is_sum;
    bars.bars.push_back(std::move(bar));
    add_row(view, row, data);
  };
  purse("municipality", Hue::municipality, true);
  purse("region", Hue::region, false);
  purse("state", Hue::state, false);
  purse("public", Hue::all_public, true);
  purse("citizen", Hue::citizen, false);
  section.figures.push_back({"who_pays", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), std::move(data)});
  const std::string own = committees(view);
  if (!own.empty()) section.notes.push_back(plain(own));
  section.notes.push_back(in_the_budget(view));
  if (view.has_draws()) section.notes.push_back(plain(view.text("report.citizens_note")));
  return section;
}

}  // namespace samspil
