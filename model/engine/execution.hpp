/// \file
/// Who carries out a run, and what may stop it. Nothing here can change a result.
#pragma once

#include <exception>

namespace samspil {

class Ranks;

struct Execution {
  /// A number of threads alone is an execution by this process.
  constexpr Execution(int threads_of_this_process = 0) noexcept
      : threads{threads_of_this_process} {}

  int threads;                   ///< At most so many at once; 0 = as many cores as it may use.
  const Ranks* ranks = nullptr;  ///< The processes that share the work; null = this one alone.
  /// Why to stop at the next block, such as the number of a signal; 0 = go on. Null = never.
  int (*stop_asked)() = nullptr;
};

/// The number of threads that `threads` stands for: 0 = the cores that the process's affinity mask
/// lets it use.
int thread_count(int threads);

/// Threads of all processes together.
int thread_count(const Execution& execution);

/// Keeps the process to so many threads until it ends, and keeps those from one run to the next.
/// For a program to call once: when a run's own limit is lifted, oneTBB may start threads up to the
/// cores.
void keep_to_threads(int threads);

/// Leaves a run that was asked to stop, on every process of it. What was finished has been saved
/// where a checkpoint was asked for.
class Stopped : public std::exception {
 public:
  explicit Stopped(int reason) noexcept : reason_{reason} {}
  int reason() const noexcept { return reason_; }
  const char* what() const noexcept override { return "stopped"; }

 private:
  int reason_;
};

}  // namespace samspil
