/// \file
/// A calibration's file, and tables with lines of remarks.
#pragma once

#include <filesystem>

#include "model/inputs/calibration_spec.hpp"
#include "model/loading/readers.hpp"

namespace samspil {

CalibrationSpec load_calibration(const std::filesystem::path& file);

/// The same text with every line that begins with # made empty, so that all others keep their
/// numbers.
InputText without_remarks(InputText input);

}  // namespace samspil
