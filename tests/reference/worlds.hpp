/// \file
/// Small pools of real families and made-up ones for the tests of the reference model.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/simulation/family_model.hpp"
#include "tests/reference/reference.hpp"

namespace samspil::test {

/// The shipped default scenario with a small pool, its margins unweighted.
Scenario small_scenario(std::uint32_t candidates);

/// The same with rare things made frequent, every mechanism on, and a strategy of few places and
/// short stays that acts on every hook, so that no process is left out.
Scenario eventful_scenario(std::uint32_t candidates);

/// A scenario whose rates are all zero and whose ratios are all one: a test switches on what it
/// looks at.
Scenario still_scenario();

/// A pool that holds one family: a mother of 40 on the given status, and her child if `age` >= 0,
/// whose birthday is on `birth_day`.
Pool one_family(LabourStatus status, int child_age = -1, int birth_day = 100);

/// A model on its pool, one family or several to a site, and the year at work.
class World {
 public:
  World(Scenario scenario, Pool pool, std::uint64_t families, int families_per_site,
        std::vector<Arm> arms);

  /// Begins again with the families of `site`, in the given arm.
  void begin(std::uint64_t site, std::uint32_t arm);
  /// Lives one year; `counts()` are of this year alone.
  void live(int year_number, RunKey run);

  const Scenario& scenario() const { return *scenario_; }
  const Pool& pool() const { return *pool_; }
  std::uint64_t sites() const { return model_->sites(); }
  const YearCounts& counts() const { return counts_; }
  const FamilyModel::Scratch& scratch() const { return scratch_; }
  std::vector<Household> households() const;
  const std::vector<Arm>& arms() const { return model_->arms(); }

 private:
  std::unique_ptr<Scenario> scenario_;
  std::unique_ptr<Pool> pool_;
  std::unique_ptr<StratifiedDraw> draw_;
  std::unique_ptr<FamilyModel> model_;
  FamilyModel::Scratch scratch_;
  YearCounts counts_;
  std::uint32_t arm_ = 0;
};

/// The first field in which two families differ, with person and values; empty if they are equal.
std::string difference(const Household& kernel, const Household& reference);

/// The first entry in which two years' counts differ; work done is left out.
std::string difference(const YearCounts& kernel, const YearCounts& reference);

}  // namespace samspil::test
