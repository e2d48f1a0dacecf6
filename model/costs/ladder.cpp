#include "model/costs/ladder.hpp"

#include <algorithm>
#include <bit>

namespace samspil {
namespace {

constexpr int longest = 60'000;

std::uint16_t longer(std::uint16_t weeks, int more) noexcept {
  return static_cast<std::uint16_t>(std::min(weeks + more, longest));
}

using Weeks = std::array<std::uint64_t, 3>;

/// Bits 0 <= bit < n.
constexpr std::uint64_t lowest(int n) noexcept {
  return n <= 0 ? 0 : n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
}

/// Moves every week `by` weeks into the past; what is older than the window falls out.
void shift(Weeks& weeks, int by) noexcept {
  for (; by >= 64; by -= 64) weeks = {0, weeks[0], weeks[1]};
  if (by == 0) return;
  weeks[2] = weeks[2] << by | weeks[1] >> (64 - by);
  weeks[1] = weeks[1] << by | weeks[0] >> (64 - by);
  weeks[0] <<= by;
  weeks[2] &= lowest(restart_window - 128);
}

void pass(LadderHistory& ladder, int weeks) noexcept {
  if (ladder.counted > 0) ladder.since_first = longer(ladder.since_first, weeks);
  if (ladder.was_self_supporting()) shift(ladder.self_support, std::min(weeks, 3 * 64));
}

}  // namespace

StepWeeks pass_counted(LadderHistory& ladder, int weeks) noexcept {
  StepWeeks by_step{};
  const int before = ladder.counted;
  const int after = before + weeks;
  int from = before;
  for (RuleState step = step_of(before + 1); from < after; ++step) {
    const int last =
        step < last_week_of_step.size() ? std::min(after, last_week_of_step[step]) : after;
    by_step[step] = std::max(0, last - from);
    from = std::max(from, last);
  }
  pass(ladder, weeks);
  if (before == 0) ladder.since_first = longer(0, weeks);
  ladder.counted = longer(ladder.counted, weeks);
  return by_step;
}

// The weeks towards a restart never fall while self-supporting weeks pass: each adds one and drops
// at most one. So it is enough to look at the end of the spell.
void pass_self_support(LadderHistory& ladder, int weeks) noexcept {
  pass(ladder, weeks);
  for (std::size_t word = 0; word < ladder.self_support.size(); ++word) {
    const int from = 64 * static_cast<int>(word);
    ladder.self_support[word] |= lowest(std::min(weeks, restart_window) - from);
  }
  if (weeks_towards_restart(ladder) >= restart_weeks) ladder.counted = ladder.since_first = 0;
}

void pass_neither(LadderHistory& ladder, int weeks) noexcept { pass(ladder, weeks); }

int weeks_towards_restart(const LadderHistory& ladder) noexcept {
  if (ladder.since_first == 0 || !ladder.was_self_supporting()) return 0;
  int sum = 0;
  for (std::size_t word = 0; word < ladder.self_support.size(); ++word) {
    const int from = 64 * static_cast<int>(word);
    sum += std::popcount(ladder.self_support[word] & lowest(ladder.since_first - from));
  }
  return sum;
}

}  // namespace samspil
