/// \file
/// The processes that share one run, on one machine or several. Every process makes the same calls
/// in the same order and so stays in the same state; the root alone reads, prints and writes.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace samspil {

/// The root could not begin or go on, and has said why: leave with its exit code, in silence.
struct EndedByRoot {
  int code = 1;
};

/// How this process was started, as mpirun and srun tell it in the environment.
struct Launch {
  bool by_launcher = false;
  int size = 1;
  int rank = 0;
};
Launch launch_of_this_process();

class Ranks {
 public:
  /// Joins the processes that were started together with this one. Where it was started by itself
  /// nothing is set up. Throws Failure on the root, EndedByRoot on the others, where
  /// there are several and this build cannot join them.
  Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  int rank() const noexcept { return rank_; }
  int count() const noexcept { return count_; }
  bool is_root() const noexcept { return rank_ == 0; }

  // Together: every process calls these, in the same order, from the thread that made the object.

  /// One by one, over all; every process gets the sums.
  void sum(std::span<std::int64_t> integers) const;
  /// One by one, the largest of all.
  void largest(std::span<std::int64_t> integers) const;
  /// Gives every process the text of process `from`.
  void broadcast(std::string& text, int from = 0) const;
  /// The texts of all, by rank.
  std::vector<std::string> gather(const std::string& own) const;
  /// The machines that the processes run on.
  int hosts() const;
  /// What `read` gives on the root. Where it throws there, the others throw EndedByRoot with the
  /// code that `code_of_fault` has for the exception at hand.
  std::string from_root(const std::function<std::string()>& read,
                        const std::function<int()>& code_of_fault);
  /// Whether from_root() has told the others of a fault, so that they leave by themselves.
  bool others_know() const noexcept { return others_know_; }
  /// Waits for the others and ends the connection; the process ends by itself if they do not come.
  void leave();

  // Alone.

  /// Ends all processes at once.
  [[noreturn]] void abort(int code) const;

 private:
  int rank_ = 0;
  int count_ = 1;
  bool is_connected_ = false;
  bool others_know_ = false;
};

}  // namespace samspil
