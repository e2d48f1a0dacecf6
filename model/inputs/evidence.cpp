#include "model/inputs/evidence.hpp"

#include <cmath>

#include "model/core/numeric.hpp"

namespace samspil {
namespace {

double ratio_of(double log_ratio) noexcept { return to_24_bits(natural_exp(log_ratio)); }

}  // namespace

double EvidenceRule::shrinkage(Design design) const noexcept {
  if (design == Design::none) return 0;
  const double known = prior_spread.value * prior_spread.value;
  const double missed = error[index_of(design)].value * error[index_of(design)].value;
  return known > 0 ? known / (known + missed) : 0;
}

double EvidenceRule::spread(Design design) const noexcept {
  return prior_spread.value * std::sqrt(1 - shrinkage(design));
}

int hoped_direction(Hook hook) noexcept {
  switch (hook) {
    case Hook::job_entry:
    case Hook::education_entry:
    case Hook::reunification:
    case Hook::measure_stop:
    case Hook::adult_service_stop:
    case Hook::recovery:
      return 1;
    case Hook::activation_start:  // a step towards work and a cost
      return 0;
    default:
      return -1;
  }
}

double ratio_at(double low, double centre, double high, double z) {
  if (z == 0) return centre;
  const double towards = natural_log((z < 0 ? low : high) / centre);
  return to_24_bits(centre * natural_exp(towards * std::abs(z) / ninety_per_cent));
}

void settle_effects(Strategy& strategy, const EvidenceRule& rule) {
  const double share = std::sqrt(rule.correlation(CommonFactor::effects));
  for (Effect& effect : strategy.effects) {
    if (effect.observed > 0) {
      const double middle =
          rule.shrinkage(effect.design) * effect.transfer * natural_log(effect.observed);
      const double range = ninety_per_cent * rule.spread(effect.design);
      effect.centre = ratio_of(middle);
      effect.low = ratio_of(middle - range);
      effect.high = ratio_of(middle + range);
    }
    const double z = ninety_per_cent * share * hoped_direction(effect.hook);
    effect.weak = ratio_at(effect.low, effect.centre, effect.high, -z);
    effect.strong = ratio_at(effect.low, effect.centre, effect.high, z);
  }
}

}  // namespace samspil
