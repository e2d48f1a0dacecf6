/// \file
/// A checksum behind the bytes of a file, for formats whose readers do not look there. Finds
/// accidents before a reader meets them that is not made for torn files.
#pragma once

#include <filesystem>

#include "model/io/output_file.hpp"

namespace samspil {

/// Appends one line with the checksum of all that was written. Throws std::runtime_error.
void seal(OutputFile& file);

/// Whether the file ends with a seal. Throws InputError where it is that of other bytes.
bool require_seal(const std::filesystem::path& file);

}  // namespace samspil
