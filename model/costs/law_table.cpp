#include "model/costs/law_table.hpp"

#include <algorithm>

#include "model/costs/indices.hpp"
#include "model/inputs/dated.hpp"

namespace samspil {
namespace {

/// The year whose level an amount written at `from` has at the level of the run.
int level_of(const Catalogue& catalogue, PriceIndex index, int from) noexcept {
  if (from == catalogue.price_level || catalogue.indices.last_known(index, from) == nullptr) {
    return from;
  }
  return catalogue.indices.last_known(index, catalogue.price_level)->year;
}

void add_prices(const Catalogue& catalogue, std::vector<LawRow>& table) {
  const PriceLevel level{catalogue};
  for (const CatalogueRow& row : catalogue.rows) {
    LawRow price{LawPart::price, std::string{service_names[index_of(row.service)]}};
    price.written_level = row.price_level;
    price.level = level.level_of(row);
    price.index = row.index;
    price.grade = row.price.grade;
    table.push_back(std::move(price));
  }
}

void add_rates(const Catalogue& catalogue, std::vector<LawRow>& table) {
  const int year = catalogue.law.year;
  for (std::size_t i = 0; i < rate_count; ++i) {
    const auto name = static_cast<RateName>(i);
    const Rate* rate =
        is_price(name) ? price_rate(catalogue.rates, name, year)
                       : in_force_or_nearest(catalogue.rates.rows, year,
                                             [name](const Rate& row) { return row.name == name; });
    if (rate == nullptr) continue;
    LawRow row{LawPart::rate, std::string{rate_names[i]}};
    row.law_year = nearest_year(*rate, year);
    row.index = rate->index;
    row.grade = rate->amount.grade;
    if (!is_percent(name)) {
      row.written_level = rate->price_level;
      row.level = level_of(catalogue, rate->index, rate->price_level);
    }
    table.push_back(std::move(row));
  }
}

void add_payer_rules(const Catalogue& catalogue, std::vector<LawRow>& table) {
  for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
    const PayerRule& rule = catalogue.rules[i];
    const bool is_used = std::any_of(catalogue.rows.begin(), catalogue.rows.end(),
                                     [i](const CatalogueRow& row) { return row.payer_rule == i; });
    if (!is_used) continue;
    const RuleShares& shares = rule.in_force(0, catalogue.law.year);
    LawRow row{LawPart::payer_rule, rule.name};
    row.law_year = nearest_year(shares, catalogue.law.year);
    row.grade = shares.grade;
    table.push_back(std::move(row));
  }
}

void add_indices(const Catalogue& catalogue, std::vector<LawRow>& table) {
  for (std::size_t i = 1; i < price_index_count; ++i) {
    const auto index = static_cast<PriceIndex>(i);
    const IndexValue* known = catalogue.indices.last_known(index, catalogue.price_level);
    if (known == nullptr) continue;
    LawRow row{LawPart::index, std::string{price_index_names[i]}};
    row.level = known->year;
    row.index = index;
    row.grade = known->grade;
    table.push_back(std::move(row));
  }
}

/// The year from which the law lets nobody new into a resource course, once it does.
void add_parameters(const Scenario& scenario, std::vector<LawRow>& table) {
  const double closed_from = scenario.parameters.labour.resource_course_closed_from;
  if (scenario.catalogue.law.year < closed_from) return;
  LawRow row{LawPart::parameter, "resource_course_closed_from"};
  row.law_year = static_cast<int>(closed_from);
  for (const ParameterRow& known : scenario.parameter_table.rows) {
    if (known.name == row.name) row.grade = known.quantity.grade;
  }
  table.push_back(std::move(row));
}

}  // namespace

std::vector<LawRow> law_table(const Scenario& scenario) {
  std::vector<LawRow> table;
  add_prices(scenario.catalogue, table);
  add_rates(scenario.catalogue, table);
  add_payer_rules(scenario.catalogue, table);
  add_indices(scenario.catalogue, table);
  add_parameters(scenario, table);
  return table;
}

}  // namespace samspil
