/// \file
/// Runs the three-state chain once and prints one JSON line: persons, years, draws, threads,
/// seconds of the wall, counts by year and state.
#include <fmt/core.h>

#include "bench/timed_run.hpp"
#include "bench/yardstick_model.hpp"

int main(int count, char** words) {
  using namespace samspil;
  const auto [plan, tally, seconds] = bench::timed_run<bench::Chain>(count, words, 100);
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
