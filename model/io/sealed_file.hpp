/// \file
/// A checksum behind the bytes of a file, for formats whose readers do not look there. Finds
/// accidents before a reader meets them that is not made for torn files.
#pragma once

#include <filesystem>
#include <functional>

#include "model/io/output_file.hpp"

namespace samspil {

/// Appends one line with the checksum of all that was written. Throws std::runtime_error.
void seal(OutputFile& file);

/// Whether the file ends with a seal. Throws InputError where it is that of other bytes.
bool require_seal(const std::filesystem::path& file);

/// Does nothing where the file is sealed. One that is not is read in a process of its own first,
/// for HDF5 1.10 crashes on about one of a hundred damaged files, or never comes back. Throws
/// InputError where that process came to a bad end; what `read` throws is left to whoever reads
/// next.
void try_unsealed(const std::filesystem::path& file, const std::function<void()>& read);

}  // namespace samspil
