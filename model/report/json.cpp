#include "model/report/json.hpp"

#include "model/appraisal/draw_spread.hpp"
#include "model/appraisal/payer_split.hpp"
#include "model/costs/indices.hpp"
#include "model/render/json.hpp"
#include "model/report/cashable_tables.hpp"
#include "model/report/dependence.hpp"
#include "model/report/money_json.hpp"
#include "model/result/values.hpp"
#include "model/simulation/common_terms.hpp"

namespace samspil {
namespace {

/// Baseline and strategy by year; the difference per 100 families by year, and per 100 family-years
/// in the programme over all years.
template <class Count>
Json count_change(const Report& report, std::size_t arm, Count count) {
  Json baseline = Json::array();
  Json strategy = Json::array();
  Json difference = Json::array();
  double sum = 0;
  const auto draws = static_cast<double>(report.result.runs());
  const double families = static_cast<double>(report.result.families) * draws;
  const ArmCounts& reference = reference_counts(report.result, arm);
  for (std::size_t y = 0; y < reference.years.size(); ++y) {
    const std::int64_t base = count(reference.years[y]);
    const std::int64_t own = count(report.result.counts[arm].years[y]);
    baseline.push_back(static_cast<double>(base) / draws);
    strategy.push_back(static_cast<double>(own) / draws);
    difference.push_back(100 * static_cast<double>(own - base) / families);
    sum += static_cast<double>(own - base) / draws;
  }
  const double enrolled = family_years(report, arm);
  return {{"baseline", baseline},
          {"strategy", strategy},
          {"difference_per_100_families", difference},
          {"difference_per_100_family_years",
           enrolled > 0 ? Json(100 * sum / enrolled) : Json(nullptr)}};
}

Json outcomes(const Report& report, std::size_t arm) {
  Json all = Json::object();
  for (std::size_t i = 0; i < outcome_count; ++i) {
    all[std::string{outcome_names[i]}] =
        count_change(report, arm, [i](const YearCounts& year) { return year.outcomes[i]; });
  }
  Json statuses = Json::object();
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    statuses[std::string{labour_status_names[i]}] =
        count_change(report, arm, [i](const YearCounts& year) { return year.week_48[i]; });
  }
  all["week_48"] = statuses;
  return all;
}

/// Of the centre effect over parameter draws; null with one draw.
Json draws_json(const Report& report, std::size_t arm) {
  if (report.result.draws < 2) return nullptr;
  Json purses = Json::object();
  for (std::size_t p = 0; p < purse_count; ++p) {
    const DrawSpread spread = *draw_spread(report.result, arm, static_cast<Purse>(p));
    purses[std::string{purse_names[p]}] = {{"mean", spread.mean},
                                           {"p5", spread.p5},
                                           {"p50", spread.p50},
                                           {"p95", spread.p95},
                                           {"chance_of_saving", spread.chance},
                                           {"chance_of_better", spread.better},
                                           {"chance_error", spread.chance_error},
                                           {"luck_share", or_null(spread.luck_share)}};
  }
  return purses;
}

Json uncertainty(const Report& report, const StrategyAppraisal& strategy) {
  Json levels = Json::object();
  for (const Saving& saving : strategy.levels) {
    Json purses = Json::object();
    for (std::size_t p = 0; p < purse_count; ++p) {
      const MeanError& error = saving.mean_error[p];
      purses[std::string{purse_names[p]}] = {
          {"standard_error", or_null(error.standard_error)},
          {"simulation_error", or_null(error.simulation)},
          {"input_spread", or_null(error.input_spread)},
          {"variance_ratio", or_null(saving.error[p].variance_ratio)}};
    }
    levels[std::string{effect_level_names[index_of(saving.level)]}] = purses;
  }
  return {{"paired_monte_carlo", levels},
          {"draws", draws_json(report, strategy.at(EffectLevel::centre).arm)}};
}

Json programme_items(const Report& report, std::size_t arm) {
  Json items = Json::object();
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    Json values = Json::array();
    for (const YearCounts& year : report.result.counts[arm].years) {
      values.push_back(report.appraisal.kroner(year.programme[i]));
    }
    items[std::string{programme_item_names[i]}] = values;
  }
  return items;
}

Json kroner_by_year(const Report& report, const std::vector<Ore>& by_year) {
  Json values = Json::array();
  for (const Ore ore : by_year) values.push_back(report.appraisal.kroner(ore));
  return values;
}

Json by_account_type(const Report& report, std::size_t arm) {
  const AccountTable accounts = municipality_by_account_type(report.appraisal, arm);
  Json types = Json::object();
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    types[std::string{account_type_names[i]}] = kroner_by_year(report, accounts[i]);
  }
  return types;
}

/// Gross saving over the horizon by payer.
Json average_shares_json(const Report& report, std::size_t arm) {
  const AverageShares shares = average_shares(report.appraisal, report.scenario.catalogue, arm);
  Json by_rules = Json::object(), by_average = Json::object();
  for (std::size_t i = 0; i < payer_count; ++i) {
    by_rules[std::string{payer_names[i]}] = report.appraisal.kroner(shares.by_rules[i]);
    by_average[std::string{payer_names[i]}] = report.appraisal.kroner(shares.by_average[i]);
  }
  return {{"by_rules", by_rules}, {"by_average", by_average}};
}

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

Json budget(const Report& report, const MoneyTable& net_result) {
  const Part own{.payer = Payer::municipality};
  const Course course = course_of(net_result, own);
  Json cumulated = Json::array();
  for (const Ore sum : course.cumulated) cumulated.push_back(report.appraisal.kroner(sum));
  const auto year = [&](int budget_year) { return calendar_year(report.scenario, budget_year); };
  const Discounting discounting = discounting_of(report.scenario);
  return {
      {"cumulated", cumulated},
      {"largest_deficit", report.appraisal.kroner(-course.largest_deficit)},
      {"largest_deficit_year",
       course.deficit_year > 0 ? Json(year(course.deficit_year)) : Json(nullptr)},
      {"paid_back_in", course.paid_back ? Json(year(*course.paid_back)) : Json(nullptr)},
      {"net_present_value", present_value(report.appraisal, net_result, own, discounting)},
      {"net_present_value_public", present_value(report.appraisal, net_result, {}, discounting)}};
}

Json staff_json(const StaffUse& use) {
  return {{"nominal_families_per_caseworker", use.nominal},
          {"families_per_caseworker", or_null(use.simulated)},
          {"caseworker_years", use.employed_years},
          {"paid_caseworker_years", use.paid_years},
          {"hours_unused", use.unused_hours}};
}

Json strategy_json(const Report& report, const StrategyAppraisal& appraised) {
  const Strategy& strategy = report.scenario.strategies[appraised.strategy];
  const Saving& centre = appraised.at(EffectLevel::centre);
  const EnrolledShare enrolment = report.result.enrolment.empty()
                                      ? EnrolledShare{}
                                      : report.result.enrolment[appraised.strategy];
  const auto net = [&](EffectLevel level) {
    return money_part(report, appraised.at(level).net_result);
  };
  return {
      {"id", strategy.id},
      {"title", strategy.title_en},
      {"title_da", strategy.title_da},
      {"enrolled_share", enrolment.share > 0 ? Json(enrolment.share) : Json(nullptr)},
      {"budget_share", enrolment.budget_share},
      {"gross_saving", money_part(report, centre.gross_saving)},
      {"programme_cost", money_part(report, centre.programme_cost)},
      {"net_result", net(EffectLevel::centre)},
      {"net_result_no_effect", net(EffectLevel::none)},
      {"net_result_weak_effect", net(EffectLevel::weak)},
      {"net_result_strong_effect", net(EffectLevel::strong)},
      {"net_result_without_tax", money_part(report, centre.net_result, {.with_tax = false})},
      {"cashable_result", cashable_json(report, appraised)},
      {"freed_hours", freed_hours_json(report, centre.arm)},
      {"municipality_by_department",
       by_department(report, centre.net_result, {.payer = Payer::municipality})},
      {"municipality_budget", budget(report, centre.net_result)},
      {"municipality_by_account_type", by_account_type(report, centre.arm)},
      {"service_frame_relief",
       kroner_by_year(report, municipality_by_account_type(
                                  report.appraisal, centre.arm)[index_of(AccountType::service)])},
      {"average_shares", average_shares_json(report, centre.arm)},
      {"programme_items", programme_items(report, centre.arm)},
      {"family_years", family_years(report, centre.arm)},
      {"staff_use", staff_json(staff_use(report, centre.arm))},
      {"outcomes", outcomes(report, centre.arm)},
      {"uncertainty", uncertainty(report, appraised)},
      {"without_mechanism", without_mechanism_json(report, appraised.strategy)},
      {"assumptions_that_matter", assumptions_json(report, appraised.strategy)}};
}

/// With nobody responsible: what drifts without any strategy.
Json baseline_json(const Report& report) {
  const MoneyTable cost = cost_of_consequences(report.appraisal.ledgers[0], report.appraisal.years);
  return {{"cost", money_part(report, cost, {.with_block_grant = false})},
          {"turned_18", baseline_counts(report, Outcome::turned_18)},
          {"turned_23", baseline_counts(report, Outcome::turned_23)},
          {"ladder_shares", ladder_json(report)}};
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
  Json moved = Json::object();
  for (std::size_t i = 1; i < price_index_count; ++i) {
    moved[std::string{price_index_names[i]}] = moves.moved_by[i];
  }
  Json own_level = Json::object();
  for (const Service service : moves.own_level) {
    own_level[std::string{service_names[index_of(service)]}] =
        catalogue.rows[index_of(service)].price_level;
  }
  return {{"as_written", moves.as_written}, {"moved", moved}, {"own_level", own_level}};
}

/// Whose levers set the share that is enrolled; null where the scenario does, or nobody's.
Json share_set_by_json(const Scenario& scenario) {
  const auto number = share_set_by(scenario);
  return number ? Json(strategy_of(scenario, *number).id) : Json(nullptr);
}

Json mechanisms_json(const Scenario& scenario) {
  Json mechanisms = Json::object();
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    mechanisms[std::string{mechanism_names[i]}] = bool{scenario.mechanisms[i]};
  }
  return mechanisms;
}

Json grades_json(const Scenario& scenario) {
  Json grades = Json::object();
  const auto counts = count_grades(scenario);
  for (std::size_t i = 0; i < grade_names.size(); ++i) {
    grades[std::string{grade_names[i]}] = counts[i];
  }
  return grades;
}

Json population_json(const PopulationFit& fit) {
  Json margins = Json::array();
  for (const MarginFit& margin : fit.margins) {
    margins.push_back({{"name", margin.name},
                       {"target", margin.target},
                       {"weighted", margin.weighted},
                       {"drawn", margin.drawn},
                       {"tolerance", margin.tolerance},
                       {"fitted", margin.fitted},
                       {"unit", margin.unit}});
  }
  return {{"families", fit.families},
          {"persons", fit.persons},
          {"target_children", fit.target_children},
          {"target_adults", fit.target_adults},
          {"candidates", fit.candidates},
          {"accepted", fit.accepted},
          {"effective_sample_size", fit.effective_sample_size},
          {"largest_weight", fit.largest_weight},
          {"municipal_cost_per_target_child", fit.municipal_cost_per_target_child},
          {"municipal_cost_per_target_parent", fit.municipal_cost_per_target_parent},
          {"municipal_cost_of_others_per_family", fit.municipal_cost_of_others_per_family},
          {"school_cost_per_target_child", fit.school_cost_per_target_child},
          {"margins", margins}};
}

}  // namespace

std::string as_json(const Report& report, const Origin& origin) {
  const Scenario& scenario = report.scenario;
  Json years = Json::array();
  for (int year = 1; year <= report.appraisal.years; ++year) {
    years.push_back(calendar_year(scenario, year));
  }
  Json strategies = Json::array();
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    strategies.push_back(strategy_json(report, strategy));
  }
  const PersonYears lived = person_years(report.result);
  const Json document{
      {"title", scenario.title_en},
      {"title_da", scenario.title_da},
      {"sign", "positive means fewer public expenditures; programme_cost: positive means cost"},
      {"unit", "kr."},
      {"years", years},
      {"population_year", scenario.population.year},
      {"law_year", scenario.catalogue.law.year},
      {"rollout", rollout_names[index_of(scenario.catalogue.law.rollout)]},
      {"health_cofinancing", health_cofinancing_names[index_of(scenario.catalogue.law.health)]},
      {"last_known", last_known_json(scenario.catalogue.law)},
      {"price_level", scenario.catalogue.price_level},
      {"prices", prices_json(scenario.catalogue)},
      {"discount_rate", scenario.discount_rate ? Json(*scenario.discount_rate) : Json("fm")},
      {"discount_timing", timing_names[index_of(scenario.discount_timing)]},
      {"whole_posts", scenario.staffing.whole_posts},
      {"unused_hours", unused_hours_names[index_of(scenario.staffing.unused)]},
      {"seed", scenario.seed},
      {"draws", report.result.draws},
      {"replicates", report.result.replicates},
      {"drawn_inputs", report.result.drawn_names.size()},
      {"families", report.result.families},
      {"sites", report.result.sites},
      {"compare", terms_names[index_of(scenario.comparison.terms)]},
      {"compare_with",
       strategy_of(scenario,
                   report.result.arms.back().reference == 0 ? 0 : scenario.strategies.size() + 1)
           .id},
      {"enrolled_share_set_by", share_set_by_json(scenario)},
      {"results_hash", report.hash},
      {"mechanisms", mechanisms_json(scenario)},
      {"grades", grades_json(scenario)},
      {"what_matters", what_matters_json(report)},
      {"baseline", baseline_json(report)},
      {"population", population_json(report.result.population)},
      {"strategies", strategies},
      {"run",
       {{"person_years_simulated", lived.simulated},
        {"person_years_delivered", lived.delivered},
        {"seconds", report.result.population_seconds + report.result.simulation_seconds},
        {"population_seconds", report.result.population_seconds},
        {"simulation_seconds", report.result.simulation_seconds},
        {"threads", report.result.threads},
        {"hosts", report.result.hosts},
        {"version", origin.version},
        {"git", origin.git},
        {"compiler", origin.compiler}}}};
  return as_json_text(document);
}

}  // namespace samspil
