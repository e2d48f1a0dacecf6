/// \file
/// The words of the command line itself: its help, and what is wrong with what was typed.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "model/words/words.hpp"

namespace samspil::cli {

/// Headings and names of types in the help of `app` and its commands.
void set_words(CLI::App& app, Language language);

/// What is wrong with a command line, in one line.
std::string fault_line(const CLI::App& app, const CLI::ParseError& error, Language language);

}  // namespace samspil::cli
