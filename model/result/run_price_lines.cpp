#include "model/appraisal/payer_split.hpp"
#include "model/costs/budget_guarantee.hpp"
#include "model/costs/indices.hpp"
#include "model/costs/ledger.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/result/quantity.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// Why another price of a service is not another price times the same units, or null: tiers of
/// expensive cases, a limit on the municipality's part, a tax rate, accounts that are met, or a
/// block grant that takes it back.
Json closed_by(const CatalogueRow& row, const Catalogue& catalogue) {
  const PayerRule& rule = catalogue.rules[row.payer_rule];
  const bool is_national = catalogue.law.rollout == Rollout::national;
  switch (rule.kind) {
    case RuleKind::expensive_child:
    case RuleKind::expensive_adult:
      return "tiers";
    case RuleKind::income_tax:
      return "tax";
    case RuleKind::health:
      if (catalogue.law.health != HealthCofinancing::frozen) return "limit";
      break;
    default:
      break;
  }
  if (row.match != 1) return "matched";
  if (is_national && is_budget_guaranteed(row.service)) return "guarantee";
  return nullptr;
}

/// One entry a rule state: what of a price each payer has.
Json shares_json(const CatalogueRow& row, const Catalogue& catalogue) {
  const PayerRule& rule = catalogue.rules[row.payer_rule];
  const auto names = rule_state_names(rule.kind);
  Json states = Json::array();
  for (std::size_t state = 0; state < names.size(); ++state) {
    const Shares shares = shares_in_force(rule, static_cast<RuleState>(state), catalogue.law,
                                          PriceLevel{catalogue}.price(row));
    Json& one = states.emplace_back(Json{{"rule_state", names[state]}});
    one.update(by_name(payer_names, [&](std::size_t payer) { return shares[payer]; }));
  }
  return states;
}

/// One service in one rule state: what is used less, and what a unit costs whom. Null where the use
/// is the same in every year.
Json line_json(const Report& report, std::size_t arm, const CatalogueRow& row, RuleState state,
               const PriceTable& prices) {
  const RunResult& result = report.result;
  const std::size_t service = index_of(row.service);
  const ArmCounts &own = result.counts[arm], &other = reference_counts(result, arm);
  Json units = Json::array();
  bool differs = false;
  for (std::size_t year = 0; year < own.years.size(); ++year) {
    const Hundredths fewer = other.years[year].use.in_state[service][state] -
                             own.years[year].use.in_state[service][state];
    units.push_back(static_cast<double>(fewer) / (one_unit * result.whole_runs()));
    differs = differs || fewer != 0;
  }
  if (!differs) return nullptr;
  const PayerRule& rule = report.scenario.catalogue.rules[row.payer_rule];
  // An øre per hundredth of a unit is a krone per unit.
  return {{"service", service_names[service]},
          {"rule_state", rule_state_names(rule.kind)[state]},
          {"units", units},
          {"unit_prices", by_name(payer_names, [&](std::size_t payer) {
             return static_cast<double>(prices[service][state][payer]);
           })}};
}

/// Saved by payer and year.
Json settlement_json(const Report& report, std::size_t arm, Settlement settlement) {
  const Ledger &own = report.appraisal.ledgers[arm], &other = report.appraisal.reference_of(arm);
  const std::size_t line = first_settlement_line + index_of(settlement);
  Json payers = Json::object();
  for (const Payer payer : {Payer::municipality, Payer::state}) {
    std::vector<Ore> saved(static_cast<std::size_t>(report.appraisal.years));
    for (std::size_t i = 0; i < other.size(); ++i) {
      if (other[i].line != line || other[i].payer != payer) continue;
      saved[static_cast<std::size_t>(other[i].year - 1)] += other[i].amount - own[i].amount;
    }
    payers[std::string{payer_names[index_of(payer)]}] =
        list_of(saved, [&](Ore ore) { return report.appraisal.kroner(ore); });
  }
  return {{"department", department_names[index_of(department_of(settlement))]},
          {"by_payer", payers}};
}

}  // namespace

void add_price_rules(const Catalogue& catalogue, Json& services) {
  for (const CatalogueRow& row : catalogue.rows) {
    const PayerRule& rule = catalogue.rules[row.payer_rule];
    const std::string& source_da = row.price.source_da;
    services[std::string{service_names[index_of(row.service)]}].update(
        {{"department", department_names[index_of(row.department)]},
         {"account_type", account_type_names[index_of(row.account_type)]},
         {"account_function", row.account_function},
         {"payer_rule", rule.name},
         {"shares", shares_json(row, catalogue)},
         {"closed_by", closed_by(row, catalogue)},
         {"cashable_share", row.cashable_share},
         {"lag_months", row.lag_months},
         {"grade", grade_names[index_of(row.price.grade)]},
         {"source", row.price.source},
         {"source_da", source_da.empty() ? Json() : Json(source_da)},
         {"law", row.law}});
  }
}

Json price_lines_document(const Report& report, std::size_t arm) {
  const Catalogue& catalogue = report.scenario.catalogue;
  const PriceTable prices = split_prices(catalogue);
  Json lines = Json::array();
  for (const CatalogueRow& row : catalogue.rows) {
    const std::size_t states = rule_state_names(catalogue.rules[row.payer_rule].kind).size();
    for (std::size_t state = 0; state < states; ++state) {
      Json line = line_json(report, arm, row, static_cast<RuleState>(state), prices);
      if (!line.is_null()) lines.push_back(std::move(line));
    }
  }
  return {{"whole_runs", report.appraisal.runs},
          {"lines", lines},
          {"settlements", by_name(settlement_names, [&](std::size_t i) {
             return settlement_json(report, arm, static_cast<Settlement>(i));
           })}};
}

Json programme_inputs(const Levers& levers) {
  Json all = Json::object();
  for (const LeverSlot& slot : lever_slots) {
    for (const auto wanted :
         {&Levers::caseload, &Levers::wage, &Levers::supervision_share, &Levers::training_once,
          &Levers::material, &Levers::preparation_once, &Levers::meeting_hours,
          &Levers::meeting_hour_price, &Levers::development_once, &Levers::evaluation_per_family,
          &Levers::duration_years, &Levers::joint_financing}) {
      if (slot.quantity == wanted) {
        all[std::string{slot.name}] = sourced_json(levers.*slot.quantity);
      }
    }
  }
  return all;
}

}  // namespace samspil
