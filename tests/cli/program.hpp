/// \file
/// Runs the program as a user does, in a folder of its own, on a small population.
#pragma once

#include <string>
#include <vector>

#include "tests/support/own_folder.hpp"
#include "tests/support/shell.hpp"

namespace samspil::test {

/// A folder with small.toml (a scenario) and people.toml (its population).
class Program : public OwnFolder {
 protected:
  Program();

  /// Runs in the folder, through the shell: `words` may redirect, `before` may hold another program
  /// that starts ours. English unless said.
  Outcome run(const std::string& words, const std::string& before = "") const;
  /// Runs a script of the shell in the folder, where $S is the program.
  Outcome shell(const std::string& script) const;

  void write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;
  /// A shipped file with every `from` replaced; a test fails where there is none.
  std::string shipped(const std::string& name, const std::string& from,
                      const std::string& to) const;
};

/// The scenario of the tests, and one with another line in place of the one that starts with `key`.
std::string small_scenario();
std::string small_scenario(const std::string& key, const std::string& line);
std::string small_population();

}  // namespace samspil::test
