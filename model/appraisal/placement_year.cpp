#include "model/appraisal/placement_year.hpp"

#include "model/costs/settlement.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Of a place's service in a whole year.
Hundredths units_of_year(const Catalogue& catalogue, Service service) noexcept {
  const bool is_by_day = catalogue.rows[index_of(service)].price.unit == "day";
  return (is_by_day ? days_per_year : weeks_per_year) * Hundredths{one_unit};
}

/// Days in a place, whatever its price is per.
double days_used(const RunResult& run, const Catalogue& catalogue, Service service) noexcept {
  double units = 0;
  for (const YearCounts& year : run.counts.front().years) {
    units += static_cast<double>(year.use[index_of(service)]);
  }
  return units * days_per_year / static_cast<double>(units_of_year(catalogue, service));
}

}  // namespace

PlacementYear placement_year(const Catalogue& catalogue, Place place) {
  const std::optional<Service> service = service_of(place);
  if (!service) return {};
  const PayerRules rules{catalogue};
  ServiceUse use;
  use.add(*service, units_of_year(catalogue, *service));
  PayerPrices cost = cost_of(use, rules.prices);
  Person child;
  child.role = Role::child;
  CaseUses cases;
  add_days(cases.note(0).on(place), {0, days_per_year});
  Settlements refund{};
  settle_expensive_cases(rules, cases, {&child, 1}, refund);
  const PayerPrices back = cost_of(refund);
  PlacementYear year;
  for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
    year.all_public += as_kroner(cost[index_of(payer)] + back[index_of(payer)]);
  }
  year.municipality =
      as_kroner(cost[index_of(Payer::municipality)] + back[index_of(Payer::municipality)]);
  return year;
}

OneMorePlacement one_more_placement(const RunResult& run, const Catalogue& catalogue) {
  OneMorePlacement all;
  double days = 0;
  for (std::size_t place = 0; place < place_count; ++place) {
    all.by_place[place] = placement_year(catalogue, static_cast<Place>(place));
    const auto service = service_of(static_cast<Place>(place));
    if (service) all.shares[place] = days_used(run, catalogue, *service);
    days += all.shares[place];
  }
  if (days <= 0) return all;
  for (std::size_t place = 0; place < place_count; ++place) {
    all.shares[place] /= days;
    all.mean.municipality += all.shares[place] * all.by_place[place].municipality;
    all.mean.all_public += all.shares[place] * all.by_place[place].all_public;
  }
  return all;
}

}  // namespace samspil
