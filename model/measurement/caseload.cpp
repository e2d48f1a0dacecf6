#include "model/measurement/caseload.hpp"

#include <algorithm>
#include <memory>

#include "model/inputs/mechanisms.hpp"
#include "model/measurement/full_team.hpp"
#include "model/measurement/study_chance.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t most_candidates = 200'000;
constexpr int years_of_team = 3;

}  // namespace

Caseload::Caseload(const StudySpec& study, const Scenario& scenario)
    : study_{study},
      rule_{study},
      catalogue_{scenario.catalogue},
      tables_{with_mechanisms(scenario.parameters, scenario.mechanisms)},
      rules_{scenario.catalogue} {}

std::vector<CaseloadChild> Caseload::live(RunKey run, const CoordinationPlan& plan) const {
  const auto seen = std::make_unique<ObservedFamily>(tables_, rules_, rule_.burn_in + 4);
  std::vector<CaseloadChild> listed, granted;
  const std::size_t wanted = rule_.newly_granted();
  for (std::uint64_t number = 0; listed.size() < rule_.caseload || granted.size() < wanted;
       ++number) {
    if (number >= most_candidates) {
      throw InputError{
          Problem{study_.file, 0, "rule", {"fault.hardly_any_child"}, {"remedy.hardly_any_child"}}};
    }
    for (const CaseloadChild& child : follow(*seen, run, number, plan)) {
      if (child.is_listed && listed.size() < rule_.caseload) listed.push_back(child);
      if (child.is_newly_granted && granted.size() < wanted) granted.push_back(child);
    }
  }
  listed.insert(listed.end(), granted.begin(), granted.end());
  return listed;
}

bool Caseload::has_disability(const Person& person) const {
  return is_child(person) && is_present(person) && person.conditions.has(Condition::disability) &&
         age_at(person, rule_.year_0, 0) <= rule_.oldest;
}

/// The children with disability of one candidate family, if one of them counts.
std::vector<CaseloadChild> Caseload::follow(ObservedFamily& seen, RunKey run, std::uint64_t number,
                                            const CoordinationPlan& plan) const {
  start(seen, run, number);
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < seen.people().size(); ++row) {
    if (has_disability(seen.people()[row])) rows.push_back(row);
  }
  std::vector<CaseloadChild> own(rows.size());
  if (rows.empty()) return own;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Person& person = seen.people()[rows[i]];
    own[i].lot = study_uniform(run, person.id, StudyQuestion::lot);
    own[i].is_listed = person.measures.has(ChildMeasure::additional_costs) ||
                       person.measures.has(ChildMeasure::lost_earnings);
  }
  live_team(seen, rows, nullptr, own, &CaseloadChild::without);
  for (CaseloadChild& child : own) describe(child);
  if (std::none_of(own.begin(), own.end(), [](const CaseloadChild& child) {
        return child.is_listed || child.is_newly_granted;
      })) {
    return {};
  }
  start(seen, run, number);
  live_team(seen, rows, &plan, own, &CaseloadChild::with);
  return own;
}

/// Up to the end of the year before the team, which is in the diary.
void Caseload::start(ObservedFamily& seen, RunKey run, std::uint64_t number) const {
  seen.make(run, number, rule_.year_0 - 1 - rule_.burn_in);
  for (int year = rule_.year_0 - 1 - rule_.burn_in; year < rule_.year_0; ++year) {
    seen.live_year(year);
  }
}

void Caseload::live_team(ObservedFamily& seen, std::span<const std::size_t> rows,
                         const CoordinationPlan* plan, std::vector<CaseloadChild>& children,
                         QuarterCosts CaseloadChild::*costs) const {
  const auto note = [&](std::size_t year) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      add_year(seen.diary(), static_cast<std::uint8_t>(rows[i]), seen.people()[rows[i]].cost_factor,
               year, catalogue_, children[i].*costs);
    }
  };
  note(0);
  for (int year = 1; year <= years_of_team; ++year) {
    if (plan == nullptr) {
      seen.live_year(rule_.year_0 + year - 1);
    } else {
      Family& family = seen.family();
      family.enrolment = Enrolment::enrolled;
      family.enrolled_from = 0;
      family.enrolled_until = days_per_year;
      seen.live_year(rule_.year_0 + year - 1,
                     full_team_ratios(family, seen.people(), *plan, tables_.p.family));
      close_enrolment_year(family);
    }
    note(static_cast<std::size_t>(year));
  }
}

void Caseload::describe(CaseloadChild& child) const {
  for (const auto& item : child.without) child.before += item[quarters_before - 1];
  const auto& placement = child.without[index_of(TeamItem::placement)];
  const auto begin = placement.begin() + quarters_before;
  const auto end = placement.begin() + static_cast<std::ptrdiff_t>(rule_.after) + 1;
  child.is_new_placement = placement[quarters_before - 1] == 0 &&
                           std::any_of(begin, end, [](Ore cost) { return cost > 0; });
  const auto granted = [&](std::size_t quarter) {
    return child.without[index_of(TeamItem::additional_costs)][quarter] > 0;
  };
  const bool at_first =
      granted(0) || granted(1) || child.without[index_of(TeamItem::lost_earnings)][0] > 0;
  child.is_newly_granted = !at_first && granted(rule_.after);
  child.placement = placement[quarters_before - 1];
}

}  // namespace samspil
