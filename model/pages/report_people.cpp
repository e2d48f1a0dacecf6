#include <algorithm>

#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

std::string moved(const ReportView& view, const Json& value) {
  return value.is_null() ? "–" : with_minus(view.change(value).text);
}

Bar bar_of(const ReportView& view, const Json& row) {
  Bar bar;
  bar.label = view.label("priced_outcome", row.at("outcome").get<std::string>());
  bar.note = row.at("centre").is_null() ? view.text("report.too_few")
                                        : view.say("report.moved_of", moved(view, row.at("centre")),
                                                   view.count(row.at("baseline")).text);
  bar.note_trace = "trace-people";
  const Json& kroner = row.at("municipality");
  bar.cells = {{kroner.is_null() ? view.text("report.not_priced") : view.signed_amount(kroner),
                !kroner.is_null(), kroner.is_null() ? "" : "trace-services"}};
  const Json& share = row.at("relative");
  if (!share.at("centre").is_null()) {
    const double weak = share.at("weak"), strong = share.at("strong");
    bar.range = {std::min(weak, strong), share.at("centre").get<double>(), std::max(weak, strong),
                 std::nullopt};
    bar.spoken = view.say("report.to", moved(view, row.at("weak")), moved(view, row.at("strong")));
  }
  bar.hue = Hue::people;
  return bar;
}

Table data_of_people(const ReportView& view) {
  Table table;
  table.row(
      view.text("report.a_year"),
      {view.text("report.baseline"), view.text("run.weak_effect"), view.text("run.centre_effect"),
       view.text("run.strong_effect"), view.text("report.municipality_in_kroner")});
  for (const Json& row : view.strategy.at("people_beside_money")) {
    Cells cells;
    for (const char* figure : {"baseline", "weak", "centre", "strong"}) {
      const Json& value = row.at(figure);
      const bool is_change = std::string_view{figure} != "baseline";
      cells.push_back(
          value.is_null()
              ? Cell{"–"}
              : Cell{is_change ? moved(view, value) : view.count(value).text, value.get<double>()});
    }
    const Json& kroner = row.at("municipality");
    cells.push_back(view.net_cell(kroner));
    table.row(view.label("priced_outcome", row.at("outcome").get<std::string>()), std::move(cells));
  }
  return table;
}

/// Of the two that matter most to readers: parents in work, children placed.
std::string people_heading(const ReportView& view) {
  std::string placed = "–", work = "–";
  for (const Json& row : view.strategy.at("people_beside_money")) {
    if (row.at("outcome") == "children_placed") placed = moved(view, row.at("centre"));
    if (row.at("outcome") == "parents_in_work") work = moved(view, row.at("centre"));
  }
  return view.say("report.people_heading", placed, work);
}

/// What an input is, after its grade.
std::string facts(const ReportView& view, const Json& about) {
  if (about.is_null()) return {};
  return view.say("report.input_is", view.label("grade", about.at("grade").get<std::string>()),
                  view.short_number(about.at("value"), 3), view.short_number(about.at("low"), 3),
                  view.short_number(about.at("high"), 3));
}

constexpr std::size_t most_told = 5;

/// One input at a time at either end of its range.
ReportSection by_input(const ReportView& view, ReportSection section) {
  const Json& found = view.strategy.at("inputs_that_matter");
  section.sub = view.say("report.inputs_sub", view.horizon());
  BarsFigure bars;
  bars.columns = {view.text("report.assumption"), view.text("report.ends")};
  bars.axis = view.money_axis();
  Table data;
  data.row(view.text("report.assumption"),
           {view.text("report.at_low_in_kroner"), view.text("report.at_high_in_kroner")});
  for (const Json& input : found.at("inputs")) {
    const Json& net = input.at("municipality");
    data.row(input_title(view, view.strategy, input),
             {view.net_cell(net.at("p05")), view.net_cell(net.at("p95"))});
    if (bars.bars.size() == most_told) continue;
    Bar bar;
    bar.label = input_title(view, view.strategy, input);
    bar.note = facts(view, input.at("about"));
    bar.cells = {{view.say("report.to", view.signed_amount(net.at("p05")),
                           view.signed_amount(net.at("p95"))),
                  false, "trace-inputs"}};
    bar.range = view.range(net.at("p05"), found.at("municipality"), net.at("p95"), nullptr);
    bars.bars.push_back(std::move(bar));
  }
  section.figures.push_back({"assumptions", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), std::move(data)});
  return section;
}

/// Without one mechanism at a time; those that move the result most, first.
ReportSection by_mechanism(const ReportView& view, ReportSection section) {
  const Json& net = net_of(view.strategy, "centre");
  std::vector<std::pair<std::string, const Json*>> all;
  for (const auto& [name, of] : view.strategy.at("without_mechanism").items()) {
    if (!of.is_null()) all.emplace_back(name, &of.at("municipality"));
  }
  const auto distance = [&](const Json& without) {
    return std::abs(without.get<double>() - net.get<double>());
  };
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return distance(*a.second) > distance(*b.second);
  });
  section.sub =
      view.say("report.mechanisms_sub", view.signed_amount(net), view.text(view.unit.word));
  BarsFigure bars;
  bars.columns = {view.text("report.assumption"), view.text("report.without_it")};
  bars.axis = view.money_axis();
  Table data;
  data.row(view.text("report.assumption"), {view.text("report.without_it_in_kroner")});
  for (const auto& [name, without] : all) {
    const std::string title = view.label("mechanism", name);
    data.row(title, {view.net_cell(*without)});
    if (bars.bars.size() == most_told) continue;
    Bar bar;
    bar.label = title;
    bar.note = view.text_of(view.document.at("mechanism_reasons").at(name), "reason");
    bar.cells = {{view.signed_amount(*without), false, "trace-inputs"}};
    bar.range = view.range(*without, net, net, nullptr);
    bars.bars.push_back(std::move(bar));
  }
  section.figures.push_back({"assumptions", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), std::move(data)});
  return section;
}

/// The inputs that the result follows over the draws.
ReportSection by_rank(const ReportView& view, ReportSection section) {
  section.sub = view.say("report.ranks_sub", view.whole(view.document.at("draws")));
  BarsFigure bars;
  bars.columns = {view.text("report.assumption"), view.text("report.rank")};
  bars.axis = {1, "", view.text("report.the_more_the_worse"),
               view.text("report.the_more_the_better")};
  Table data;
  data.row(view.text("report.assumption"),
           {view.text("report.rank"), view.text("report.standard_error")});
  for (const Json& input : view.strategy.at("rank_correlations")) {
    const double rank = input.at("correlation"), error = input.at("error");
    const std::string text = with_minus(signed_number(rank, 2, view.language));
    data.row(input_title(view, view.strategy, input),
             {{text, rank}, {view.number(input.at("error"), 2), error}});
    if (bars.bars.size() == most_told) continue;
    Bar bar;
    bar.label = input_title(view, view.strategy, input);
    bar.note = facts(view, input.at("about"));
    bar.cells = {{text, false, "trace-inputs"}};
    bar.range = {std::min(rank, 0.0), rank, std::max(rank, 0.0), std::nullopt};
    bar.hue = Hue::people;
    bars.bars.push_back(std::move(bar));
  }
  section.figures.push_back({"assumptions", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), std::move(data)});
  return section;
}

}  // namespace

ReportSection people_section(const ReportView& view) {
  ReportSection section{"people", people_heading(view), view.text("report.people_sub")};
  BarsFigure bars;
  bars.columns = {view.text("report.a_year"),
                  view.say("report.municipality_in", view.text(view.unit.word))};
  bars.axis = {0.01, "%", "", ""};
  for (const Json& row : view.strategy.at("people_beside_money")) {
    bars.bars.push_back(bar_of(view, row));
  }
  section.figures.push_back({"people", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), data_of_people(view)});
  return section;
}

ReportSection assumptions_section(const ReportView& view) {
  ReportSection section{"assumptions", view.text("report.assumptions_heading"), ""};
  const Json& inputs = view.strategy.at("inputs_that_matter");
  const Json& ranks = view.strategy.at("rank_correlations");
  if (!inputs.is_null() && !inputs.at("inputs").empty()) return by_input(view, section);
  if (!view.strategy.at("without_mechanism").is_null()) return by_mechanism(view, section);
  if (!ranks.is_null() && !ranks.empty()) return by_rank(view, section);
  section.notes.push_back(plain(view.text("evidence.ask_line")));
  return section;
}

}  // namespace samspil
