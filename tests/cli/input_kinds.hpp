/// \file
/// One valid input of every kind that the program reads, and the commands that read it: a table of
/// which each row is tried with faults.
#pragma once

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace samspil::test {

/// A file, and what to type so that it is read. `check` writes its faults on stdout, the others
/// theirs on stderr.
struct InputFile {
  std::string name;
  std::vector<std::string> commands;
  std::string text;

  bool is_toml() const { return name.ends_with(".toml"); }
};

/// all.toml is a scenario whose every reference is a file of the folder.
class EveryInput : public Program {
 protected:
  EveryInput();

  const InputFile& input(const std::string& name) const;

  /// Every command that reads the file ends with one line that names the file and holds all of
  /// `parts`, exit 2, nothing else printed and no file left.
  void expect_refused(const InputFile& input, const std::string& text,
                      const std::vector<std::string>& parts) const;
  /// The same, with the first `from` of the file replaced.
  void expect_refused(const std::string& name, const std::string& from, const std::string& to,
                      const std::vector<std::string>& parts) const;
  /// `check` finds no fault.
  void expect_taken(const std::string& name, const std::string& from, const std::string& to) const;

  /// One line on stderr, or of `check` on stdout, with every one of `parts`; exit 2.
  void expect_one_line(const std::string& words, const std::vector<std::string>& parts) const;

  std::vector<InputFile> inputs_;
};

/// The text with the first `from` replaced, which must be there.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace samspil::test
