/// \file
/// Runs a script as a user types it, and reads what it left.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace samspil::test {

struct Outcome {
  int exit = -1;
  std::string out;
  std::string err;
};

/// Runs `script` of the shell in `folder`, in the language of no place; several may at once.
Outcome shell_in(const std::filesystem::path& folder, const std::string& script);

/// All bytes; empty where there is no such file.
std::string bytes_of(const std::filesystem::path& file);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace samspil::test
