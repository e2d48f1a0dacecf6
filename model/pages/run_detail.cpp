#include <algorithm>
#include <array>

#include "model/pages/effect_words.hpp"
#include "model/pages/run_page.hpp"
#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

const Json& centre_pockets(const Json& strategy) { return strategy.at("pockets").at("centre"); }

/// Of a pocket, figure by figure.
Cells figures(const View& view, const Json& pocket, std::initializer_list<const char*> names) {
  Cells cells;
  for (const char* name : names) cells.push_back(view.saved(pocket.at(name)));
  return cells;
}

/// The municipality's departments whose net result is not nought in every year.
template <class Row>
void for_each_department(const Json& strategy, const Row& row) {
  for (const auto& [name, by_year] : strategy.at("municipality_by_department").items()) {
    if (has_amount(by_year)) row(name, centre_pockets(strategy).at("by_department").at(name));
  }
}

void units(Page& page, const View& all, const Json& strategy) {
  View view = all;
  view.unit = money_unit(0);
  const Json& units = strategy.at("units_to_kroner");
  Table table;
  table.row(view.text("run.detail_units"),
            {view.text(view.by_sign("run.change_in_units", "run.more_units")),
             view.text("run.gross"), purse_label(view, "municipality")});
  for (const Json& row : units.at("services")) {
    const double used = view.sign * row.at("units").get<double>();
    table.row(view.label("service", row.at("service").get<std::string>()) + " (" +
                  view.number(row.at("price"), 0) + " kr./" +
                  view.label("unit", row.at("unit").get<std::string>()) + ')',
              {Cell{view.number(used, 1), used}, view.saved(row.at("gross")),
               view.saved(row.at("by_payer").at("municipality"))},
              2);
  }
  for (const auto& [name, gained] : units.at("settlements").items()) {
    if (gained == 0) continue;
    table.row(view.label("settlement", name), {"", view.amount(0), view.saved(gained)}, 2);
  }
  table.row(view.say("run.total_in", view.text(view.unit.word)),
            {"", view.saved(units.at("gross")), view.saved(units.at("municipality"))});
  page.blank();
  page.add(table);
  const Json& pockets = centre_pockets(strategy);
  page.sentence(view.say(view.by_sign("run.units_sum", "run.units_sum_more"),
                         view.saved(pockets.at("public").at("gains")).text,
                         view.saved(of_purse(pockets, "citizen").at("gains")).text));
}

void tax(Page& page, const View& view, const Json& strategy) {
  Table table;
  table.row(view.text("run.detail_tax"), {view.text("run.with_tax"), view.text("run.without_tax")});
  for (const char* purse : public_purses) {
    table.row(purse_label(view, purse),
              figures(view, of_purse(centre_pockets(strategy), purse), {"net", "net_without_tax"}),
              2);
  }
  page.blank();
  page.add(table);
}

void accounts(Page& page, const View& view, const Json& strategy) {
  Table table = view.year_table(view.text("run.detail_accounts"), true);
  for (const auto& [type, by_year] : strategy.at("municipality_by_account_type").items()) {
    table.row(view.label("account_type", type),
              view.saved_by_year(by_year, strategy.at("account_totals").at(type)), 2);
  }
  page.blank();
  page.add(table);
}

void pockets(Page& page, const View& view, const Json& strategy) {
  Table table;
  table.row(view.text("run.detail_pockets"),
            {view.text("run.pays"), view.text(view.by_sign("run.gains", "run.other_spending")),
             view.text("run.net")});
  const auto row = [&](const std::string& label, const Json& pocket) {
    table.row(label, figures(view, pocket, {"pays", "gains", "net"}), 2);
  };
  for_each_department(strategy, [&](const std::string& name, const Json& pocket) {
    row(view.label("department", name), pocket);
  });
  for (const char* purse : public_purses) {
    row(purse_label(view, purse), of_purse(centre_pockets(strategy), purse));
  }
  page.blank();
  page.add(table);
}

/// What each pocket hands over or receives until all are whole, or carries of what is missing.
void transfers(Page& page, const View& view, const Json& strategy) {
  const Json& all = strategy.at("transfers");
  const Json& payers = all.at("payers").at("by_pocket");
  const Json& departments = all.at("departments").at("by_pocket");
  Table table;
  table.row(view.text("run.detail_transfers"),
            {view.text("run.net"), view.text("run.receives"), view.text("run.left")});
  const auto row = [&](const std::string& label, const Json& pocket, const Json& shared) {
    table.row(label,
              {view.saved(pocket.at("net")), view.saved(shared.at("receives")),
               view.saved(shared.at("is_left"))},
              2);
  };
  for_each_department(strategy, [&](const std::string& name, const Json& pocket) {
    row(view.label("department", name), pocket, departments.at(name));
  });
  for (const auto& [payer, shared] : payers.items()) {
    row(purse_label(view, payer), of_purse(centre_pockets(strategy), payer), shared);
  }
  page.blank();
  page.add(table);
  page.sentence(view.say("run.transfers_note",
                         view.label("joint_financing", all.at("rule").get<std::string>())));
  for (const char* chosen : {"departments", "payers"}) {
    const Json& missing = all.at(chosen).at("missing");
    if (missing == 0) continue;
    page.sentence(view.say("run.transfers_missing", view.label("pockets", chosen),
                           view.amount(missing).text));
  }
}

void cashable(Page& page, const View& view, const Json& strategy) {
  Table table;
  table.row(view.text("run.detail_cashable"),
            {view.text("run.net"), view.text("run.not_cashable"), view.text("run.after_horizon"),
             view.text("run.in_budget")});
  const auto row = [&](const std::string& label, const Json& pocket) {
    table.row(label, figures(view, pocket, {"net", "not_cashable", "after_horizon", "in_budget"}),
              2);
  };
  for_each_department(strategy, [&](const std::string& name, const Json& pocket) {
    row(view.label("department", name), pocket);
  });
  row(view.text("run.municipality_in_all"), of_purse(centre_pockets(strategy), "municipality"));
  page.blank();
  page.add(table);
  page.sentence(view.text("run.cashable_note"));
}

/// One budget's gross saving, what of it and of the programme reaches the budget, and what stays;
/// by year, in all, and over the draws where there are any. Rows of nothing but nought are left
/// out.
void cashable_rows(Table& table, const View& view, const std::string& label, const Json& by_part,
                   const Json& pocket, const Json& draws) {
  const auto row = [&](Key key, const char* part, const char* in_all, bool is_drawn) {
    if (!has_amount(by_part.at(part))) return;
    Cells cells = view.saved_by_year(by_part.at(part), pocket.at(in_all));
    for (const char* figure : {"p05", "p95"}) {
      if (has_draws(view)) {
        const bool is_told = is_drawn && !draws.is_null();
        cells.push_back(is_told ? view.saved(draws.at(view.percentile(figure))) : "");
      }
    }
    table.row(view.say(key, label), std::move(cells), 2);
  };
  row(view.by_sign("run.row_gross", "run.row_gross_more"), "gross_saving", "gains", false);
  row("run.row_in_budget", "in_budget", "in_budget", true);
  row("run.row_stays", "not_cashable", "not_cashable", false);
}

void cashable_by_year(Page& page, const View& view, const Json& strategy) {
  const Json& by_part = strategy.at("cashable_by_department");
  const Json& all_draws = strategy.at("in_budget_uncertainty");
  Table table = view.year_table(view.text("run.detail_cashable_years"), true);
  if (has_draws(view)) {
    for (const char* figure : {"p05", "p95"}) {
      table.rows.front().cells.emplace_back(view.label("draws", figure));
    }
  }
  const auto drawn = [&](const std::string& name) {
    return all_draws.is_null() ? Json() : all_draws.at(name);
  };
  for_each_department(strategy, [&](const std::string& name, const Json& pocket) {
    Json own = Json::object();
    for (const auto& [part, departments] : by_part.items()) own[part] = departments.at(name);
    cashable_rows(table, view, view.label("department", name), own, pocket, drawn(name));
  });
  const Json& centre = strategy.at("cashable_result").at("centre");
  Json own{{"gross_saving", strategy.at("gross_saving").at("by_payer").at("municipality")}};
  for (const char* part : {"in_budget", "not_cashable"}) {
    own[part] = centre.at(part).at("by_payer").at("municipality");
  }
  cashable_rows(table, view, view.text("run.municipality_in_all"), own,
                of_purse(centre_pockets(strategy), "municipality"), drawn("municipality"));
  page.blank();
  page.add(table);
  page.sentence(view.text("run.cashable_years_note"));
  if (has_draws(view)) page.sentence(view.text("run.cashable_draws_note"));
}

void freed(Page& page, const View& all, const Json& strategy) {
  const View view{all.document, all.language, money_unit(0)};
  const Json& services = strategy.at("freed_hours");
  Table table = view.year_table(view.text("run.detail_freed"), true);
  for (const auto& [service, of] : services.items()) {
    Cells hours = view.counts(of.at("hours"));
    hours.push_back(view.count(of.at("hours_in_all")));
    table.row(view.label("service", service), std::move(hours));
  }
  table.row(view.say("run.freed_kroner", view.text(view.unit.word)), {});
  for (const auto& [service, of] : services.items()) {
    table.row(view.label("service", service),
              view.amounts(of.at("kroner"), of.at("kroner_in_all")));
  }
  page.blank();
  page.add(table);
}

void programme_rows(Table& table, const View& view, const Json& strategy, bool apart) {
  const Json& all_apart = view.document.at("shown_apart");
  for (const auto& [item, by_year] : strategy.at("programme_items").items()) {
    const bool is_apart = std::find(all_apart.begin(), all_apart.end(), item) != all_apart.end();
    if (is_apart != apart) continue;
    table.row(view.label("programme_item", item),
              view.amounts(by_year, strategy.at("programme_totals").at(item)), 2);
  }
}

/// Both costings of a lower caseload, where the strategy tells the present one.
void caseload(Page& page, const View& view, const Json& costings) {
  if (costings.is_null()) return;
  const auto figure = [&](const char* name) { return view.short_number(costings.at(name), 3); };
  const auto kr = [&](const char* name) { return view.number(costings.at(name), 0); };
  page.sentence(view.say("run.caseload_costings", figure("present_caseload"), figure("caseload"),
                         kr("by_minutes"), figure("minutes_per_case_week"),
                         figure("minute_hour_price"), kr("by_headcount"), kr("by_headcount_low"),
                         kr("by_headcount_high"), figure("present_caseload_low"),
                         figure("present_caseload_high"), kr("costings_apart"), kr("wage")));
}

void programme(Page& page, const View& view, const Json& strategy) {
  const Json& staff = strategy.at("staff_use");
  const bool are_paid = view.document.at("unused_hours") == "paid";
  Table table = view.year_table(view.text("run.detail_programme"), true);
  programme_rows(table, view, strategy, false);
  table.row(view.text("run.shown_apart"), {});
  programme_rows(table, view, strategy, true);
  page.blank();
  page.add(table);
  page.sentence(view.say("run.staff_line", view.count(staff.at("posts")).text,
                         families_per_post(view, staff),
                         view.number(staff.at("hours_unused_a_year"), 0),
                         view.text(are_paid ? Key{"run.hours_paid"} : Key{"run.hours_elsewhere"})));
  caseload(page, view, strategy.at("caseload_costings"));
}

void effects(Page& page, const View& view, const Json& strategy) {
  page.blank();
  page.sentence(view.text("run.detail_effects"));
  for (const Json& effect : strategy.at("effects")) {
    const auto ratio = [&](const char* name) { return view.short_number(effect.at(name), 3); };
    const auto label = [&](const char* group) {
      return view.label(group, effect.at(group).get<std::string>());
    };
    page.sentence(
        label("hook") + " [" + label("channel") + confined_to(effect, view.language) +
            "]: " + observation_of(effect, view.language) + "; " +
            view.say("run.hazard_ratio", ratio("weak"), ratio("centre"), ratio("strong")) + "; " +
            view.text("run.range") + ' ' + ratio("low") + '-' + ratio("high") + "; " +
            label("grade") + ". " + view.text_of(effect, "rationale"),
        2);
  }
}

void without(Page& page, const View& view, const Json& strategy) {
  const Json& mechanisms = strategy.at("without_mechanism");
  if (mechanisms.is_null()) return;
  const Json& pockets = centre_pockets(strategy);
  Table table;
  table.row(view.text("run.detail_without"),
            {purse_label(view, "municipality"), purse_label(view, "public")});
  table.row(view.text("run.as_it_is"),
            {view.saved(of_purse(pockets, "municipality").at("net")),
             view.saved(of_purse(pockets, "public").at("net"))},
            2);
  for (const auto& [name, saved] : mechanisms.items()) {
    Cells cells{"-", "-"};
    if (!saved.is_null()) cells = figures(view, saved, {"municipality", "public"});
    table.row(view.say("run.without", view.label("mechanism", name)), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("run.without_note"));
}

void strategy_detail(Page& page, const View& view, const Json& strategy) {
  const std::size_t strategies = view.document.at("strategies").size();
  page.heading(view.text_of(strategy, "title"));
  page.sentence(view.say("run.tried_on", view.text_of(strategy, "tried_on")));
  if (strategies > 1) {
    write_budget(page, view, strategy);
    write_levels_and_people(page, view, strategy);
  }
  if (has_draws(view)) write_draws_detail(page, view, strategy);
  write_break_even_detail(page, view, strategy);
  write_cohort_detail(page, view, strategy);
  units(page, view, strategy);
  tax(page, view, strategy);
  accounts(page, view, strategy);
  pockets(page, view, strategy);
  transfers(page, view, strategy);
  if (strategies == 1) write_caveats(page, view, strategy.at("id"));  // else its budget told them
  cashable(page, view, strategy);
  cashable_by_year(page, view, strategy);
  freed(page, view, strategy);
  programme(page, view, strategy);
  effects(page, view, strategy);
  without(page, view, strategy);
  page.blank();
  write_people_by_year(page, view, strategy);
}

/// The prices that keep their own level, with it.
void own_levels(Page& page, const View& view) {
  const Json& prices = view.document.at("prices");
  const Json& levels = prices.at("own_level");
  if (levels.empty()) return;
  page.heading(view.say("run.detail_own_level", view.document.at("price_level").get<int>()));
  for (const auto& [service, level] : levels.items()) {
    const std::string index = prices.at("own_level_index").at(service);
    page.sentence(view.say("run.own_level_row", view.label("service", service), level.get<int>(),
                           view.label("price_index", index)),
                  2);
  }
}

void mechanisms(Page& page, const View& view) {
  page.heading(view.text("run.detail_mechanisms"));
  for (const auto& [name, is_on] : view.document.at("mechanisms").items()) {
    page.sentence(view.label("mechanism", name) + ": " +
                  view.text(is_on.get<bool>() ? Key{"run.on"} : Key{"run.off"}) + ". " +
                  view.text_of(view.document.at("mechanism_reasons").at(name), "reason"));
  }
}

}  // namespace

Page run_detail(const Json& document, Language language, Sign sign) {
  Page page;
  const View view = run_view(document, language, sign);
  for (const Json& strategy : document.at("strategies")) strategy_detail(page, view, strategy);
  write_decision(page, view);
  own_levels(page, view);
  write_law_table(page, view);
  mechanisms(page, view);
  if (!document.at("own_families").is_null()) return page;  // read, not made: nothing was fitted
  page.heading(view.say("run.population_title", document.at("population_year").get<int>()));
  write_fit_table(page, view, document.at("population"));
  write_fit_lines(page, view, document.at("population"));
  return page;
}

}  // namespace samspil
