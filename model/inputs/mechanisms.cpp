#include "model/inputs/mechanisms.hpp"

namespace samspil {

Parameters with_mechanisms(Parameters p, const Mechanisms& mechanisms) {
  if (!is_on(mechanisms, Mechanism::coupling)) p.coupling = CouplingParameters{};
  if (!is_on(mechanisms, Mechanism::severity_drift)) p.family.severity_drift = 0;
  if (!is_on(mechanisms, Mechanism::heavy_tail)) {
    p.family.frailty_spread = 0;
    p.family.cost_factor_sigma = 0;
  }
  if (!is_on(mechanisms, Mechanism::wellbeing)) {
    p.family.job_entry_per_10_who5 = 1;
    p.family.measure_start_per_5_sdq = 1;
    p.family.placement_entry_per_functioning = 1;
  }
  return p;
}

}  // namespace samspil
