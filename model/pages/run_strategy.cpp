#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

void own_budget(Table& table, const View& view, const Json& strategy) {
  const Json& pockets = strategy.at("pockets").at("centre");
  for (const auto& [name, by_year] : strategy.at("municipality_by_department").items()) {
    if (!has_amount(by_year)) continue;
    table.row(view.label("department", name),
              view.saved_by_year(by_year, pockets.at("by_department").at(name).at("net")), 2);
  }
  table.row(view.text("run.municipality_in_all"),
            view.saved_by_year(strategy.at("net_result").at("by_payer").at("municipality"),
                               of_purse(pockets, "municipality").at("net")));
  table.row(view.text("run.cumulated"),
            view.saved_by_year(strategy.at("municipality_budget").at("cumulated")), 2);
}

void other_purses(Table& table, const View& view, const Json& strategy) {
  const Json& pockets = strategy.at("pockets").at("centre");
  const Json& net = strategy.at("net_result");
  for (const char* payer : {"region", "state"}) {
    table.row(purse_label(view, payer),
              view.saved_by_year(net.at("by_payer").at(payer), of_purse(pockets, payer).at("net")));
  }
  const Json& all = pockets.at("public");
  table.row(purse_label(view, "public"), view.saved_by_year(net.at("public"), all.at("net")));
  table.row(view.text("run.public_without_tax"),
            view.saved_by_year(strategy.at("net_result_without_tax").at("public"),
                               all.at("net_without_tax")),
            2);
  if (has_amount(net.at("citizen"))) {
    table.row(view.text("run.citizens"),
              view.saved_by_year(net.at("citizen"), of_purse(pockets, "citizen").at("net")));
  }
}

/// When the municipality has its money back, and how sure that is.
std::string payback(const View& view, const Json& strategy) {
  const Json& budget = strategy.at("municipality_budget");
  const Json& paid_back = budget.at("paid_back_in");
  std::string text = paid_back.is_null() ? view.text("run.not_paid_back")
                     : budget.at("largest_deficit_year").is_null()
                         ? view.text("run.paid_back_at_once")
                         : view.say("run.paid_back_in", paid_back.get<int>());
  if (!has_draws(view)) return text;
  const Json& chances = strategy.at("uncertainty").at("municipality").at("payback_probability");
  return text + ' ' +
         view.say("run.chance_of_payback", view.percent(chances.back(), 1),
                  view.document.at("years").back().get<int>());
}

std::string present_value(const View& view, const Json& strategy) {
  const Json& budget = strategy.at("municipality_budget");
  std::string text =
      view.say("run.npv_line", view.percent(view.document.at("discount_rate_first"), 2),
               view.label("timing", view.document.at("discount_timing").get<std::string>()),
               view.saved(budget.at("net_present_value")).text,
               view.saved(budget.at("net_present_value_public")).text);
  if (!has_draws(view)) return text;
  const auto range = [&](const char* purse, const char* figure) {
    const Json& value = strategy.at("uncertainty").at(purse).at("net_present_value");
    return value.is_null() ? "-" : view.saved(value.at(view.percentile(figure))).text;
  };
  return text + ' ' +
         view.say("run.npv_range", range("municipality", "p05"), range("municipality", "p95"),
                  range("public", "p05"), range("public", "p95"));
}

void deficit(Page& page, const View& view, const Json& strategy) {
  const Json& budget = strategy.at("municipality_budget");
  const Json& year = budget.at("largest_deficit_year");
  if (year.is_null()) {
    page.sentence(view.text("run.no_deficit"));
  } else {
    page.sentence(view.say("run.deficit_line", view.amount(budget.at("largest_deficit")).text,
                           year.get<int>()));
  }
  page.sentence(payback(view, strategy));
  page.sentence(present_value(view, strategy));
}

/// Over the draws; nothing without them.
std::string cashable_range(const View& view, const Json& strategy) {
  const Json& all = strategy.at("in_budget_uncertainty");
  if (all.is_null() || all.at("municipality").is_null()) return "";
  const auto end = [&](const char* figure) {
    return view.saved(all.at("municipality").at(view.percentile(figure))).text;
  };
  return ' ' + view.say("run.cashable_range", end("p05"), end("p95"));
}

void verdict(Page& page, const View& view, const Json& strategy) {
  const Json& own = of_purse(strategy.at("pockets").at("centre"), "municipality");
  const Json& excess = strategy.at("average_shares").at("excess");
  const auto text = [&](const Json& kroner) { return view.saved(kroner).text; };
  page.blank();
  deficit(page, view, strategy);
  page.sentence(view.say(view.by_sign("run.frame_line", "run.frame_line_more"),
                         text(strategy.at("account_totals").at("service")), text(own.at("net"))));
  page.sentence(view.say("run.average_line", view.amount(excess.at("municipality")).text,
                         view.amount(excess.at("state")).text));
  page.sentence(view.say("run.cashable_line", text(own.at("in_budget")),
                         text(own.at("not_cashable")), text(own.at("after_horizon"))) +
                cashable_range(view, strategy));
  const Json& each = strategy.at("per_family_year");
  if (each.is_null()) return;
  const auto in_kroner = [&](const char* purse) {
    return view.number(view.sign * each.at(purse).get<double>(), 0);
  };
  page.sentence(
      view.say("run.per_family_year", in_kroner("municipality"), in_kroner("public")) + ' ' +
      view.say("run.programme_per_family_year", view.number(each.at("programme_cost"), 0)));
}

void levels(Page& page, const View& all, const Json& strategy) {
  View view = all;
  if (view.unit.word == "run.in_thousands") view.unit.decimals = 1;  // small runs, small errors
  const Json& errors = strategy.at("paired_monte_carlo");
  Table table;
  table.row(view.text(view.by_sign("run.net_result_all_years", "run.net_more_all_years")),
            {view.text("run.no_effect"), view.text("run.weak_effect"),
             view.text("run.centre_effect"), view.text("run.strong_effect")});
  for (const char* purse : public_purses) {
    Cells cells;
    for (const auto& [level, pockets] : strategy.at("pockets").items()) {
      const Json& net = of_purse(pockets, purse).at("net");
      const Json& error = errors.at(level).at(purse).at("standard_error");
      const Cell told = view.saved(net);
      cells.emplace_back(told.text + " ± " + view.amount(error).text, *told.value);
    }
    table.row(purse_label(view, purse), std::move(cells), 2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text("run.error_note"));
  const Json& ratio = errors.at("centre").at("public").at("variance_ratio");
  if (!ratio.is_null()) page.sentence(view.say("run.ratio_note", view.number(ratio, 0)));
}

}  // namespace

void write_budget(Page& page, const View& view, const Json& strategy) {
  const Json& staff = strategy.at("staff_use");
  page.sentence(view.say("run.enrolled_line", view.number(strategy.at("family_years"), 0),
                         view.count(staff.at("paid_posts")).text, families_per_post(view, staff)));
  if (view.document.at("compare") == "as_described") write_eligibility(page, view, strategy);
  Table table =
      view.year_table(view.text(view.by_sign("run.own_budget", "run.own_budget_more")), true);
  own_budget(table, view, strategy);
  other_purses(table, view, strategy);
  page.add(table);
  if (has_draws(view)) write_spread_of_totals(page, view, strategy);
  verdict(page, view, strategy);
  write_caveats(page, view, strategy.at("id"));
}

void write_levels_and_people(Page& page, const View& view, const Json& strategy) {
  levels(page, view, strategy);
  page.blank();
  write_people(page, view, strategy);
}

}  // namespace samspil
