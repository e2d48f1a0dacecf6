// Built without threads, as for a browser: a process works alone.
#include "model/engine/execution.hpp"
#include "model/engine/threads.hpp"

namespace samspil {

int thread_count(int /*threads*/) { return 1; }

void keep_to_threads(int /*threads*/) {}

namespace engine_detail {

void in_parallel(int /*threads*/, std::size_t count,
                 const std::function<void(std::size_t worker, std::size_t i)>& body) {
  for (std::size_t i = 0; i < count; ++i) body(0, i);
}

}  // namespace engine_detail
}  // namespace samspil
