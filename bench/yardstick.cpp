/// \file
/// Runs the three-state chain once and prints one JSON line: persons, years, draws, threads,
/// seconds of the wall, counts by year and state.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>

#include "bench/yardstick_model.hpp"

int main(int count, char** words) {
  using namespace samspil;
  const auto number = [&](int i, std::uint64_t otherwise) {
    return i < count ? std::strtoull(words[i], nullptr, 10) : otherwise;
  };
  RunPlan plan;
  plan.units = number(1, 1'000'000);
  plan.draws = static_cast<std::uint32_t>(number(2, 100));
  plan.execution = static_cast<int>(number(3, 1));
  plan.units_per_block = 4096;
  plan.arms = 1;
  const auto start = std::chrono::steady_clock::now();
  const bench::Chain::Tally tally = run_sum(bench::Chain{}, plan);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::string counts;
  for (const auto& year : tally.persons) {
    counts += fmt::format("{}[{}, {}, {}]", counts.empty() ? "" : ", ", year[0], year[1], year[2]);
  }
  fmt::print(
      "{{\"isa\": \"{}\", \"persons\": {}, \"years\": {}, \"draws\": {}, \"threads\": {}, "
      "\"seconds\": {:.6f}, \"counts\": [{}]}}\n",
      isa_names[static_cast<std::size_t>(chosen_isa())], plan.units, bench::chain_years, plan.draws,
      plan.execution.threads, seconds, counts);
}
