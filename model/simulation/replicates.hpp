/// \file
/// The same piece of work once per replicate, on all threads. A replicate is known by its number
/// alone, so neither threads nor order can matter.
#pragma once

#include <cstdint>
#include <functional>

#include "model/engine/engine.hpp"

namespace samspil {

/// Calls work(replicate) for 0 <= replicate < count. `work` must be safe to call from several
/// threads at once and leave its result in a place of its own.
void for_each_replicate(std::uint32_t count, const Execution& execution,
                        const std::function<void(std::uint32_t replicate)>& work,
                        const ShareDone& share_done = {});

}  // namespace samspil
