/// \file
/// One family's account (økonomioversigt): what its members' services cost whom, year by year,
/// under the payer rules. Whole øre; Σ payers = gross on every line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/costs/ladder.hpp"
#include "model/costs/prices.hpp"
#include "model/inputs/family_case.hpp"

namespace samspil {

/// The rule by which the state pays all for a refugee child (barnets lov § 203).
inline constexpr std::string_view full_refund_rule = "full_state_refund";

/// What is known of a line beyond its own amounts, for what is summed over several.
enum class LineKind : std::uint8_t {
  plain,
  ladder,           // split by the step of the refund ladder
  expensive_child,  // counts as an expensive case with the household
  expensive_adult,  // counts as an expensive case with the person
  refund,           // of expensive cases: gross 0, the state pays the municipality
  programme,
};

/// What one member had of one service in one year under one rule; or a refund; or a programme.
struct FamilyLine {
  LineKind kind = LineKind::plain;
  std::string who;   ///< A member, a household for a refund of its children, or a programme.
  std::string what;  ///< Name of a service or settlement; "programme".
  int units = 0;     ///< Weeks or days; 0 for amounts by year.
  std::string unit;  ///< "week", "day", or "kr." for amounts by year.
  Ore gross = 0;
  PayerPrices paid{};
  Department department{};
  AccountType account_type{};
  std::string rule;  ///< Name, with the rule state behind a point where there are several.
  std::string law;   ///< Of the rule.
  bool is_budget_guaranteed = false;
  Shares shares{};       ///< By which gross is split; of a refund, none.
  Ore weekly = 0;        ///< Price of a week [øre]; 0 for amounts by year, and where weeks differ.
  bool differs = false;  ///< Whether its weeks have different prices.

  friend bool operator==(const FamilyLine&, const FamilyLine&) = default;
};

struct AccountSum {
  Ore gross = 0;
  PayerPrices paid{};

  void add(const AccountSum& sum) noexcept;
  void add(const FamilyLine& line) noexcept { add(AccountSum{line.gross, line.paid}); }
  Ore of(Payer payer) const noexcept { return paid[index_of(payer)]; }
  /// municipality + region + state.
  Ore of_public() const noexcept;

  friend bool operator==(const AccountSum&, const AccountSum&) = default;
};

/// Sums of some lines.
struct AccountSums {
  AccountSum all;
  std::array<AccountSum, department_count> departments{};
  std::array<AccountSum, account_type_names.size()> account_types{};

  void add(const FamilyLine& line) noexcept;
};

struct AccountYear {
  int calendar_year = 0;
  std::vector<FamilyLine> lines;  ///< Members in the order of the file, each in catalogue order.
  AccountSums sums;
};

/// One person's benefit weeks by step of the refund ladder.
struct LadderAccount {
  std::size_t member = 0;
  std::vector<StepWeeks> years;
  int restarts = 0;   ///< Times that the count starts anew within the horizon.
  StepWeeks total{};  ///< All years.
};

struct FamilyAccount {
  std::vector<AccountYear> years;
  AccountSums total;
  std::vector<LadderAccount> ladder;  ///< Of adults and of whoever has a benefit week.
  Ore children_refund = 0;            ///< Of expensive cases, all years, households together.
  Ore children_refund_alone = 0;      ///< The same if each child were refunded alone.
};

/// The account of a family by the prices, the rules and the law of a catalogue.
FamilyAccount account_of(const FamilyCase& family, const Catalogue& catalogue);

/// Services of a family that are priced by the catalogue, in its order.
std::vector<Service> catalogue_priced(const FamilyCase& family);

/// The step on which a person stands in each week of the horizon: in a benefit week that of the
/// week itself, else that of the last one counted.
struct LadderCourse {
  std::vector<RuleState> step;   ///< By week, from 0.
  std::vector<bool> is_counted;  ///< Whether it is a benefit week that counts.
  int restarts = 0;
};
LadderCourse ladder_course(const FamilyCase& family, std::size_t member,
                           const Catalogue& catalogue);

}  // namespace samspil
