/// \file
/// Golden texts in files of tests/golden/text: held against what is printed, or written anew.
#pragma once

#include <string>

#include "model/core/json.hpp"

namespace samspil::test {

/// Holds `text` against the golden file, and tells the first line that differs. With
/// SAMSPIL_UPDATE_GOLDEN, which ./dev golden sets, writes the file instead.
void expect_golden(const std::string& file, const std::string& text);

/// Whether goldens are written and not looked at.
bool is_rewritten();

/// A document as a person reads differences of it: what fits a line stands on one, numbers have
/// nine digits (the last bits of a power differ between machines), and what tells of the machine
/// or the build is left out.
std::string readable(const Json& document);

}  // namespace samspil::test
