/// \file
/// The target group of year 0 followed through the years after, with what each of its people costs,
/// by year, payer, department and main area.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/families/pool.hpp"
#include "model/measurement/contrast_rules.hpp"

namespace samspil {

/// Families that may be followed at most: each of their people keeps a few hundred bytes.
inline constexpr std::uint64_t most_followed_families = 200'000;

/// What a cost is summed to. Public costs are the municipality's, the region's and the state's;
/// what citizens pay and what the block grant moves is left out, as in the report's model.
struct CostLines {
  int years = 0;
  std::vector<std::string> areas;  ///< Main areas, in the order of the price list.
  std::array<std::size_t, service_count> area_of{};

  explicit CostLines(const Catalogue& catalogue, int years);

  static constexpr std::size_t payers = 3;  ///< The public ones, which come first.

  std::size_t of_total() const noexcept { return 0; }
  std::size_t of_year(int year) const noexcept { return static_cast<std::size_t>(year); }
  std::size_t of_payer(Payer payer) const noexcept { return of_year(years) + 1 + index_of(payer); }
  std::size_t of_department(Department department) const noexcept {
    return of_year(years) + 1 + payers + index_of(department);
  }
  std::size_t of_area(std::size_t area) const noexcept {
    return of_year(years) + 1 + payers + department_count + area;
  }
  std::size_t count() const noexcept { return of_area(areas.size()); }
};

/// What a cost is summed to where its accounts are wanted: by budget year, public payer and
/// account.
struct CostCells {
  struct Account {
    Department department{};
    AccountType type{};
    friend bool operator==(const Account&, const Account&) = default;
  };

  int years = 0;
  std::vector<Account> accounts;  ///< In the order of the price list; refunds last.
  std::array<std::size_t, service_count> account_of{};

  CostCells() = default;
  CostCells(const Catalogue& catalogue, int years);

  std::size_t account_of_refund(Settlement which) const noexcept;
  /// `year` counts from 1.
  std::size_t of(int year, Payer payer, std::size_t account) const noexcept {
    return (static_cast<std::size_t>(year - 1) * CostLines::payers + index_of(payer)) *
               accounts.size() +
           account;
  }
  std::size_t count() const noexcept {
    return static_cast<std::size_t>(years) * CostLines::payers * accounts.size();
  }
};

/// What some of a family cost over the years [øre].
struct FollowedCost {
  Ore all_public = 0;
  Ore municipality = 0;
};

/// A family as a whole, with those who joined it on the way.
struct FollowedFamily {
  std::uint32_t origin = 0;
  FollowedCost adults;            ///< Parents and their partners.
  FollowedCost children;          ///< Those who never reach the age of work in these years.
  FollowedCost young;             ///< Other children, who may come into work themselves.
  std::int64_t days_in_work = 0;  ///< Of parents and partners, in paid work.
  std::int32_t successes = 0;     ///< Parents and partners with the status of success in year 1.
};

struct FollowedGroup {
  CostLines lines;
  std::vector<TargetPerson> people;
  std::vector<Ore> costs;  ///< People × lines [øre].
  std::vector<FollowedFamily> families;
  std::size_t origins = 0;        ///< Families of the pool.
  CostCells cells{};              ///< Of nothing unless they are kept.
  std::vector<Ore> cell_costs{};  ///< People × cells [øre].

  std::span<const Ore> costs_of(std::size_t person) const noexcept {
    return std::span{costs}.subspan(person * lines.count(), lines.count());
  }
  std::span<const Ore> cells_of(std::size_t person) const noexcept {
    return std::span{cell_costs}.subspan(person * cells.count(), cells.count());
  }
};

/// What acts on families while they are followed. Nobody has a strategy.
struct FollowedWorld {
  const Scenario& scenario;  ///< Its baseline is lived, in its years.
  const Pool& pool;
  double job_entry = 1;                     ///< Hazard ratio on entries to work …
  std::optional<int> job_entry_years = {};  ///< … in the first so many years; nothing: in all.
  bool keeps_cells = false;                 ///< A kilobyte more of each person.
};

/// Throws InputError where the scenario has too many families to follow.
void require_followable(const Scenario& scenario);

/// Lives the scenario's families. Everybody's costs are whole øre: services at their payers'
/// prices, benefits on each adult's own step of the refund ladder, the refund of an adult's
/// expensive case to the adult, that of a household's children divided by what the municipality
/// spent on each. People and families stand in the order of the population, whatever the threads.
FollowedGroup follow_target_group(const FollowedWorld& world, const Execution& execution,
                                  const ShareDone& share_done = {});

}  // namespace samspil
