#include "model/engine/engine.hpp"

#include <string>
#include <utility>
#include <vector>

#include "model/engine/ranks.hpp"
#include "model/words/problem.hpp"

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
    problems.push_back({"run plan", 0, name, {"fault.is", size}, {"remedy.one_to", most}});
  };
  within("units", plan.units, most_units);
  within("units_per_block", plan.units_per_block, most_units_per_block);
  within("draws", plan.draws, most_draws);
  within("draws_per_chunk", plan.draws_per_chunk, most_draws_per_chunk);
  within("arms", plan.arms, most_arms);
  if (plan.execution.threads < 0 || plan.execution.threads > most_threads) {
    problems.push_back({"run plan",
                        0,
                        "threads",
                        {"fault.is", plan.execution.threads},
                        {"remedy.threads", most_threads}});
  }
  if (!problems.empty()) throw InputError{std::move(problems)};
}

int thread_count(const Execution& execution) {
  std::int64_t threads = thread_count(execution.threads);
  if (execution.ranks != nullptr) execution.ranks->sum({&threads, 1});
  return static_cast<int>(threads);
}

}  // namespace samspil
