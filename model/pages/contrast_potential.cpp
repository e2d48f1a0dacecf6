#include <algorithm>
#include <cmath>

#include "model/pages/contrast_parts.hpp"

namespace samspil {
namespace {

/// In one unit for all strategies.
MoneyUnit unit_of_potentials(const Json& strategies) {
  double largest = 0;
  const auto see = [&](const Json& kroner) {
    if (!kroner.is_null()) largest = std::max(largest, std::fabs(kroner.get<double>()));
  };
  for (const Json& strategy : strategies) {
    for (const Json& potential : strategy.at("public").at("potential")) see(potential);
    see(strategy.at("public").at("net_result"));
  }
  MoneyUnit unit = money_unit(largest);
  if (largest >= 1000 * unit.kroner) unit.decimals = 0;  // six columns side by side
  return unit;
}

Cells cells_of(const View& view, const Json& row) {
  Cells cells;
  for (const Json& potential : row.at("potential")) cells.push_back(view.amount(potential));
  for (const char* part : {"gross_saving", "programme_cost", "net_result"}) {
    cells.push_back(view.amount(row.at(part)));
  }
  return cells;
}

bool has_any(const Json& row) {
  for (const char* part : {"gross_saving", "programme_cost"}) {
    if (row.at(part) != 0) return true;
  }
  return std::any_of(row.at("potential").begin(), row.at("potential").end(),
                     [](const Json& kroner) { return !kroner.is_null() && kroner != 0; });
}

Table table_of(const View& view, const Json& strategy) {
  Table table;
  table.row(short_title(view, strategy),
            {view.text("contrast.raw"), view.text("contrast.adjusted"),
             view.text("contrast.status_before"), view.text("potential.gross_saving"),
             view.text("potential.programme_cost"), view.text("potential.net_result")});
  for (const auto& [name, row] : strategy.at("by_department").items()) {
    if (has_any(row)) table.row(view.label("department", name), cells_of(view, row), 2);
  }
  for (const auto& [payer, row] : strategy.at("by_payer").items()) {
    const bool is_own = payer == "municipality";
    table.row(is_own ? view.text("run.municipality_in_all") : view.label("payer", payer),
              cells_of(view, row));
  }
  table.row(view.text("run.public_total"), cells_of(view, strategy.at("public")));
  return table;
}

/// "0.4 (-3.1, 2.9)": centre, weak and strong.
template <class Text>
std::string centre_weak_strong(const Json& by_level, const Text& text) {
  return text(by_level.at("centre")) + " (" + text(by_level.at("weak_effect")) + "; " +
         text(by_level.at("strong_effect")) + ')';
}

void write_reach(Page& page, const View& view, const Json& strategy) {
  const Json& levels = strategy.at("by_level");
  const Json& years = view.document.at("years");
  page.sentence(view.say("potential.people", view.number(strategy.at("families"), 0),
                         view.number(strategy.at("adults_without"), 0),
                         view.number(strategy.at("children_without"), 0)));
  const auto more = [&](std::size_t year) {
    return centre_weak_strong(levels, [&](const Json& level) {
      return view.number(level.at("more_successes").at(year), 1);
    });
  };
  const std::size_t last = years.size() - 1;
  page.sentence(view.say("potential.more_successes", years.front().get<int>(), more(0),
                         years.at(last).get<int>(), more(last)));
  if (levels.at("centre").at("share_reached").is_null()) return;
  page.sentence(view.say(
      "potential.reached",
      centre_weak_strong(
          levels, [&](const Json& level) { return view.amount(level.at("gross_saving")).text; }),
      centre_weak_strong(
          levels, [&](const Json& level) { return view.percent(level.at("share_reached"), 1); })));
}

}  // namespace

void write_potential(StudyWriter& to) {
  const Json& potential = to.document.at("potential");
  if (potential.is_null()) return;
  const Json& strategies = potential.at("strategies");
  const View view{to.document, to.language, unit_of_potentials(strategies)};
  const Json& seen = potential.at("effects_seen");
  const auto n = [&](const char* design) { return seen.at(design).get<int>(); };
  to.page.heading(view.say("potential.title", to.document.at("years").size()));
  if (strategies.empty()) return to.tell("run.no_strategies");
  to.page.sentence(view.say("potential.three_things", view.text(view.unit.word)));
  for (const Json& strategy : strategies) {
    to.page.blank();
    to.page.add(table_of(view, strategy));
    write_reach(to.page, view, strategy);
  }
  to.page.blank();
  to.page.sentence(view.say("potential.effects", n("randomised"), n("quasi_experiment"),
                            n("before_after"), n("none"), n("outright")));
  to.page.sentence(view.say("caveat.no_effect_identified", potential.at("own_effects").get<int>(),
                            potential.at("effects_in_all").get<int>()));
}

}  // namespace samspil
