/// \file
/// The border to the machine: work to be stopped, exit codes, folders.
#pragma once

#include <filesystem>
#include <string>

#include "model/cli/commands.hpp"
#include "model/engine/execution.hpp"
#include "model/result/run_document.hpp"
#include "model/simulation/run.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {

inline constexpr int could_not = 1;
inline constexpr int bad_input = 2;
inline constexpr int ended_by_signal = 128;  ///< And the signal's number.

/// With so many threads, on the processes of `ranks`, until the user asks to stop.
Execution execution_of(int threads, const Ranks* ranks = nullptr);

/// The exit code for the exception at hand.
int code_of_fault();

/// On stderr: one line where the law or an index lacks the year asked for, and one for each warning
/// of its inputs.
void warn_of_scenario(const Scenario& scenario, Language language);

/// "Warning: file:line: name: …": what can be reckoned with and may not be meant.
std::string warning_line(const Problem& warning, Language language);

/// On stderr: one line each.
void warn_of_inputs(const std::vector<Problem>& warnings, Language language);

/// The screen of a run, and what --detail adds, on stdout.
void print_pages(const Json& document, bool detail, Language language, Sign sign);

/// Folder of the shipped scenarios: of the moved installation, the source tree, or the
/// installation.
std::filesystem::path shipped_folder();

/// `name` as it is, else in the shipped folder, with or without ".toml".
std::filesystem::path find_input(const std::string& name);

/// The file `name`, else the one in `folder` of that name, with or without ".toml". Throws
/// InputError with those in the folder where there is none.
std::filesystem::path find_shipped(const std::string& name, const std::filesystem::path& folder);

Origin origin();

/// The same in one line: tells this build from any other.
std::string this_build();

/// What was asked on the command line goes before what stands in the file.
void apply(const Common& common, Scenario& scenario);

}  // namespace samspil::cli
