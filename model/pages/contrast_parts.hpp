/// \file
/// The parts of the contrast's page that have files of their own.
#pragma once

#include "model/pages/study_parts.hpp"

namespace samspil {

/// Potential, gross saving, cost and net result of each strategy, where the document holds them.
void write_potential(StudyWriter& to);

}  // namespace samspil
