/// \file
/// Runs any model of independent units: chunks of draws, blocks of units, draws, arms. Knows no
/// domain; whatever the model counts, it counts in integers, so that no order of work can matter.
#pragma once

#include <algorithm>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace samspil {

/// How much to run, and how to cut it. Only units, draws and arms can change a result.
struct RunPlan {
  std::uint64_t units = 0;
  std::uint32_t units_per_block = 64;  ///< A block is made once per chunk and lives in one thread.
  std::uint32_t draws = 1;
  std::uint32_t draws_per_chunk = 32;  ///< Each thread holds this many tallies.
  std::uint32_t arms = 1;
  int threads = 0;  ///< 0 = all of the machine.
};

/// Throws InputError with every size that is zero or beyond what a run can hold.
void check(const RunPlan& plan);

/// The number of threads that a plan's `threads` stands for.
int thread_count(int threads);

/// A model of independent units.
///   Scratch  all memory that a thread needs besides tallies: made once per thread.
///   Tally    the integer sums of one draw, all arms.
/// make_block makes units [first, first + count) again from their keys. run_arm runs one arm of one
/// draw over all periods of the block; arm 0 comes first, so that later arms can be paired with it.
/// finish_draw follows the last arm. None of the three may allocate, and all must be safe to call
/// at once from several threads, each with its own scratch.
template <class M>
concept UnitModel = std::copyable<typename M::Tally> && std::movable<typename M::Scratch> &&
    requires(const M& model, typename M::Scratch& scratch, typename M::Tally& tally,
             const typename M::Tally& other, std::uint64_t first, std::uint32_t number) {
  { model.make_scratch() } -> std::same_as<typename M::Scratch>;
  { model.make_tally() } -> std::same_as<typename M::Tally>;
  {tally += other};
  { model.make_block(scratch, first, number) } -> std::same_as<void>;
  { model.run_arm(scratch, /*draw*/ number, /*arm*/ number, tally) } -> std::same_as<void>;
  { model.finish_draw(scratch, /*draw*/ number, tally) } -> std::same_as<void>;
};

/// Called with the share done [0, 1], never falling, from one thread at a time. May throw to stop
/// the run; the exception leaves the run unchanged.
using ShareDone = std::function<void(double share)>;

/// Called with the first draw and the number of draws of each chunk before it is run, from the
/// calling thread: when a model may make what belongs to those draws.
using BeforeChunk = std::function<void(std::uint32_t first_draw, std::uint32_t draws)>;

namespace engine_detail {

/// Calls body(worker, block) for each block once; no two calls at once have the same worker.
/// 0 <= worker < threads.
void for_each_block(int threads, std::uint64_t blocks,
                    const std::function<void(std::size_t worker, std::uint64_t block)>& body);

/// Tells the share done, and keeps further work from starting after a throw.
class Meter {
 public:
  Meter(std::uint64_t steps, const ShareDone& tell) : steps_{steps}, tell_{tell} {}

  bool stopped() const noexcept { return stopped_.load(std::memory_order_relaxed); }
  void stop() noexcept { stopped_.store(true, std::memory_order_relaxed); }
  void step();
  void finish() const;

 private:
  std::uint64_t steps_;
  const ShareDone& tell_;
  std::atomic<std::uint64_t> done_{0};
  std::atomic<bool> stopped_{false};
  std::mutex telling_;
};

template <UnitModel M>
struct Worker {
  typename M::Scratch scratch;
  std::vector<typename M::Tally> tallies;  ///< One per draw of the chunk.
};

template <UnitModel M>
void run_block(const M& model, const RunPlan& plan, std::uint64_t block, std::uint32_t first_draw,
               Worker<M>& worker, Meter& meter) {
  const std::uint64_t first = block * plan.units_per_block;
  const std::uint64_t left = plan.units - first;
  model.make_block(worker.scratch, first,
                   static_cast<std::uint32_t>(std::min<std::uint64_t>(plan.units_per_block, left)));
  std::uint32_t draw = first_draw;
  for (typename M::Tally& tally : worker.tallies) {
    if (meter.stopped()) return;
    for (std::uint32_t arm = 0; arm < plan.arms; ++arm) {
      model.run_arm(worker.scratch, draw, arm, tally);
    }
    model.finish_draw(worker.scratch, draw, tally);
    meter.step();
    ++draw;
  }
}

}  // namespace engine_detail

/// Runs the plan chunk by chunk. Each finished chunk is handed over as
/// take_chunk(first_draw, tallies), one tally per draw, from the calling thread and in the order of
/// the draws, so that memory does not grow with their number.
template <UnitModel M, class TakeChunk>
requires std::invocable<TakeChunk&, std::uint32_t, std::span<const typename M::Tally>>
void run_chunks(const M& model, const RunPlan& plan, TakeChunk&& take_chunk,
                const ShareDone& share_done = {}, const BeforeChunk& before_chunk = {}) {
  using Worker = engine_detail::Worker<M>;
  check(plan);
  const int threads = thread_count(plan.threads);
  const std::uint64_t blocks = (plan.units + plan.units_per_block - 1) / plan.units_per_block;
  const typename M::Tally zero = model.make_tally();
  std::vector<std::unique_ptr<Worker>> workers(static_cast<std::size_t>(threads));
  engine_detail::Meter meter{blocks * plan.draws, share_done};

  for (std::uint32_t first_draw = 0; first_draw < plan.draws;) {
    const std::uint32_t draws = std::min(plan.draws_per_chunk, plan.draws - first_draw);
    if (before_chunk) before_chunk(first_draw, draws);
    for (const auto& worker : workers) {
      if (worker) worker->tallies.assign(draws, zero);
    }
    engine_detail::for_each_block(threads, blocks, [&](std::size_t w, std::uint64_t block) {
      if (meter.stopped()) return;
      try {
        // Made by the thread that uses it, so that the memory lies near its core.
        if (!workers[w]) {
          workers[w] = std::make_unique<Worker>(
              Worker{model.make_scratch(), std::vector<typename M::Tally>(draws, zero)});
        }
        engine_detail::run_block(model, plan, block, first_draw, *workers[w], meter);
      } catch (...) {
        meter.stop();
        throw;
      }
    });
    std::vector<typename M::Tally> totals(draws, zero);
    for (const auto& worker : workers) {
      if (!worker) continue;
      for (std::uint32_t i = 0; i < draws; ++i) totals[i] += worker->tallies[i];
    }
    take_chunk(first_draw, std::span<const typename M::Tally>{totals});
    first_draw += draws;
  }
  meter.finish();
}

/// Runs the plan and adds up all draws.
template <UnitModel M>
typename M::Tally run_sum(const M& model, const RunPlan& plan, const ShareDone& share_done = {}) {
  typename M::Tally sum = model.make_tally();
  run_chunks(
      model, plan,
      [&](std::uint32_t, std::span<const typename M::Tally> tallies) {
        for (const typename M::Tally& tally : tallies) sum += tally;
      },
      share_done);
  return sum;
}

}  // namespace samspil
