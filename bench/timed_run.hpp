/// \file
/// What the programs that run one model of the engine share: `PROGRAM [UNITS [DRAWS [THREADS]]]`.
#pragma once

#include <chrono>
#include <cstdlib>

#include "model/engine/engine.hpp"

namespace samspil::bench {

template <class Model>
struct TimedRun {
  RunPlan plan;
  typename Model::Tally tally;
  double seconds = 0;  ///< Of the wall.
};

/// Runs the model once as the program's words say: a million units, so many draws, one thread where
/// they say nothing.
template <class Model>
TimedRun<Model> timed_run(int count, char** words, std::uint32_t draws) {
  const auto number = [&](int i, std::uint64_t otherwise) {
    return i < count ? std::strtoull(words[i], nullptr, 10) : otherwise;
  };
  RunPlan plan;
  plan.units = number(1, 1'000'000);
  plan.draws = static_cast<std::uint32_t>(number(2, draws));
  plan.execution = static_cast<int>(number(3, 1));
  plan.units_per_block = 4096;
  plan.arms = 1;
  const auto start = std::chrono::steady_clock::now();
  const typename Model::Tally tally = run_sum(Model{}, plan);
  return {plan, tally,
          std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()};
}

}  // namespace samspil::bench
