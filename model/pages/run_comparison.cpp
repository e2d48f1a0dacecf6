#include <algorithm>
#include <cmath>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

const Json& strategies(const View& view) { return view.document.at("strategies"); }

/// The title of a strategy or of present practice by its id.
std::string title_of_id(const View& view, const Json& id) {
  for (const Json& strategy : strategies(view)) {
    if (strategy.at("id") == id) return short_title(view, strategy);
  }
  return short_title(view, view.document.at("present_practice"));
}

/// Of few families quite another share is enrolled than was asked for.
void lot(Page& page, const View& view, double asked) {
  constexpr double told_from = 0.01;
  const Json& drawn = view.document.at("enrolled_by_lot");
  if (drawn.is_null()) return;
  const double share = drawn.at("share");
  if (std::abs(share - asked) < told_from) return;
  page.sentence(view.say("compare.lot_drew", view.short_number(drawn.at("families"), 1),
                         view.number(drawn.at("of"), 0), view.percent(share, 1)));
}

void same_budget(Page& page, const View& view) {
  const Json& all = strategies(view);
  page.sentence(view.say("compare.same_budget", short_title(view, all.front()),
                         view.percent(all.front().at("enrolled_share"), 1)));
  if (all.size() == 1) return;
  const auto share = [](const Json& strategy) { return strategy.at("budget_share").get<double>(); };
  const auto [least, most] =
      std::minmax_element(all.begin() + 1, all.end(),
                          [&](const Json& a, const Json& b) { return share(a) < share(b); });
  page.sentence(view.say("compare.budget_met", view.percent(share(*least), 2),
                         view.percent(share(*most), 2)));
  for (const Json& strategy : all) {
    const bool has_all = strategy.at("enrolled_share") == 1.0;
    if (!has_all || view.percent(share(strategy), 0) == view.percent(1.0, 0)) continue;
    page.sentence(view.say("compare.budget_short", short_title(view, strategy),
                           view.percent(share(strategy), 1)));
  }
}

/// The same for all, where they are compared on common terms.
void common_eligibility(Page& page, const View& view) {
  if (view.document.at("compare") == "as_described") return;
  write_eligibility(page, view, strategies(view).front());
}

void terms(Page& page, const View& view) {
  const Json& all = view.document;
  const Json& asked = strategies(view).front().at("enrolled_share");
  if (all.at("compare") == "as_described" || asked.is_null()) {
    page.sentence(view.text("compare.as_described"));
  } else if (all.at("compare") == "same_families") {
    page.sentence(view.say("compare.same_families", view.percent(asked, 1)));
    lot(page, view, asked);
  } else {
    same_budget(page, view);
  }
  common_eligibility(page, view);
  const Json& narrowest = all.at("enrolled_share_set_by");
  if (!narrowest.is_null() && !asked.is_null()) {
    page.sentence(view.say("compare.share_set_by", title_of_id(view, narrowest)));
  }
  const Json& present = all.at("present_practice");
  if (!present.is_null()) {
    page.sentence(
        view.say(view.by_sign("compare.present_practice", "compare.present_practice_more"),
                 short_title(view, present)));
  }
}

/// A table of one line per strategy.
template <class CellsOf>
void table(Page& page, const View& view, std::string_view label, const std::vector<Key>& columns,
           const CellsOf& cells_of) {
  Table table;
  Cells head;
  for (const Key column : columns) head.push_back(view.text(column));
  table.row(label, std::move(head));
  for (const Json& strategy : strategies(view)) {
    table.row(short_title(view, strategy), cells_of(strategy), 2);
  }
  page.blank();
  page.add(table);
}

/// One figure of a purse at each level of effect.
Cells level_cells(const View& view, const Json& strategy, const char* purse, const char* figure) {
  Cells cells;
  for (const Json& pockets : strategy.at("pockets")) {
    cells.push_back(view.saved(of_purse(pockets, purse).at(figure)));
  }
  return cells;
}

void net_results(Page& page, const View& view, const char* purse) {
  Table table;
  table.row(view.say(view.by_sign("compare.net_of", "compare.net_more"), purse_label(view, purse)),
            {view.text("compare.none"), view.text("compare.weak"), view.text("compare.centre"),
             view.text("compare.strong"), view.text("compare.plus_minus")});
  for (const Json& strategy : strategies(view)) {
    const Json& errors = strategy.at("paired_monte_carlo").at("centre");
    Cells cells = level_cells(view, strategy, purse, "net");
    cells.push_back(view.amount(errors.at(purse).at("standard_error")));
    table.row(short_title(view, strategy), std::move(cells), 2);
    if (has_draws(view)) write_ranges(table, view, strategy, purse);
  }
  page.blank();
  page.add(table);
}

/// The municipality's net result with savings as they can be taken out of its budget.
void in_the_budget(Page& page, const View& view) {
  table(page, view, view.text(view.by_sign("compare.cashable", "compare.cashable_more")),
        {"compare.none", "compare.weak", "compare.centre", "compare.strong"},
        [&](const Json& strategy) {
          return level_cells(view, strategy, "municipality", "in_budget");
        });
}

void programme(Page& page, const View& view) {
  table(page, view, view.text("compare.programme"),
        {"compare.family_years", "compare.caseworkers", "compare.per_caseworker",
         "compare.programme_year"},
        [&](const Json& strategy) {
          const Json& staff = strategy.at("staff_use");
          const Json& each = strategy.at("per_family_year");
          return Cells{view.number(strategy.at("family_years"), 0),
                       view.count(staff.at("paid_posts")), families_per_post(view, staff),
                       each.is_null() ? "-" : view.number(each.at("own_operation"), 0)};
        });
}

void people(Page& page, const View& view) {
  table(page, view, view.text("compare.people"),
        {"compare.in_work", "compare.placed", "compare.home_months"}, [&](const Json& strategy) {
          Cells cells;
          for (const char* name : {"parents_in_work", "children_placed", "home_measure_months"}) {
            cells.push_back(view.change(
                strategy.at("outcomes").at(name).at("difference_per_100_family_years")));
          }
          return cells;
        });
}

/// One line per population that strategies were tried on, where it is not the one of this run.
void tried_elsewhere(Page& page, const View& view) {
  std::vector<std::pair<std::string, std::string>> lines;  // on whom, and which strategies
  for (const Json& strategy : strategies(view)) {
    if (strategy.at("is_tried_here").get<bool>()) continue;
    const std::string on = view.text_of(strategy, "tried_on");
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const auto& line) { return line.first == on; });
    if (same != lines.end()) {
      same->second += "; " + short_title(view, strategy);
    } else {
      lines.emplace_back(on, short_title(view, strategy));
    }
  }
  if (lines.empty()) return;
  page.blank();
  page.sentence(view.text("compare.tried_elsewhere"));
  for (const auto& [on, titles] : lines) {
    page.sentence(view.say("compare.tried_line", titles, on), 2);
  }
}

}  // namespace

View level_view(const View& view) {
  View level = view;
  for (const Json& strategy : strategies(view)) {
    for (const Json& pockets : strategy.at("pockets")) {
      const double kroner = pockets.at("public").at("net");
      if (std::abs(kroner) >= 1000 * view.unit.kroner) level.unit.decimals = 0;
    }
  }
  return level;
}

void write_caveats(Page& page, const View& view, const Json& strategy) {
  for (const Json& caveat : view.document.at("caveats")) {
    const Json& of = caveat.at("strategy");
    if (of.is_null() || of == strategy) page.sentence(view.text_of(caveat, "text"));
  }
}

void write_comparison(Page& page, const View& view) {
  const View level = level_view(view);
  page.heading(view.text("compare.compared"));
  terms(page, view);
  net_results(page, level, "municipality");
  in_the_budget(page, level);
  net_results(page, level, "state");
  net_results(page, level, "public");
  page.sentence(view.text("run.error_note"));
  write_caveats(page, view);
  if (has_draws(view)) write_draws_note(page, view);
  page.sentence(view.text("compare.cashable_note"));
  write_break_even(page, level);
  programme(page, view);
  people(page, view);
  page.sentence(view.text("compare.column_note"));
  tried_elsewhere(page, view);
}

}  // namespace samspil
