/// \file
/// Many damaged files, the commands that read each, and what broke the rules.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/soak/child.hpp"

namespace samspil::test {

/// A file that is damaged, and what reads it.
struct Subject {
  std::string name;
  std::vector<std::string> commands;  ///< As typed. One that begins with "check" finds every fault.
  bool is_text = true;
  unsigned share = 1;  ///< How often it is taken, beside the others.
};

/// A folder of sound files, and the program. Nothing is changed in it.
struct SoakWorld {
  Runnable program;
  std::filesystem::path folder;
  std::vector<Subject> subjects;
};

struct SoakPlan {
  std::uint32_t seed = 1;
  std::uint32_t first = 0;    ///< Number of the first mutant.
  std::uint32_t mutants = 0;  ///< How many at most.
  double minutes = 1e6;       ///< At most.
  unsigned workers = 1;
  std::filesystem::path findings;  ///< Folder; findings are added to what it holds.
  ChildLimits limits;
};

struct SoakTally {
  std::uint64_t mutants = 0;
  std::uint64_t runs = 0;
  std::array<std::uint64_t, 3> exits{};           ///< Runs that ended with 0, 1, 2.
  std::map<std::string, std::uint64_t> findings;  ///< By kind and words.
  double seconds = 0;

  std::uint64_t found() const;
};

/// Each mutant depends on (seed, number) and the world alone, whatever the number of workers. The
/// first few findings of a kind are kept in folders of their own: the files as the command met
/// them, and report.txt. A line on stderr every few seconds says how far it is.
SoakTally soak(const SoakWorld& world, const SoakPlan& plan);

}  // namespace samspil::test
