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

/// What moves a result: those that move it most as bars, all of them in the table behind.
class Movers {
 public:
  Movers(const ReportView& view, Key column, const std::vector<Key>& data_columns)
      : view_{view}, bars_{} {
    bars_.columns = {view.text("report.assumption"), view.text(column)};
    bars_.axis = view.money_axis();
    Cells cells;
    for (const Key key : data_columns) cells.emplace_back(view.text(key));
    data_.row(view.text("report.assumption"), std::move(cells));
  }

  void set_axis(FigureAxis axis) { bars_.axis = std::move(axis); }

  void add(const std::string& label, std::string note, std::string shown, Range range, Cells data,
           std::optional<Hue> hue = std::nullopt) {
    constexpr std::size_t most_told = 5;
    data_.row(label, std::move(data));
    if (bars_.bars.size() == most_told) return;
    Bar bar;
    bar.label = label;
    bar.note = std::move(note);
    bar.cells = {{std::move(shown), false, "trace-inputs"}};
    bar.range = range;
    if (hue) bar.hue = *hue;
    bars_.bars.push_back(std::move(bar));
  }

  ReportSection in(ReportSection section, std::string sub) && {
    section.sub = std::move(sub);
    section.figures.push_back({"assumptions", section.heading,
                               view_.text("report.numbers_in_table"), std::move(bars_),
                               std::move(data_)});
    return section;
  }

 private:
  const ReportView& view_;
  BarsFigure bars_;
  Table data_;
};

/// One input at a time at either end of its range.
ReportSection by_input(const ReportView& view, ReportSection section) {
  const Json& found = view.strategy.at("inputs_that_matter");
  Movers movers{view, "report.ends", {"report.at_low_in_kroner", "report.at_high_in_kroner"}};
  for (const Json& input : found.at("inputs")) {
    const Json &low = input.at("municipality").at("p05"),
               &high = input.at("municipality").at("p95");
    movers.add(input_title(view, view.strategy, input), facts(view, input.at("about")),
               view.say("report.to", view.signed_amount(low), view.signed_amount(high)),
               view.range(low, found.at("municipality"), high, nullptr),
               {view.net_cell(low), view.net_cell(high)});
  }
  return std::move(movers).in(std::move(section), view.say("report.inputs_sub", view.horizon()));
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
  Movers movers{view, "report.without_it", {"report.without_it_in_kroner"}};
  for (const auto& [name, without] : all) {
    movers.add(view.label("mechanism", name),
               view.text_of(view.document.at("mechanism_reasons").at(name), "reason"),
               view.signed_amount(*without), view.range(*without, net, net, nullptr),
               {view.net_cell(*without)});
  }
  return std::move(movers).in(
      std::move(section),
      view.say("report.mechanisms_sub", view.signed_amount(net), view.text(view.unit.word)));
}

/// The inputs that the result follows over the draws.
ReportSection by_rank(const ReportView& view, ReportSection section) {
  Movers movers{view, "report.rank", {"report.rank", "report.standard_error"}};
  movers.set_axis(
      {1, "", view.text("report.the_more_the_worse"), view.text("report.the_more_the_better")});
  for (const Json& input : view.strategy.at("rank_correlations")) {
    const double rank = input.at("correlation"), error = input.at("error");
    const std::string text = with_minus(signed_number(rank, 2, view.language));
    movers.add(input_title(view, view.strategy, input), facts(view, input.at("about")), text,
               {std::min(rank, 0.0), rank, std::max(rank, 0.0), std::nullopt},
               {{text, rank}, {view.number(input.at("error"), 2), error}}, Hue::people);
  }
  return std::move(movers).in(std::move(section),
                              view.say("report.ranks_sub", view.whole(view.document.at("draws"))));
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
