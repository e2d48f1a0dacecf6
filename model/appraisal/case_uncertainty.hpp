/// \file
/// What the uncertain inputs of an investment case do to its net present value: moments, chances,
/// value of information, each with the error of the draws behind it; and one input at a time.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/appraisal/case_flows.hpp"
#include "model/core/statistics.hpp"

namespace samspil {

struct CaseUncertainty {
  Estimate mean, standard_deviation;
  Estimate p5, p50, p95;
  Estimate probability_of_saving;  ///< Share of draws with a positive net present value.
  /// What knowing everything before choosing to do it or not would be worth [kr.].
  Estimate evpi;
  /// The same for one input, at most that of all. Nothing for one that is certain.
  std::array<std::optional<Estimate>, case_input_count> evppi;
};

/// Net present value with one input at its 5th and 95th percentile, the others at their mean.
struct CaseSensitivity {
  CaseInput input{};
  double low = 0, high = 0;          ///< Of the input.
  double npv_low = 0, npv_high = 0;  ///< [kr.]
};

/// Values of the inputs by CaseInput, one per draw. A value is a function of (seed, draw, input).
struct CaseDraws {
  std::array<std::vector<double>, case_input_count> values;
  std::array<double, case_input_count> means{};  ///< Of the distributions, not of the draws.
  std::uint32_t cut_off = 0;  ///< Success rates that lay outside 0 to 1 and were cut off.
};

CaseDraws draw_inputs(const InvestmentCase& investment);

/// Of the purse with these discounted sums.
CaseUncertainty uncertainty_of(const InvestmentCase& investment, const CaseDraws& draws,
                               const CaseSums& purse);
std::vector<CaseSensitivity> sensitivity_of(const InvestmentCase& investment,
                                            const CaseDraws& draws, const CaseSums& purse);

}  // namespace samspil
