/// \file
/// A fault of an input, told in one line: file, line, name, problem, what would be right.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/core/shown_text.hpp"

namespace samspil {

/// One fault. `line` is 0 where there is none.
struct Problem {
  std::string file;
  int line = 0;
  std::string name;
  std::string problem;
  std::string remedy;  ///< What would be right.

  /// "file:line: name: problem; remedy", in one line whatever the input holds.
  std::string text() const {
    std::string out = file;
    // Appended, not added: g++ 12 warns falsely (restrict) about "..." + std::string.
    if (line > 0) out.append(":").append(std::to_string(line));
    if (!name.empty()) out.append(": ").append(name);
    out.append(": ").append(problem);
    if (!remedy.empty()) out.append("; ").append(remedy);
    return shown(out);
  }
};

/// Bad input (exit 2). Carries every fault that was found; what() is the first.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems)
      : std::runtime_error(problems.front().text()), problems_{std::move(problems)} {}
  explicit InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}

  const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};

}  // namespace samspil
