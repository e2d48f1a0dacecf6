/// \file
/// Whether a file is HDF5, and holds what is looked for.
#pragma once

#include <filesystem>
#include <functional>

#include "model/io/results_file.hpp"

namespace samspil {

/// Whether the file begins like HDF5.
bool is_hdf5(const std::filesystem::path& file);

/// Whether the file is HDF5, can be read, and `holds` what is looked for. Throws FileLocked.
bool is_hdf5_that(const std::filesystem::path& file,
                  const std::function<bool(const ResultsReader&)>& holds);

}  // namespace samspil
