/// \file
/// Randers (Sammen om familien, Rambøll, 2021): the accounts of 100 children with disability, with
/// the heaviest and the new placement cases moved into the team, and without that switch.
#include <fmt/core.h>

#include <algorithm>
#include <limits>

#include "model/measurement/caseload.hpp"
#include "model/measurement/studies.hpp"
#include "model/simulation/plan.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

bool is_earlier(const CaseloadChild& a, const CaseloadChild& b) noexcept { return a.lot < b.lot; }
bool is_heavier(const CaseloadChild& a, const CaseloadChild& b) noexcept {
  return a.placement > b.placement;
}

using Children = std::vector<CaseloadChild>;

/// The team by chance, of those listed when it begins.
Children by_lot(const Children& children, const TeamRule& rule) {
  Children team(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(rule.caseload));
  std::stable_sort(team.begin(), team.end(), is_earlier);
  team.resize(std::min(rule.team, team.size()));
  return team;
}

/// The team as Randers filled it: some places for the heaviest of the caseload, some for the newly
/// granted, the others by lot; then every new placement case takes the place of the lightest child.
Children by_weight(const Children& children, const TeamRule& rule) {
  const auto end_of_list = children.begin() + static_cast<std::ptrdiff_t>(rule.caseload);
  Children caseload(children.begin(), end_of_list);
  std::stable_sort(caseload.begin(), caseload.end(), is_heavier);
  const auto heaviest = rule.heavy * static_cast<double>(rule.team);
  std::stable_sort(caseload.begin() + static_cast<std::ptrdiff_t>(heaviest), caseload.end(),
                   is_earlier);
  Children team(end_of_list, children.end());
  const std::size_t listed = rule.team - std::min(rule.team, team.size());
  team.insert(team.end(), caseload.begin(), caseload.begin() + static_cast<std::ptrdiff_t>(listed));
  const auto lightest_first = [](const CaseloadChild& a, const CaseloadChild& b) {
    return std::pair{a.is_new_placement || a.is_newly_granted, a.before} <
           std::pair{b.is_new_placement || b.is_newly_granted, b.before};
  };
  for (std::size_t i = listed; i < caseload.size(); ++i) {
    if (!caseload[i].is_new_placement) continue;
    const auto lightest = std::min_element(team.begin(), team.end(), lightest_first);
    if (!lightest->is_new_placement && !lightest->is_newly_granted) *lightest = caseload[i];
  }
  return team;
}

/// One way to fill the team in one arm, and how its figures end.
struct Team {
  std::string_view group;
  StudyArm arm;
  std::string_view end;
};
constexpr std::array<Team, 4> teams{{{"selected", StudyArm::with, "selected_with"},
                                     {"selected", StudyArm::without, "selected_without"},
                                     {"lot", StudyArm::with, "lot_with"},
                                     {"lot", StudyArm::without, "lot_without"}}};

std::vector<QuarterCosts> costs_of(std::span<const CaseloadChild> team,
                                   QuarterCosts CaseloadChild::*costs) {
  std::vector<QuarterCosts> group;
  for (const CaseloadChild& child : team) group.push_back(child.*costs);
  return group;
}

constexpr const char* per_team = "kr. a quarter";
constexpr const char* per_child = "kr. a quarter and child";

/// What is measured of one group in one arm, in the order of GroupFigures.
std::vector<std::pair<std::string, const char*>> measures_and_units() {
  std::vector<std::pair<std::string, const char*>> all;
  for (const std::string_view item : team_item_names) {
    for (const char* what : {"cost_before", "cost_after", "cost_rise"}) {
      all.emplace_back(fmt::format("{}.{}", what, item), per_team);
    }
    for (const char* what : {"child_before", "child_after"}) {
      all.emplace_back(fmt::format("{}.{}", what, item), per_child);
    }
  }
  for (const char* what : {"cost_before.total", "cost_after.total", "cost_rise.total"}) {
    all.emplace_back(what, per_team);
  }
  for (const char* what : {"granted_before", "granted_after"}) all.emplace_back(what, "children");
  all.emplace_back("child_fall.lost_earnings", per_child);
  all.emplace_back("cost_later.placement", per_team);
  all.emplace_back("three_years", "kr. a team");
  return all;
}

std::vector<StudyFigure> figures_of_teams() {
  std::vector<StudyFigure> figures;
  for (const Team& team : teams) {
    for (const auto& [measure, unit] : measures_and_units()) {
      figures.push_back({.name = fmt::format("{}.{}", measure, team.end),
                         .measure = measure,
                         .unit = unit,
                         .group = std::string{team.group},
                         .arm = team.arm});
    }
  }
  return figures;
}

/// Writes one group's figures of a cohort, in the order of measures_and_units().
class GroupFigures {
 public:
  GroupFigures(FigureTable& table, std::uint32_t cohort, std::size_t first, const TeamRule& rule)
      : table_{table}, cohort_{cohort}, next_{first}, rule_{rule} {}

  std::size_t write(std::span<const QuarterCosts> group, double wage) {
    double total_before = 0, total_after = wage;
    for (std::size_t i = 0; i < team_item_count; ++i) {
      const BeforeAfter item = levelled(group, static_cast<TeamItem>(i), rule_.after);
      for (const double value : {item.before, item.after, item.after - item.before,
                                 item.before_per_child, item.after_per_child}) {
        put(value);
      }
      total_before += item.before;
      total_after += item.after;
    }
    for (const double value : {total_before, total_after, total_after - total_before}) put(value);
    double granted = 0;
    for (std::size_t quarter = 0; quarter < quarters_before; ++quarter) {
      granted += children_with_grant(group, quarter) / static_cast<double>(quarters_before);
    }
    put(granted);
    put(children_with_grant(group, rule_.after));
    const BeforeAfter lost = levelled(group, TeamItem::lost_earnings, rule_.after);
    put(lost.before_per_child - lost.after_per_child);
    const BeforeAfter later = levelled(group, TeamItem::placement, quarters_followed - 1);
    put(later.after - later.before);
    put(with_team(group, wage));
    return next_;
  }

 private:
  /// At the team's own level.
  BeforeAfter levelled(std::span<const QuarterCosts> group, TeamItem which,
                       std::size_t after) const {
    BeforeAfter item = before_after(group, which, after);
    for (double* kroner :
         {&item.before, &item.after, &item.before_per_child, &item.after_per_child}) {
      *kroner *= rule_.levels[index_of(which)];
    }
    return item;
  }

  /// All items and the added wages of the three years of the team.
  double with_team(std::span<const QuarterCosts> group, double wage) const {
    double sum = 0;
    for (std::size_t quarter = quarters_before; quarter < quarters_followed; ++quarter) {
      sum += wage;
      for (std::size_t i = 0; i < team_item_count; ++i) {
        sum += rule_.levels[i] * item_cost(group, static_cast<TeamItem>(i), quarter);
      }
    }
    return sum;
  }

  void put(double value) { table_.set(next_++, cohort_, value); }

  FigureTable& table_;
  std::uint32_t cohort_;
  std::size_t next_;
  const TeamRule& rule_;
};

std::vector<StudySign> signs() {
  std::vector<StudySign> signs;
  for (const std::string_view end : {teams[0].end, teams[1].end}) {
    const auto add = [&](std::string_view name, std::string_view measure) {
      signs.push_back(
          {fmt::format("{}.{}", name, end), {fmt::format("{}.{}", measure, end)}, above_nothing});
    };
    add("r1", "cost_rise.prevention");
    add("r2", "cost_rise.placement");
    add("r3", "cost_rise.additional_costs");
    add("r4", "child_fall.lost_earnings");
    add("r5", "cost_rise.total");
  }
  return signs;
}

StudyResult run_cohorts(const StudyRun& run, const StudySpec& study, const CoordinationPlan& plan,
                        double wage) {
  const Caseload caseload{study, run.scenario};
  const TeamRule& rule = caseload.rule();
  FigureTable table{figures_of_teams(), run.study.cohorts};
  const auto live_cohort = [&](std::uint32_t cohort) {
    const auto children = caseload.live({run.study.seed, cohort}, plan);
    const auto selected = by_weight(children, rule);
    const auto lot = by_lot(children, rule);
    std::size_t next = 0;
    for (const auto* team : {&selected, &lot}) {
      for (const auto costs : {&CaseloadChild::with, &CaseloadChild::without}) {
        const double paid = costs == &CaseloadChild::with ? wage : 0.0;
        next = GroupFigures{table, cohort, next, rule}.write(costs_of(*team, costs), paid);
      }
    }
  };
  for_each_replicate(run.study.cohorts, run.execution, live_cohort, run.share_done);
  StudyResult result;
  result.cohorts = run.study.cohorts;
  result.figures = table.take();
  return result;
}

/// A setting of the strategy within its graded ranges.
struct Setting {
  std::string name;
  CoordinationPlan plan;
};

bool acts_on_placement(Hook hook) noexcept {
  return hook == Hook::placement_entry || hook == Hook::placement_step_up ||
         hook == Hook::reunification;
}

/// The end of an effect's range that leaves fewer days in placement.
double best_end(const Effect& effect) noexcept {
  return effect.hook == Hook::reunification ? effect.high : effect.low;
}

/// How many of the last of settings_of() move several numbers at once.
constexpr std::size_t combined_settings = 3;

/// From mild to strong: as it is; its optimistic case; then each placement effect at the best end
/// of its range, alone and together.
std::vector<Setting> settings_of(const Strategy& strategy, const Scenario& scenario) {
  const auto plan = [&](const Strategy& own, EffectLevel level) {
    return arm_plan(scenario, own, level).coordination;
  };
  std::vector<Setting> settings{{"centre", plan(strategy, EffectLevel::centre)}};
  Strategy all = strategy;
  std::string names;
  for (std::size_t i = 0; i < strategy.effects.size(); ++i) {
    const Effect& effect = strategy.effects[i];
    if (!acts_on_placement(effect.hook)) continue;
    Strategy one = strategy;
    one.effects[i].centre = all.effects[i].centre = best_end(effect);
    const std::string name =
        fmt::format("{} {:.3g}", hook_names[index_of(effect.hook)], best_end(effect));
    names += (names.empty() ? "" : ", ") + name;
    settings.push_back({name, plan(one, EffectLevel::centre)});
  }
  settings.push_back({"strong", plan(strategy, EffectLevel::strong)});
  settings.push_back({names, plan(all, EffectLevel::centre)});
  Levers& levers = all.levers;
  for (Quantity* lever : {&levers.ramp_months, &levers.harm_share}) lever->value = lever->low;
  for (CoreElement& element : all.elements) element.fidelity.value = element.fidelity.high;
  names += fmt::format(", ramp_months {}, harm_share {}, fidelity at its high",
                       levers.ramp_months.value, levers.harm_share.value);
  settings.push_back({names, plan(all, EffectLevel::centre)});
  return settings;
}

/// Without the switch, or at the end of the third year: the mildest setting under which placement
/// costs less than before the team, in the mean over cohorts; else the one that comes nearest.
class Search {
 public:
  Search(const StudyRun& run, StudyResult& result) : run_{run}, result_{result} {}

  /// Tries the settings in their order; true if one shows it.
  bool among(std::span<const Setting> settings, const StudySpec& study, const std::string& rule) {
    return std::any_of(settings.begin(), settings.end(),
                       [&](const Setting& setting) { return at(setting, study, rule); });
  }

 private:
  bool at(const Setting& setting, const StudySpec& study, const std::string& rule) {
    constexpr std::array<std::pair<std::string_view, SettingWhen>, 3> looks{
        {{"cost_rise.placement.lot_with", SettingWhen::without_switch},
         {"cost_later.placement.selected_with", SettingWhen::later},
         {"cost_later.placement.lot_with", SettingWhen::without_switch_later}}};
    const StudyResult own = run_cohorts(run_, study, setting.plan, 0);
    for (const auto& [name, when] : looks) {
      const StudyFigure& figure = own.figure(name);
      const Spread spread = spread_of(figure.cohorts);
      const double without = spread_of(own.without_strategy(figure)->cohorts).mean;
      if (spread.mean >= nearest_) continue;
      nearest_ = spread.mean;
      result_.setting = FoundSetting{setting.name + rule,   when,    spread.mean,
                                     spread.standard_error, without, spread.mean < 0};
      if (spread.mean + 2 * spread.standard_error < 0) return true;
    }
    return false;
  }

  StudyRun run_;
  StudyResult& result_;
  double nearest_ = std::numeric_limits<double>::infinity();
};

/// The same families at the high end of what the report leaves open: a longer history, so that more
/// are placed already when the team begins, and no child left out for its age.
StudySpec settled_caseload(StudySpec study, std::string& told) {
  for (StudyNumber& number : study.rule) {
    if (number.name != "burn_in_years" && number.name != "oldest_age") continue;
    number.quantity.value = number.quantity.high;
    told += fmt::format(", {} {}", number.name, number.quantity.high);
  }
  return study;
}

void search(const StudyRun& run, std::span<const Setting> settings, StudyResult& result) {
  Search search{run, result};
  if (search.among(settings, run.study, "")) return;
  std::string rule;
  const StudySpec settled = settled_caseload(run.study, rule);
  search.among(settings.last(combined_settings), settled, rule);
}

}  // namespace

StudyResult run_quarter_study(const StudyRun& run) {
  if (run.strategies.empty()) {
    throw InputError{Problem{
        run.study.file, 0, "strategies", {"fault.is_missing"}, {"remedy.strategy_of_team"}}};
  }
  const Strategy& strategy = run.strategies.front();
  const std::vector<Setting> settings = settings_of(strategy, run.scenario);
  const double workers = number_of(run.study.rule, "caseworkers");
  StudyResult result =
      run_cohorts(run, run.study, settings.front().plan, workers * strategy.levers.wage.value / 4);
  read_signs(signs(), result);
  if (!run.seeks_setting) return result;
  StudyRun quiet = run;
  quiet.share_done = {};
  search(quiet, settings, result);
  return result;
}

}  // namespace samspil
