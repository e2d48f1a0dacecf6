/// \file
/// Runs RiskPaths once and prints one JSON line: women, threads, seconds of the wall, childless
/// women, events that chance decided. A draw more are as many women again.
#include <fmt/core.h>

#include "bench/riskpaths_model.hpp"
#include "bench/timed_run.hpp"

int main(int count, char** words) {
  using namespace samspil;
  const auto [plan, tally, seconds] = bench::timed_run<bench::RiskPaths>(count, words, 1);
  std::int64_t events = tally.women - tally.childless();
  for (const std::int64_t entered : tally.entered) events += entered;
  fmt::print(
      "{{\"women\": {}, \"threads\": {}, \"seconds\": {:.6f}, \"childless\": {}, \"events\": "
      "{}}}\n",
      tally.women, plan.execution.threads, seconds, tally.childless(), events);
}
