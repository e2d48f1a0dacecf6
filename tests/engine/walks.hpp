/// \file
/// A model without a subject, for tests of the engine.
#pragma once

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "model/core/random.hpp"
#include "model/engine/run_plan.hpp"

namespace samspil::test {

/// Random walks that are paired between arms. Writes down every unit, so that nothing can hide in
/// a sum, and counts each visit.
struct Walks {
  std::uint64_t units = 0;
  std::uint32_t arms = 3;
  std::atomic<int>* scratches = nullptr;
  std::uint64_t sick_unit = ~std::uint64_t{0};  ///< Throws when it is made.

  struct Scratch {
    std::uint64_t first = 0;
    std::vector<std::uint64_t> start;       ///< Made by block.
    std::vector<std::int64_t> end_of_arm0;  ///< Made by arm 0, read by the others.
    std::uint32_t next_arm = 0;
  };

  struct Tally {
    std::vector<std::int64_t> visits;
    std::vector<std::int64_t> difference;
    std::int64_t finished_units = 0;
    std::int64_t order_faults = 0;

    Tally& operator+=(const Tally& other) {
      for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i] += other.visits[i];
        difference[i] += other.difference[i];
      }
      finished_units += other.finished_units;
      order_faults += other.order_faults;
      return *this;
    }
    void visit_integers(auto&& visit) {
      for (std::int64_t& unit : visits) visit(unit);
      for (std::int64_t& unit : difference) visit(unit);
      visit(finished_units);
      visit(order_faults);
    }
    friend bool operator==(const Tally&, const Tally&) = default;
  };

  Scratch make_scratch() const {
    if (scratches != nullptr) ++*scratches;
    return {};
  }
  Tally make_tally() const {
    return {std::vector<std::int64_t>(units), std::vector<std::int64_t>(units)};
  }

  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.next_arm = 0;
    scratch.start.resize(count);
    scratch.end_of_arm0.resize(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      if (first + i == sick_unit) throw std::domain_error("sick unit");
      scratch.start[i] = first + i + 1;
    }
  }

  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally& tally) const {
    tally.order_faults += arm != scratch.next_arm;
    scratch.next_arm = arm + 1;
    for (std::size_t i = 0; i < scratch.start.size(); ++i) {
      auto at = static_cast<std::int64_t>(scratch.start[i]);
      for (int period = 0; period < 5; ++period) {
        const PhiloxBlock words =
            keyed_block({1, draw}, Identity{scratch.start[i]}, period, BlockNumber{0});
        at += static_cast<std::int64_t>(words[0] >> 8) * (arm + 1);
      }
      if (arm == 0) scratch.end_of_arm0[i] = at;
      tally.visits[scratch.first + i] += 1;
      tally.difference[scratch.first + i] += at - scratch.end_of_arm0[i];
    }
  }

  void finish_draw(Scratch& scratch, std::uint32_t, Tally& tally) const {
    tally.order_faults += scratch.next_arm != arms;
    tally.finished_units += static_cast<std::int64_t>(scratch.start.size());
    scratch.next_arm = 0;
  }
};

}  // namespace samspil::test
