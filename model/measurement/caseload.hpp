/// \file
/// The caseload of a team for children with disability, as Randers had it (Rambøll, 2021): each
/// child's accounts per quarter, without a strategy and with one.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/dynamics/coordination.hpp"
#include "model/families/observed_family.hpp"
#include "model/inputs/scenario.hpp"
#include "model/inputs/study.hpp"
#include "model/measurement/quarter_rules.hpp"

namespace samspil {

struct TeamRule {
  explicit TeamRule(const StudySpec& study)
      : year_0{study.year},
        burn_in{whole(study, "burn_in_years")},
        caseload{static_cast<std::size_t>(whole(study, "caseload_children"))},
        team{static_cast<std::size_t>(whole(study, "team_children"))},
        oldest{whole(study, "oldest_age")},
        after{quarters_before - 1 + static_cast<std::size_t>(whole(study, "after_quarter"))},
        heavy{number_of(study.rule, "heavy_share")},
        new_grants{number_of(study.rule, "newly_granted_share")} {
    for (std::size_t i = 0; i < team_item_count; ++i) {
      levels[i] = number_of(study.rule, "level_" + std::string{team_item_names[i]});
    }
  }

  static int whole(const StudySpec& study, std::string_view name) {
    return static_cast<int>(number_of(study.rule, name));
  }

  int year_0, burn_in;
  std::size_t caseload, team;
  int oldest;
  std::size_t after;  ///< Index of the after quarter.
  double heavy;       ///< Share of the team chosen for being heaviest, the others by chance.
  double new_grants;  ///< Share of the team that got its first grant on the way.
  /// Level offsets: what the team's own use and price of each item is to the model's [ratio].
  std::array<double, team_item_count> levels{};

  std::size_t newly_granted() const noexcept {
    return static_cast<std::size_t>(new_grants * static_cast<double>(team));
  }
};

/// One child of the caseload: what it cost without the strategy and with it.
struct CaseloadChild {
  QuarterCosts without{}, with{};
  Ore before = 0;                 ///< All items in the last quarter before the team [øre].
  Ore placement = 0;              ///< … of it placement.
  double lot = 0;                 ///< The child's place in an order by chance.
  bool is_listed = false;         ///< Compensated when the team begins.
  bool is_newly_granted = false;  ///< No additional costs at first, some in the after quarter.
  bool is_new_placement = false;  ///< At home before the team, placed until the after quarter.
};

/// Follows the children of a caseload through the year before the team and three of it.
class Caseload {
 public:
  /// Keeps references.
  Caseload(const StudySpec& study, const Scenario& scenario);

  const TeamRule& rule() const noexcept { return rule_; }

  /// Children compensated when the team begins, as many as the caseload holds; behind them those
  /// who are newly granted, as many as the team may take.
  std::vector<CaseloadChild> live(RunKey run, const CoordinationPlan& plan) const;

 private:
  bool has_disability(const Person& person) const;
  std::vector<CaseloadChild> follow(ObservedFamily& seen, RunKey run, std::uint64_t number,
                                    const CoordinationPlan& plan) const;
  void start(ObservedFamily& seen, RunKey run, std::uint64_t number) const;
  void live_team(ObservedFamily& seen, std::span<const std::size_t> rows,
                 const CoordinationPlan* plan, std::vector<CaseloadChild>& children,
                 QuarterCosts CaseloadChild::*costs) const;
  void describe(CaseloadChild& child) const;

  const StudySpec& study_;
  TeamRule rule_;
  const Catalogue& catalogue_;
  KernelTables tables_;
  PayerRules rules_;
};

}  // namespace samspil
