#include <array>

#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

constexpr std::array<std::pair<const char*, Hue>, 4> panels{{{"municipality", Hue::municipality},
                                                             {"region", Hue::region},
                                                             {"state", Hue::state},
                                                             {"public", Hue::all_public}}};

/// The rows under the municipality: net, range, no effect, cumulated.
std::vector<std::vector<std::string>> rows_of_first(const ReportView& view) {
  const Json& net = of_purse(view.strategy.at("net_result"), "municipality");
  const Json& none = of_purse(view.strategy.at("net_result_no_effect"), "municipality");
  const Json& cumulated = view.strategy.at("municipality_budget").at("cumulated");
  std::vector<std::vector<std::string>> rows(4);
  for (std::size_t year = 0; year < net.size(); ++year) {
    const auto [low, high] = ends_of_year(view, "municipality", year);
    rows[0].push_back(view.signed_amount(net[year]));
    rows[1].push_back(view.signed_span(*low, *high));
    rows[2].push_back(view.signed_amount(none[year]));
    rows[3].push_back(view.signed_amount(cumulated[year]));
  }
  return rows;
}

YearPanel panel(const ReportView& view, const char* purse, Hue hue) {
  YearPanel all{purse_label(view, purse), hue, {}, {}, std::string{"trace-"} + purse};
  const Json& net = of_purse(view.strategy.at("net_result"), purse);
  const Json& none = of_purse(view.strategy.at("net_result_no_effect"), purse);
  for (std::size_t year = 0; year < net.size(); ++year) {
    const auto [low, high] = ends_of_year(view, purse, year);
    all.years.push_back(view.range(*low, net[year], *high, none[year]));
  }
  if (hue == Hue::municipality) {
    all.rows = rows_of_first(view);
    return all;
  }
  const auto [low, high] = ends_of_purse(view, view.strategy, purse);
  all.rows = {{view.signed_amount(net_of(view.strategy, "centre", purse))},
              {view.signed_span(*low, *high)},
              {view.signed_amount(net_of(view.strategy, "no_effect", purse))}};
  return all;
}

Table data(const ReportView& view) {
  Table table;
  table.row(view.text("report.payer"),
            {view.text("report.year"), view.text("report.net_in_kroner"),
             view.text("report.low_in_kroner"), view.text("report.high_in_kroner"),
             view.text("report.no_effect_in_kroner")});
  for (const auto& [purse, hue] : panels) {
    const Json& net = of_purse(view.strategy.at("net_result"), purse);
    const Json& none = of_purse(view.strategy.at("net_result_no_effect"), purse);
    for (std::size_t year = 0; year < net.size(); ++year) {
      const auto [low, high] = ends_of_year(view, purse, year);
      Cells cells{std::to_string(view.document.at("years")[year].get<int>())};
      for (const Json* kroner : {&net[year], low, high, &none[year]}) {
        cells.push_back(view.net_cell(*kroner));
      }
      table.row(purse_label(view, purse), std::move(cells));
    }
  }
  return table;
}

/// In which years the municipality has more expenditure.
std::string heading(const ReportView& view) {
  const Json& net = of_purse(view.strategy.at("net_result"), "municipality");
  std::vector<std::string> more;
  for (std::size_t year = 0; year < net.size(); ++year) {
    if (net[year] < 0.0) more.push_back(std::to_string(view.document.at("years")[year].get<int>()));
  }
  if (more.empty()) return view.text("report.years_all_less");
  if (more.size() < net.size()) return view.say("report.years_some_more", joined(view, more));
  if (net.size() == 1) return view.say("report.year_more", more.front());
  return net.size() == 2 ? view.text("report.years_both_more")
                         : view.say("report.years_all_more", net.size());
}

/// When it is paid back, and how deep the hole is.
Text payback(const ReportView& view) {
  const Json& budget = view.strategy.at("municipality_budget");
  const Json& paid_back = budget.at("paid_back_in");
  const Json& deficit_year = budget.at("largest_deficit_year");
  std::string says = paid_back.is_null()      ? view.say("report.not_paid_back", view.last_year())
                     : deficit_year.is_null() ? view.text("report.paid_back_at_once")
                                              : view.say("report.paid_back", paid_back.get<int>());
  if (!deficit_year.is_null()) {
    says += ' ' + view.say("report.deepest", view.size(budget.at("largest_deficit")),
                           deficit_year.get<int>());
  }
  return plain(std::move(says));
}

Text reason(const ReportView& view) {
  const Json& of = view.strategy.at("answer");
  std::vector<std::string> services;
  for (const char* name : {"most_saved", "most_added"}) {
    const Json& gain = of.at(name);
    if (gain.is_null()) continue;
    services.push_back(view.say("report.service_gain",
                                view.label("service", gain.at("service").get<std::string>()),
                                view.side(gain.at("municipality"))));
  }
  if (services.empty()) return plain(view.text("report.no_reason"));
  return filled(
      view, "report.reason",
      {{view.side(of.at("beyond_no_effect")), false, "trace-services"}, {joined(view, services)}});
}

}  // namespace

ReportSection years_section(const ReportView& view) {
  ReportSection section{"years", heading(view), ""};
  section.sub =
      view.say("report.years_sub", view.text(view.unit.word),
               view.text(view.sign < 0 ? Key{"report.plus_is_more"} : Key{"report.minus_is_more"}));
  YearsFigure years;
  for (const Json& year : view.document.at("years")) {
    years.years.push_back(std::to_string(year.get<int>()));
  }
  years.rows = {
      view.text("report.net"),
      view.text(view.has_draws() ? Key{"report.nine_of_ten"} : Key{"report.weak_to_strong"}),
      view.text("report.without_effect_row"), view.text("report.cumulated")};
  for (const auto& [purse, hue] : panels) years.panels.push_back(panel(view, purse, hue));
  years.axis = view.money_axis();
  section.figures.push_back(
      {"years", section.heading, view.text("report.years_spoken"), std::move(years), data(view)});
  section.notes = {reason(view), payback(view)};
  return section;
}

}  // namespace samspil
