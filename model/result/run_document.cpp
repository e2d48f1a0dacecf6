#include "model/result/run_document.hpp"

#include "model/appraisal/ageing_out.hpp"
#include "model/appraisal/evidence_count.hpp"
#include "model/appraisal/own_prices.hpp"
#include "model/appraisal/payer_split.hpp"
#include "model/costs/indices.hpp"
#include "model/costs/law_table.hpp"
#include "model/result/discount_steps.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/small_counts.hpp"
#include "model/result/values.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// Share of baseline benefit weeks on each step, by year.
Json ladder_json(const Report& report) {
  const auto names = rule_state_names(RuleKind::refund_ladder);
  Json steps = Json::object();
  for (std::size_t step = 0; step < ladder_steps; ++step) {
    Json by_year = Json::array();
    for (const YearCounts& year : report.result.counts[0].years) {
      by_year.push_back(ladder_shares(year, report.scenario.catalogue)[step]);
    }
    steps[std::string{names[step]}] = by_year;
  }
  return steps;
}

/// With nobody responsible: what drifts without any strategy.
Json baseline_json(const Report& report) {
  const MoneyTable cost = cost_of_consequences(report.appraisal.ledgers[0], report.appraisal.years);
  const Part part{.with_block_grant = false};
  const auto aged = [&](Outcome birthday) { return baseline_counts(report.result, birthday); };
  const auto in_all = [&](Outcome birthday) {
    double sum = 0;
    for (const double count : aged(birthday)) sum += count;
    return sum;
  };
  return {{"cost", money_part(report.appraisal, cost, part)},
          {"cost_in_all", report.appraisal.kroner(total(cost, part))},
          {"turned_18", aged(Outcome::turned_18)},
          {"turned_23", aged(Outcome::turned_23)},
          {"last_placements", last_placements(report)},
          {"turned_18_in_all", in_all(Outcome::turned_18)},
          {"turned_23_in_all", in_all(Outcome::turned_23)},
          {"ladder_shares", ladder_json(report)},
          {"counts", counts_document(report.result, 0)}};
}

/// With more than one run: whether what each came to is kept, by which draws.csv is written.
Json draw_tables_json(const RunResult& result) {
  if (result.runs() < 2) return nullptr;
  constexpr std::size_t megabyte = std::size_t{1} << 20U;
  const std::size_t years = result.counts[0].years.size();
  const auto megabytes = [](std::size_t bytes) { return (bytes + megabyte - 1) / megabyte; };
  return {{"are_kept", result.accounts.are_kept()},
          {"runs", result.runs()},
          {"megabytes", megabytes(RunAccounts::bytes_of(result.runs(), result.arms.size(), years))},
          {"most_megabytes", megabytes(RunAccounts::most_bytes)}};
}

/// Every price as the run used it, and as it is written.
Json services_json(const Catalogue& catalogue) {
  const PriceLevel level{catalogue};
  Json services = Json::object();
  for (const CatalogueRow& row : catalogue.rows) {
    Json& one = services[std::string{service_names[index_of(row.service)]}];
    one = {{"price", level.price(row)},
           {"unit", row.price.unit},
           {"price_level", level.level_of(row)},
           {"move", price_move_names[index_of(level.move_of(row))]},
           {"index", price_index_names[index_of(row.index)]},
           {"as_written", row.price.value},
           {"written_level", row.price_level}};
  }
  return services;
}

/// Null where a part has no such year or index.
Json stands_on_json(const Scenario& scenario) {
  const auto year = [](const std::optional<int>& known) { return known ? Json(*known) : Json(); };
  Json rows = Json::array();
  for (const LawRow& row : law_table(scenario)) {
    const bool has_index = row.index != PriceIndex::none;
    rows.push_back({{"part", law_part_names[index_of(row.part)]},
                    {"name", row.name},
                    {"law_year", year(row.law_year)},
                    {"written_level", year(row.written_level)},
                    {"level", year(row.level)},
                    {"index", has_index ? Json(price_index_names[index_of(row.index)]) : Json()},
                    {"grade", grade_names[index_of(row.grade)]}});
  }
  return rows;
}

/// What lacks a value for the law year or the price level, with the year that it runs with.
Json last_known_json(const Law& law) {
  Json years = Json::object();
  for (const LastKnown& one : law.last_known) years[one.name] = one.year;
  return years;
}

/// How many prices came to the price level by which index; which keep their own level.
Json prices_json(const Catalogue& catalogue) {
  const PriceMoves moves = count_moves(catalogue);
  Json moved = Json::object(), own_level = Json::object(), own_index = Json::object();
  for (std::size_t i = 1; i < price_index_count; ++i) {
    moved[std::string{price_index_names[i]}] = moves.moved_by[i];
  }
  for (const Service service : moves.own_level) {
    const CatalogueRow& row = catalogue.rows[index_of(service)];
    const std::string name{service_names[index_of(service)]};
    own_level[name] = row.price_level;
    own_index[name] = price_index_names[index_of(row.index)];
  }
  Json moved_short = Json::object();
  std::size_t other_level_count = moves.own_level.size();
  for (const auto& [year, prices] : moves.moved_short) {
    moved_short[std::to_string(year)] = prices;
    other_level_count += prices;
  }
  return {{"as_written", moves.as_written},
          {"moved", moved},
          {"moved_short", moved_short},
          {"other_level_count", other_level_count},
          {"own_level_count", moves.own_level.size()},
          {"own_level", own_level},
          {"own_level_index", own_index}};
}

/// By what the price of each service was multiplied to meet the municipality's own accounts.
Json matched_json(const Catalogue& catalogue) {
  Json matched = Json::object();
  for (const CatalogueRow& row : catalogue.rows) {
    if (row.match != 1) matched[std::string{service_names[index_of(row.service)]}] = row.match;
  }
  return matched;
}

Json what_matters_json(const std::optional<WhatMatters>& found) {
  if (!found) return nullptr;
  return {{"screened_by", found->by_draws ? "draws" : "families"},
          {"searched", found->searched},
          {"population_only", found->population_only},
          {"screened_families", found->screened_families},
          {"compared_inputs", found->compared_inputs},
          {"compared_families", found->compared_families}};
}

Json effects_seen_json(const Scenario& scenario) {
  const EffectsSeen seen = effects_seen(scenario);
  Json all = by_name(design_names, [&](std::size_t i) { return seen.by_design[i]; });
  all["outright"] = seen.outright;
  return all;
}

Json shown_apart() {
  Json items = Json::array();
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    if (!is_operation(static_cast<ProgrammeItem>(i))) items.push_back(programme_item_names[i]);
  }
  return items;
}

/// Null where strategies are compared with the baseline.
Json present_practice_json(const Report& report) {
  const auto& present = report.scenario.comparison.present_practice;
  if (!present) return nullptr;
  Json levels = Json::object();
  for (std::size_t arm = 0; arm < report.result.arms.size(); ++arm) {
    const Arm& which = report.result.arms[arm];
    if (which.strategy != report.scenario.strategies.size() + 1) continue;
    levels[std::string{effect_level_names[index_of(which.level)]}] =
        counts_document(report.result, arm);
  }
  return {{"id", present->id},
          {"title", present->title_en},
          {"title_da", present->title_da},
          {"by_level", levels}};
}

/// On what terms the strategies are compared, and with what.
void add_terms(const Report& report, Json& all) {
  const Scenario& scenario = report.scenario;
  const bool has_reference = report.result.arms.back().reference != 0;
  all["compare"] = terms_names[index_of(scenario.comparison.terms)];
  all["compare_with"] =
      strategy_of(scenario, has_reference ? scenario.strategies.size() + 1 : 0).id;
  all["present_practice"] = present_practice_json(report);
  const auto narrowest = share_set_by(scenario);
  all["enrolled_share_set_by"] = narrowest ? Json(strategy_of(scenario, *narrowest).id) : Json();
  const auto lot = enrolled_by_lot(report);
  const double families = report.result.own_families();
  all["enrolled_by_lot"] =
      lot && families > 0 ? Json{{"families", *lot}, {"of", families}, {"share", *lot / families}}
                          : Json();
}

/// What the run rests on and what it came to, strategy by strategy.
void add_results(const Report& report, Json& all) {
  const Scenario& scenario = report.scenario;
  const auto& on = scenario.mechanisms;
  const auto grades = count_grades(scenario);
  all["results_hash"] = report.hash;
  all["mechanisms"] = by_name(mechanism_names, [&](std::size_t i) { return bool{on[i]}; });
  all["mechanism_reasons"] = by_name(mechanism_names, [&](std::size_t i) -> Json {
    return {{"reason", scenario.mechanism_reason_en[i]},
            {"reason_da", scenario.mechanism_reason_da[i]}};
  });
  all["grades"] = by_name(grade_names, [&](std::size_t i) { return grades[i]; });
  std::size_t inputs = 0;
  for (const std::size_t count : grades) inputs += count;
  all["grade_shares"] = by_name(grade_names, [&](std::size_t i) {
    return inputs > 0 ? Json(static_cast<double>(grades[i]) / static_cast<double>(inputs)) : Json();
  });
  all["effects_seen"] = effects_seen_json(scenario);
  all["caveats"] = caveats_document(report);
  all["what_matters"] = what_matters_json(report.what_matters);
  all["decision"] = decision_document(report);
  all["cohort"] = cohort_document(report);
  all["largest_amount"] = largest_amount(report.appraisal);
  all["shown_apart"] = shown_apart();
  all["baseline"] = baseline_json(report);
  all["population"] = fit_document(report.result.population);
  const std::vector<Input> every_input = input_list(scenario);
  Json& strategies = all["strategies"] = Json::array();
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    strategies.push_back(strategy_document(report, strategy, every_input));
  }
}

/// Families whose lives a draw is told by; null without draws.
Json families_per_draw(const Report& report) {
  if (report.draws == nullptr) return nullptr;
  return report.draws->sites_per_draw > 0 ? Json(report.scenario.families_per_draw)
                                          : Json(report.draws->families);
}

Json made_by(const Report& report, const Origin& origin) {
  const RunResult& result = report.result;
  PersonYears lived = person_years(result);
  double draws_seconds = 0;
  for (const RunResult* draws : {report.draws, report.varied_draws}) {
    if (draws == nullptr) continue;
    const PersonYears more = person_years(*draws);
    lived.simulated += more.simulated;
    lived.delivered += more.delivered;
    draws_seconds += draws->simulation_seconds;
  }
  return {{"person_years_simulated", lived.simulated},
          {"person_years_delivered", lived.delivered},
          {"seconds", result.population_seconds + result.simulation_seconds + draws_seconds},
          {"population_seconds", result.population_seconds},
          {"simulation_seconds", result.simulation_seconds + draws_seconds},
          {"threads", result.threads},
          {"hosts", result.hosts},
          {"version", origin.version},
          {"git", origin.git},
          {"compiler", origin.compiler}};
}

}  // namespace

Json law_document(const Scenario& scenario) {
  const Catalogue& catalogue = scenario.catalogue;
  return {{"population_year", calendar_year(scenario, 0)},
          {"law_year", catalogue.law.year},
          {"rollout", rollout_names[index_of(catalogue.law.rollout)]},
          {"health_cofinancing", health_cofinancing_names[index_of(catalogue.law.health)]},
          {"last_known", last_known_json(catalogue.law)},
          {"price_level", catalogue.price_level},
          {"prices", prices_json(catalogue)}};
}

Json tables_document(const Json& run, const std::string& scenario_file) {
  Json about{{"format", run.at("format")}, {"scenario", scenario_file}};
  for (const char* key : {"title",        "title_da",      "seed",
                          "draws",        "replicates",    "families",
                          "sites",        "years",         "population_year",
                          "law_year",     "rollout",       "health_cofinancing",
                          "price_level",  "discount_rate", "discount_timing",
                          "compare",      "compare_with",  "enrolled_share_set_by",
                          "drawn_inputs", "draw_levers",   "draw_tables",
                          "caveats",      "results_hash"}) {
    about[key] = run.at(key);
  }
  about["strategies"] = list_of(run.at("strategies"), [](const Json& strategy) -> Json {
    return {{"id", strategy.at("id")},
            {"title", strategy.at("title")},
            {"title_da", strategy.at("title_da")}};
  });
  for (const char* key : {"version", "git", "compiler"}) about[key] = run.at("run").at(key);
  return about;
}

Json run_document(const Report& report, const Origin& origin) {
  const Scenario& scenario = report.scenario;
  const RunResult& result = report.result;
  Json years = Json::array();
  for (int year = 1; year <= report.appraisal.years; ++year) {
    years.push_back(calendar_year(scenario, year));
  }
  Json all{
      {"format", document_format},
      {"title", scenario.title_en},
      {"title_da", scenario.title_da},
      {"sign", "positive means fewer public expenditures; programme_cost: positive means cost"},
      {"unit", "kr."},
      {"years", years}};
  all.update(law_document(scenario));
  all["prices"]["services"] = services_json(scenario.catalogue);
  add_price_rules(scenario.catalogue, all["prices"]["services"]);
  all["prices"]["count"] = service_count;
  all["prices"]["matched"] = matched_json(scenario.catalogue);
  const OwnPrices own = own_prices(report);
  all["stands_on"] = stands_on_json(scenario);
  all["prices"]["own"] = {{"count", own.count}, {"cost_share", own.cost_share}};
  all["discount_rate"] = scenario.discount_rate ? Json(*scenario.discount_rate) : Json("fm");
  all["discount_rate_first"] = discounting_of(scenario).rate.steps[0].rate;
  all["discount_steps"] = discount_steps(discounting_of(scenario).rate);
  all["discount_timing"] = timing_names[index_of(scenario.discount_timing)];
  all["whole_posts"] = scenario.staffing.whole_posts;
  all["unused_hours"] = unused_hours_names[index_of(scenario.staffing.unused)];
  all["seed"] = scenario.seed;
  all["draws"] = report.draws == nullptr ? 1 : report.draws->draws;
  all["families_per_draw"] = families_per_draw(report);
  all["draws_hash"] = report.draws == nullptr ? Json(nullptr) : Json(report.draws_hash);
  all["replicates"] = result.replicates;
  all["drawn_inputs"] = report.draws == nullptr ? 0 : report.draws->drawn_names.size();
  all["draw_levers"] = scenario.draw_levers;
  all["draw_tables"] = draw_tables_json(runs_told(report));
  all["families"] = result.families;
  all["sites"] = result.sites;
  all["municipality"] = municipality_document(report);
  all["own_families"] = own_families_document(scenario);
  all["own_accounts"] = accounts_document(report);
  add_terms(report, all);
  add_results(report, all);
  all["run"] = made_by(report, origin);
  if (scenario.own_families) suppress_small_counts(all);
  return all;
}

}  // namespace samspil
