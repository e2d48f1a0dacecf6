/// \file
/// Members of a calibration that are done, in a file of one run at a time, so that one that was
/// stopped goes on where it was.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "model/calibration/model_problem.hpp"
#include "model/engine/checkpoint_file.hpp"
#include "model/words/message.hpp"

namespace samspil::cli {

/// How such a file begins, whole or half written.
inline constexpr std::string_view members_begin = "samspil members 1 ";

/// One line per member behind a line of what they are members of; a checksum behind all.
class MemberFile {
 public:
  /// Reads what the file holds. Throws InputError where it is of another calibration or torn.
  ///   identity  of all that a member's outputs depend on, in one line
  MemberFile(std::filesystem::path file, std::string identity);

  std::size_t found() const noexcept { return found_; }
  /// What a problem asks. Keeps a reference.
  MemberStore store();
  /// Why members could not be written when that was last tried; empty where they were. A fit is
  /// worth more than what it can go on from, and goes on without.
  const Message& fault() const noexcept { return fault_; }
  void remove() noexcept { file_.remove(); }

 private:
  void keep(std::uint64_t key, const MemberOutput& output);
  void read(std::string_view text);

  CheckpointFile file_;
  std::string name_, text_;  ///< The text without its checksum.
  std::mutex writing_;
  std::map<std::uint64_t, MemberOutput> members_;
  std::size_t found_ = 0;
  std::chrono::steady_clock::time_point written_{};
  Message fault_;
};

}  // namespace samspil::cli
