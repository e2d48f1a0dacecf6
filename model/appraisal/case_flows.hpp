/// \file
/// The amounts of an investment case on its timeline, by payer. Knows no verdict.
#pragma once

#include <array>
#include <vector>

#include "model/costs/discounting.hpp"
#include "model/inputs/investment_case.hpp"

namespace samspil {

/// Positions of a timeline: 0 is now, y is year y, which ends y years from now.
using Timeline = std::vector<double>;

double in_all(const Timeline& values) noexcept;

/// By which the case is discounted.
DiscountRate rate_of(const InvestmentCase& investment) noexcept;

/// One row of the case at one time.
struct CaseFlow {
  double time = 0;           ///< [years from now]
  std::size_t position = 0;  ///< In the timeline.
  Payer payer = Payer::municipality;
  Department department = Department::coordination;
  AccountType account_type = AccountType::service;
  bool is_cost = false;
  bool one_off = false;
  std::size_t row = 0;    ///< In the file: costs, then consequences.
  double amount = 0;      ///< [kr.] of a cost; of a consequence if every participant succeeded
  double discounted = 0;  ///< [kr.] the same now
};

/// In an order that does not depend on that of the file's rows, so that sums have the same bits.
std::vector<CaseFlow> flows_of(const InvestmentCase& investment);

/// What one purse pays, and what it would pay less if every participant succeeded.
struct CaseStream {
  Timeline benefit, cost;
  Timeline benefit_discounted, cost_discounted;

  friend bool operator==(const CaseStream&, const CaseStream&) = default;
};

/// What one purse has in all: NPV = success rate x price factor x benefit - cost factor x cost.
struct CaseSums {
  double benefit = 0;
  double cost = 0;

  double net(double success_rate, double price_factor, double cost_factor) const noexcept {
    return success_rate * price_factor * benefit - cost_factor * cost;
  }
};

CaseSums sums(const CaseStream& stream) noexcept;
CaseSums discounted_sums(const CaseStream& stream) noexcept;

/// By payer. All have the length of the longest.
std::array<CaseStream, payer_count> streams_of(const std::vector<CaseFlow>& flows);

/// Municipality, region and state together; citizens stand outside.
CaseStream public_stream(const std::array<CaseStream, payer_count>& payers);

/// One row of the case over the timeline, as it is expected: positive = fewer expenditures [kr.].
struct CaseLine {
  Timeline yearly, discounted;
};

/// Costs, then consequences, as the case lists them. All have the length of the longest; those of a
/// payer sum to its net result.
std::vector<CaseLine> lines_of(const InvestmentCase& investment);

double all_participants(const InvestmentCase& investment) noexcept;
double all_successes(const InvestmentCase& investment) noexcept;

}  // namespace samspil
