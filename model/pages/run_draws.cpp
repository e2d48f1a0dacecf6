#include <algorithm>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

Cell percent(const View& view, const Json& share) {
  if (share.is_null()) return "-";
  return {view.percent(share, 0), 100 * share.get<double>()};
}

/// The budgets of a strategy that have any amount over the draws, as its budget lists them: the
/// municipality's departments, the purses, the public total without income tax.
template <class Row>
void for_each_budget(const View& view, const Json& strategy, const Row& row) {
  const Json& all = strategy.at("uncertainty");
  for (const auto& [name, by_year] : strategy.at("municipality_by_department").items()) {
    if (has_amount(by_year) && !all.at(name).is_null()) {
      row(view.label("department", name), all.at(name), 2);
    }
  }
  row(view.text("run.municipality_in_all"), all.at("municipality"), 0);
  for (const char* purse : {"region", "state", "public"}) {
    row(purse_label(view, purse), all.at(purse), 0);
  }
  const Json& without_tax = all.at("public_without_tax");
  if (!without_tax.is_null()) row(view.text("run.public_without_tax"), without_tax, 2);
}

/// The largest that any strategy has of a figure, at the centre effect, of any purse; below nought
/// where none has it.
double largest(const View& view, const char* figure) {
  double largest = -1;
  for (const Json& strategy : view.document.at("strategies")) {
    for (const char* purse : {"municipality", "region", "state", "public"}) {
      const Json& value = strategy.at("uncertainty").at(purse).at(figure);
      if (!value.is_null()) largest = std::max(largest, value.get<double>());
    }
  }
  return largest;
}

void errors(Page& page, const View& view, const Json& strategy) {
  Table table;
  table.row(view.text("draws.of_the_mean"),
            {view.text("draws.mean"), view.text("compare.plus_minus"), view.text("draws.luck")});
  for_each_budget(view, strategy,
                  [&](const std::string& label, const Json& of, std::size_t indent) {
                    table.row(label,
                              {view.saved(of.at("mean")), view.amount(of.at("monte_carlo_error")),
                               percent(view, of.at("luck_share"))},
                              indent);
                  });
  page.blank();
  page.add(table);
  page.sentence(view.text("draws.errors_note"));
}

void years(Page& page, const View& view, const Json& strategy) {
  Table table = view.year_table(view.text("draws.by_year"), false);
  Table payback = view.year_table(view.text("draws.payback"), false);
  for_each_budget(
      view, strategy, [&](const std::string& label, const Json& of, std::size_t indent) {
        const Json& by_year = of.at("yearly");
        if (by_year.empty()) return;
        Cells chances;
        for (const Json& chance : of.at("payback_probability")) {
          chances.push_back(percent(view, chance));
        }
        payback.row(label, std::move(chances), indent);
        for (const char* figure : {"p05", "p95"}) {
          const std::string own = view.percentile(figure);
          Cells cells;
          for (const Json& year : by_year) cells.push_back(view.saved(year.at(own)));
          table.row(label + ", " + view.label("draws", figure), std::move(cells), indent);
        }
      });
  page.blank();
  page.add(table);
  page.blank();
  page.add(payback);
}

}  // namespace

bool has_draws(const View& view) { return view.document.at("draws") != 1; }

void write_ranges(Table& table, const View& view, const Json& strategy, const char* purse) {
  const auto row = [&](const std::string& label, const auto& cell) {
    Cells cells;
    for (const auto& [level, pockets] : strategy.at("pockets").items()) {
      cells.push_back(cell(strategy.at("uncertainty_by_level").at(level).at(purse)));
    }
    cells.emplace_back("");
    table.row(label, std::move(cells), 4);
  };
  for (const char* figure : {"p05", "p95"}) {
    row(view.label("draws", figure),
        [&](const Json& of) { return view.saved(of.at(view.percentile(figure))); });
  }
  row(view.text("draws.chance"),
      [&](const Json& of) { return percent(view, of.at("probability_of_saving")); });
}

void write_spread_of_totals(Page& page, const View& view, const Json& strategy) {
  Table table;
  table.row(view.text("draws.of_totals"),
            {view.label("draws", "p05"), view.label("draws", "p50"), view.label("draws", "p95"),
             view.text("compare.chance"), view.text("compare.better")});
  for_each_budget(view, strategy,
                  [&](const std::string& label, const Json& of, std::size_t indent) {
                    table.row(label,
                              {view.saved(of.at(view.percentile("p05"))), view.saved(of.at("p50")),
                               view.saved(of.at(view.percentile("p95"))),
                               percent(view, of.at("probability_of_saving")),
                               percent(view, of.at("probability_better_than_no_effect"))},
                              indent);
                  });
  page.blank();
  page.add(table);
}

void write_draws_note(Page& page, const View& view) {
  const Json& all = view.document;
  const bool are_levers_drawn = all.at("draw_levers");
  const bool are_all = all.at("families_per_draw") == all.at("families");
  page.sentence(view.say(
      "draws.note", view.whole(all.at("draws")), view.whole(all.at("drawn_inputs")),
      view.text(are_levers_drawn ? Key{"compare.levers_drawn"} : Key{"compare.levers_held"}),
      view.percent(largest(view, "probability_error"), 1)));
  const double luck = largest(view, "luck_share");
  if (luck < 0) return;
  page.sentence(
      (are_all ? view.text("draws.all_families")
               : view.say("draws.rotating_families", view.whole(all.at("families_per_draw")))) +
      ' ' + view.say("draws.luck_note", view.percent(luck, 0)));
}

void write_draws_detail(Page& page, const View& view, const Json& strategy, bool by_title) {
  errors(page, view, strategy);
  years(page, view, strategy);
  write_rank_correlations(page, view, strategy, by_title);
}

}  // namespace samspil
