/// \file
/// What a command may do, whatever its inputs hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/soak/child.hpp"

namespace samspil::test {

/// A rule that was broken. Findings of one kind and the same words are one fault.
struct Finding {
  std::string kind;  ///< "crash", "late", …
  std::string what;
};

/// The first rule that a run broke. Rules are those of the exit code, of what is printed and of
/// memory: 0, 1 or 2; on 1 and 2 nothing on stdout and one fault of one line on stderr, after lines
/// on how far the work was; `check` has a line per fault on stdout.
std::optional<Finding> finding_of(const ChildRun& run, const std::vector<std::string>& words,
                                  const ChildLimits& limits);

/// The files and folders that a command line names to be written.
std::vector<std::string> outputs_of(const std::vector<std::string>& words);

/// Whether a word of a text is a number that is none: nan, -inf.
bool holds_no_number(std::string_view text);

/// A message without what differs between mutants: numbers, names, quoted words.
std::string without_details(const std::string& message);

}  // namespace samspil::test
