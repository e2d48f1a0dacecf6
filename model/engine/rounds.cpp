#include "model/engine/rounds.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include "model/engine/checkpoint_text.hpp"
#include "model/engine/ranks.hpp"
#include "model/engine/threads.hpp"
#include "model/words/problem.hpp"

namespace samspil::engine_detail {
namespace {

/// How long processes go on without hearing of each other.
constexpr double seconds_between_meetings = 30;
constexpr double most_seconds_of_a_round = 1e9;

}  // namespace

void throw_no_integers() {
  throw std::logic_error("a tally that does not show its integers runs in one process, unsaved");
}

void throw_torn_state() {
  throw InputError{
      Problem{"checkpoint", 0, "taken", {"fault.other_integers"}, {"remedy.its_program"}}};
}

void Meter::step(int processes) {
  done_.fetch_add(1, std::memory_order_relaxed);
  if (!tell_) return;
  // A thread that finds another one telling goes on with its work.
  const std::unique_lock lock{telling_, std::try_to_lock};
  if (!lock.owns_lock() || has_failed()) return;
  const std::uint64_t done =
      done_before_ + done_.load(std::memory_order_relaxed) * static_cast<std::uint64_t>(processes);
  told_ = std::max(told_, std::min(1.0, static_cast<double>(done) / static_cast<double>(steps_)));
  try {
    tell_(told_);
  } catch (...) {
    fail();  // while the lock is held, so that nobody is told of a failed run
    throw;
  }
}

void Meter::set_done(std::uint64_t steps) noexcept {
  done_before_ = steps;
  done_ = 0;
}

void Meter::finish() const {
  if (tell_) tell_(1.0);
}

Rounds::Rounds(const RunPlan& plan, const ShareDone& share_done, Checkpoint* checkpoint)
    : plan_{plan},
      checkpoint_{checkpoint},
      processes_{plan.execution.ranks == nullptr ? 1 : plan.execution.ranks->count()},
      rank_{plan.execution.ranks == nullptr ? 0 : plan.execution.ranks->rank()},
      blocks_{(plan.units + plan.units_per_block - 1) / plan.units_per_block},
      numbers_{plan.units, plan.units_per_block, plan.draws, plan.draws_per_chunk, plan.arms, 0},
      meter_{blocks_ * plan.draws, share_done},
      finished_(blocks_) {}

void Rounds::set_tally_size(std::size_t integers) { numbers_.back() = integers; }

std::optional<RunState> Rounds::resume() {
  if (checkpoint_ == nullptr) return std::nullopt;
  std::optional<RunState> found = checkpoint_->resume(numbers_);
  if (found) {
    first_draw_ = found->first_draw;
    finished_ = found->finished;
    meter_.set_done(steps_done());
  }
  return found;
}

std::uint32_t Rounds::draws() const noexcept { return draws_of(numbers_, first_draw_); }

double Rounds::seconds_of_rest() const {
  const Clock::time_point now = Clock::now();
  std::chrono::duration<double> sum{0};
  for (const Clock::time_point last : last_) sum += now - last;
  return sum.count() / static_cast<double>(std::max<std::size_t>(1, last_.size()));
}

std::uint64_t Rounds::blocks_done() const noexcept {
  return static_cast<std::uint64_t>(
      std::count(finished_.begin(), finished_.end(), std::uint8_t{1}));
}

std::uint64_t Rounds::steps_done() const noexcept {
  return blocks_ * first_draw_ + blocks_done() * draws();
}

void Rounds::next_chunk() {
  first_draw_ += draws();
  std::fill(finished_.begin(), finished_.end(), std::uint8_t{0});
}

int Rounds::stop_asked() const {
  return plan_.execution.stop_asked == nullptr ? 0 : plan_.execution.stop_asked();
}

bool Rounds::begin(const std::function<void()>& save) {
  const bool has_end = checkpoint_ != nullptr || is_shared();
  std::array<std::int64_t, 2> heard{stop_asked(), 0};  // why to stop, microseconds to go on
  if (has_end && rank_ == 0) {
    double seconds = is_shared() ? seconds_between_meetings : most_seconds_of_a_round;
    if (checkpoint_ != nullptr) {
      if (has_news_ && checkpoint_->seconds_until_due() == 0) {
        save();
        checkpoint_->count_cost(seconds_of_rest());
      }
      seconds = std::min(seconds, checkpoint_->seconds_until_due());
    }
    heard[1] = static_cast<std::int64_t>(seconds * 1e6);
  }
  // The root alone knows how long; whoever was asked to stop stops all.
  if (is_shared()) plan_.execution.ranks->largest(heard);
  if (heard[0] != 0) {
    if (has_news_) save();
    throw Stopped{static_cast<int>(heard[0])};
  }
  seconds_of_round_ = has_end ? static_cast<double>(heard[1]) / 1e6 : -1;
  return blocks_done() < blocks_;
}

std::vector<std::uint64_t> Rounds::open_blocks() const {
  std::vector<std::uint64_t> open;
  std::uint64_t number = 0;
  for (std::uint64_t block = 0; block < blocks_; ++block) {
    if (finished_[block] != 0) continue;
    if (number++ % static_cast<std::uint64_t>(processes_) == static_cast<std::uint64_t>(rank_)) {
      open.push_back(block);
    }
  }
  return open;
}

void Rounds::for_each_block(const std::function<void(std::size_t, std::uint64_t)>& body) {
  completed_.assign(blocks_, 0);
  const std::vector<std::uint64_t> open = open_blocks();
  const int threads = thread_count(plan_.execution.threads);
  const Clock::time_point begin = Clock::now();
  last_.assign(static_cast<std::size_t>(threads), begin);
  std::atomic<bool> is_over{false};
  in_parallel(threads, open.size(), [&](std::size_t w, std::size_t i) {
    if (has_failed() || is_over.load(std::memory_order_relaxed) || stop_asked() != 0) return;
    try {
      body(w, open[i]);
    } catch (...) {
      meter_.fail();
      throw;
    }
    completed_[open[i]] = 1;
    last_[w] = Clock::now();
    // Looked at after a block, so that every round brings the run further.
    if (seconds_of_round_ >= 0 &&
        std::chrono::duration<double>(last_[w] - begin).count() >= seconds_of_round_) {
      is_over.store(true, std::memory_order_relaxed);
    }
  });
}

void Rounds::sum_over_ranks(Integers& integers) const { plan_.execution.ranks->sum(integers); }

void Rounds::end() {
  Integers completed{completed_.begin(), completed_.end()};
  if (is_shared()) sum_over_ranks(completed);
  for (std::size_t block = 0; block < finished_.size(); ++block) {
    finished_[block] = static_cast<std::uint8_t>(finished_[block] + completed[block]);
  }
  meter_.set_done(steps_done());
  has_news_ = true;
}

void Rounds::save(const RunState& state) {
  checkpoint_->save(numbers_, state);
  has_news_ = false;
}

void Rounds::finish(const std::function<void()>& save) {
  if (has_news_) save();
  meter_.finish();
}

}  // namespace samspil::engine_detail
