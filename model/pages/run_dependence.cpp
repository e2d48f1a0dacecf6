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
  const Json& own = of_purse(first.at("pockets").at("centre"), "municipality");
  page.sentence(view.say("evidence.mechanism_line", view.label("mechanism", name), title,
                         view.saved(first.at("without_mechanism").at(name).at("municipality")).text,
                         view.saved(own.at("net")).text, view.text(view.unit.word)));
}

/// An input in two rows, since its name may be long: what it is, and what it does.
Table matters_table(const View& view, const Json& strategy) {
  const Json& tornado = strategy.at("inputs_that_matter");
  Table table;
  const std::string at_p05 = view.label("draws", "p05"), at_p95 = view.label("draws", "p95");
  table.row(short_title(view, strategy),
            {view.say("evidence.municipality_at", at_p05), at_p95,
             view.say("evidence.public_at", at_p05), at_p95, view.text("compare.plus_minus")});
  const Cell own = view.saved(tornado.at("municipality"));
  const Cell all = view.saved(tornado.at("public"));
  table.row(view.text("evidence.at_values"), {own, own, all, all, ""}, 2);
  for (const Json& matter : tornado.at("inputs")) {
    const auto number = [&](const char* figure) { return view.short_number(matter.at(figure), 6); };
    table.row(matter.at("name").get<std::string>(), {}, 2);
    Cells cells;
    for (const char* purse : {"municipality", "public"}) {
      for (const char* end : {"p05", "p95"}) cells.push_back(view.saved(matter.at(purse).at(end)));
    }
    cells.push_back(view.amount(matter.at("standard_error")));
    table.row(view.say("evidence.matter_row", number("value"),
                       view.label("unit", matter.at("unit").get<std::string>()), number("p05"),
                       number("p95")),
              std::move(cells), 4);
  }
  if (tornado.at("inputs").empty()) table.row(view.text("evidence.no_matters"), {}, 2);
  return table;
}

void matters(Page& page, const View& view, const Json& found) {
  const Json& strategies = view.document.at("strategies");
  page.heading(view.text("evidence.matters_heading"));
  page.sentence(view.say("evidence.matters_line", view.text(view.unit.word)));
  for (const Json& strategy : strategies) {
    page.blank();
    page.add(matters_table(view, strategy));
  }
  page.blank();
  const std::string compared = view.whole(found.at("compared_families"));
  const int searched = found.at("searched"), foremost = found.at("compared_inputs");
  page.sentence(found.at("screened_by") == "draws"
                    ? view.say("evidence.matters_by_draws", searched, foremost, compared)
                    : view.say("evidence.matters_searched", searched,
                               view.whole(found.at("screened_families")), foremost, compared));
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
