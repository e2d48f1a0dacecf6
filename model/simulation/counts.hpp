/// \file
/// What a run counts, in integers: use of services, programme cost, outcomes, work done. Exact in
/// any order of summation.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/core/money.hpp"
#include "model/costs/ledger.hpp"
#include "model/population/services.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Parts of a programme's own cost. All of it is the municipality's.
enum class ProgrammeItem : std::uint8_t {
  staff,
  supervision,
  training,
  material,
  preparation,
  meetings,
  development,  // shown apart, not part of programme_cost
  evaluation,   // shown apart, not part of programme_cost
};
inline constexpr std::array<std::string_view, 8> programme_item_names{
    "staff",       "supervision", "training",    "material",
    "preparation", "meetings",    "development", "evaluation"};
inline constexpr std::size_t programme_item_count = programme_item_names.size();

constexpr bool is_operation(ProgrammeItem item) noexcept {
  return item != ProgrammeItem::development && item != ProgrammeItem::evaluation;
}

/// Whether a cell is of development or evaluation, which stand in no result.
constexpr bool is_shown_apart(const LedgerCell& cell) noexcept {
  return is_programme(cell) &&
         !is_operation(static_cast<ProgrammeItem>(cell.line - first_programme_line));
}

/// Counts of one calendar year. Children are the 0-22-year-olds of role child; parents are adults
/// of role parent.
enum class Outcome : std::uint8_t {
  families,         // families with somebody present at 1 January
  children,         // children under 23 present on any day
  parents,          // parents present on any day
  children_placed,  // out of home on any day
  placement_days,
  children_home_measures,  // with a home-based measure on any day
  home_measure_days,
  parents_in_work,  // ordinary job or fleksjob in week 48
  notifications,
  investigations,
  convictions,
  lawful_absence_days,
  unlawful_absence_days,
  births,
  deaths,
  turned_18,          // children who became adults: aged out of the measures of childhood
  turned_23,          // children who aged out of the target group
  enrolled_families,  // enrolled on any day
  enrolled_days,
  coordinators,             // posts, each of one person, at new year
  caseworker_quarter_days,  // days of quarters of full time that are employed
  unused_quarter_days,      // of them not taken by the strategy's families
  vacant_quarter_days,      // wanted, with nobody in the post
  caseworker_changes,       // met by families
  queued_families,          // that wait for a place all year
};
inline constexpr std::array<std::string_view, 25> outcome_names{"families",
                                                                "children",
                                                                "parents",
                                                                "children_placed",
                                                                "placement_days",
                                                                "children_home_measures",
                                                                "home_measure_days",
                                                                "parents_in_work",
                                                                "notifications",
                                                                "investigations",
                                                                "convictions",
                                                                "lawful_absence_days",
                                                                "unlawful_absence_days",
                                                                "births",
                                                                "deaths",
                                                                "turned_18",
                                                                "turned_23",
                                                                "enrolled_families",
                                                                "enrolled_days",
                                                                "coordinators",
                                                                "caseworker_quarter_days",
                                                                "unused_quarter_days",
                                                                "vacant_quarter_days",
                                                                "caseworker_changes",
                                                                "queued_families"};
inline constexpr std::size_t outcome_count = outcome_names.size();

/// What the program did for the counts. Lives taken from another arm make none.
struct WorkDone {
  std::int64_t simulated = 0;      ///< Person-years for which the kernel ran.
  std::int64_t random_blocks = 0;  ///< Philox blocks of four words.
  std::int64_t events = 0;         ///< Moves between states.
  std::int64_t postings = 0;       ///< Service uses posted.

  friend bool operator==(const WorkDone&, const WorkDone&) = default;
};

struct YearCounts {
  ServiceUse use{};                                   ///< [hundredths of a unit]
  Settlements settlements{};                          ///< [øre]
  std::array<Ore, programme_item_count> programme{};  ///< [øre]
  std::array<std::int64_t, outcome_count> outcomes{};
  /// Parents on each labour status in week 48.
  std::array<std::int64_t, labour_status_count> week_48{};
  /// Placement of the children who turn 18 in the year after, by place [hundredths of days].
  std::array<Hundredths, place_count> last_placements{};
  std::int64_t person_years = 0;  ///< Delivered: persons present on any day.
  std::int64_t person_days = 0;   ///< Days present.
  WorkDone work;

  YearCounts& operator+=(const YearCounts& other) noexcept;
  constexpr void visit_integers(auto&& visit) {
    for (auto& service : use.in_state) {
      for (Hundredths& quantity : service) visit(quantity);
    }
    for (Ore& settlement : settlements) visit(settlement);
    for (Ore& item : programme) visit(item);
    for (std::int64_t& outcome : outcomes) visit(outcome);
    for (std::int64_t& status : week_48) visit(status);
    for (Hundredths& days : last_placements) visit(days);
    for (std::int64_t* count : {&person_years, &person_days, &work.simulated, &work.random_blocks,
                                &work.events, &work.postings}) {
      visit(*count);
    }
  }
  friend bool operator==(const YearCounts&, const YearCounts&) = default;
};

/// Whose result has a paired error: the three public payers together, and each alone.
enum class Purse : std::uint8_t { all_public, municipality, region, state };
inline constexpr std::array<std::string_view, 4> purse_names{"public", "municipality", "region",
                                                             "state"};
inline constexpr std::size_t purse_count = purse_names.size();

/// Exact sums over sites of net cost over the horizon [øre], for paired errors.
struct PairedMoments {
  Int128 base = 0, base_squared = 0;
  Int128 arm = 0, arm_squared = 0;
  Int128 saving = 0, saving_squared = 0;  ///< saving = base - arm, programme cost included.

  PairedMoments& operator+=(const PairedMoments& other) noexcept;
  void visit_integers(auto&& visit) {
    for (Int128* sum : {&base, &base_squared, &arm, &arm_squared, &saving, &saving_squared}) {
      visit(*sum);
    }
  }
  friend bool operator==(const PairedMoments&, const PairedMoments&) = default;
};

/// Between the sites of a run: n Σx² - (Σx)², n (n - 1) times the sample variance, summed over runs
/// [øre²].
struct PairedSpread {
  Int128 base = 0, arm = 0, saving = 0;

  void visit_integers(auto&& visit) {
    for (Int128* sum : {&base, &arm, &saving}) visit(*sum);
  }
  PairedSpread& operator+=(const PairedSpread& other) noexcept;
  friend bool operator==(const PairedSpread&, const PairedSpread&) = default;
};

/// Of moments over `n` sites.
PairedSpread spread_of(const PairedMoments& moments, std::uint64_t n) noexcept;

struct ArmCounts {
  std::vector<YearCounts> years;
  std::array<PairedMoments, purse_count> moments{};

  ArmCounts& operator+=(const ArmCounts& other) noexcept;
  void visit_integers(auto&& visit) {
    for (YearCounts& year : years) year.visit_integers(visit);
    for (PairedMoments& purse : moments) purse.visit_integers(visit);
  }
  friend bool operator==(const ArmCounts&, const ArmCounts&) = default;
};

}  // namespace samspil
