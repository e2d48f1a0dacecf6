#include <array>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

Cells headings(const View& view) {
  Cells cells;
  for (const char* purse : public_purses) cells.emplace_back(purse_label(view, purse));
  return cells;
}

Cell estimate(const View& view, const Json& value, const Json& error) {
  return {view.amount(value).text + " ± " + view.amount(error).text, value.get<double>()};
}

/// The name by which a choice is told: a strategy's title, or nothing new.
std::string choice(const View& view, const std::string& id) {
  for (const Json& strategy : view.document.at("strategies")) {
    if (strategy.at("id") == id) return short_title(view, strategy);
  }
  return view.text("decision.nothing");
}

void chances(Page& page, const View& view, const Json& decision) {
  Table table;
  table.row(view.text("decision.cheapest"), headings(view));
  const Json& choices = decision.at("public").at("cheapest");
  for (const auto& [id, of_public] : choices.items()) {
    Cells cells;
    for (const char* purse : public_purses) {
      const Json& own = decision.at(purse);
      const double chance = own.at("cheapest").at(id);
      const bool is_highest = own.at("highest_mean") == id;
      cells.emplace_back(view.percent(chance, 0) + (is_highest ? " *" : ""), 100 * chance);
    }
    table.row(choice(view, id), std::move(cells), 2);
  }
  page.add(table);
  page.sentence(view.text("decision.cheapest_note"));
}

void worth_knowing(Page& page, const View& view, const Json& decision) {
  Table table;
  table.row(view.text("decision.worth") + ", " + view.text(view.unit.word), headings(view));
  Cells all;
  for (const char* purse : public_purses) {
    all.push_back(
        estimate(view, decision.at(purse).at("evpi"), decision.at(purse).at("evpi_error")));
  }
  table.row(view.text("decision.all_inputs"), std::move(all));
  const Json& groups = decision.at("public").at("evppi");
  for (const auto& [group, of_public] : groups.items()) {
    Cells cells;
    for (const char* purse : public_purses) {
      const Json& own = decision.at(purse).at("evppi").at(group);
      cells.push_back(estimate(view, own.at("value"), own.at("error")));
    }
    table.row(view.label("input_group", group), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("decision.worth_note"));
}

}  // namespace

void write_rank_correlations(Page& page, const View& view, const Json& strategy, bool by_title) {
  const Json& inputs = strategy.at("rank_correlations");
  if (inputs.is_null() || inputs.empty()) return;
  Table table;
  table.row(view.text("decision.followed"),
            {view.text("decision.correlation"), view.text("compare.plus_minus")});
  for (const Json& input : inputs) {
    const double correlation = input.at("correlation");
    table.row(by_title ? input_title(view, strategy, input) : input.at("name").get<std::string>(),
              {{view.number(correlation, 2), correlation},
               {view.number(input.at("error"), 2), input.at("error").get<double>()}},
              2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("decision.followed_note"));
}

void write_decision(Page& page, const View& view) {
  const Json& decision = view.document.at("decision");
  if (decision.is_null()) return;
  page.heading(view.text("decision.heading"));
  chances(page, view, decision);
  worth_knowing(page, view, decision);
}

}  // namespace samspil
