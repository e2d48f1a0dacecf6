/// \file
/// Runs a program once, quickly and within limits, and tells what it did.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace samspil::test {

struct ChildLimits {
  double seconds = 20;                           ///< Of processor; by the clock five times as many.
  std::uint64_t bytes = std::uint64_t{2} << 30;  ///< Of memory.
  std::uint64_t written = std::uint64_t{1} << 28;  ///< To one file [bytes].
  std::size_t read_back = std::size_t{4} << 20;    ///< Of what it printed, at most [bytes].
};

struct ChildRun {
  int exit = -1;   ///< -1 where it was ended by a signal.
  int signal = 0;  ///< That ended it.
  bool is_late = false;
  std::uint64_t peak = 0;  ///< Memory [bytes].
  double seconds = 0;
  std::string out;
  std::string err;
};

/// What is known of a file without reading it. One that was written is another.
struct FileStamp {
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t changed = 0;  ///< [ns]

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

FileStamp stamp_of(const std::filesystem::path& file);

/// What is run: a file, or the main() of a program that is linked in. The latter begins in a copy
/// of this process, since loading libraries takes longer than most of what a command does.
using Runnable = std::variant<std::filesystem::path, int (*)(int, char**)>;

/// Runs `program` with `words` in `folder`; what it prints goes to the files out and err in
/// `streams`. Beyond the limit of seconds it is killed. Throws std::runtime_error where it cannot
/// be started.
ChildRun run_child(const Runnable& program, const std::vector<std::string>& words,
                   const std::filesystem::path& folder, const std::filesystem::path& streams,
                   const ChildLimits& limits);

std::string read_bytes(const std::filesystem::path& file, std::size_t most);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace samspil::test
