/// \file
/// What each run came to, arm by arm and year by year, so that any spread over draws can be taken:
/// by department and payer, the municipality's by service, and people. Kept where there is more
/// than one run, as far as memory goes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/costs/ledger.hpp"
#include "model/simulation/counts.hpp"

namespace samspil {

/// Costs of one arm in one year of one run [øre].
struct YearAccount {
  /// By department and payer: what the consequences cost, and the programme's operation.
  std::array<std::array<Ore, payer_count>, department_count> consequences{}, programme{};
  std::array<Ore, service_count> municipality{};  ///< Of the consequences, its own part by service.
  std::array<std::int64_t, outcome_count> outcomes{};

  friend bool operator==(const YearAccount&, const YearAccount&) = default;
};

class RunAccounts {
 public:
  /// 256 MB.
  static constexpr std::size_t most_bytes = std::size_t{1} << 28U;
  /// What the accounts of so many runs take.
  static constexpr std::size_t bytes_of(std::size_t runs, std::size_t arms,
                                        std::size_t years) noexcept {
    return runs * arms * years * sizeof(YearAccount);
  }

  RunAccounts() = default;
  /// Nought. Keeps nothing of one run, or of more than `most_bytes`.
  RunAccounts(std::size_t runs, std::size_t arms, std::size_t years);

  bool are_kept() const noexcept { return !accounts_.empty(); }
  std::size_t runs() const noexcept { return runs_; }

  /// Adds a run's arm: its ledger, and what its years counted.
  void add(std::size_t run, std::size_t arm, const Ledger& ledger,
           const ArmCounts& counts) noexcept;

  /// By year. Only where accounts are kept.
  std::span<const YearAccount> of(std::size_t run, std::size_t arm) const noexcept {
    return {accounts_.data() + (run * arms_ + arm) * years_, years_};
  }

  void visit_integers(auto&& visit) {
    for (YearAccount& account : accounts_) {
      for (auto* part : {&account.consequences, &account.programme}) {
        for (auto& payers : *part) {
          for (Ore& amount : payers) visit(amount);
        }
      }
      for (Ore& amount : account.municipality) visit(amount);
      for (std::int64_t& count : account.outcomes) visit(count);
    }
  }

 private:
  std::size_t runs_ = 0, arms_ = 0, years_ = 0;
  std::vector<YearAccount> accounts_;  ///< Run, arm, year.
};

}  // namespace samspil
