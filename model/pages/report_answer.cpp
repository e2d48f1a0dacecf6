#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

std::string years_text(const ReportView& view) {
  const std::size_t years = view.document.at("years").size();
  return years == 1 ? view.text("report.one_year") : view.say("report.years", years);
}

Text answer(const ReportView& view) {
  const Json& centre = net_of(view.strategy, "centre");
  const Json& none = net_of(view.strategy, "no_effect");
  const auto [low, high] = ends_of_purse(view, view.strategy, "municipality");
  const Key key = view.has_draws() ? Key{"report.answer"} : Key{"report.answer_by_level"};
  return filled(view, key,
                {{years_text(view)},
                 {view.outcome(centre), true, "trace-net"},
                 {view.span(*low, *high), false, "trace-range"},
                 {view.text("report.without_effect"), true},
                 {view.outcome(none), true, "trace-programme"}});
}

/// Two rows of a table with the twenty results, or none.
Table data(const ReportView& view) {
  const auto [low, high] = ends_of_purse(view, view.strategy, "municipality");
  Table table;
  table.row(view.text("report.figure"), {view.text("report.net_in_kroner")});
  const auto row = [&](const std::string& label, const Json& kroner) {
    if (kroner.is_null()) return;
    table.row(label, {view.net_cell(kroner)});
  };
  row(view.text("run.centre_effect"), net_of(view.strategy, "centre"));
  row(view.text("run.no_effect"), net_of(view.strategy, "no_effect"));
  row(view.text("run.weak_effect"), net_of(view.strategy, "weak_effect"));
  row(view.text("run.strong_effect"), net_of(view.strategy, "strong_effect"));
  if (!view.has_draws()) return table;
  row(view.label("draws", "p05"), *low);
  row(view.label("draws", "p95"), *high);
  std::size_t place = 0;
  for (const Json& result : view.strategy.at("twenty").at("municipality").at("results")) {
    row(view.say("report.result_of_twenty", ++place), result);
  }
  return table;
}

std::string spoken(const ReportView& view) {
  const auto [low, high] = ends_of_purse(view, view.strategy, "municipality");
  const std::string all =
      view.say("report.answer_spoken", municipality_name(view), view.horizon(),
               view.outcome(net_of(view.strategy, "centre")), view.span(*low, *high),
               view.outcome(net_of(view.strategy, "no_effect")));
  if (!view.has_draws()) return all;
  return all + ' ' +
         view.say("report.saving_of_twenty",
                  view.of_twenty(view.strategy.at("twenty").at("municipality").at("saves")));
}

Figure figure(const ReportView& view) {
  const Json& centre = net_of(view.strategy, "centre");
  const Json& none = net_of(view.strategy, "no_effect");
  const auto [low, high] = ends_of_purse(view, view.strategy, "municipality");
  DotsFigure dots;
  dots.range = view.range(*low, centre, *high, none);
  dots.sign = view.sign;
  dots.axis = view.money_axis();
  dots.axis.label = view.say("report.in_all", view.text("run.in_millions"), view.horizon());
  dots.no_effect = view.say("report.no_effect_at", view.signed_millions(none));
  std::string title = view.text("report.weak_to_strong");
  if (view.has_draws()) {
    const Json& twenty = view.strategy.at("twenty").at("municipality");
    for (const Json& result : twenty.at("results")) dots.results.push_back(*view.net(result));
    title = view.say("report.saving_of_twenty", view.of_twenty(twenty.at("saves")));
  }
  return {"answer", std::move(title), spoken(view), std::move(dots), data(view)};
}

/// "9 % measured, 80 % assumed …"
std::string grades(const ReportView& view) {
  std::vector<std::string> parts;
  for (const auto& [grade, share] : view.document.at("grade_shares").items()) {
    if (share.is_null()) continue;
    parts.push_back(view.percent(share, 0) + " % " + view.label("grade", grade));
  }
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

std::string compared_with(const ReportView& view) {
  const Json& present = view.document.at("present_practice");
  return present.is_null() ? view.text("report.the_same_families")
                           : view.say("report.present_practice", short_title(view, present));
}

std::string terms(const ReportView& view) {
  const Json& all = view.document;
  const Json& budget = view.strategy.at("municipality_budget");
  const std::string chance =
      view.has_draws()
          ? view.say("report.saving_of_twenty",
                     view.of_twenty(view.strategy.at("twenty").at("municipality").at("saves")))
          : view.text("report.no_chance");
  return view.say("report.terms", municipality_name(view), view.horizon(), compared_with(view),
                  all.at("law_year").get<int>(), all.at("price_level").get<int>(),
                  view.side(budget.at("net_present_value")), chance) +
         ' ' +
         view.say("report.made_by", grades(view), all.at("run").at("version").get<std::string>(),
                  all.at("seed").get<std::uint32_t>(), all.at("results_hash").get<std::string>()) +
         ' ' +
         view.text(view.has_draws() ? Key{"report.range_of_draws"} : Key{"report.range_of_levels"});
}

}  // namespace

void add_answer(ReportPage& page, const ReportView& view) {
  const Json& of = view.strategy.at("answer");
  const auto part = [&](Key label, const char* name, const char* trace) {
    page.sum.emplace_back(view.text(label),
                          Piece{view.signed_amount(of.at(name).at("in_all")), true, trace});
  };
  page.about =
      municipality_name(view) + " · " + title_of(view, view.strategy) + " · " + view.horizon();
  page.question = view.say("report.question", families_text(view), years_text(view));
  page.answer = answer(view);
  part("report.effort", "costs", "trace-programme");
  part("report.services", "gives_back", "trace-services");
  part("report.net", "net", "trace-net");
  page.sum.back().first += ", " + view.text(view.unit.word);
  page.answer_figure = figure(view);
  page.terms = terms(view);
  page.terms_short = view.say(
      "report.terms_short", municipality_name(view), title_of(view, view.strategy), view.horizon(),
      view.document.at("law_year").get<int>(), view.document.at("price_level").get<int>(),
      view.document.at("run").at("version").get<std::string>(),
      view.document.at("results_hash").get<std::string>());
  page.terms_short += ' ' + marks_text(view);
  page.range_key =
      view.text(view.has_draws() ? Key{"report.nine_of_ten"} : Key{"report.weak_to_strong"});
}

}  // namespace samspil
