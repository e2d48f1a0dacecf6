/// \file
/// How the expenditure analysis of Sammen om familien in Randers (Rambøll, 2021) counted: four
/// items per quarter, before-windows of their own, children with any grant as denominator.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/money.hpp"
#include "model/inputs/catalogue.hpp"
#include "model/population/diary.hpp"

namespace samspil {

enum class TeamItem : std::uint8_t {
  prevention,  // serviceloven §§ 11 and 84: preventive measures, relief and respite
  placement,
  additional_costs,  // § 41, merudgifter
  lost_earnings,     // § 42, tabt arbejdsfortjeneste
};
inline constexpr std::array<std::string_view, 4> team_item_names{
    "prevention", "placement", "additional_costs", "lost_earnings"};
inline constexpr std::size_t team_item_count = team_item_names.size();

/// Quarters followed: the four before the team begins, and twelve of it.
inline constexpr std::size_t quarters_before = 4;
inline constexpr std::size_t quarters_followed = 16;
inline constexpr int days_per_quarter = days_per_year / 4;

/// One child's gross expenditure by item and quarter [øre].
using QuarterCosts = std::array<std::array<Ore, quarters_followed>, team_item_count>;

/// The item and unit price of what an entry of the diary is, if the accounts of the team hold it.
struct PricedItem {
  TeamItem item{};
  Ore price = 0;  ///< Per hundredth of a week or day [øre].
  bool by_week = true;
};
std::optional<PricedItem> priced_item(const DiaryEntry& entry, const Catalogue& catalogue);

/// Adds what a child used in year `year` (0: the one before the team) to its quarters.
void add_year(std::span<const DiaryEntry> diary, std::uint8_t member, std::uint16_t cost_factor,
              std::size_t year, const Catalogue& catalogue, QuarterCosts& costs);

/// kr. of one item in one quarter, the group together.
double item_cost(std::span<const QuarterCosts> group, TeamItem item, std::size_t quarter) noexcept;

/// Children of the group with any of the four items in the quarter.
int children_with_grant(std::span<const QuarterCosts> group, std::size_t quarter) noexcept;

/// kr. per child with a grant in the same quarter.
double per_child_with_grant(double kroner, int children) noexcept;

/// An item before the team: the mean of the last two quarters for prevention and placement, of all
/// four for the grants, as the report has it.
struct BeforeAfter {
  double before = 0, after = 0;                      ///< kr. a quarter.
  double before_per_child = 0, after_per_child = 0;  ///< By quarter, per child with a grant.
};
BeforeAfter before_after(std::span<const QuarterCosts> group, TeamItem item,
                         std::size_t after_quarter) noexcept;

}  // namespace samspil
