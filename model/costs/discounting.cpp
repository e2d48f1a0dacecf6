#include "model/costs/discounting.hpp"

#include <algorithm>

#include "model/core/numeric.hpp"

namespace samspil {

double discount_factor(const DiscountRate& rate, double t) noexcept {
  double exponent = 0;
  for (std::size_t i = 0; i < rate.count && t > rate.steps[i].from; ++i) {
    const double until = i + 1 < rate.count ? std::min(t, rate.steps[i + 1].from) : t;
    exponent += (until - rate.steps[i].from) * natural_log(1 + rate.steps[i].rate);
  }
  return natural_exp(-exponent);
}

double time_of_year(int year, Timing timing) noexcept {
  switch (timing) {
    case Timing::start:
      return year - 1;
    case Timing::middle:
      return year - 0.5;
    case Timing::end:
      break;
  }
  return year;
}

}  // namespace samspil
