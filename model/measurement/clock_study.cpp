/// \file
/// Jammerbugt (Familien på vej, Rambøll): 48 families, each with its own start and stop, with a
/// strategy and without. What both show was no finding of the strategy.
#include <fmt/core.h>

#include "model/inputs/mechanisms.hpp"
#include "model/measurement/level_offsets.hpp"
#include "model/measurement/project_family.hpp"
#include "model/measurement/studies.hpp"
#include "model/simulation/plan.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t most_candidates = 100'000;

/// Everything a cohort's families were seen with, in one arm.
struct Cohort {
  std::vector<ParentRecord> parents;
  std::vector<CaseRecord> cases;
  std::vector<ChildMeasures> children;
  std::vector<ProjectExit> exits;
  AtClocks<int> placed{}, in_institution{};
  Absence before, after;

  void add(const ProjectRecord& record) {
    parents.insert(parents.end(), record.parents.begin(), record.parents.end());
    cases.insert(cases.end(), record.cases.begin(), record.cases.end());
    children.insert(children.end(), record.children.begin(), record.children.end());
    exits.push_back(record.exit);
    for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
      placed[clock] += record.placed[clock];
      in_institution[clock] += record.in_institution[clock];
    }
    add(before, record.before);
    add(after, record.after);
  }

 private:
  static void add(Absence& to, const Absence& from) noexcept {
    to.children += from.children;
    to.total += from.total;
    to.unlawful += from.unlawful;
  }
};

struct NamedValue {
  std::string name;
  const char* unit = "";
  double value = 0;
};
using Values = std::vector<NamedValue>;

double per_child(int days, const Absence& absence) noexcept {
  return absence.children == 0 ? no_figure : static_cast<double>(days) / absence.children;
}

void put_parents(const Cohort& cohort, Values& values) {
  AtClocks<SupportCount> support;
  for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
    support[clock] = count_support(cohort.parents, static_cast<StudyClock>(clock));
    const std::string_view at = study_clock_names[clock];
    values.push_back({fmt::format("benefits.{}", at), "parents", double(support[clock].subset)});
    values.push_back(
        {fmt::format("recipients.{}", at), "parents", double(support[clock].recipients)});
  }
  const WorkCount work = count_work(cohort.parents);
  values.push_back({"parents", "parents", double(cohort.parents.size())});
  values.push_back({"began_work", "parents", double(work.began)});
  values.push_back({"still_in_work", "parents", double(work.still)});
  const auto subset = [&](StudyClock clock) { return support[index_of(clock)].subset; };
  values.push_back(
      {"benefits_fall", "parents", double(subset(StudyClock::start) - subset(StudyClock::exit))});
  values.push_back({"benefits_rebound", "parents",
                    double(subset(StudyClock::after) - subset(StudyClock::exit))});
}

void put_cases(const Cohort& cohort, Values& values) {
  const CaseCount cases = count_cases(cohort.cases);
  for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
    values.push_back(
        {fmt::format("cases.{}", study_clock_names[clock]), "cases", double(cases.open[clock])});
  }
  values.push_back({"opened", "cases", double(cases.opened)});
  values.push_back({"closed.project", "cases", double(cases.closed[index_of(CaseEnd::project)])});
  values.push_back(
      {"closed.turned_18", "cases", double(cases.closed[index_of(CaseEnd::turned_18)])});
  values.push_back({"closed.moved", "cases", double(cases.closed[index_of(CaseEnd::moved)])});
  values.push_back({"reopened.exit", "cases", double(cases.reopened_at_exit)});
  values.push_back({"reopened.after", "cases", double(cases.reopened_after)});
  const auto open = [&](StudyClock clock) { return cases.open[index_of(clock)]; };
  values.push_back(
      {"cases_fall", "cases", double(open(StudyClock::start) - open(StudyClock::during))});
  values.push_back(
      {"cases_rebound", "cases", double(open(StudyClock::after) - open(StudyClock::during))});
}

void put_children(const Cohort& cohort, Values& values) {
  AtClocks<int> preventive{}, home_based{};
  for (const ChildMeasures& child : cohort.children) {
    for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
      preventive[clock] += child.preventive[clock];
      home_based[clock] += child.home_based[clock];
    }
  }
  for (const StudyClock clock : {StudyClock::start, StudyClock::during, StudyClock::exit}) {
    const std::string_view at = study_clock_names[index_of(clock)];
    values.push_back(
        {fmt::format("home_based.{}", at), "measures", double(home_based[index_of(clock)])});
    values.push_back(
        {fmt::format("preventive.{}", at), "measures", double(preventive[index_of(clock)])});
    values.push_back(
        {fmt::format("placed.{}", at), "children", double(cohort.placed[index_of(clock)])});
  }
  values.push_back(
      {"institution.exit", "children", double(cohort.in_institution[index_of(StudyClock::exit)])});
  const LessSameMore number = change_in_number(cohort.children);
  const LessSameMore intensity = change_in_intensity(cohort.children);
  values.push_back({"number.less", "children", double(number.less)});
  values.push_back({"number.more", "children", double(number.more)});
  values.push_back({"intensity.less", "children", double(intensity.less)});
  values.push_back({"intensity.more", "children", double(intensity.more)});
  const auto rise = [](const AtClocks<int>& counts, StudyClock from, StudyClock to) {
    return double(counts[index_of(to)] - counts[index_of(from)]);
  };
  values.push_back(
      {"preventive_rise", "measures", rise(preventive, StudyClock::start, StudyClock::during)});
  values.push_back(
      {"preventive_fall", "measures", rise(preventive, StudyClock::exit, StudyClock::during)});
  values.push_back(
      {"placed_rise", "children", rise(cohort.placed, StudyClock::start, StudyClock::exit)});
  const double before = per_child(cohort.before.total, cohort.before);
  const double after = per_child(cohort.after.total, cohort.after);
  const double unlawful_before = per_child(cohort.before.unlawful, cohort.before);
  const double unlawful_after = per_child(cohort.after.unlawful, cohort.after);
  values.push_back({"absence.start", "days a school year", before});
  values.push_back({"absence.after", "days a school year", after});
  values.push_back({"unlawful.start", "days a school year", unlawful_before});
  values.push_back({"unlawful.after", "days a school year", unlawful_after});
  values.push_back({"absence_fall", "days a school year", before - after});
  values.push_back({"unlawful_rise", "days a school year", unlawful_after - unlawful_before});
}

/// A cohort's figures in one arm, always in the same order.
Values values_of(const Cohort& cohort) {
  Values values;
  const FamilyCount families = count_families(cohort.exits);
  values.push_back({"left", "families", double(families.left)});
  put_parents(cohort, values);
  put_cases(cohort, values);
  put_children(cohort, values);
  return values;
}

std::vector<StudyFigure> figures_of_arms() {
  std::vector<StudyFigure> figures;
  for (const StudyArm arm : {StudyArm::with, StudyArm::without}) {
    for (const NamedValue& value : values_of({})) {
      figures.push_back({.name = fmt::format("{}.{}", value.name, study_arm_names[index_of(arm)]),
                         .measure = value.name,
                         .unit = value.unit,
                         .arm = arm});
    }
  }
  return figures;
}

std::vector<StudySign> signs() {
  std::vector<StudySign> signs;
  for (const std::string_view arm : study_arm_names) {
    const auto add = [&](std::string_view name, std::string_view first, std::string_view second) {
      StudySign sign{
          fmt::format("{}.{}", name, arm), {fmt::format("{}.{}", first, arm)}, above_nothing};
      if (!second.empty()) sign.figures.push_back(fmt::format("{}.{}", second, arm));
      signs.push_back(std::move(sign));
    };
    add("p1", "preventive_rise", "preventive_fall");
    add("p2", "placed_rise", "");
    add("p3", "absence_fall", "unlawful_rise");
    add("p4", "benefits_fall", "benefits_rebound");
    add("p5", "cases_fall", "cases_rebound");
  }
  return signs;
}

ProjectCalendar calendar_of(const StudySpec& study) {
  const auto whole = [&](std::string_view name) {
    return static_cast<int>(number_of(study.rule, name));
  };
  return {study.year,
          whole("burn_in_years"),
          whole("intake_days"),
          whole("project_days"),
          whole("after_days"),
          whole("benefit_days"),
          whole("exit_after_weeks") * days_per_week};
}

/// The model's parameters with the study's own level of benefits and ages of children.
Parameters level_of(const StudySpec& study, const Scenario& scenario) {
  Parameters level = with_mechanisms(scenario.parameters, scenario.mechanisms);
  scale_benefit_moves(level.labour, meets_job_centre, number_of(study.rule, "benefit_exit"), 1);
  const auto is_course = [](LabourStatus status) {
    return status == LabourStatus::resource_course;
  };
  scale_benefit_moves(level.labour, is_course, 1, number_of(study.rule, "course_entry"));
  level.initial.youngest_age_mean = number_of(study.rule, "youngest_age_mean");
  return level;
}

/// The project's families of one cohort: the first candidates that meet the rule, in both arms.
class ProjectCohorts {
 public:
  ProjectCohorts(const StudySpec& study, const Scenario& scenario, const Strategy& strategy)
      : study_{study},
        calendar_{calendar_of(study)},
        families_{static_cast<std::size_t>(number_of(study.rule, "families"))},
        tables_{level_of(study, scenario)},
        rules_{scenario.catalogue},
        plan_{arm_plan(scenario, strategy, EffectLevel::centre)},
        arms_{{{&plan_.coordination, number_of(study.rule, "withdrawal_rate")},
               {nullptr, number_of(study.rule, "withdrawal_rate")}}} {}

  std::array<Cohort, 2> live(std::uint32_t number) const {
    const RunKey run{study_.seed, number};
    const int years = calendar_.burn_in_years + calendar_.last_year() - calendar_.year_0 + 1;
    const auto seen = std::make_unique<ObservedFamily>(tables_, rules_, years);
    std::array<Cohort, 2> cohorts;
    for (std::uint64_t candidate = 0; cohorts[0].exits.size() < families_; ++candidate) {
      if (candidate >= most_candidates) {
        throw InputError{Problem{study_.file, 0, "rule", {"fault.hardly_any_family"}, {}}};
      }
      for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
        const auto record =
            follow_project_family(*seen, run, candidate, calendar_, arms_[arm], tables_.p.family);
        if (!record) break;  // the rule looks at what lies before the start: both arms agree
        cohorts[arm].add(*record);
      }
    }
    return cohorts;
  }

 private:
  const StudySpec& study_;
  ProjectCalendar calendar_;
  std::size_t families_;
  KernelTables tables_;
  PayerRules rules_;
  ArmPlan plan_;
  std::array<ProjectArm, 2> arms_;
};

}  // namespace

StudyResult run_clock_study(const StudyRun& run) {
  if (run.strategies.empty()) {
    throw InputError{Problem{
        run.study.file, 0, "strategies", {"fault.is_missing"}, {"remedy.strategy_of_families"}}};
  }
  const ProjectCohorts project{run.study, run.scenario, run.strategies.front()};
  FigureTable table{figures_of_arms(), run.study.cohorts};
  const auto live_cohort = [&](std::uint32_t cohort) {
    std::size_t next = 0;
    for (const Cohort& arm : project.live(cohort)) {
      for (const NamedValue& value : values_of(arm)) table.set(next++, cohort, value.value);
    }
  };
  for_each_replicate(run.study.cohorts, run.execution, live_cohort, run.share_done);
  StudyResult result;
  result.cohorts = run.study.cohorts;
  result.figures = table.take();
  read_signs(signs(), result);
  return result;
}

}  // namespace samspil
