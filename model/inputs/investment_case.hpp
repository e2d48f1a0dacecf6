/// \file
/// An investment case in the form of the ministry's model SØM: participants, a success rate, costs,
/// and what each success is said to give back. Holds what the file says and computes nothing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/distribution.hpp"
#include "model/inputs/quantity.hpp"
#include "model/population/services.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// Whose account an amount stands on, and where its number comes from.
struct CaseAccount {
  std::string name;
  Payer payer = Payer::municipality;
  Department department = Department::coordination;
  AccountType account_type = AccountType::service;
  std::string account_function{};  ///< Of the chart of accounts; empty where it is not said.
  std::optional<Grade> grade;
  std::string source;
};

struct CaseCost {
  CaseAccount account;
  double time = 0;    ///< [years from now]
  double amount = 0;  ///< [kr.], positive = expenditure
  bool one_off = false;
};

struct CaseConsequence {
  CaseAccount account;
  std::vector<double> per_success;  ///< [kr.] in years 1, 2, …; positive = fewer expenditures
};

/// What may be uncertain in a case.
enum class CaseInput : std::uint8_t {
  success_rate,
  price_factor,  ///< Multiplies all consequences.
  cost_factor    ///< Multiplies all costs.
};
inline constexpr std::array<std::string_view, 3> case_input_names{"success_rate", "price_factor",
                                                                  "cost_factor"};
inline constexpr std::size_t case_input_count = case_input_names.size();

inline constexpr std::uint32_t fewest_case_draws = 2;  ///< An error needs two.
inline constexpr std::uint32_t most_case_draws = 1'000'000;
inline constexpr int longest_case = 100;  ///< [years]

struct InvestmentCase {
  std::string title, title_da, title_en;
  int first_year = 0;  ///< Calendar year of year 1.
  std::optional<int> price_level;
  std::vector<double> participants;     ///< Intake j starts in year j.
  double success_rate = 0;              ///< [share], net of what happens anyway
  std::optional<double> discount_rate;  ///< [per year]; nothing = the Finance Ministry's steps
  std::uint32_t seed = 1;
  std::vector<CaseCost> costs;
  std::vector<CaseConsequence> consequences;

  /// By CaseInput; an input without a distribution is certain: the success rate as it is, a factor
  /// of 1.
  std::array<std::optional<Distribution>, case_input_count> uncertainty;
  std::uint32_t draws = 10'000;
  std::vector<Problem> warnings;  ///< What can be reckoned with and may not be meant.

  bool is_uncertain() const noexcept {
    for (const auto& distribution : uncertainty) {
      if (distribution) return true;
    }
    return false;
  }
};

}  // namespace samspil
