/// \file
/// A posterior's file as the text that a table of parameters is read from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace samspil {

inline constexpr std::string_view posterior_ending = ".h5";
inline constexpr const char* posterior_group = "/posterior";
inline constexpr const char* posterior_text_name = "parameters.csv";

/// Rows and members. Throws InputError where the file is torn, or holds no posterior.
std::string posterior_text(const std::filesystem::path& file);

}  // namespace samspil
