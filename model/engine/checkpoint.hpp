/// \file
/// What a run has done, in a plain text file: so that a run that was killed goes on to the same
/// bits, on any number of threads or processes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/engine/checkpoint_file.hpp"
#include "model/engine/integers.hpp"
#include "model/words/message.hpp"

namespace samspil {

/// The numbers of a plan that say what a finished block is: units, units per block, draws, draws
/// per chunk, arms, and how many integers a tally takes.
using PlanNumbers = std::vector<std::uint64_t>;

/// A run between two rounds: chunks before `first_draw` are finished and taken, of the chunk that
/// begins there some blocks.
struct RunState {
  std::uint32_t first_draw = 0;
  std::vector<std::uint8_t> finished;  ///< 1 or 0, by block of the chunk.
  Integers taken;                      ///< What the caller has made of finished chunks.
  std::vector<Integers> draws;         ///< Sums over finished blocks, by draw of the chunk.

  friend bool operator==(const RunState&, const RunState&) = default;
};

/// The file of one run. Several processes hold one each, made from the same text; the root saves.
class Checkpoint {
 public:
  /// Names and values on which the result depends: one line each in the file. Two runs can go on
  /// from each other if and only if all are equal.
  using Inputs = std::vector<std::pair<std::string, std::string>>;

  /// `text` is what file.open() gave on the root. Throws InputError when it is torn or altered, or
  /// when another run wrote it. Between two saves pass `least_seconds`, and so many that all saves
  /// take under one per cent of the time.
  Checkpoint(CheckpointFile file, const std::string& text, Inputs inputs,
             double least_seconds = 30);

  bool was_found() const noexcept { return found_.has_value(); }
  /// Of the whole run [0, 1].
  double share_found() const noexcept;
  /// Runs, draws of the plan, of which what was found is a part; 0 where nothing was.
  std::uint64_t runs_found() const noexcept { return found_ ? plan_found_[2] : 0; }
  /// What was found, once. Throws InputError when it was made by another plan.
  std::optional<RunState> resume(const PlanNumbers& plan);

  double seconds_until_due() const;
  /// Replaces what the file held. A run is worth more than its checkpoint: where that cannot be
  /// written the run goes on, and fault() says why.
  void save(const PlanNumbers& plan, const RunState& state);
  /// Why the last save failed; empty where none did.
  const Message& fault() const noexcept { return fault_; }
  /// What the last save has cost the run, waiting included.
  void count_cost(double seconds) noexcept;
  /// When the results have left, nothing is to be kept.
  void remove() noexcept { file_.remove(); }

 private:
  using Clock = std::chrono::steady_clock;

  CheckpointFile file_;
  Inputs inputs_;
  double least_seconds_;
  PlanNumbers plan_found_;
  std::optional<RunState> found_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
  double last_cost_ = 0, all_costs_ = 0;  ///< Seconds.
  Message fault_;
};

}  // namespace samspil
