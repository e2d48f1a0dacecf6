#include <array>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

constexpr std::array<const char*, 3> purses{"municipality", "state", "public"};
/// What effects may be alone in, and what they come to in people.
constexpr std::array<std::array<const char*, 2>, 2> alone{
    {{"work", "parent_years_in_work"}, {"placement", "placement_years_avoided"}}};

std::string times(const View& view, const Json& multiplier) {
  return view.say("break_even.times", view.short_number(multiplier, 2));
}

std::string beyond(const View& view, const Json& curve) {
  return view.say("break_even.beyond", view.short_number(curve.at("multipliers").back(), 2));
}

/// How a root reads: "x 1.7", "to x 0.6" where more of it costs, or why there is none.
Cell root_cell(const View& view, const Json& curve, const Json& root) {
  const std::string status = root.at("status");
  if (status == "not_within") return beyond(view, curve);
  if (status != "found") return view.label("break_even_status", status);
  const Json& at = root.at("multiplier");
  const std::string text = times(view, at);
  return {root.at("rises").get<bool>() ? text : view.say("break_even.falls", text),
          at.get<double>()};
}

const Json& root_of(const Json& curve, const char* budget) { return curve.at("roots").at(budget); }

/// "1.2 / > x 4": between which multipliers 90 % of the draws break even.
std::string range(const View& view, const Json& curve, const Json& drawn) {
  if (drawn.at("share_with_root").is_null()) return "-";
  const auto end = [&](const char* figure) {
    const Json& at = drawn.at(figure);
    return at.is_null() ? beyond(view, curve) : times(view, at);
  };
  return end("p05") + " / " + end("p95");
}

std::string share(const View& view, const Json& drawn) {
  const Json& with_root = drawn.at("share_with_root");
  return with_root.is_null() ? "-" : view.percent(with_root, 0);
}

Cells purse_columns(const View& view) {
  Cells cells;
  for (const char* purse : purses) cells.emplace_back(purse_label(view, purse));
  return cells;
}

void multipliers(Page& page, const View& view) {
  Table table;
  table.row(view.text("break_even.title"), purse_columns(view));
  for (const Json& strategy : view.document.at("strategies")) {
    const Json& curve = strategy.at("break_even").at("all_effects");
    Cells roots, ranges, shares;
    for (const char* purse : purses) {
      roots.push_back(root_cell(view, curve, root_of(curve, purse)));
      if (!has_draws(view)) continue;
      const Json& drawn = strategy.at("uncertainty").at(purse).at("break_even_multiplier");
      ranges.emplace_back(range(view, curve, drawn));
      shares.emplace_back(share(view, drawn));
    }
    table.row(short_title(view, strategy), std::move(roots), 2);
    if (!has_draws(view)) continue;
    table.row(view.text("break_even.range"), std::move(ranges), 4);
    table.row(view.text("break_even.share"), std::move(shares), 4);
  }
  page.blank();
  page.add(table);
  page.sentence(view.say("break_even.note",
                         has_draws(view) ? view.text("break_even.draws_note") : std::string{}));
}

std::string years_of(const View& view, const Json& people, const char* figure) {
  return signed_number(people.at(figure), 1, view.language);
}

std::string both(const View& view, const Json& people) {
  return people.is_null() ? "-"
                          : years_of(view, people, "parent_years_in_work") + " / " +
                                years_of(view, people, "placement_years_avoided");
}

/// People at a root of the public total; beyond those at the curve's end where it is further.
std::string at_root(const View& view, const Json& curve, const char* budget, const auto& told) {
  const Json& root = root_of(curve, budget);
  const std::string status = root.at("status");
  const Json& people = curve.at("people_moved");
  if (people.is_null()) return "-";
  if (status == "found") return told(root.at("people_moved"));
  if (status == "not_within") return "> " + told(people.back());
  return view.label("break_even_status", status);
}

Cells people_cells(const View& view, const Json& solved, const char* budget) {
  const Json& effects = solved.at("all_effects");
  Cells cells;
  cells.emplace_back(
      at_root(view, effects, budget, [&](const Json& people) { return both(view, people); }));
  for (const auto& [axis, of] : alone) {
    const auto figure = of;  // no lambda of clang 14 takes the part of a pair
    cells.emplace_back(at_root(view, solved.at(axis), budget,
                               [&](const Json& people) { return years_of(view, people, figure); }));
  }
  return cells;
}

/// What the effects come to as they stand: the multiplier 1 of the curve.
std::string as_it_is(const View& view, const Json& curve) {
  const Json& at = curve.at("multipliers");
  if (curve.at("people_moved").is_null()) return "-";
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i] == 1) return both(view, curve.at("people_moved")[i]);
  }
  return "-";
}

Table people_table(const View& view, const std::string& title) {
  Table table;
  table.row(title, {view.text("break_even.as_it_is"), view.text("break_even.together"),
                    view.text("break_even.work_alone"), view.text("break_even.placement_alone")});
  return table;
}

void people(Page& page, const View& view) {
  Table table = people_table(view, view.text("break_even.people"));
  for (const Json& strategy : view.document.at("strategies")) {
    const Json& solved = strategy.at("break_even");
    Cells cells{as_it_is(view, solved.at("all_effects"))};
    for (Cell& cell : people_cells(view, solved, "public")) cells.push_back(std::move(cell));
    table.row(short_title(view, strategy), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("break_even.people_note"));
}

/// What the scenario expects, strategy by strategy.
void expectation(Page& page, const View& view) {
  const Json& first = view.document.at("strategies").front().at("break_even").at("expect");
  if (first.is_null()) return;
  page.blank();
  page.sentence(view.say("break_even.expected",
                         view.short_number(first.at("parents_in_work_per_100"), 2),
                         first.at("year").get<int>()));
  for (const Json& strategy : view.document.at("strategies")) {
    const Json& expect = strategy.at("break_even").at("expect");
    const std::string title = short_title(view, strategy);
    const Json& lived = expect.at("check");
    if (!lived.is_null()) {
      const Json& net = lived.at("net_result");
      page.sentence(view.say("break_even.expect_found", title, times(view, lived.at("multiplier")),
                             view.number(expect.at("reached_in_check"), 1),
                             view.saved(net.at("municipality")).text,
                             view.saved(net.at("public")).text, view.text(view.unit.word)),
                    2);
      continue;
    }
    const Json& reached = expect.at("reached");
    page.sentence(
        reached.is_null()
            ? view.say("break_even.expect_nobody", title)
            : view.say("break_even.expect_missed", title,
                       view.label("break_even_expect", expect.at("status").get<std::string>()),
                       view.number(reached.front(), 1), view.number(reached.back(), 1)),
        2);
  }
}

/// Every budget with an amount: the municipality's departments, then the payers.
template <class Row>
void for_each_budget(const View& view, const Json& strategy, const Row& row) {
  for (const auto& [name, by_year] : strategy.at("municipality_by_department").items()) {
    if (has_amount(by_year)) row(name, view.label("department", name), 2);
  }
  row("municipality", view.text("run.municipality_in_all"), 0);
  for (const char* purse : {"region", "state", "public"}) row(purse, purse_label(view, purse), 0);
}

void budgets(Page& page, const View& view, const Json& strategy) {
  const Json& curve = strategy.at("break_even").at("all_effects");
  Table table;
  Cells head{view.text("break_even.effect")};
  if (has_draws(view)) {
    for (const Key key : {Key{"break_even.range"}, Key{"break_even.share"}}) {
      head.emplace_back(view.text(key));
    }
  }
  table.row(view.text("break_even.by_budget"), std::move(head));
  for_each_budget(
      view, strategy, [&](const std::string& name, const std::string& label, std::size_t indent) {
        Cells cells{root_cell(view, curve, root_of(curve, name.c_str()))};
        if (has_draws(view)) {
          const Json& drawn = strategy.at("uncertainty").at(name).at("break_even_multiplier");
          cells.emplace_back(range(view, curve, drawn));
          cells.emplace_back(share(view, drawn));
        }
        table.row(label, std::move(cells), indent);
      });
  page.blank();
  page.add(table);
}

/// The net result at each multiplier of all effects.
void curve(Page& page, const View& view, const Json& effects) {
  Table table;
  Cells head;
  for (const Json& at : effects.at("multipliers")) head.emplace_back(times(view, at));
  table.row(view.say("break_even.curve", view.text(view.unit.word)), std::move(head));
  for (const char* purse : purses) {
    table.row(purse_label(view, purse), view.saved_by_year(effects.at("net_result").at(purse)), 2);
  }
  page.blank();
  page.add(table);
}

/// Caseload and duration at which each payer breaks even.
void levers(Page& page, const View& view, const Json& solved) {
  Table table;
  table.row(view.text("break_even.levers"), purse_columns(view));
  for (const char* axis : {"caseload", "duration"}) {
    const Json& own = solved.at(axis);
    Cells cells;
    for (const char* purse : purses) {
      const Json& root = root_of(own, purse);
      Cell cell = root_cell(view, own, root);
      if (!root.at("lever_value").is_null()) {
        cell.text = view.short_number(root.at("lever_value"), 1) + " (" + cell.text + ')';
      }
      cells.push_back(std::move(cell));
    }
    table.row(view.say(std::string_view{axis} == "caseload" ? Key{"break_even.caseload"}
                                                            : Key{"break_even.duration"},
                       view.short_number(own.at("as_stated"), 1)),
              std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("break_even.levers_note"));
}

/// What is needed of each hazard ratio, beside what was seen.
void ratios(Page& page, const View& view, const Json& solved) {
  if (solved.at("ratios").empty()) return;
  Table table;
  table.row(view.text("break_even.ratios"),
            {view.text("break_even.seen"), view.text("compare.centre"),
             view.text("break_even.together"), view.text("break_even.alone")});
  std::vector<std::string> places;  // longer than a row
  for (const Json& ratio : solved.at("ratios")) {
    Cells cells;
    for (const char* figure : {"observed", "centre", "needed_together", "needed_alone"}) {
      cells.emplace_back(view.short_number(ratio.at(figure), 2));
    }
    table.row(view.label("hook", ratio.at("hook").get<std::string>()), std::move(cells), 2);
    const std::string where = view.text_of(ratio, "where");
    const std::string design = view.label("design", ratio.at("design").get<std::string>());
    if (ratio.at("observed").is_null()) continue;
    places.push_back(view.label("hook", ratio.at("hook").get<std::string>()) + ": " + design +
                     (where.empty() ? "" : ", " + where) + '.');
  }
  page.blank();
  page.add(table);
  for (const std::string& place : places) page.sentence(place, 2);
  page.sentence(view.text("break_even.ratios_note"));
}

}  // namespace

void write_break_even(Page& page, const View& view) {
  if (view.document.at("strategies").front().at("break_even").is_null()) return;
  multipliers(page, view);
  people(page, view);
  expectation(page, view);
}

void write_break_even_detail(Page& page, const View& view, const Json& strategy) {
  const Json& solved = strategy.at("break_even");
  if (solved.is_null()) return;
  budgets(page, view, strategy);
  curve(page, view, solved.at("all_effects"));
  const Json& check = solved.at("check");
  if (!check.is_null()) {
    page.sentence(view.say("break_even.check", times(view, check.at("multiplier")),
                           view.saved(check.at("residual")).text,
                           view.amount(check.at("standard_error")).text));
  }
  Table table = people_table(view, view.text("break_even.people_detail"));
  for (const char* purse : purses) {
    Cells cells{as_it_is(view, solved.at("all_effects"))};
    for (Cell& cell : people_cells(view, solved, purse)) cells.push_back(std::move(cell));
    table.row(purse_label(view, purse), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  ratios(page, view, solved);
  levers(page, view, solved);
}

}  // namespace samspil
