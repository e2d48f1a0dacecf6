/// \file
/// The budget guarantee (budgetgarantien): changes in the municipalities' nationwide net
/// expenditure on some transfers are matched krone for krone in the block grant. One municipality
/// that acts alone keeps its saving; if all do, the state gets it.
#pragma once

#include "model/costs/prices.hpp"

namespace samspil {

/// Whether the guarantee covers a service: cash benefit, integration, rehabilitation, activation,
/// ledighedsydelse and disability pension (Ministry of Finance, budgetgarantien, as of 2014). That
/// education benefit and resource courses belong to it, as parts of what was cash benefit and
/// rehabilitation then, is an assumption.
constexpr bool is_budget_guaranteed(Service service) noexcept {
  switch (service) {
    case Service::cash_benefit:
    case Service::education_benefit:
    case Service::integration_benefit:
    case Service::resource_course_benefit:
    case Service::rehabilitation_benefit:
    case Service::flex_waiting_benefit:
    case Service::disability_pension:
    case Service::disability_pension_before_2014:
    case Service::wage_subsidy:
    case Service::employment_measure:
    case Service::mentor:
      return true;
    default:
      return false;
  }
}

/// What the municipality pays for the services that the guarantee covers [øre].
Ore guaranteed_cost(const ServiceUse& use, const PriceTable& prices) noexcept;

}  // namespace samspil
