#include <algorithm>
#include <cmath>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

/// The mechanism whose absence moves the municipality's result of the first strategy most.
void mechanism_line(Page& page, const View& view) {
  const Json& first = view.document.at("strategies").front();
  const Json& most = first.at("most_depended_on");
  const std::string title = view.text_of(first, "title");
  if (most.is_null()) {
    page.sentence(view.say("evidence.mechanism_none", title));
    return;
  }
  const std::string name = most;
  const Json& own = pocket_of(first.at("pockets").at("centre"), "municipality");
  page.sentence(
      view.say("evidence.mechanism_line", view.label("mechanism", name), title,
               view.amount(first.at("without_mechanism").at(name).at("municipality")).text,
               view.amount(own.at("net")).text, view.text(view.unit.word)));
}

MoneyUnit unit_of_matters(const Json& strategies) {
  double largest = 0;
  for (const Json& strategy : strategies) {
    for (const Json& matter : strategy.at("assumptions_that_matter")) {
      largest = std::max(largest, std::fabs(matter.at("change").get<double>()));
    }
  }
  return money_unit(largest);
}

Table matters_table(const View& view, const Json& strategy) {
  const Json& matters = strategy.at("assumptions_that_matter");
  Table table;
  table.row(view.text_of(strategy, "title"), {view.text(view.unit.word)});
  for (const Json& matter : matters) {
    const Json& change = matter.at("change");
    table.row(
        view.say("evidence.matter_column", matter.at("name").get<std::string>(),
                 view.short_number(matter.at("low"), 6), view.short_number(matter.at("high"), 6)),
        {Cell{view.amount(change).text + " ± " + view.amount(matter.at("standard_error")).text,
              change.get<double>()}},
        2);
  }
  if (matters.empty()) table.row(view.text("evidence.no_matters"), {""}, 2);
  return table;
}

void matters(Page& page, const View& all, const Json& found) {
  const Json& strategies = all.document.at("strategies");
  const View view{all.document, all.language, unit_of_matters(strategies)};
  page.heading(view.text("evidence.matters_heading"));
  page.sentence(view.text("evidence.matters_line"));
  for (const Json& strategy : strategies) {
    page.blank();
    page.add(matters_table(view, strategy));
  }
  page.blank();
  page.sentence(view.say("evidence.matters_searched", found.at("searched").get<int>(),
                         view.whole(found.at("screened_families")),
                         found.at("compared_inputs").get<int>(),
                         view.whole(found.at("compared_families"))));
  page.sentence(view.say("evidence.matters_left_out", found.at("population_only").get<int>()));
  page.blank();
}

}  // namespace

void write_dependence(Page& page, const View& view) {
  const Json& strategies = view.document.at("strategies");
  if (strategies.empty()) return;
  const bool knows_mechanisms = !strategies.front().at("without_mechanism").is_null();
  const Json& found = view.document.at("what_matters");
  if (knows_mechanisms) mechanism_line(page, view);
  if (!found.is_null()) matters(page, view, found);
  if (!knows_mechanisms && found.is_null()) page.sentence(view.text("evidence.ask_line"));
}

}  // namespace samspil
