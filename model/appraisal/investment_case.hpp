/// \file
/// The verdict on an investment case, by payer and for the public in all: net result by year, net
/// present value, payback, break-even, uncertainty; and the form that a committee reads.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/appraisal/case_uncertainty.hpp"

namespace samspil {

/// Of one purse. Positive = fewer expenditures [kr.].
struct CaseResult {
  Timeline yearly, cumulated;
  Timeline yearly_discounted, cumulated_discounted;
  double npv = 0;
  /// Years until the cumulated result is no longer negative and stays so; 0 where it never is,
  /// nothing where it is at the end.
  std::optional<double> payback_simple, payback_discounted;
  /// Success rate at which the net present value, or the undiscounted sum, is 0; may be above 1.
  /// Nothing where success gives nothing back.
  std::optional<double> break_even_success_rate, break_even_success_rate_undiscounted;
  std::optional<double> successes_needed;
  std::optional<CaseUncertainty> uncertainty;
  std::vector<CaseSensitivity> sensitivity;
};

/// The municipality's own undiscounted accounts in the form of its committees [kr.].
struct CaseCommittee {
  struct Lines {
    std::array<Timeline, account_type_names.size()> by_type;
    Timeline total;
  };
  Lines implementation;  ///< One-off costs.
  Lines permanent;       ///< Running costs and all consequences.
  Lines total;
  /// First position from 1 on where the permanent change is at its best; nothing where that is
  /// none.
  std::optional<int> full_effect_from;
  std::vector<Department> departments;  ///< With an amount of the municipality's.
};

struct CaseAppraisal {
  std::array<CaseResult, payer_count> payers;
  CaseResult total;  ///< Municipality, region and state.
  CaseCommittee committee;
  /// By CaseInput: what the uncertainty is reckoned around. Nothing without uncertainty.
  std::optional<std::array<double, case_input_count>> input_means;
  std::uint32_t success_rates_cut_off = 0;
};

CaseAppraisal appraise(const InvestmentCase& investment);

}  // namespace samspil
