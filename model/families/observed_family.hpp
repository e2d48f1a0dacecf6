/// \file
/// One candidate family under observation: made from its number, lived year by year, with a diary.
/// Studies choose among such families by rules of their own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/costs/settlement.hpp"
#include "model/dynamics/family_year.hpp"
#include "model/population/diary.hpp"

namespace samspil {

/// Not copied: the workspace refers to the diary.
class ObservedFamily {
 public:
  /// Keeps references. `most_years` is the longest life that will be asked for.
  ObservedFamily(const KernelTables& tables, const PayerRules& rules, int most_years);
  ObservedFamily(const ObservedFamily&) = delete;
  ObservedFamily& operator=(const ObservedFamily&) = delete;

  /// Candidate `number` of a replicate, on 1 January of `first_year`.
  void make(RunKey run, std::uint64_t number, int first_year);

  /// Lives one year under these hazard ratios; benefit weeks are settled on the refund ladder.
  void live_year(int year, const HookRatios& hooks);
  void live_year(int year) { live_year(year, no_hooks_); }

  /// From now on these parameters hold.
  void turn_to(const KernelTables& tables) noexcept { tables_ = &tables; }

  Family& family() noexcept { return family_; }
  const Family& family() const noexcept { return family_; }
  std::span<const Person> people() const noexcept { return {rows_.data(), family_.state.members}; }
  const Diary& diary() const noexcept { return diary_; }  ///< Of the year lived last.
  /// Benefit weeks of the year lived last, of one member, by step of the refund ladder.
  const ServiceUse& benefits_of(std::size_t member) const noexcept { return benefits_[member]; }

 private:
  const KernelTables* tables_;
  const PayerRules& rules_;
  RunKey run_;
  Family family_;
  std::vector<Person> rows_;
  Workspace space_;
  Diary diary_;
  std::vector<ServiceUse> benefits_;  ///< By member; zero but for with_benefits_.
  std::vector<std::size_t> with_benefits_;
  HookRatios no_hooks_ = no_hooks();
};

}  // namespace samspil
