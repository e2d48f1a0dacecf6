/// \file
/// Whether a file can be read as an input, found before it is opened: who opens a pipe may wait for
/// ever, and who reads a device may never come to its end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>

namespace samspil {

/// Throws InputError unless there is a regular file, whole or behind a link, of `most` bytes at
/// most.
void require_input_file(const std::filesystem::path& file,
                        std::uintmax_t most = std::numeric_limits<std::uintmax_t>::max());

}  // namespace samspil
