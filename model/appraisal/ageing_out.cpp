#include "model/appraisal/ageing_out.hpp"

#include "model/costs/prices.hpp"
#include "model/population/service_of.hpp"

namespace samspil {

std::vector<double> last_placements(const Report& report) {
  const PriceTable prices = split_prices(report.scenario.catalogue);
  std::vector<double> by_year;
  for (const YearCounts& year : report.result.counts[0].years) {
    ServiceUse use;
    for (std::size_t i = 0; i < place_count; ++i) {
      const auto service = service_of(static_cast<Place>(i));
      if (service) use.add(*service, year.last_placements[i]);
    }
    Ore gross = 0;
    for (const Ore paid : cost_of(use, prices)) gross += paid;
    by_year.push_back(as_kroner(gross) / report.result.whole_runs());
  }
  return by_year;
}

}  // namespace samspil
