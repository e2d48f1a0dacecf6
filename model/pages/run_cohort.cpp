#include <array>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

const Json& strategies(const View& view) { return view.document.at("strategies"); }
const Json& cohort(const View& view) { return view.document.at("cohort"); }

Cell percent(const View& view, const Json& share) {
  if (share.is_null()) return "-";
  return {view.percent(share, 0), 100 * share.get<double>()};
}

View cohort_view(const View& all) {
  View view = all;
  view.unit = money_unit(cohort(all).at("largest_amount"));
  return view;
}

/// Where 5 and 95 % of the groups lie, year by year and in all.
void accounts_rows(Table& table, const View& view, const std::string& label, const Json& accounts) {
  for (const char* figure : {"p05", "p95"}) {
    Cells cells;
    for (const Json& year : accounts.at("yearly")) cells.push_back(view.amount(year.at(figure)));
    cells.push_back(view.amount(accounts.at("in_all").at(figure)));
    table.row(label + ", " + view.label("draws", figure), std::move(cells), 2);
  }
}

/// What the accounts of one purse may show, without and with each strategy.
void accounts(Page& page, const View& view, const char* purse) {
  Table table = view.year_table(
      view.say("cohort.accounts", purse_label(view, purse), view.text(view.unit.word)), true);
  accounts_rows(table, view, view.text("cohort.without"),
                cohort(view).at("without_effort").at(purse));
  for (const Json& strategy : strategies(view)) {
    accounts_rows(table, view, short_title(view, strategy),
                  strategy.at("cohort").at(purse).at("accounts"));
  }
  page.blank();
  page.add(table);
}

/// How far groups drawn alike differ, and one group from year to year.
void spread(Page& page, const View& view) {
  const Json& own = cohort(view).at("without_effort").at("municipality");
  const Json& first = own.at("yearly").front();
  page.sentence(view.say("cohort.spread", view.amount(first.at("mean")).text,
                         view.amount(first.at("luck_sd")).text,
                         view.amount(own.at("in_all").at("luck_sd")).text,
                         view.document.at("years").front().get<int>()));
  const Json& changes = own.at("year_to_year_sd");
  if (changes.empty()) return;
  page.sentence(view.say("cohort.year_to_year", view.amount(changes.front()).text));
}

/// What the effort does to the group itself: the same families with and without.
void net_results(Page& page, const View& view, const char* purse) {
  Table table;
  table.row(view.say("cohort.net", purse_label(view, purse), view.text(view.unit.word)),
            {view.label("draws", "p05"), view.label("draws", "p50"), view.label("draws", "p95"),
             view.text("cohort.loss"), view.text("compare.better"), view.text("draws.luck")});
  for (const Json& strategy : strategies(view)) {
    const Json& of = strategy.at("cohort").at(purse);
    table.row(
        short_title(view, strategy),
        {view.saved(of.at(view.percentile("p05"))), view.saved(of.at("p50")),
         view.saved(of.at(view.percentile("p95"))), percent(view, of.at("probability_of_loss")),
         percent(view, of.at("probability_better_than_no_effect")),
         percent(view, of.at("luck_share"))},
        2);
  }
  page.blank();
  page.add(table);
}

/// How many families it takes to see the effect in the municipality's accounts.
void to_see(Page& page, const View& view) {
  Table table = view.year_table(view.text("cohort.to_see"), false);
  for (const Json& strategy : strategies(view)) {
    Cells cells;
    for (const Json& families : strategy.at("cohort").at("municipality").at("families_to_see")) {
      cells.emplace_back(families.is_null() ? "-" : view.whole(families));
    }
    table.row(short_title(view, strategy), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.say("cohort.to_see_note", view.number(cohort(view).at("errors_to_see"), 3)));
}

void placement(Page& page, const View& view) {
  const Json& one = cohort(view).at("one_more_placement");
  if (one.at("public") == 0) return;
  page.blank();
  page.sentence(view.say("cohort.placement", view.number(one.at("municipality"), 0),
                         view.number(one.at("public"), 0),
                         view.short_number(one.at("share_of_luck_sd"), 2)));
}

void concentration(Page& page, const View& view) {
  const Json& all = cohort(view).at("concentration");
  const Json& own = all.at("by_purse").at("municipality");
  const Json& share = own.at("share");
  page.sentence(view.say("cohort.concentration", view.percent(all.at("dearest_part"), 0),
                         share.is_null() ? "-" : view.percent(share, 0),
                         view.number(own.at("dearest_mean"), 0), view.number(own.at("mean"), 0)));
}

constexpr std::array<const char*, 2> outcomes{"work_days", "home_days"};

/// Share and what is told apart of it, by outcome; of a group where there is one.
Cells worse_off_cells(const View& view, const Json& strategy, const char* group) {
  Cells cells;
  for (const char* outcome : outcomes) {
    const Json& of = strategy.at("worse_off").at(outcome);
    const Json& own = group == nullptr ? of.at("all") : of.at("by_group").at(group);
    for (const char* figure : {"share", "told_apart"}) {
      cells.push_back(own.is_null() ? Cell{"-"} : percent(view, own.at(figure)));
    }
  }
  return cells;
}

Cells worse_off_columns(const View& view) {
  Cells columns;
  for (const char* outcome : outcomes) {
    columns.emplace_back(view.label("family_outcome", outcome));
    columns.emplace_back(view.text("cohort.told_apart"));
  }
  return columns;
}

void worse_off(Page& page, const View& view) {
  const Json& rule = cohort(view).at("worse_off_rule");
  Table table;
  table.row(view.text("cohort.worse_off"), worse_off_columns(view));
  for (const Json& strategy : strategies(view)) {
    table.row(short_title(view, strategy), worse_off_cells(view, strategy, nullptr), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.say("cohort.worse_off_note", view.whole(rule.at("days")),
                         view.whole(rule.at("replicates")), view.whole(rule.at("families"))));
}

}  // namespace

void write_cohort(Page& page, const View& all) {
  const Json& own = all.document.at("cohort");
  if (own.is_null()) return;
  const View view = cohort_view(all);
  page.heading(view.say("cohort.heading", view.whole(own.at("families"))));
  page.sentence(view.say("cohort.line", view.whole(own.at("cohorts")),
                         view.whole(own.at("families")), view.number(own.at("parents"), 0)) +
                ' ' +
                (own.at("draws") == 1 ? view.text("cohort.at_values")
                                      : view.say("cohort.own_draws", view.whole(own.at("draws")))));
  accounts(page, view, "municipality");
  spread(page, view);
  if (!strategies(view).empty()) {
    net_results(page, view, "municipality");
    net_results(page, view, "public");
    page.sentence(view.text("cohort.net_note"));
    to_see(page, view);
  }
  placement(page, view);
  concentration(page, view);
  if (!strategies(view).empty()) worse_off(page, view);
}

void write_cohort_detail(Page& page, const View& all, const Json& strategy) {
  const Json& own = all.document.at("cohort");
  if (own.is_null()) return;
  const View view = cohort_view(all);
  Table table = view.year_table(
      view.say("cohort.detail_accounts", view.whole(own.at("families")), view.text(view.unit.word)),
      true);
  for (const auto& [name, by_year] : strategy.at("municipality_by_department").items()) {
    const Json& accounts = strategy.at("cohort").at(name).at("accounts");
    if (accounts.at("in_all").at("mean") == 0) continue;
    accounts_rows(table, view, view.label("department", name), accounts);
  }
  for (const char* purse : public_purses) {
    accounts_rows(table, view, purse_label(view, purse),
                  strategy.at("cohort").at(purse).at("accounts"));
  }
  page.blank();
  page.add(table);
  Table groups;
  groups.row(view.text("cohort.worse_off"), worse_off_columns(view));
  for (const auto& [group, of] :
       strategy.at("worse_off").at(outcomes.front()).at("by_group").items()) {
    groups.row(view.label("family_group", group), worse_off_cells(view, strategy, group.c_str()),
               2);
  }
  page.blank();
  page.add(groups);
}

}  // namespace samspil
