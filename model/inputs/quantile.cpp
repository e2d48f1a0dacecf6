#include "model/inputs/quantile.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>

#include "model/core/numeric.hpp"

namespace samspil {
namespace {

double exact_quantile(const Distribution& distribution, double u) {
  const auto [first, second] = distribution.parameters;
  switch (distribution.kind) {
    case DistributionKind::beta:
      return boost::math::quantile(boost::math::beta_distribution<>{first, second}, u);
    case DistributionKind::lognormal:
      return boost::math::quantile(boost::math::lognormal_distribution<>{first, second}, u);
    case DistributionKind::normal:
      return boost::math::quantile(boost::math::normal_distribution<>{first, second}, u);
    case DistributionKind::gamma:
      return boost::math::quantile(boost::math::gamma_distribution<>{first, second}, u);
    case DistributionKind::uniform:
      break;
  }
  return first + u * (second - first);
}

// Hundreds of inputs by thousands of draws: ten digits, of which 24 bits are kept, and no wider
// numbers than double.
namespace policies = boost::math::policies;
using QuickPolicy = policies::policy<policies::promote_double<false>, policies::digits10<10>>;
using Quick = boost::math::normal_distribution<double, QuickPolicy>;

}  // namespace

double quantile(const Distribution& distribution, double u) {
  return to_24_bits(exact_quantile(distribution, u));
}

double pert_quantile(double low, double mode, double high, double u) {
  if (!(low < high)) return mode;
  const double range = high - low;
  const boost::math::beta_distribution<double, QuickPolicy> unit{1 + 4 * (mode - low) / range,
                                                                 1 + 4 * (high - mode) / range};
  return to_24_bits(low + range * boost::math::quantile(unit, u));
}

double normal_deviate(double u) { return boost::math::quantile(Quick{}, u); }
double normal_share(double z) { return boost::math::cdf(Quick{}, z); }

double mean(const Distribution& distribution) noexcept {
  const auto [first, second] = distribution.parameters;
  switch (distribution.kind) {
    case DistributionKind::beta:
      return first / (first + second);
    case DistributionKind::lognormal:
      return natural_exp(first + second * second / 2);
    case DistributionKind::normal:
      return first;
    case DistributionKind::gamma:
      return first * second;
    case DistributionKind::uniform:
      break;
  }
  return (first + second) / 2;
}

double mean_within(const Distribution& distribution, double low, double high) {
  constexpr int points = 4096;
  double sum = 0;
  for (int i = 0; i < points; ++i) {
    sum += std::clamp(quantile(distribution, (i + 0.5) / points), low, high);
  }
  return sum / points;
}

}  // namespace samspil
