/// \file
/// A made-up scenario and a made-up run of it, for tests of what is printed and written. No number
/// means anything.
#pragma once

#include "model/simulation/run.hpp"

namespace samspil::test {

/// Two strategies, prices of every service, one payer rule per service class.
Scenario fake_scenario();

/// Of one site, or family, that costs `base` and `arm` [øre].
PairedMoments paired(Ore base, Ore arm);

/// Sites with random but keyed costs; moments and counts belong together. `families` scales money.
RunResult fake_run(const Scenario& scenario, std::uint64_t sites = 50,
                   std::uint32_t replicates = 2);

}  // namespace samspil::test
