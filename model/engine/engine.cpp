#include "model/engine/engine.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <string>
#include <utility>

#include "model/core/problem.hpp"

namespace samspil {

namespace {

// What a run can hold. Beyond these a size is a slip of the pen, and would be met as lost memory.
constexpr std::uint64_t most_units = std::uint64_t{1} << 40;
constexpr std::uint64_t most_units_per_block = std::uint64_t{1} << 20;
constexpr std::uint64_t most_draws = std::uint64_t{1} << 22;
constexpr std::uint64_t most_draws_per_chunk = std::uint64_t{1} << 12;
constexpr std::uint64_t most_arms = std::uint64_t{1} << 10;
constexpr int most_threads = 1 << 12;

}  // namespace

void check(const RunPlan& plan) {
  std::vector<Problem> problems;
  const auto within = [&](const char* name, std::uint64_t size, std::uint64_t most) {
    if (size >= 1 && size <= most) return;
    problems.push_back({"run plan", 0, name, "is " + std::to_string(size),
                        "give a number from 1 to " + std::to_string(most)});
  };
  within("units", plan.units, most_units);
  within("units_per_block", plan.units_per_block, most_units_per_block);
  within("draws", plan.draws, most_draws);
  within("draws_per_chunk", plan.draws_per_chunk, most_draws_per_chunk);
  within("arms", plan.arms, most_arms);
  if (plan.threads < 0 || plan.threads > most_threads) {
    problems.push_back({"run plan", 0, "threads", "is " + std::to_string(plan.threads),
                        "give 0 for all, or a number up to " + std::to_string(most_threads)});
  }
  if (!problems.empty()) throw InputError{std::move(problems)};
}

int thread_count(int threads) { return threads > 0 ? threads : tbb::info::default_concurrency(); }

namespace engine_detail {

void for_each_block(int threads, std::uint64_t blocks,
                    const std::function<void(std::size_t worker, std::uint64_t block)>& body) {
  // The arena numbers its threads; the control lets there be more of them than cores.
  const tbb::global_control control{tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads)};
  tbb::task_arena arena{threads};
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::uint64_t>{0, blocks, 1},
        [&](const tbb::blocked_range<std::uint64_t>& range) {
          const auto worker =
              static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
          for (std::uint64_t block = range.begin(); block != range.end(); ++block) {
            body(worker, block);
          }
        },
        tbb::simple_partitioner{});
  });
}

void Meter::step() {
  done_.fetch_add(1, std::memory_order_relaxed);
  if (!tell_) return;
  // A thread that finds another one telling goes on with its work.
  const std::unique_lock lock{telling_, std::try_to_lock};
  if (!lock.owns_lock() || stopped()) return;
  try {
    tell_(static_cast<double>(done_.load(std::memory_order_relaxed)) / static_cast<double>(steps_));
  } catch (...) {
    stop();  // while the lock is held, so that nobody is told of a stopped run
    throw;
  }
}

void Meter::finish() const {
  if (tell_) tell_(1.0);
}

}  // namespace engine_detail

}  // namespace samspil
