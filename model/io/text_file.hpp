/// \file
/// Whole text files. Knows nothing of what stands in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace samspil {

/// Bytes of a text file at most, 4 MB: forty times the largest input there is.
inline constexpr std::size_t largest_text = std::size_t{1} << 22;
/// The same of a table, 64 MB: own families by the hundred thousand.
inline constexpr std::size_t largest_table = std::size_t{1} << 26;

/// The content of a text file in UTF-8, without a byte order mark. Throws InputError when it is
/// missing, no regular file, larger than `largest` bytes, unreadable, empty, binary, or in another
/// encoding.
std::string read_text(const std::filesystem::path& file, std::size_t largest = largest_text);

}  // namespace samspil
