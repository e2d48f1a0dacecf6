/// \file
/// What a strategy saves and costs against what it is compared with, the baseline or present
/// practice: same families, same draws. Sums over runs
/// stay whole øre; the division by runs is the last step.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "model/appraisal/mean_error.hpp"
#include "model/appraisal/money_table.hpp"
#include "model/appraisal/paired_error.hpp"
#include "model/costs/discounting.hpp"
#include "model/costs/ledger.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// Positive means fewer public expenditures. Sums over runs.
struct Saving {
  EffectLevel level = EffectLevel::centre;
  std::size_t arm = 0;        ///< Position in RunResult::arms.
  MoneyTable gross_saving;    ///< Reference - strategy, consequences only.
  MoneyTable programme_cost;  ///< Own operation - the reference's: positive = it costs more.
  MoneyTable net_result;      ///< gross_saving - programme_cost.
  std::array<PairedError, purse_count> error{};
  std::array<MeanError, purse_count> mean_error{};
};

struct StrategyAppraisal {
  std::size_t strategy = 0;  ///< Position in Scenario::strategies.
  std::vector<Saving> levels;

  const Saving& at(EffectLevel level) const noexcept { return levels[index_of(level)]; }
};

struct Appraisal {
  std::vector<Ledger> ledgers;          ///< By arm, sums over runs.
  std::vector<std::size_t> references;  ///< By arm: position of the arm it is compared with.
  std::vector<StrategyAppraisal> strategies;
  double runs = 1;  ///< Of all families.
  int years = 0;

  const Ledger& reference_of(std::size_t arm) const { return ledgers[references[arm]]; }

  /// Mean over runs [kr.].
  double kroner(Ore sum_over_draws) const noexcept { return as_kroner(sum_over_draws) / runs; }
};

/// Compares each strategy with its reference. Throws std::logic_error when the
/// paired moments are not those of the priced difference: an error must belong to its total.
Appraisal appraise(const Scenario& scenario, const RunResult& result);

/// Whether a cell is in the public net result: what is shown apart is not, nor what citizens pay.
bool is_in_net_result(const LedgerCell& cell) noexcept;

/// What the consequences cost, programme left out; sums over runs.
MoneyTable cost_of_consequences(const Ledger& ledger, int years);

/// What a purse pays.
Part part_of(Purse purse) noexcept;

/// First year (1, 2, …) from which a cumulated result is never negative; nothing where there is
/// none.
template <class Cumulated>
std::optional<int> paid_back_in(const Cumulated& cumulated) noexcept {
  std::optional<int> first;
  int year = 0;
  for (const auto sum : cumulated) {
    ++year;
    if (sum < 0) {
      first.reset();
    } else if (!first) {
      first = year;
    }
  }
  return first;
}

/// By year: share of the cases, draws or cohorts, that are paid back by its end.
///   cumulated  by year, then case; at least one of each
std::vector<double> paid_back_shares(const std::vector<std::vector<double>>& cumulated);

/// How a purse's cumulated net result runs [øre, sums over runs].
struct Course {
  std::vector<Ore> cumulated;    ///< By year.
  Ore largest_deficit = 0;       ///< Lowest cumulated result; 0 if it is never negative.
  int deficit_year = 0;          ///< Budget year of it; 0 if there is none.
  std::optional<int> paid_back;  ///< See paid_back_in().
};

Course course_of(const MoneyTable& net_result, const Part& part);

/// How later kroner count: by which rate, and from when in each budget year.
struct Discounting {
  DiscountRate rate = DiscountRate::fm();
  Timing timing = Timing::end;
};

Discounting discounting_of(const Scenario& scenario) noexcept;

/// Σ net_t · v(t), t the time at which budget year 1, 2, … falls due. [kr., mean]
double present_value(const Appraisal& appraisal, const MoneyTable& net_result, const Part& part,
                     const Discounting& discounting) noexcept;

/// From a change in units to kroner for one service over the horizon; sums over runs.
struct UnitsToKroner {
  Service service{};
  Hundredths units = 0;  ///< Baseline - strategy: positive = less use.
  Ore gross = 0;
  std::array<Ore, payer_count> by_payer{};
};

/// Services whose use differs, in catalogue order.
std::vector<UnitsToKroner> units_to_kroner(const Ledger& baseline, const Ledger& strategy);

/// Σ years of one outcome of one arm.
std::int64_t outcome_total(const RunResult& result, std::size_t arm, Outcome outcome) noexcept;

}  // namespace samspil
