#include "model/engine/checkpoint.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/engine/checkpoint_text.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr double most_share_of_a_run = 0.01;

}  // namespace

Checkpoint::Checkpoint(CheckpointFile file, const std::string& text, Inputs inputs,
                       double least_seconds)
    : file_{std::move(file)}, inputs_{std::move(inputs)}, least_seconds_{least_seconds} {
  if (text.empty()) return;
  CheckpointText found = read_checkpoint(file_.path().string(), text);
  for (std::size_t i = 0; i < std::max(inputs_.size(), found.inputs.size()); ++i) {
    static const std::pair<std::string, std::string> nothing;
    const auto& own = i < inputs_.size() ? inputs_[i] : nothing;
    const auto& theirs = i < found.inputs.size() ? found.inputs[i] : nothing;
    if (own == theirs) continue;
    const auto told = [](const auto& one) {
      return one.first.empty() ? Message{"fault.nothing"} : Message::as_is(one.second);
    };
    throw InputError{Problem{file_.path().string(),
                             0,
                             own.first.empty() ? theirs.first : own.first,
                             {"fault.other_run", told(theirs), told(own)},
                             {"remedy.other_run"}}};
  }
  plan_found_ = std::move(found.plan);
  found_ = std::move(found.state);
}

double Checkpoint::share_found() const noexcept {
  if (!found_) return 0;
  const auto blocks = static_cast<double>(blocks_of(plan_found_));
  const auto finished = std::count(found_->finished.begin(), found_->finished.end(), 1);
  const double done = blocks * found_->first_draw +
                      static_cast<double>(finished) * draws_of(plan_found_, found_->first_draw);
  return done / (blocks * static_cast<double>(plan_found_[2]));
}

std::optional<RunState> Checkpoint::resume(const PlanNumbers& plan) {
  if (found_ && plan != plan_found_) {
    throw InputError{Problem{
        file_.path().string(), 0, "plan", {"fault.divided_otherwise"}, {"remedy.its_program"}}};
  }
  return std::exchange(found_, std::nullopt);
}

double Checkpoint::seconds_until_due() const {
  using Seconds = std::chrono::duration<double>;
  const Clock::time_point now = Clock::now();
  const double for_share = (all_costs_ + last_cost_) / most_share_of_a_run;
  return std::max({0.0, least_seconds_ - Seconds{now - last_}.count(),
                   for_share - Seconds{now - begin_}.count()});
}

void Checkpoint::save(const PlanNumbers& plan, const RunState& state) {
  try {
    file_.replace(written({inputs_, plan, state}));
    fault_ = {};
  } catch (const std::runtime_error& error) {
    fault_ = message_of(error);
  }
  last_ = Clock::now();
}

void Checkpoint::count_cost(double seconds) noexcept {
  last_cost_ = seconds;
  all_costs_ += seconds;
}

}  // namespace samspil
