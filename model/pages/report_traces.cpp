#include <array>

#include "model/pages/effect_words.hpp"
#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

constexpr std::array<const char*, 5> every_purse{"municipality", "region", "state", "public",
                                                 "citizen"};

const Json& services(const ReportView& view) { return view.document.at("prices").at("services"); }
const Json& used(const ReportView& view) { return view.strategy.at("units_to_kroner"); }
const Json& centre(const ReportView& view) { return view.strategy.at("pockets").at("centre"); }

/// In Danish where its file says it so; without one, nothing rather than English.
std::string source_of(const ReportView& view, const Json& of) {
  if (view.language == Language::en) return of.at("source");
  return of.at("source_da").is_null() ? std::string{} : of.at("source_da").get<std::string>();
}

std::string graded(const ReportView& view, const Json& of) {
  const std::string source = source_of(view, of);
  if (source.starts_with(view.text("report.assumption_begins"))) return source;
  const std::string grade = view.label("grade", of.at("grade").get<std::string>());
  return source.empty() ? grade : grade + ": " + source;
}

std::string price_of(const ReportView& view, const Json& row) {
  return view.say("report.price_per", view.number(row.at("price"), 0),
                  view.label("unit", row.at("unit").get<std::string>()));
}

/// Units times price, shared by a rule.
void add_service(const ReportView& view, const Json& row, Table& table) {
  const std::string name = row.at("service");
  const Json& origin = services(view).at(name);
  const Json& by_payer = row.at("by_payer");
  table.row(view.label("service", name),
            {{with_minus(signed_number(0.0 - row.at("units").get<double>(), 1, view.language)),
              0.0 - row.at("units").get<double>()},
             {price_of(view, row), row.at("price").get<double>()},
             view.net_cell(row.at("gross")),
             view.net_cell(by_payer.at("municipality")),
             view.net_cell(by_payer.at("state")),
             view.label("payer_rule", origin.at("payer_rule").get<std::string>()) + ". " +
                 origin.at("law").get<std::string>(),
             graded(view, origin)});
}

Cells service_columns(const ReportView& view) {
  return {view.text("report.change_in_units"), view.text("report.price"),
          view.text("report.gross"),           purse_label(view, "municipality"),
          purse_label(view, "state"),          view.text("report.rule_and_law"),
          view.text("report.grade_and_source")};
}

/// What one department uses more and less of; empty where nothing.
Trace department(const ReportView& view, const std::string& name) {
  Trace trace{"trace-" + name, view.label("department", name)};
  const Json& net = centre(view).at("by_department").at(name).at("net");
  trace.says.push_back(view.say("report.trace_department", view.label("department", name),
                                view.signed_amount(net), view.text(view.unit.word)));
  Table table;
  table.row(view.text("report.service"), service_columns(view));
  for (const Json& row : used(view).at("services")) {
    const std::string service = row.at("service");
    if (services(view).at(service).at("department") == name) add_service(view, row, table);
  }
  if (table.rows.size() > 1) trace.tables.push_back(std::move(table));
  return trace;
}

Trace settlements(const ReportView& view) {
  Trace trace{"trace-services", view.text("report.trace_services")};
  trace.says.push_back(
      view.say("report.trace_services_says",
               view.signed_amount(view.strategy.at("answer").at("gives_back").at("in_all")),
               view.text(view.unit.word)));
  if (used(view).at("services").empty()) trace.says.push_back(view.text("report.no_services"));
  Table table;
  table.row(view.text("report.department"), {view.text(view.unit.word)});
  for (const auto& [name, pocket] : centre(view).at("by_department").items()) {
    if (pocket.at("gains") == 0) continue;
    table.row(view.label("department", name), {view.net_cell(pocket.at("gains"))});
  }
  for (const auto& [name, kroner] : used(view).at("settlements").items()) {
    if (kroner == 0) continue;
    table.row(view.say("report.of_it", view.label("settlement", name)), {view.net_cell(kroner)});
  }
  trace.tables.push_back(std::move(table));
  return trace;
}

Table programme_items(const ReportView& view) {
  Table table;
  table.row(view.text("report.effort"), {view.text("report.costs_in_kroner")});
  for (const auto& [name, kroner] : view.strategy.at("programme_totals").items()) {
    if (kroner == 0) continue;
    bool is_apart = false;
    for (const Json& item : view.document.at("shown_apart")) is_apart = is_apart || item == name;
    const std::string label = view.label("programme_item", name);
    table.row(is_apart ? view.say("report.apart", label) : label,
              {{view.number(kroner, 0), kroner.get<double>()}});
  }
  return table;
}

Table lever_table(const ReportView& view) {
  Table table;
  table.row(view.text("report.assumption"), {view.text("report.value"), view.text("report.range"),
                                             view.text("report.grade_and_source")});
  for (const auto& [name, lever] : view.strategy.at("programme_inputs").items()) {
    if (lever.at("value") == 0 && lever.at("high") == 0) continue;
    const std::string unit = view.label("unit", lever.at("unit").get<std::string>());
    table.row(
        view.label("lever", name),
        {{view.short_number(lever.at("value"), 2) + ' ' + unit, lever.at("value").get<double>()},
         view.say("report.to", view.short_number(lever.at("low"), 2),
                  view.short_number(lever.at("high"), 2)),
         graded(view, lever)});
  }
  return table;
}

Trace programme(const ReportView& view, const char* id) {
  Trace trace{id, view.text("report.trace_programme")};
  const Json& staff = view.strategy.at("staff_use");
  trace.says.push_back(view.say(
      "report.trace_programme_says", view.number(view.strategy.at("family_years"), 0),
      view.number(staff.at("paid_caseworker_years"), 1), view.number(staff.at("hours_unused"), 0)));
  trace.tables = {programme_items(view), lever_table(view)};
  return trace;
}

/// The net result of every purse is what is saved less what is paid.
Trace net(const ReportView& view) {
  Trace trace{"trace-net", view.text("report.trace_net")};
  trace.says.push_back(view.text("report.trace_net_says"));
  Table table;
  table.row(view.text(view.unit.word),
            {view.text("report.services"), view.text("report.effort"), view.text("report.net")});
  const auto row = [&](const std::string& label, const Json& pocket) {
    Cells cells;
    for (const char* part : {"gains", "pays", "net"}) {
      cells.push_back(view.net_cell(pocket.at(part)));
    }
    table.row(label, std::move(cells));
  };
  for (const char* purse : every_purse) {
    row(purse_label(view, purse), of_purse(centre(view), purse));
  }
  trace.tables.push_back(std::move(table));
  return trace;
}

/// Of payers whose amounts come of all services together.
Trace payer(const ReportView& view, const std::string& purse) {
  Trace trace{"trace-" + purse, purse_label(view, purse)};
  trace.says.push_back(view.say("report.trace_payer", purse_label(view, purse),
                                view.signed_amount(net_of(view.strategy, "centre", purse)),
                                view.text(view.unit.word)));
  return trace;
}

Trace ranges(const ReportView& view) {
  Trace trace{"trace-range", view.text("report.trace_range")};
  trace.says.push_back(view.has_draws() ? view.say("report.trace_range_draws",
                                                   view.whole(view.document.at("draws")),
                                                   view.whole(view.document.at("drawn_inputs")))
                                        : view.text("report.trace_range_levels"));
  return trace;
}

/// Every effect with what it rests on.
Trace effects(const ReportView& view) {
  Trace trace{"trace-effects", view.text("report.trace_effects")};
  trace.says.push_back(view.text("report.trace_effects_says"));
  Table table;
  table.row(
      view.text("report.effect"),
      {view.text("run.weak_effect"), view.text("run.centre_effect"), view.text("run.strong_effect"),
       view.text("report.seen_by"), view.text("report.grade_and_source")});
  for (const Json& effect : view.strategy.at("effects")) {
    const auto ratio = [&](const char* level) {
      return Cell{view.number(effect.at(level), 2), effect.at(level).get<double>()};
    };
    table.row(
        view.label("hook", effect.at("hook").get<std::string>()) + ", " +
            view.label("channel", effect.at("channel").get<std::string>()) +
            confined_to(effect, view.language),
        {ratio("weak"), ratio("centre"), ratio("strong"), observation_of(effect, view.language),
         view.label("grade", effect.at("grade").get<std::string>()) + ": " +
             view.text_of(effect, "rationale") + " (" + view.text_of(effect, "source") + ')'});
  }
  trace.tables.push_back(std::move(table));
  return trace;
}

Trace inputs(const ReportView& view) {
  Trace trace{"trace-inputs", view.text("report.trace_inputs")};
  trace.says.push_back(view.text("report.trace_inputs_says"));
  Table table;
  table.row(view.text("report.assumption"),
            {view.text("report.value"), view.text("report.range"),
             view.text("report.grade_and_source"), view.text("report.name")});
  const auto add = [&](const Json& input) {
    const Json& about = input.at("about");
    if (about.is_null()) return;
    table.row(input_title(view, view.strategy, input),
              {{view.short_number(about.at("value"), 4) + ' ' +
                    view.label("unit", about.at("unit").get<std::string>()),
                about.at("value").get<double>()},
               view.say("report.to", view.short_number(about.at("low"), 4),
                        view.short_number(about.at("high"), 4)),
               graded(view, about),
               input.at("name").get<std::string>()});
  };
  const Json& matter = view.strategy.at("inputs_that_matter");
  const Json& ranks = view.strategy.at("rank_correlations");
  if (!matter.is_null()) {
    for (const Json& input : matter.at("inputs")) add(input);
  } else if (!ranks.is_null()) {
    for (const Json& input : ranks) add(input);
  }
  if (table.rows.size() > 1) trace.tables.push_back(std::move(table));
  return trace;
}

Trace said(const ReportView& view, const char* id, Key title, Key says) {
  return {id, view.text(title), {view.text(says)}};
}

}  // namespace

void add_traces(ReportPage& page, const ReportView& view) {
  page.traces_heading = view.text("report.traces");
  page.traces_say = view.text("report.traces_say");
  page.traces = {net(view), ranges(view), programme(view, "trace-programme"), settlements(view)};
  const Json& departments = view.strategy.at("municipality_by_department");
  for (const auto& [name, by_year] : departments.items()) {
    if (!has_amount(by_year)) continue;
    if (name == "coordination") {
      page.traces.push_back({"trace-coordination",
                             view.label("department", name),
                             {view.text("report.trace_coordination")}});
    } else {
      page.traces.push_back(department(view, name));
    }
  }
  for (const char* purse : every_purse) {
    page.traces.push_back(payer(view, purse));
  }
  if (!view.strategy.at("needed_people").is_null()) {
    page.traces.push_back(
        said(view, "trace-needed", "report.trace_needed", "report.trace_needed_says"));
  }
  page.traces.push_back(
      said(view, "trace-people", "report.trace_people", "report.trace_people_says"));
  page.traces.push_back(
      said(view, "trace-strategies", "report.trace_strategies", "report.trace_strategies_says"));
  page.traces.push_back(effects(view));
  page.traces.push_back(inputs(view));
}

}  // namespace samspil
