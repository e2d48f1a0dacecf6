/// \file
/// What sites save, budget by budget and year by year, as sums and squares over sites: what tells
/// the luck of the families that live a draw from what its inputs do.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/costs/ledger.hpp"
#include "model/simulation/counts.hpp"

namespace samspil {

/// Whose money a result is: the purses first, then the public total without income tax, then the
/// municipality's departments. The departments sum to the municipality; with region and state they
/// sum to the public total.
inline constexpr std::size_t budget_without_tax = purse_count;
inline constexpr std::size_t first_department_budget = purse_count + 1;
inline constexpr std::size_t budget_count = first_department_budget + department_count;

constexpr std::string_view budget_name(std::size_t budget) noexcept {
  if (budget < purse_count) return purse_names[budget];
  return budget == budget_without_tax ? "public_without_tax"
                                      : department_names[budget - first_department_budget];
}

/// Of one year [øre].
using BudgetCosts = std::array<Ore, budget_count>;

/// Adds what one payer pays of one department; citizens are in no budget.
void add_to_budgets(Department department, Payer payer, Ore amount, BudgetCosts& costs) noexcept;

/// What one site's year costs every budget. Other departments carry the share `shared` of the
/// operation, to within some øre of ledger_of(), which rounds once for all sites.
BudgetCosts costs_of(const YearCounts& year, double shared, const Catalogue& catalogue,
                     const PriceTable& prices) noexcept;

/// Which savings of a site are counted: of every budget those of each year, those until the end of
/// each year, and those of all years beyond what the programme without effect saves.
struct SavingCells {
  std::size_t years = 0;

  constexpr std::size_t count() const noexcept { return budget_count * (2 * years + 1); }
  /// `year` counts from 1.
  constexpr std::size_t in(int year, std::size_t budget) const noexcept {
    return static_cast<std::size_t>(year - 1) * budget_count + budget;
  }
  constexpr std::size_t until(int year, std::size_t budget) const noexcept {
    return (years + static_cast<std::size_t>(year - 1)) * budget_count + budget;
  }
  constexpr std::size_t in_all(std::size_t budget) const noexcept {
    return until(static_cast<int>(years), budget);
  }
  constexpr std::size_t beyond_no_effect(std::size_t budget) const noexcept {
    return 2 * years * budget_count + budget;
  }
};

/// Over the sites of one run [øre, øre²].
struct SiteSaving {
  Int128 sum = 0, squared = 0;
  Int128 kept = 0;  ///< Times what the same site saved in the earlier runs of the chunk.

  SiteSaving& operator+=(const SiteSaving& other) noexcept {
    sum += other.sum;
    squared += other.squared;
    kept += other.kept;
    return *this;
  }
  void visit_integers(auto&& visit) {
    for (Int128* one : {&sum, &squared, &kept}) visit(*one);
  }
};

/// Between the n sites of a run, x and y their savings in two runs [øre²].
struct SiteSpread {
  Int128 whole = 0;  ///< n Σ x² - (Σ x)², summed over runs.
  /// n Σ x y - m Σ x Σ y / n over the m sites that both runs live, summed over the pairs of runs of
  /// a chunk; the second part is cut to whole øre² where m is not n.
  Int128 kept = 0;

  void visit_integers(auto&& visit) {
    visit(whole);
    visit(kept);
  }
};

}  // namespace samspil
