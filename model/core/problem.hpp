/// \file
/// A fault of an input, told in one line: file, line, name, problem, what would be right.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace samspil {

/// One fault. `line` is 0 where there is none.
struct Problem {
  std::string file;
  int line = 0;
  std::string name;
  std::string problem;
  std::string remedy;  ///< What would be right.

  /// "file:line: name: problem; remedy", in one line whatever the input holds, and of a length
  /// that can be read: an input may hold a word of a million letters, which is not told whole.
  std::string text() const;
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
