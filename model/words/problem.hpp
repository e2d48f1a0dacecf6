/// \file
/// A fault of an input, told in one line: file, line, name, problem, what would be right.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/words/message.hpp"

namespace samspil {

/// One fault. `line` is 0 where there is none.
struct Problem {
  std::string file;
  int line = 0;
  std::string name;
  Message problem;
  Message remedy;  ///< What would be right.

  /// "file:line: name: problem; remedy", in one line whatever the input holds, and of a length
  /// that can be read: an input may hold a word of a million letters, which is not told whole.
  std::string text(Language language) const;
};

/// What stops a command, in the user's language; what() says it in English.
class Fault : public std::runtime_error {
 public:
  virtual std::string in(Language language) const = 0;

 protected:
  using std::runtime_error::runtime_error;
};

/// Bad input (exit 2). Carries every fault that was found, and speaks of the first.
class InputError : public Fault {
 public:
  explicit InputError(std::vector<Problem> problems)
      : Fault{problems.front().text(Language::en)}, problems_{std::move(problems)} {}
  explicit InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}

  const std::vector<Problem>& problems() const noexcept { return problems_; }
  std::string in(Language language) const override { return problems_.front().text(language); }

 private:
  std::vector<Problem> problems_;
};

/// Could not (exit 1): the machine's fault, not an input's.
class Failure : public Fault {
 public:
  explicit Failure(Message message)
      : Fault{message.in(Language::en)}, message_{std::move(message)} {}

  const Message& message() const noexcept { return message_; }
  std::string in(Language language) const override { return message_.in(language); }

 private:
  Message message_;
};

/// What an exception says; as it is where it speaks no language but its own.
Message message_of(const std::exception& error);
std::string text_of(const std::exception& error, Language language);

}  // namespace samspil
