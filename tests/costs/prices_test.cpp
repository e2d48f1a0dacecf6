// What a shipped price and its payer rule are made of, by hand.
#include "model/costs/prices.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/costs/indices.hpp"
#include "model/population/service_of.hpp"
#include "tests/support/family_cases.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

double round_to(double value, double step) { return std::round(value / step) * step; }

/// Rates of 2022, kr. a year.
struct TaxOf2022 {
  double state = 0;
  double municipality = 0;
};

TaxOf2022 tax_of_wage(double wage) {
  const double contribution = 0.08 * wage;
  const double income = wage - contribution - 46'600;
  const double employment = std::min(43'500.0, 0.1065 * wage);
  const double job = std::clamp(0.045 * (wage - 202'700), 0.0, 2'700.0);
  return {contribution + 0.1209 * income, 0.24982 * (income - employment - job)};
}

TEST(ShippedPrices, HoldTheIncomeTaxOfAWageByTheRatesOf2022) {
  const CatalogueRow& row = test::shipped_catalogue().rows[index_of(Service::income_tax)];
  const auto a_week = [](double wage) {
    const TaxOf2022 tax = tax_of_wage(wage);
    return std::round((tax.state + tax.municipality) / 52);
  };
  EXPECT_EQ(row.price.value, a_week(300'000));
  EXPECT_EQ(row.price.low, a_week(250'000));
  EXPECT_EQ(row.price.high, a_week(350'000));
}

TEST(ShippedPrices, SplitTheTaxOfWagesAndOfBenefits) {
  const Catalogue& catalogue = test::shipped_catalogue();
  const PayerRule& rule = catalogue.rules[catalogue.rows[index_of(Service::income_tax)].payer_rule];
  const auto municipality = [&](RuleState state) {
    return rule.in_force(state, 2022).shares[index_of(Payer::municipality)];
  };
  const TaxOf2022 tax = tax_of_wage(300'000);
  EXPECT_DOUBLE_EQ(municipality(tax_on_wages),
                   round_to(tax.municipality / (tax.municipality + tax.state), 1e-4));
  EXPECT_DOUBLE_EQ(municipality(tax_on_benefits), round_to(24.982 / (24.982 + 12.09), 1e-4));
}

/// The municipality's part follows its own rate, the state's stays, and both are the gross.
TEST(SplitPrices, HaveTheMunicipalitysPartOfTaxAtItsOwnRate) {
  Catalogue catalogue = test::shipped_catalogue();
  const PriceTable mean = split_prices(catalogue);
  constexpr std::size_t tax = index_of(Service::income_tax);
  for (const double times : {2.0, 1.0, 0.9}) {
    catalogue.municipal_tax = times * 24.982;
    const PriceTable own = split_prices(catalogue);
    for (std::size_t service = 0; service < service_count; ++service) {
      if (service == tax) continue;
      EXPECT_EQ(own[service], mean[service]);
    }
    for (const RuleState state : {tax_on_wages, tax_on_benefits}) {
      const auto of = [&](const PriceTable& table, Payer payer) {
        return table[tax][state][index_of(payer)];
      };
      EXPECT_EQ(of(own, Payer::state), of(mean, Payer::state));
      EXPECT_NEAR(static_cast<double>(of(own, Payer::municipality)),
                  times * static_cast<double>(of(mean, Payer::municipality)), 0.5001);
    }
  }
}

/// Tax of a week on a benefit is that of 52 such weeks at the rates of 2022.
TEST(ShippedParameters, TaxBenefitsAsTheyArePriced) {
  const Scenario scenario = test::shipped_scenario();
  const PriceLevel level{scenario.catalogue};
  const auto price = [&](Service service) {
    return level.price(scenario.catalogue.rows[index_of(service)]);
  };
  for (const LabourStatus status :
       {LabourStatus::parental_leave, LabourStatus::unemployment, LabourStatus::sickness,
        LabourStatus::cash_benefit, LabourStatus::education_benefit,
        LabourStatus::integration_benefit, LabourStatus::resource_course,
        LabourStatus::rehabilitation, LabourStatus::flex_waiting,
        LabourStatus::disability_pension}) {
    const double tax = 0.37072 * (52 * price(*service_of(status)) - 46'600) / 52;
    EXPECT_NEAR(scenario.parameters.labour.tax_equivalent[index_of(status)],
                tax / price(Service::income_tax), 0.0051)
        << labour_status_names[index_of(status)];
  }
}

}  // namespace
}  // namespace samspil
