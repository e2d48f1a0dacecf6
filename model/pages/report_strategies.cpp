#include <array>

#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

constexpr std::array<const char*, 4> levels{"no_effect", "weak_effect", "centre", "strong_effect"};

/// What it costs a family and year of the programme itself.
std::string price(const ReportView& view, const Json& strategy) {
  const Json& each = strategy.at("per_family_year");
  return each.is_null() ? "–" : view.number(each.at("own_operation"), 0);
}

Bar bar_of(const ReportView& view, const Json& strategy) {
  Bar bar;
  bar.label = short_title(view, strategy);
  bar.note = view.text_of(strategy, "tried_on");
  const auto [low, high] = ends_of_purse(view, strategy, "municipality");
  const Json& centre = net_of(strategy, "centre");
  const Json& none = net_of(strategy, "no_effect");
  bar.cells = {{price(view, strategy)}};
  if (view.has_draws()) {
    const Json& saves = strategy.at("twenty").at("municipality").at("saves");
    bar.saves = saves.get<int>();
    bar.cells.push_back({std::to_string(*bar.saves)});
  }
  bar.cells.push_back({view.signed_amount(centre), true, "trace-strategies"});
  bar.range = view.range(*low, centre, *high, none);
  bar.spoken = view.say("report.spoken_beside", view.signed_span(*low, *high),
                        view.text("run.no_effect"), view.signed_amount(none));
  bar.is_chosen = strategy.at("id") == view.strategy.at("id");
  return bar;
}

Table data(const ReportView& view) {
  Table table;
  table.row(view.text("report.effort"),
            {view.text("report.price_per_family_year"), view.text("report.net_in_kroner"),
             view.text("report.low_in_kroner"), view.text("report.high_in_kroner"),
             view.text("report.no_effect_in_kroner")});
  for (const Json& strategy : view.strategies()) {
    const auto [low, high] = ends_of_purse(view, strategy, "municipality");
    const Json& each = strategy.at("per_family_year");
    Cells cells;
    cells.push_back(each.is_null()
                        ? Cell{"–"}
                        : Cell{price(view, strategy), each.at("own_operation").get<double>()});
    for (const Json* kroner :
         {&net_of(strategy, "centre"), low, high, &net_of(strategy, "no_effect")}) {
      cells.push_back(view.net_cell(*kroner));
    }
    table.row(short_title(view, strategy), std::move(cells));
  }
  return table;
}

std::string heading(const ReportView& view) {
  std::vector<std::string> paid;
  for (const Json& strategy : view.strategies()) {
    if (!strategy.at("municipality_budget").at("paid_back_in").is_null()) {
      paid.push_back(short_title(view, strategy));
    }
  }
  if (paid.empty()) {
    return view.say("report.none_paid_back", view.strategies().size(), view.last_year());
  }
  if (paid.size() == view.strategies().size()) {
    return view.say("report.all_paid_back", paid.size(), view.last_year());
  }
  return view.say("report.some_paid_back", joined(view, paid), view.last_year());
}

ReportSection several(const ReportView& view) {
  ReportSection section{
      "strategies", heading(view),
      view.say("report.strategies_sub", view.horizon(), view.text(view.unit.word))};
  BarsFigure bars;
  bars.columns = {view.text("report.effort_and_where"), view.text("report.price_per_family_year")};
  if (view.has_draws()) {
    bars.chance_column = bars.columns.size() - 1;
    bars.columns.push_back(view.text("report.saves_of_twenty"));
  }
  bars.columns.push_back(view.text("report.net"));
  bars.main_column = bars.columns.size() - 2;
  bars.axis = view.money_axis();
  for (const Json& strategy : view.strategies()) bars.bars.push_back(bar_of(view, strategy));
  const Json& all = view.document;
  section.figures.push_back(
      {"strategies", section.heading, view.text("report.numbers_in_table"), std::move(bars),
       data(view),
       view.say("report.terms_of_all", municipality_name(view), view.horizon(),
                all.at("law_year").get<int>(), all.at("price_level").get<int>(),
                all.at("run").at("version").get<std::string>(),
                all.at("results_hash").get<std::string>()) +
           ' ' + marks_text(view)});
  return section;
}

/// One strategy alone: its result by level of effect.
ReportSection by_level(const ReportView& view) {
  ReportSection section{"strategies", view.text("report.levels_heading"),
                        view.say("report.levels_sub", view.horizon(), view.text(view.unit.word))};
  BarsFigure bars;
  bars.columns = {view.text("report.effect"), view.text("report.net")};
  if (view.has_draws()) {
    bars.columns.insert(bars.columns.begin() + 1, view.text("report.saves_of_twenty"));
    bars.chance_column = 0;
  }
  bars.main_column = bars.columns.size() - 2;
  bars.axis = view.money_axis();
  Table data;
  data.row(view.text("report.effect"),
           {view.text("report.net_in_kroner"), view.text("report.low_in_kroner"),
            view.text("report.high_in_kroner")});
  for (const char* level : levels) {
    static const Json null;
    const Json& net = net_of(view.strategy, level);
    const Json* of = view.has_draws()
                         ? &view.strategy.at("uncertainty_by_level").at(level).at("municipality")
                         : &null;
    const Json& low = of->is_null() ? net_of(view.strategy, "weak_effect") : of->at("p05");
    const Json& high = of->is_null() ? net_of(view.strategy, "strong_effect") : of->at("p95");
    Bar bar;
    bar.label = view.label("effect_level", std::string_view{level} == "centre" ? "centre" : level);
    if (view.has_draws()) {
      bar.saves = view.strategy.at("saves_by_level").at(level).get<int>();
      bar.cells.push_back({std::to_string(*bar.saves)});
    }
    bar.cells.push_back({view.signed_amount(net), true, "trace-net"});
    bar.range = view.range(low, net, high, net_of(view.strategy, "no_effect"));
    bar.spoken = view.signed_span(low, high);
    bars.bars.push_back(std::move(bar));
    data.row(bars.bars.back().label, {view.net_cell(net), view.net_cell(low), view.net_cell(high)});
  }
  section.figures.push_back({"levels", section.heading, view.text("report.numbers_in_table"),
                             std::move(bars), std::move(data)});
  return section;
}

}  // namespace

ReportSection strategies_section(const ReportView& view) {
  return view.strategies().size() > 1 ? several(view) : by_level(view);
}

}  // namespace samspil
