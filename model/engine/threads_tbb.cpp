// The one place that calls oneTBB.
#include <sched.h>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include "model/engine/execution.hpp"
#include "model/engine/threads.hpp"

namespace samspil {

int thread_count(int threads) {
  if (threads > 0) return threads;
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) return CPU_COUNT(&cores);
  return tbb::info::default_concurrency();  // more cores than a mask of the usual size holds
}

void keep_to_threads(int threads) {
  struct Kept {
    tbb::global_control most;
    tbb::task_arena arena;  // while an arena stands, no thread is let go
  };
  const int count = thread_count(threads);
  // Never destroyed: to lift the limit would start the threads that it forbade.
  static Kept* const kept =
      new Kept{{tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count)},
               tbb::task_arena{count}};
  kept->arena.initialize();
}

namespace engine_detail {

void in_parallel(int threads, std::size_t count,
                 const std::function<void(std::size_t worker, std::size_t i)>& body) {
  // The arena numbers its threads; the control lets there be more of them than cores, never more
  // than asked for.
  const int workers = thread_count(threads);
  const tbb::global_control control{tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(workers)};
  tbb::task_arena arena{workers};
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>{0, count, 1},
        [&](const tbb::blocked_range<std::size_t>& range) {
          const auto worker =
              static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
          for (std::size_t i = range.begin(); i != range.end(); ++i) body(worker, i);
        },
        tbb::simple_partitioner{});
  });
}

}  // namespace engine_detail
}  // namespace samspil
