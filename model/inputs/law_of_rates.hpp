/// \file
/// What a law does to yearly rates: moves that it no longer offers.
#pragma once

#include "model/inputs/parameters.hpp"

namespace samspil {

/// The parameters in the law of a year. From the year in which resource courses (ressourceforløb)
/// are closed for new cases, nobody on kontanthjælp, uddannelseshjælp or integration benefit enters
/// one, and nobody enters revalidering: they stay where they are. Who falls ill still comes from
/// sickness benefit to a jobafklaringsforløb, and courses that run go on. Lov nr. 1750 af
/// 29/12/2025.
Parameters in_law_of(Parameters parameters, int law_year);

}  // namespace samspil
