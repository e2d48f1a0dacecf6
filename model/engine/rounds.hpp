/// \file
/// The course of a run: chunks of draws, and in each chunk rounds of blocks. Between two rounds
/// every thread rests and every process knows the same: then sums are added up over processes, a
/// checkpoint is written, and a request to stop is met. Alone and without a checkpoint a chunk is
/// one round.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "model/engine/checkpoint.hpp"
#include "model/engine/run_plan.hpp"

namespace samspil::engine_detail {

[[noreturn]] void throw_no_integers();
[[noreturn]] void throw_torn_state();

/// Tells the share done, and keeps further work from starting after a throw.
class Meter {
 public:
  Meter(std::uint64_t steps, const ShareDone& tell) : steps_{steps}, tell_{tell} {}

  bool has_failed() const noexcept { return failed_.load(std::memory_order_relaxed); }
  void fail() noexcept { failed_.store(true, std::memory_order_relaxed); }
  /// A step here is `processes` steps in all, until the next round tells how many there were.
  void step(int processes);
  void set_done(std::uint64_t steps) noexcept;
  void finish() const;

 private:
  std::uint64_t steps_;
  const ShareDone& tell_;
  std::uint64_t done_before_ = 0;       ///< Before this round.
  std::atomic<std::uint64_t> done_{0};  ///< In this round, by this process.
  double told_ = 0;
  std::atomic<bool> failed_{false};
  std::mutex telling_;
};

class Rounds {
 public:
  /// Keeps references.
  Rounds(const RunPlan& plan, const ShareDone& share_done, Checkpoint* checkpoint);

  void set_tally_size(std::size_t integers);
  /// Where the checkpoint, if any, says that the run stood.
  std::optional<RunState> resume();

  // The chunk at work.
  bool is_over() const noexcept { return first_draw_ >= plan_.draws; }
  std::uint32_t first_draw() const noexcept { return first_draw_; }
  std::uint32_t draws() const noexcept;
  const std::vector<std::uint8_t>& finished() const noexcept { return finished_; }
  void next_chunk();

  // A round.
  /// False when the chunk has no block left. Calls `save` when it is time to; throws Stopped, after
  /// `save`, when any process was asked to stop.
  bool begin(const std::function<void()>& save);
  /// Calls body(worker, block) for the open blocks of this process, each once; no two calls at once
  /// have the same worker. 0 <= worker < threads. Blocks are left when the round's time is over.
  void for_each_block(const std::function<void(std::size_t worker, std::uint64_t block)>& body);
  void end();

  bool is_saved() const noexcept { return checkpoint_ != nullptr && rank_ == 0; }
  void save(const RunState& state);
  void finish(const std::function<void()>& save);

  // For the threads at work.
  bool has_failed() const noexcept { return meter_.has_failed(); }
  void count_draw() { meter_.step(processes_); }

  bool is_shared() const noexcept { return processes_ > 1; }
  void sum_over_ranks(Integers& integers) const;

 private:
  using Clock = std::chrono::steady_clock;

  int stop_asked() const;
  std::vector<std::uint64_t> open_blocks() const;
  /// Since the threads began to rest, on average.
  double seconds_of_rest() const;
  std::uint64_t blocks_done() const noexcept;
  std::uint64_t steps_done() const noexcept;

  const RunPlan& plan_;
  Checkpoint* checkpoint_;
  int processes_;
  int rank_;
  std::uint64_t blocks_;
  PlanNumbers numbers_;
  Meter meter_;
  std::uint32_t first_draw_ = 0;
  std::vector<std::uint8_t> finished_;   ///< By block of the chunk.
  std::vector<std::uint8_t> completed_;  ///< In this round, by this process.
  double seconds_of_round_ = 0;          ///< Negative = without end.
  std::vector<Clock::time_point> last_;  ///< When each thread ended its last block.
  bool has_news_ = false;                ///< Since the last save.
};

}  // namespace samspil::engine_detail
