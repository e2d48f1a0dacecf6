/// \file
/// A municipality's own families as a pool: each as its file says it stands, and the rest by stated
/// defaults.
#pragma once

#include "model/families/pool.hpp"

namespace samspil {

/// All of them, in the order of the file, each of weight 1. What happened in year 0 is what stands
/// at its end; what the municipality paid then is not known, and 0. The scenario has own families.
///
/// Defaults: a birthday on any day, evenly; the scenario's own frailty; agency and relation as
/// new families begin; people on a benefit without weeks on the refund ladder stand where new
/// families do on average; a placed child without weeks has been so as long as the mean of new
/// ones; young people without a status study; pupils without a school go to the ordinary one;
/// nobody has a condition.
Pool pool_of_own_families(const Scenario& scenario);

}  // namespace samspil
