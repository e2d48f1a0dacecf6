/// \file
/// Runs RiskPaths once and prints one JSON line: women, threads, seconds of the wall, childless
/// women, events that chance decided.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>

#include "bench/riskpaths_model.hpp"

int main(int count, char** words) {
  using namespace samspil;
  const auto number = [&](int i, std::uint64_t otherwise) {
    return i < count ? std::strtoull(words[i], nullptr, 10) : otherwise;
  };
  RunPlan plan;
  plan.units = number(1, 1'000'000);
  plan.execution = static_cast<int>(number(2, 1));
  plan.units_per_block = 4096;
  plan.draws = plan.arms = 1;
  const auto start = std::chrono::steady_clock::now();
  const bench::RiskPaths::Tally tally = run_sum(bench::RiskPaths{}, plan);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::int64_t events = tally.women - tally.childless();
  for (const std::int64_t entered : tally.entered) events += entered;
  fmt::print(
      "{{\"women\": {}, \"threads\": {}, \"seconds\": {:.6f}, \"childless\": {}, \"events\": "
      "{}}}\n",
      tally.women, plan.execution.threads, seconds, tally.childless(), events);
}
