/// \file
/// The threads of this process. threads_tbb.cpp runs them with oneTBB, threads_alone.cpp stands in
/// where there is none: one of the two is linked, and neither changes a result.
#pragma once

#include <cstddef>
#include <functional>

namespace samspil::engine_detail {

/// Calls body(worker, i) once for each 0 <= i < count, in any order, from as many threads as
/// thread_count(threads); no two calls at once have the same worker, 0 <= worker < that number.
/// What a call throws leaves by this one.
void in_parallel(int threads, std::size_t count,
                 const std::function<void(std::size_t worker, std::size_t i)>& body);

}  // namespace samspil::engine_detail
