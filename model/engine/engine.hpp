/// \file
/// Runs any model of independent units: chunks of draws, blocks of units, draws, arms. Knows no
/// domain; whatever the model counts, it counts in integers, so that no order of work can matter.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "model/engine/checkpoint.hpp"
#include "model/engine/integers.hpp"
#include "model/engine/rounds.hpp"
#include "model/engine/run_plan.hpp"

namespace samspil {

/// A model of independent units.
///   Scratch  all memory that a thread needs besides tallies: made once per thread.
///   Tally    the integer sums of one draw, all arms. Where it HasIntegers, a run can be divided
///            between processes and resumed.
/// make_block makes units [first, first + count) again from their keys. run_arm runs one arm of one
/// draw over all periods of the block; arm 0 comes first, so that later arms can be paired with it.
/// A model whose arms are quicker side by side has run_draw(scratch, draw, tally) in its place.
/// finish_draw follows the last arm. All three must be safe to call at once from several threads,
/// each with its own scratch, and are quick only where memory is kept in it: a vector may grow in
/// the first block, and not with every one.
template <class M>
concept RunsArms = requires(const M& model, typename M::Scratch& scratch, typename M::Tally& tally,
                            std::uint32_t number) {
  { model.run_arm(scratch, /*draw*/ number, /*arm*/ number, tally) } -> std::same_as<void>;
};
template <class M>
concept RunsDraws = requires(const M& model, typename M::Scratch& scratch, typename M::Tally& tally,
                             std::uint32_t number) {
  { model.run_draw(scratch, /*draw*/ number, tally) } -> std::same_as<void>;
};
template <class M>
concept UnitModel = (RunsArms<M> || RunsDraws<M>)&&std::copyable<typename M::Tally>&& std::movable<
    typename M::Scratch>&& requires(const M& model, typename M::Scratch& scratch,
                                    typename M::Tally& tally, const typename M::Tally& other,
                                    std::uint64_t first, std::uint32_t number) {
  { model.make_scratch() } -> std::same_as<typename M::Scratch>;
  { model.make_tally() } -> std::same_as<typename M::Tally>;
  {tally += other};
  { model.make_block(scratch, first, number) } -> std::same_as<void>;
  { model.finish_draw(scratch, /*draw*/ number, tally) } -> std::same_as<void>;
};

namespace engine_detail {

/// The threads' own memory: scratch, and sums over the blocks of a round.
template <UnitModel M>
class Workers {
 public:
  using Tally = typename M::Tally;

  Workers(const M& model, const RunPlan& plan)
      : model_{model},
        plan_{plan},
        zero_{model.make_tally()},
        workers_(static_cast<std::size_t>(thread_count(plan.execution.threads))) {}

  /// Runs blocks until none of the chunk is left to this process, or the round is over.
  void run_round(Rounds& rounds) {
    for (const auto& worker : workers_) {
      if (worker) worker->tallies.assign(rounds.draws(), zero_);
    }
    rounds.for_each_block([&](std::size_t w, std::uint64_t block) {
      // Made by the thread that uses it, so that the memory lies near its core.
      if (!workers_[w]) {
        workers_[w] = std::make_unique<Worker>(
            Worker{model_.make_scratch(), std::vector<Tally>(rounds.draws(), zero_)});
      }
      run_block(rounds, block, *workers_[w]);
    });
  }

  /// Adds up the round over threads and processes.
  std::vector<Tally> sums(Rounds& rounds) const {
    std::vector<Tally> sums(rounds.draws(), zero_);
    for (const auto& worker : workers_) {
      if (!worker) continue;
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += worker->tallies[i];
    }
    if (!rounds.is_shared()) return sums;
    if constexpr (HasIntegers<Tally>) {
      Integers integers;
      for (Tally& tally : sums) append_integers(tally, integers);
      rounds.sum_over_ranks(integers);
      std::span<const std::int64_t> rest{integers};
      for (Tally& tally : sums) rest = take_integers(rest, tally);
    }
    return sums;
  }

 private:
  struct Worker {
    typename M::Scratch scratch;
    std::vector<Tally> tallies;  ///< One per draw of the chunk.
  };

  void run_block(Rounds& rounds, std::uint64_t block, Worker& worker) {
    const std::uint64_t first = block * plan_.units_per_block;
    const std::uint64_t left = plan_.units - first;
    model_.make_block(
        worker.scratch, first,
        static_cast<std::uint32_t>(std::min<std::uint64_t>(plan_.units_per_block, left)));
    std::uint32_t draw = rounds.first_draw();
    for (Tally& tally : worker.tallies) {
      if (rounds.has_failed()) return;
      if constexpr (RunsDraws<M>) {
        model_.run_draw(worker.scratch, draw, tally);
      } else {
        for (std::uint32_t arm = 0; arm < plan_.arms; ++arm) {
          model_.run_arm(worker.scratch, draw, arm, tally);
        }
      }
      model_.finish_draw(worker.scratch, draw, tally);
      rounds.count_draw();
      ++draw;
    }
  }

  const M& model_;
  const RunPlan& plan_;
  const Tally zero_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

/// What is made of finished chunks: their sum, or whatever a function makes of them.
template <class Tally>
struct Sum {
  Tally tally;

  void take(std::uint32_t /*first_draw*/, std::span<const Tally> tallies) {
    for (const Tally& other : tallies) tally += other;
  }
  void visit_integers(auto&& visit) requires HasIntegers<Tally> { tally.visit_integers(visit); }
};

template <class TakeChunk>
struct Handover {
  TakeChunk& take_chunk;

  template <class Tally>
  void take(std::uint32_t first_draw, std::span<const Tally> tallies) {
    take_chunk(first_draw, tallies);
  }
};

/// The state of a run as integers, and back.
template <class Tally, class Taken>
RunState state_of(const Rounds& rounds, Taken& taken, std::vector<Tally>& sums) {
  RunState state{rounds.first_draw(), rounds.finished(), {}, {}};
  if constexpr (HasIntegers<Tally> && HasIntegers<Taken>) {
    append_integers(taken, state.taken);
    for (Tally& tally : sums) append_integers(tally, state.draws.emplace_back());
  }
  return state;
}

template <class Tally, class Taken>
void restore(const RunState& state, Taken& taken, std::vector<Tally>& sums) {
  if constexpr (HasIntegers<Tally> && HasIntegers<Taken>) {
    if (state.taken.size() != integer_count_of(taken)) throw_torn_state();
    take_integers(std::span{state.taken}, taken);
    for (std::size_t i = 0; i < sums.size(); ++i) take_integers(std::span{state.draws[i]}, sums[i]);
  }
}

}  // namespace engine_detail

/// Runs the plan chunk by chunk. Each finished chunk is handed over as
/// taken.take(first_draw, tallies), one tally per draw, from the calling thread and in the order of
/// the draws, so that memory does not grow with their number. With a checkpoint the run begins
/// where the file ends and is saved on the way; what `taken` has made of finished chunks is part of
/// the file, so both it and the tallies must show their integers. Where it has one,
/// taken.before_chunk(first_draw, draws) is called before a chunk is run, on every process and
/// while no thread is at work, so that it can give the model the inputs of those draws. Throws
/// Stopped when the execution asks to stop; std::logic_error where integers that are needed are not
/// shown.
template <UnitModel M, class Taken>
void run_into(const M& model, const RunPlan& plan, Taken& taken, const ShareDone& share_done = {},
              Checkpoint* checkpoint = nullptr) {
  using Tally = typename M::Tally;
  check(plan);
  const Tally zero = model.make_tally();
  engine_detail::Workers<M> workers{model, plan};
  engine_detail::Rounds rounds{plan, share_done, checkpoint};
  if constexpr (HasIntegers<Tally>) {
    Tally one = zero;
    rounds.set_tally_size(integer_count_of(one));
  }
  if (rounds.is_shared() && !HasIntegers<Tally>) engine_detail::throw_no_integers();
  if (checkpoint != nullptr && !(HasIntegers<Tally> && HasIntegers<Taken>)) {
    engine_detail::throw_no_integers();
  }

  const std::optional<RunState> found = rounds.resume();
  std::vector<Tally> sums(rounds.draws(), zero);
  if (found) engine_detail::restore(*found, taken, sums);
  const auto save = [&] {
    if (rounds.is_saved()) rounds.save(engine_detail::state_of(rounds, taken, sums));
  };
  while (!rounds.is_over()) {
    if constexpr (requires { taken.before_chunk(rounds.first_draw(), std::uint32_t{1}); }) {
      taken.before_chunk(rounds.first_draw(), static_cast<std::uint32_t>(rounds.draws()));
    }
    while (rounds.begin(save)) {
      workers.run_round(rounds);
      const std::vector<Tally> round = workers.sums(rounds);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += round[i];
      rounds.end();
    }
    taken.take(rounds.first_draw(), std::span<const Tally>{sums});
    rounds.next_chunk();
    sums.assign(rounds.draws(), zero);
  }
  rounds.finish(save);
}

/// The same with a function instead: take_chunk(first_draw, tallies). Cannot be resumed.
template <UnitModel M, class TakeChunk>
requires std::invocable<TakeChunk&, std::uint32_t, std::span<const typename M::Tally>>
void run_chunks(const M& model, const RunPlan& plan, TakeChunk&& take_chunk,
                const ShareDone& share_done = {}) {
  engine_detail::Handover<TakeChunk> handover{take_chunk};
  run_into(model, plan, handover, share_done);
}

/// Runs the plan and adds up all draws.
template <UnitModel M>
typename M::Tally run_sum(const M& model, const RunPlan& plan, const ShareDone& share_done = {},
                          Checkpoint* checkpoint = nullptr) {
  engine_detail::Sum<typename M::Tally> sum{model.make_tally()};
  run_into(model, plan, sum, share_done, checkpoint);
  return std::move(sum.tally);
}

}  // namespace samspil
