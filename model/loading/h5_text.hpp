/// \file
/// Inputs that are HDF5, as the text that each is read from: a posterior, and a table of families.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace samspil {

inline constexpr std::string_view h5_ending = ".h5";
inline constexpr const char* posterior_group = "/posterior";
inline constexpr const char* posterior_text_name = "parameters.csv";

/// Whether a file is HDF5 and holds a posterior. Throws FileLocked.
bool is_posterior_file(const std::filesystem::path& file);

/// Rows and members. Throws InputError where the file is torn, or holds no posterior.
std::string posterior_text(const std::filesystem::path& file);

/// The text of a posterior; of any other file its columns, as io/h5_columns.hpp says.
std::string h5_text(const std::filesystem::path& file, std::size_t most_rows);

}  // namespace samspil
