/// \file
/// Rows of a run kept in a file, and the run held against them.
#pragma once

#include <string>
#include <vector>

namespace samspil::test {

/// Expects `rows` to be the lines of `file` (a path from the project's root) and shows the first
/// ten that differ. Writes the file instead, and skips the test, where SAMSPIL_UPDATE_GOLDEN is
/// set.
void expect_same_rows(const std::string& file, const std::vector<std::string>& rows);

}  // namespace samspil::test
