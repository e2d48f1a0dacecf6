#include "model/costs/budget_guarantee.hpp"

namespace samspil {

Ore guaranteed_cost(const ServiceUse& use, const PriceTable& prices) noexcept {
  constexpr std::size_t own = index_of(Payer::municipality);
  Ore cost = 0;
  for (std::size_t s = 0; s < service_count; ++s) {
    if (!is_budget_guaranteed(static_cast<Service>(s))) continue;
    for (std::size_t state = 0; state < rule_state_count; ++state) {
      cost += use.in_state[s][state] * prices[s][state][own];
    }
  }
  return cost;
}

}  // namespace samspil
