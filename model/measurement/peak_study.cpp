/// \file
/// Furesø (Familiens Fremtid, KORA, 2017): families chosen at a peak out of a burned-in history,
/// with nobody treated at all. What the groups then show is what selection alone brings.
#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "model/families/observed_family.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/measurement/level_offsets.hpp"
#include "model/measurement/peak_rules.hpp"
#include "model/measurement/studies.hpp"
#include "model/measurement/study_chance.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// A list that does not fill within so many candidates says that the rule meets nobody.
constexpr std::uint64_t most_candidates = 200'000;

/// Candidates of the comparison municipality are others than those of the first.
constexpr std::uint64_t elsewhere_from = std::uint64_t{1} << 32;

/// One municipality's level: its study offsets on top of the model's parameters.
struct MunicipalLevel {
  Parameters at_first;  ///< At the start and in the burn-in.
  Parameters later;     ///< In the years followed.
};

void scale_start(std::array<double, labour_status_count>& shares, double ratio) {
  double cut = 0;
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    if (!counts_as_cash_benefit(static_cast<LabourStatus>(i))) continue;
    cut += shares[i] * (1 - ratio);
    shares[i] *= ratio;
  }
  shares[index_of(LabourStatus::ordinary_job)] += cut;
}

MunicipalLevel level_of(const Scenario& scenario, const StudyGroup& group) {
  MunicipalLevel level{with_mechanisms(scenario.parameters, scenario.mechanisms), {}};
  scale_benefit_moves(level.at_first.labour, counts_as_cash_benefit,
                      number_of(group.numbers, "benefit_exit"), 1);
  level.later = level.at_first;
  const double past = number_of(group.numbers, "benefit_past");
  scale_start(level.at_first.initial.status_women, past);
  scale_start(level.at_first.initial.status_men, past);
  scale_benefit_moves(level.at_first.labour, counts_as_cash_benefit, 1, past);
  return level;
}

/// A group's own rule, in the units of the year.
struct GroupRule {
  explicit GroupRule(const StudyGroup& group)
      : families{static_cast<std::size_t>(number_of(group.numbers, "families"))},
        benefit_weeks{static_cast<int>(number_of(group.numbers, "benefit_weeks"))},
        other_income_admitted{number_of(group.numbers, "other_income_admitted")} {}

  std::size_t families;
  int benefit_weeks;
  double other_income_admitted;
};

/// Finds the families of one list in one cohort.
class List {
 public:
  List(const StudySpec& study, const MunicipalLevel& level, const PayerRules& rules,
       bool one_guardian)
      : rules_{rules},
        one_guardian_{one_guardian},
        year_0_{study.year},
        burn_in_{static_cast<int>(number_of(study.rule, "burn_in_years"))},
        window_{first_weeks(static_cast<int>(number_of(study.rule, "selection_weeks")))},
        noise_{number_of(study.rule, "complexity_noise")},
        at_first_{level.at_first},
        later_{level.later} {}

  /// Memory for one candidate at a time.
  std::unique_ptr<ObservedFamily> make_family() const {
    return std::make_unique<ObservedFamily>(at_first_, rules_, burn_in_ + years_followed);
  }

  /// Follows candidate `number`; true if the rule takes it.
  bool follow(RunKey run, std::uint64_t number, const GroupRule& rule, ObservedFamily& seen,
              FamilyHistory& history) const {
    history = {};
    const int first_year = year_0_ - years_before - burn_in_;
    seen.turn_to(at_first_);
    seen.make(run, number, first_year);
    for (int year = first_year; year < year_0_ - years_before; ++year) seen.live_year(year);
    seen.turn_to(later_);
    Diaries diaries;
    for (int offset = -years_before; offset < 0; ++offset) live(seen, offset, diaries);
    const std::vector<std::size_t> adults = adults_of(seen);
    if (adults.empty() || !admits(seen, run, adults, rule)) return false;
    describe(seen, run, adults, history);
    live(seen, 0, diaries);
    const bool on_benefit = std::any_of(adults.begin(), adults.end(), [&](std::size_t row) {
      return count(diaries.rows[row].on_benefit[year_index(0)] & window_) >= rule.benefit_weeks;
    });
    if (!on_benefit) return false;
    for (int offset = 1; offset < years_followed - years_before; ++offset) {
      live(seen, offset, diaries);
    }
    for (const std::size_t row : adults) {
      history.adults.push_back(diaries.rows[row]);
      for (std::size_t year = 0; year < years_followed; ++year) {
        history.public_cost[year] += diaries.public_cost[row][year];
        history.municipal_cost[year] += diaries.municipal_cost[row][year];
      }
    }
    return true;
  }

 private:
  struct Diaries {
    std::array<AdultHistory, most_members> rows{};
    std::array<std::array<Ore, years_followed>, most_members> public_cost{}, municipal_cost{};
  };

  void live(ObservedFamily& seen, int offset, Diaries& diaries) const {
    seen.live_year(year_0_ + offset);
    const std::size_t year = year_index(offset);
    for (const DiaryEntry& entry : seen.diary()) {
      if (entry.kind != DiaryKind::status) continue;
      AdultHistory& adult = diaries.rows[entry.member];
      adult.present[year] |= weeks_of(entry.days);
      if (counts_as_cash_benefit(static_cast<LabourStatus>(entry.which))) {
        adult.on_benefit[year] |= weeks_of(entry.days);
      }
    }
    for (std::size_t row = 0; row < seen.people().size(); ++row) {
      if (diaries.rows[row].on_benefit[year] == 0) continue;
      const PayerPrices paid = benefit_cost(seen.benefits_of(row), rules_.prices);
      diaries.municipal_cost[row][year] = paid[index_of(Payer::municipality)];
      diaries.public_cost[row][year] = paid[index_of(Payer::municipality)] +
                                       paid[index_of(Payer::region)] + paid[index_of(Payer::state)];
    }
  }

  std::vector<std::size_t> adults_of(const ObservedFamily& seen) const {
    if (!one_guardian_) return household_adults(seen.people(), year_0_);
    const MemberIndex guardian = registered_guardian(seen.people(), year_0_);
    if (guardian == no_member) return {};
    return {row_of(guardian)};
  }

  /// Adults on an excluded benefit close the list to the family; adults who live on something else
  /// than the benefit are let in with the group's share.
  bool admits(const ObservedFamily& seen, RunKey run, std::span<const std::size_t> adults,
              const GroupRule& rule) const {
    if (one_guardian_) return true;
    bool other_income = false;
    for (const std::size_t row : adults) {
      const LabourStatus status = seen.people()[row].status;
      if (is_excluded(status)) return false;
      other_income = other_income || !counts_as_cash_benefit(status);
    }
    return !other_income || study_uniform(run, seen.family().id, StudyQuestion::admitted) <
                                rule.other_income_admitted;
  }

  void describe(const ObservedFamily& seen, RunKey run, std::span<const std::size_t> adults,
                FamilyHistory& history) const {
    for (const Person& person : seen.people()) {
      const bool minor = is_child(person) && is_present(person) && age_at(person, year_0_, 0) < 18;
      history.children += minor;
      history.case_children += has_child_case(person, year_0_);
    }
    history.points = complexity(seen.people(), adults, year_0_) +
                     noise_ * study_noise(run, seen.family().id, StudyQuestion::judgement);
  }

  const PayerRules& rules_;
  bool one_guardian_;
  int year_0_, burn_in_;
  Weeks window_;
  double noise_;
  KernelTables at_first_, later_;
};

std::vector<FamilyHistory> fill(const List& list, const StudySpec& study, RunKey run,
                                std::uint64_t first, std::size_t families, const GroupRule& rule) {
  std::vector<FamilyHistory> histories;
  FamilyHistory history;
  const std::unique_ptr<ObservedFamily> seen = list.make_family();
  for (std::uint64_t number = first; histories.size() < families; ++number) {
    if (number - first >= most_candidates) {
      throw InputError{Problem{study.file,
                               0,
                               "group",
                               {"fault.hardly_any_meets_rule"},
                               {"remedy.hardly_any_meets_rule"}}};
    }
    if (list.follow(run, number, rule, *seen, history)) histories.push_back(history);
  }
  return histories;
}

/// The three groups of one cohort, in the order of the report's columns.
using Groups = std::array<std::vector<FamilyHistory>, 3>;
constexpr std::array<std::string_view, 3> group_ids{"treated", "control", "elsewhere"};

/// The most complex of the gross list are treated; the rest are the first comparison group.
void divide(std::vector<FamilyHistory> gross, std::size_t treated, Groups& groups) {
  std::stable_sort(gross.begin(), gross.end(), [](const FamilyHistory& a, const FamilyHistory& b) {
    return a.points > b.points;
  });
  const auto cut = gross.begin() + static_cast<std::ptrdiff_t>(treated);
  groups[0].assign(gross.begin(), cut);
  groups[1].assign(cut, gross.end());
}

constexpr std::array<std::string_view, 3> comparisons{"control", "elsewhere", "gross_elsewhere"};

using MeasureAndUnit = std::pair<const char*, const char*>;

std::vector<StudyFigure> figures_of(const StudySpec& study) {
  std::vector<StudyFigure> figures;
  const auto add = [&](const MeasureAndUnit& which, std::string_view group) {
    const auto& [measure, unit] = which;
    figures.push_back({.name = fmt::format("{}.{}", measure, group),
                       .measure = measure,
                       .unit = unit,
                       .group = std::string{group}});
  };
  for (const std::string_view group : group_ids) {
    for (int offset = -years_before; offset < years_followed - years_before; ++offset) {
      add({"share", "percent"}, group);
      figures.back().year = study.year + offset;
      figures.back().name += fmt::format(".{}", figures.back().year);
    }
    for (const MeasureAndUnit& which : {MeasureAndUnit{"peak", "years"},
                                        {"fall", "points"},
                                        {"adults", "adults per family"},
                                        {"children", "children per family"}}) {
      add(which, group);
    }
  }
  for (const char* from : {"did", "did_from_peak"}) {
    for (const std::string_view other : comparisons) add({from, "points"}, other);
  }
  for (const auto& [measure, unit] : {MeasureAndUnit{"naive.points", "points"},
                                      {"naive.public", "kr. a family and year"},
                                      {"naive.municipality", "kr. a family and year"}}) {
    figures.push_back({.name = measure, .measure = measure, .unit = unit});
  }
  return figures;
}

/// Puts a cohort's figures in the order of figures_of().
class CohortFigures {
 public:
  CohortFigures(const StudySpec& study, const Groups& groups, std::uint32_t cohort,
                FigureTable& table)
      : groups_{groups},
        cohort_{cohort},
        table_{table},
        before_{static_cast<int>(number_of(study.rule, "before_year"))},
        after_{static_cast<int>(number_of(study.rule, "after_year"))},
        last_weeks_{static_cast<int>(number_of(study.rule, "last_observed_weeks"))} {
    shares_[3] = shares_of(gross());
    for (std::size_t g = 0; g < groups.size(); ++g) shares_[g] = shares_of(groups[g]);
  }

  void write() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      for (const double share : shares_[g]) put(share);
      put(peak_of(shares_[g]));
      put(at(g, 0) - at(g, 2));
      const auto families = static_cast<double>(groups_[g].size());
      double adults = 0, children = 0;
      for (const FamilyHistory& family : groups_[g]) {
        adults += static_cast<double>(family.adults.size());
        children += g == 2 ? family.case_children : family.children;
      }
      put(adults / families);
      put(children / families);
    }
    for (const int before : {before_, 0}) {
      put(did(0, 1, before));
      put(did(0, 2, before));
      put(did(3, 2, before));
    }
    put(at(0, before_) - at(0, after_));
    put(saved(&FamilyHistory::public_cost));
    put(saved(&FamilyHistory::municipal_cost));
  }

 private:
  using Shares = std::array<double, years_followed>;

  void put(double value) { table_.set(next_++, cohort_, value); }
  double at(std::size_t group, int offset) const { return shares_[group][year_index(offset)]; }

  /// The report's data end in the autumn of the second year after.
  Weeks observed(int offset) const {
    return first_weeks(offset == after_ ? last_weeks_ : weeks_per_year);
  }
  Shares shares_of(std::span<const FamilyHistory> group) const {
    Shares shares{};
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const int offset = static_cast<int>(i) - years_before;
      shares[i] = benefit_share(group, offset, observed(offset));
    }
    return shares;
  }
  std::vector<FamilyHistory> gross() const {
    std::vector<FamilyHistory> all = groups_[0];
    all.insert(all.end(), groups_[1].begin(), groups_[1].end());
    return all;
  }
  double did(std::size_t treated, std::size_t other, int before) const {
    return difference_in_differences(at(treated, before), at(treated, after_), at(other, before),
                                     at(other, after_));
  }
  double saved(std::array<Ore, years_followed> FamilyHistory::*cost) const {
    return cost_per_family(groups_[0], before_, cost) - cost_per_family(groups_[0], after_, cost);
  }

  const Groups& groups_;
  std::uint32_t cohort_;
  FigureTable& table_;
  int before_, after_, last_weeks_;
  std::size_t next_ = 0;
  std::array<Shares, 4> shares_{};  ///< The last: both Furesø groups together.
};

std::vector<StudySign> signs() {
  std::vector<StudySign> signs;
  for (const std::string_view group : group_ids) {
    const std::string peak = fmt::format("peak.{}", group), fall = fmt::format("fall.{}", group);
    signs.push_back({peak, {peak}, -1, 1});
    signs.push_back({fall, {fall}, 5});
  }
  for (const std::string_view other : comparisons) {
    const std::string name = fmt::format("did.{}", other);
    signs.push_back({name, {name}, -3, 3});
  }
  return signs;
}

}  // namespace

StudyResult run_peak_study(const StudyRun& run) {
  const StudySpec& study = run.study;
  const PayerRules rules{run.scenario.catalogue};
  const StudyGroup& treated = group_of(study, "treated");
  const StudyGroup& elsewhere = group_of(study, "elsewhere");
  const GroupRule treated_rule{treated}, other_rule{elsewhere};
  const std::size_t gross = treated_rule.families + GroupRule{group_of(study, "control")}.families;
  const List here{study, level_of(run.scenario, treated), rules, false};
  const List there{study, level_of(run.scenario, elsewhere), rules, true};

  FigureTable table{figures_of(study), study.cohorts};
  const auto live_cohort = [&](std::uint32_t cohort) {
    const RunKey key{study.seed, cohort};
    Groups groups;
    divide(fill(here, study, key, 0, gross, treated_rule), treated_rule.families, groups);
    groups[2] = fill(there, study, key, elsewhere_from, other_rule.families, other_rule);
    CohortFigures{study, groups, cohort, table}.write();
  };
  for_each_replicate(study.cohorts, run.execution, live_cohort, run.share_done);

  StudyResult result;
  result.cohorts = study.cohorts;
  result.figures = table.take();
  read_signs(signs(), result);
  return result;
}

}  // namespace samspil
