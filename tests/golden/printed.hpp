/// \file
/// What people read of the frozen scenario (tests/simulation/frozen): each command is run by the
/// program itself, once in a process, with the frozen files as those that are shipped.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "model/core/json.hpp"
#include "model/words/words.hpp"
#include "tests/support/shell.hpp"

namespace samspil::test {

/// What follows the program's name, as "run small --json". Outputs stand in a folder of the
/// process.
const Outcome& printed(const std::string& words);
const Outcome& printed(const std::string& words, Language language);

/// The document that `words` print. A test fails where the program does.
Json document_of(const std::string& words);

/// The text of a file that a command wrote.
std::string written(const std::string& name);

/// A command whose screen is looked at.
struct Screen {
  std::string name;     ///< Of its golden files.
  std::string words;    ///< "run small"
  std::string json{};   ///< That print the document behind it; empty where there is none.
  std::string first{};  ///< What must have run before.

  friend std::ostream& operator<<(std::ostream& out, const Screen& screen) {
    return out << screen.words;
  }
};
const std::vector<Screen>& screens();
/// The document behind a screen.
Json document_of(const Screen& screen);
const Outcome& printed(const Screen& screen, Language language);

/// A command whose document is looked at.
struct Document {
  std::string name;   ///< Of its golden file.
  std::string words;  ///< "run one --json"

  friend std::ostream& operator<<(std::ostream& out, const Document& document) {
    return out << document.words;
  }
};
const std::vector<Document>& documents();

}  // namespace samspil::test
