/// \file
/// The shipped example of an investment case, whose results are known, and cases made from it.
#pragma once

#include <filesystem>

#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil::test {

/// 40 participants, 25 % succeed, 60,000 kr. in the first and 90,000 kr. in three more years saved
/// per success, 2.8 mio. kr. now, 3.5 %. Success rate ~ Beta(10, 30), price ~ Lognormal(0, 0.2).
inline InvestmentCase published_case() {
  return load_investment_case(std::filesystem::path{build_info::source_scenarios_dir} / "examples" /
                              "case.toml");
}

inline void scale_consequences(InvestmentCase& investment, double factor) {
  for (CaseConsequence& consequence : investment.consequences) {
    for (double& amount : consequence.per_success) amount *= factor;
  }
}

inline void scale_costs(InvestmentCase& investment, double factor) {
  for (CaseCost& cost : investment.costs) cost.amount *= factor;
}

/// A case of one participant who succeeds, without discounting, to write into.
inline InvestmentCase plain_case() {
  InvestmentCase investment;
  investment.first_year = 2026;
  investment.participants = {1};
  investment.success_rate = 1;
  investment.discount_rate = 0;
  return investment;
}

inline CaseCost cost_of(double time, double amount, Payer payer = Payer::municipality) {
  CaseCost cost;
  cost.account.payer = payer;
  cost.time = time;
  cost.amount = amount;
  return cost;
}

inline CaseConsequence saving_of(std::vector<double> per_success,
                                 Payer payer = Payer::municipality) {
  CaseConsequence consequence;
  consequence.account.payer = payer;
  consequence.per_success = std::move(per_success);
  return consequence;
}

}  // namespace samspil::test
