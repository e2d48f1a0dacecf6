#include <algorithm>

#include "model/appraisal/payer_split.hpp"
#include "model/appraisal/pockets.hpp"
#include "model/appraisal/staff_use.hpp"
#include "model/costs/indices.hpp"
#include "model/population/service_of.hpp"
#include "model/result/effect_document.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json kroner_by_year(const Appraisal& appraisal, const std::vector<Ore>& by_year) {
  Json values = Json::array();
  for (const Ore ore : by_year) values.push_back(appraisal.kroner(ore));
  return values;
}

double kroner_in_all(const Appraisal& appraisal, const std::vector<Ore>& by_year) {
  Ore sum = 0;
  for (const Ore ore : by_year) sum += ore;
  return appraisal.kroner(sum);
}

template <class Amounts>
Json by_payer(const Appraisal& appraisal, const Amounts& amounts) {
  return by_name(payer_names, [&](std::size_t i) { return appraisal.kroner(amounts[i]); });
}

/// {pays, gains, net …} of every purse; departments are the municipality's.
Json pockets(const Report& report, const Saving& saving) {
  const CashableResult cashable =
      cashable_result(report.appraisal, report.scenario.catalogue, saving.arm);
  const auto pocket = [&](const Part& part) -> Json {
    const Pocket of = pocket_of(saving, cashable, part);
    const auto kroner = [&](Ore ore) { return report.appraisal.kroner(ore); };
    return {{"pays", kroner(of.pays)},
            {"gains", kroner(of.gains)},
            {"net", kroner(of.net)},
            {"net_without_tax", kroner(of.net_without_tax)},
            {"in_budget", kroner(of.in_budget)},
            {"not_cashable", kroner(of.not_cashable)},
            {"after_horizon", kroner(of.after_horizon)}};
  };
  return {
      {"public", pocket({})},
      {"by_payer",
       by_name(payer_names,
               [&](std::size_t i) { return pocket({.payer = static_cast<Payer>(i)}); })},
      {"by_department", by_name(department_names, [&](std::size_t i) {
         return pocket({.department = static_cast<Department>(i), .payer = Payer::municipality});
       })}};
}

Json cashable(const Report& report, const StrategyAppraisal& appraised) {
  return by_name(effect_level_names, [&](std::size_t level) -> Json {
    const CashableResult parts =
        cashable_result(report.appraisal, report.scenario.catalogue, appraised.levels[level].arm);
    return {{"in_budget", money_part(report.appraisal, parts.net_result)},
            {"not_cashable", money_part(report.appraisal, parts.not_cashable)},
            {"after_horizon", money_part(report.appraisal, parts.after_horizon)}};
  });
}

/// The municipality's own by department and year, centre effect.
Json cashable_by_department(const Report& report, const Saving& centre) {
  const CashableResult parts =
      cashable_result(report.appraisal, report.scenario.catalogue, centre.arm);
  const auto own = [&](const MoneyTable& table) {
    return by_department(report.appraisal, table, {.payer = Payer::municipality});
  };
  return {{"gross_saving", own(centre.gross_saving)},
          {"programme_cost", own(centre.programme_cost)},
          {"in_budget", own(parts.net_result)},
          {"not_cashable", own(parts.not_cashable)},
          {"after_horizon", own(parts.after_horizon)}};
}

/// By service of casework.
Json freed_hours_json(const Report& report, std::size_t arm) {
  const auto by_kind = freed_hours(report.appraisal, arm);
  Json services = Json::object();
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    std::vector<double> hours;
    double sum = 0;
    for (const Hundredths one : by_kind[kind].hours) {
      hours.push_back(static_cast<double>(one) / (one_unit * report.result.whole_runs()));
      sum += hours.back();
    }
    const Service service = service_of(static_cast<Casework>(kind));
    services[std::string{service_names[index_of(service)]}] = {
        {"hours", hours},
        {"kroner", kroner_by_year(report.appraisal, by_kind[kind].kroner)},
        {"hours_in_all", sum},
        {"kroner_in_all", kroner_in_all(report.appraisal, by_kind[kind].kroner)}};
  }
  return services;
}

/// Counts and freed hours at every level of effect.
Json by_level(const Report& report, const StrategyAppraisal& appraised) {
  return by_name(effect_level_names, [&](std::size_t level) {
    const std::size_t arm = appraised.levels[level].arm;
    Json all = counts_document(report.result, arm);
    all["freed_hours"] = freed_hours_json(report, arm);
    return all;
  });
}

Json budget(const Report& report, const MoneyTable& net_result) {
  const Part own{.payer = Payer::municipality};
  const Course course = course_of(net_result, own);
  const auto year = [&](int budget_year) { return calendar_year(report.scenario, budget_year); };
  const Discounting discounting = discounting_of(report.scenario);
  return {
      {"cumulated", kroner_by_year(report.appraisal, course.cumulated)},
      {"largest_deficit", report.appraisal.kroner(-course.largest_deficit)},
      {"largest_deficit_year",
       course.deficit_year > 0 ? Json(year(course.deficit_year)) : Json(nullptr)},
      {"paid_back_in", course.paid_back ? Json(year(*course.paid_back)) : Json(nullptr)},
      {"net_present_value", present_value(report.appraisal, net_result, own, discounting)},
      {"net_present_value_public", present_value(report.appraisal, net_result, {}, discounting)}};
}

/// Gross saving over the horizon by payer.
Json average_shares_json(const Report& report, std::size_t arm) {
  const AverageShares shares = average_shares(report.appraisal, report.scenario.catalogue, arm);
  return {{"by_rules", by_payer(report.appraisal, shares.by_rules)},
          {"by_average", by_payer(report.appraisal, shares.by_average)},
          {"excess", by_name(payer_names, [&](std::size_t i) {
             return report.appraisal.kroner(shares.excess(static_cast<Payer>(i)));
           })}};
}

/// Of one service: what a change in its use came to.
Json units_row(const Report& report, const UnitsToKroner& row) {
  const CatalogueRow& priced = report.scenario.catalogue.rows[index_of(row.service)];
  return {{"service", service_names[index_of(row.service)]},
          {"price", PriceLevel{report.scenario.catalogue}.price(priced)},
          {"unit", priced.price.unit},
          {"units", static_cast<double>(row.units) / (one_unit * report.result.whole_runs())},
          {"gross", report.appraisal.kroner(row.gross)},
          {"by_payer", by_payer(report.appraisal, row.by_payer)}};
}

Json units_json(const Report& report, std::size_t arm) {
  const UnitsAndSettlements all = units_and_settlements(report, arm);
  Json services = Json::array();
  for (const UnitsToKroner& row : all.services) services.push_back(units_row(report, row));
  return {{"services", services},
          {"settlements",
           by_name(settlement_names,
                   [&](std::size_t i) { return report.appraisal.kroner(all.settlements[i]); })},
          {"gross", report.appraisal.kroner(all.gross)},
          {"municipality", report.appraisal.kroner(all.municipality)}};
}

Json staff_json(const StaffUse& use, double years) {
  return {{"nominal_families_per_caseworker", use.nominal},
          {"families_per_caseworker", or_null(use.simulated)},
          {"caseworker_years", use.employed_years},
          {"paid_caseworker_years", use.paid_years},
          {"hours_unused", use.unused_hours},
          {"posts", use.employed_years / years},
          {"paid_posts", use.paid_years / years},
          {"hours_unused_a_year", use.unused_hours / years}};
}

/// Null where no family is in the programme.
Json per_family_year(const Report& report, const Saving& centre) {
  const double years = family_years(report.result, centre.arm);
  if (years <= 0) return nullptr;
  const auto each = [&](Ore sum) { return report.appraisal.kroner(sum) / years; };
  return {{"municipality", each(total(centre.net_result, {.payer = Payer::municipality}))},
          {"public", each(total(centre.net_result, {}))},
          {"programme_cost", each(total(centre.programme_cost, {}))},
          {"own_operation", each(own_operation(report.result, centre.arm))}};
}

Json costings_json(const Levers& levers) {
  const auto costings = caseload_costings(levers);
  if (!costings) return nullptr;
  const Quantity& present = levers.present_caseload;
  return {{"present_caseload", present.value},
          {"present_caseload_low", present.low},
          {"present_caseload_high", present.high},
          {"caseload", levers.caseload.value},
          {"minutes_per_case_week", levers.minutes_per_case_week.value},
          {"minute_hour_price", levers.minute_hour_price.value},
          {"wage", levers.wage.value},
          {"by_minutes", costings->by_minutes},
          {"by_headcount", costings->by_headcount},
          {"by_headcount_low", costings->by_headcount_low},
          {"by_headcount_high", costings->by_headcount_high},
          {"costings_apart", costings->by_minutes - costings->by_headcount}};
}

/// Of the net result over all years, by level and purse.
Json paired_errors(const StrategyAppraisal& appraised) {
  return by_name(effect_level_names, [&](std::size_t level) {
    const Saving& saving = appraised.levels[level];
    return by_name(purse_names, [&](std::size_t p) -> Json {
      return {{"standard_error", or_null(saving.mean_error[p].standard_error)},
              {"variance_ratio", or_null(saving.error[p].variance_ratio)}};
    });
  });
}

Json without_mechanism(const Report& report, std::size_t strategy) {
  if (report.result.without.empty()) return nullptr;
  Json mechanisms = Json::object();
  for (const WithoutMechanism& without : report.result.without) {
    Json& entry = mechanisms[std::string{mechanism_names[index_of(without.mechanism)]}];
    if (without.moments.empty()) continue;  // null: no population can be made
    const auto kroner = [&](Purse purse) {
      return report.appraisal.kroner(saving_without(without, strategy, purse));
    };
    entry = {{"municipality", kroner(Purse::municipality)}, {"public", kroner(Purse::all_public)}};
  }
  return mechanisms;
}

/// Who it is and on whom it was tried.
Json identity(const Report& report, std::size_t number) {
  const Strategy& strategy = report.scenario.strategies[number];
  const EnrolledShare enrolment =
      report.result.enrolment.empty() ? EnrolledShare{} : report.result.enrolment[number];
  const auto& tried = strategy.tried_on_populations;
  const bool here =
      std::find(tried.begin(), tried.end(), report.scenario.population.id) != tried.end();
  return {{"id", strategy.id},
          {"title", strategy.title_en},
          {"title_da", strategy.title_da},
          {"tried_on", strategy.tried_on_en},
          {"tried_on_da", strategy.tried_on_da},
          {"is_tried_here", here},
          {"enrolled_share", enrolment.share > 0 ? Json(enrolment.share) : Json(nullptr)},
          {"budget_share", enrolment.budget_share},
          {"eligibility", eligibility_document(report, number)}};
}

/// What it saves and costs.
void add_money(const Report& report, const StrategyAppraisal& appraised, Json& all) {
  const Saving& centre = appraised.at(EffectLevel::centre);
  const auto part = [&](const MoneyTable& table, const Part& which = {}) {
    return money_part(report.appraisal, table, which);
  };
  all["gross_saving"] = part(centre.gross_saving);
  all["programme_cost"] = part(centre.programme_cost);
  all["net_result"] = part(centre.net_result);
  all["net_result_no_effect"] = part(appraised.at(EffectLevel::none).net_result);
  all["net_result_weak_effect"] = part(appraised.at(EffectLevel::weak).net_result);
  all["net_result_strong_effect"] = part(appraised.at(EffectLevel::strong).net_result);
  all["net_result_without_tax"] = part(centre.net_result, {.with_tax = false});
  all["pockets"] = by_name(effect_level_names, [&](std::size_t level) {
    return pockets(report, appraised.levels[level]);
  });
  all["transfers"] = transfers_document(report, appraised);
  all["cashable_result"] = cashable(report, appraised);
  all["cashable_by_department"] = cashable_by_department(report, centre);
  all["freed_hours"] = freed_hours_json(report, centre.arm);
  all["municipality_by_department"] =
      by_department(report.appraisal, centre.net_result, {.payer = Payer::municipality});
  all["municipality_budget"] = budget(report, centre.net_result);
  const AccountTable accounts = municipality_by_account_type(report.appraisal, centre.arm);
  all["municipality_by_account_type"] = by_name(account_type_names, [&](std::size_t i) {
    return kroner_by_year(report.appraisal, accounts[i]);
  });
  all["account_totals"] = by_name(account_type_names, [&](std::size_t i) {
    return kroner_in_all(report.appraisal, accounts[i]);
  });
  all["service_frame_relief"] =
      kroner_by_year(report.appraisal, accounts[index_of(AccountType::service)]);
  all["average_shares"] = average_shares_json(report, centre.arm);
  all["units_to_kroner"] = units_json(report, centre.arm);
  all["price_lines"] = price_lines_document(report, centre.arm);
}

void add_programme(const Report& report, const Strategy& strategy, const Saving& centre,
                   Json& all) {
  const auto item = [&](std::size_t i) {
    return programme_item(report.result, centre.arm, static_cast<ProgrammeItem>(i));
  };
  all["programme_items"] = by_name(programme_item_names, [&](std::size_t i) {
    return kroner_by_year(report.appraisal, item(i));
  });
  all["programme_totals"] = by_name(programme_item_names, [&](std::size_t i) {
    return kroner_in_all(report.appraisal, item(i));
  });
  all["family_years"] = family_years(report.result, centre.arm);
  all["per_family_year"] = per_family_year(report, centre);
  all["programme_inputs"] = programme_inputs(strategy.levers);
  all["staff_use"] = staff_json(staff_use(report, centre.arm), report.appraisal.years);
  all["caseload_costings"] = costings_json(strategy.levers);
}

}  // namespace

Json money_part(const Appraisal& appraisal, const MoneyTable& table, const Part& part) {
  const auto by_year = [&](Part which) {
    Json values = Json::array();
    for (int year = 1; year <= table.years(); ++year) {
      which.year = year;
      values.push_back(appraisal.kroner(total(table, which)));
    }
    return values;
  };
  const auto of = [&](std::optional<Payer> payer) {
    Part which = part;
    which.payer = payer;
    return by_year(which);
  };
  return {{"public", of(std::nullopt)},
          {"by_payer",
           {{"municipality", of(Payer::municipality)},
            {"region", of(Payer::region)},
            {"state", of(Payer::state)}}},
          {"by_department", by_department(appraisal, table, part)},
          {"citizen", of(Payer::citizen)}};
}

Json by_department(const Appraisal& appraisal, const MoneyTable& table, Part part) {
  return by_name(department_names, [&](std::size_t d) {
    part.department = static_cast<Department>(d);
    Json values = Json::array();
    for (int year = 1; year <= table.years(); ++year) {
      part.year = year;
      values.push_back(appraisal.kroner(total(table, part)));
    }
    return values;
  });
}

Json strategy_document(const Report& report, const StrategyAppraisal& appraised,
                       const std::vector<Input>& inputs) {
  const Strategy& strategy = report.scenario.strategies[appraised.strategy];
  const Saving& centre = appraised.at(EffectLevel::centre);
  Json all = identity(report, appraised.strategy);
  all["answer"] = answer_document(report, appraised);
  all["committees"] = committees_document(report, appraised);
  add_money(report, appraised, all);
  add_programme(report, strategy, centre, all);
  all["outcomes"] = people_document(report.result, centre.arm);
  all["paired_monte_carlo"] = paired_errors(appraised);
  all["by_level"] = by_level(report, appraised);
  all["people_beside_money"] = people_beside_money(report, appraised);
  add_uncertainty(report, appraised, all);
  all["rank_correlations"] = rank_correlations(report, appraised, inputs);
  all["twenty"] = twenty_document(report, appraised);
  all["saves_by_level"] = saves_by_level(report, appraised);
  all["break_even"] = break_even_document(report, appraised.strategy);
  all["needed_people"] = needed_people(report, appraised);
  add_cohort(report, appraised, all);
  all["without_mechanism"] = without_mechanism(report, appraised.strategy);
  const auto most = most_depended_on(report, appraised);
  all["most_depended_on"] = most ? Json(mechanism_names[index_of(*most)]) : Json();
  all["inputs_that_matter"] = inputs_that_matter(report, appraised.strategy, inputs);
  Json& effects = all["effects"] = Json::array();
  for (const Effect& effect : strategy.effects) effects.push_back(effect_document(effect));
  Json& observed = all["observed_changes"] = Json::array();
  for (const ObservedChange& seen : strategy.observed) observed.push_back(observed_document(seen));
  return all;
}

}  // namespace samspil
