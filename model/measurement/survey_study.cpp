/// \file
/// Én plan's family cluster (VIVE, 2021): families asked when they leave, some of whom answer, and
/// courses described; nobody treated.
#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "model/families/observed_family.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/measurement/peak_rules.hpp"
#include "model/measurement/studies.hpp"
#include "model/measurement/study_chance.hpp"
#include "model/measurement/survey_rules.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t most_candidates = 100'000;

struct SurveyRule {
  explicit SurveyRule(const StudySpec& study)
      : year_0{study.year},
        burn_in{whole(study, "burn_in_years")},
        course_years{whole(study, "course_years")},
        families{static_cast<std::size_t>(whole(study, "families"))},
        cases{static_cast<std::size_t>(whole(study, "cases"))},
        response{number_of(study.rule, "response_share")},
        better_ratio{number_of(study.rule, "response_ratio_better")},
        job_goal{number_of(study.rule, "job_goal_share")},
        education_goal{number_of(study.rule, "education_goal_share")},
        course{number_of(study.rule, "who5_step"), number_of(study.rule, "sdq_step")} {}

  static int whole(const StudySpec& study, std::string_view name) {
    return static_cast<int>(number_of(study.rule, name));
  }

  int year_0, burn_in, course_years;
  std::size_t families, cases;
  double response, better_ratio, job_goal, education_goal;
  CourseRule course;
};

/// One family at exit.
struct Leaver {
  Course course{};
  bool paid_work = false;  ///< An adult of the household came into paid work.
  bool started_education = false;
  bool calmer = false;  ///< A parent's well-being rose by a step.
  bool job_goal = false, education_goal = false;
  double answers = 0;  ///< The family's own number for whether it answers.

  bool is_better() const noexcept {
    return course == Course::progression || course == Course::partial;
  }
};

/// Finds the cluster's families in one cohort.
class Cluster {
 public:
  Cluster(const StudySpec& study, const Scenario& scenario)
      : study_{study},
        rule_{study},
        tables_{with_mechanisms(scenario.parameters, scenario.mechanisms)},
        rules_{scenario.catalogue} {}

  const SurveyRule& rule() const noexcept { return rule_; }

  std::vector<Leaver> live(RunKey run) const {
    const auto seen =
        std::make_unique<ObservedFamily>(tables_, rules_, rule_.burn_in + rule_.course_years);
    std::vector<Leaver> leavers;
    Leaver leaver;
    for (std::uint64_t number = 0; leavers.size() < rule_.families; ++number) {
      if (number >= most_candidates) {
        throw InputError{Problem{study_.file, 0, "rule", {"fault.hardly_any_family"}, {}}};
      }
      if (follow(*seen, run, number, leaver)) leavers.push_back(leaver);
    }
    return leavers;
  }

 private:
  /// The cluster's case type: a child with a case, an adult outside work and education.
  bool follow(ObservedFamily& seen, RunKey run, std::uint64_t number, Leaver& leaver) const {
    seen.make(run, number, rule_.year_0 - rule_.burn_in);
    for (int year = rule_.year_0 - rule_.burn_in; year < rule_.year_0; ++year) seen.live_year(year);
    const auto adults = household_adults(seen.people(), rule_.year_0);
    const auto outside = [&](std::size_t row) {
      const LabourStatus status = seen.people()[row].status;
      return !is_in_work(status) && status != LabourStatus::education;
    };
    if (std::none_of(adults.begin(), adults.end(), outside)) return false;
    const std::vector<Person> before{seen.people().begin(), seen.people().end()};
    for (int year = 0; year < rule_.course_years; ++year) seen.live_year(rule_.year_0 + year);
    leaver = {};
    std::vector<MemberCourse> members;
    for (const std::size_t row : adults)
      describe_adult(before[row], seen.people()[row], leaver, members);
    for (std::size_t row = 0; row < before.size(); ++row) {
      if (!is_child(before[row]) || age_at(before[row], rule_.year_0, 0) >= 18) continue;
      members.push_back(member_course(before[row], seen.people()[row], rule_.course));
    }
    leaver.course = course_of(members);
    const PhiloxBlock words = study_words(run, seen.family().id, StudyQuestion::answers);
    leaver.job_goal = uniform(words[0]) < rule_.job_goal;
    leaver.education_goal = uniform(words[1]) < rule_.education_goal;
    leaver.answers = uniform(words[2]);
    return true;
  }

  void describe_adult(const Person& before, const Person& after, Leaver& leaver,
                      std::vector<MemberCourse>& members) const {
    members.push_back(member_course(before, after, rule_.course));
    leaver.paid_work = leaver.paid_work || members.back().started_job;
    leaver.started_education = leaver.started_education || members.back().started_education;
    leaver.calmer =
        leaver.calmer ||
        static_cast<double>(after.who5) - static_cast<double>(before.who5) >= rule_.course.who5;
  }

  const StudySpec& study_;
  SurveyRule rule_;
  KernelTables tables_;
  PayerRules rules_;
};

/// Per cent of those asked of whom `yes` is true; no figure when nobody was asked.
template <class Asked, class Yes>
double percent(const std::vector<Leaver>& leavers, Asked asked, Yes yes) {
  int denominator = 0, numerator = 0;
  for (const Leaver& leaver : leavers) {
    if (!asked(leaver)) continue;
    ++denominator;
    numerator += yes(leaver);
  }
  return denominator == 0 ? no_figure : 100.0 * numerator / denominator;
}

/// In the order of figures_of().
std::vector<StudyFigure> empty_figures() {
  std::vector<StudyFigure> figures;
  const auto add = [&](const std::string& name, const char* unit) {
    figures.push_back({.name = name, .measure = name, .unit = unit});
  };
  for (const char* name : {"answers", "goal_answers"}) add(name, "families");
  for (const char* name : {"paid_work.answering", "paid_work.all_families", "education.answering",
                           "calmer.answering", "calmer.all_families"}) {
    add(name, "percent");
  }
  add("answer_bias", "points");
  for (const std::string_view course : course_names) add(fmt::format("course.{}", course), "cases");
  return figures;
}

std::vector<double> figures_of(const std::vector<Leaver>& leavers, const SurveyRule& rule) {
  const auto better = static_cast<double>(
      std::count_if(leavers.begin(), leavers.end(), [](const Leaver& l) { return l.is_better(); }));
  const double share = better / static_cast<double>(leavers.size());
  const auto answers = [&](const Leaver& leaver) {
    return leaver.answers <
           response_chance(rule.response, rule.better_ratio, share, leaver.is_better());
  };
  const auto with_goal = [&](const Leaver& l) { return answers(l) && l.job_goal; };
  const auto paid = [](const Leaver& l) { return l.paid_work; };
  const auto calmer = [](const Leaver& l) { return l.calmer; };
  const auto all = [](const Leaver&) { return true; };
  const auto number_of_those = [&](auto which) {
    return static_cast<double>(std::count_if(leavers.begin(), leavers.end(), which));
  };
  std::vector<double> values{
      number_of_those(answers),
      number_of_those(with_goal),
      percent(leavers, with_goal, paid),
      percent(
          leavers, [](const Leaver& l) { return l.job_goal; }, paid),
      percent(
          leavers, [&](const Leaver& l) { return answers(l) && l.education_goal; },
          [](const Leaver& l) { return l.started_education; }),
      percent(leavers, answers, calmer),
      percent(leavers, all, calmer)};
  values.push_back(values[values.size() - 2] - values.back());  // calmer: those who answer, all
  std::array<int, course_count> courses{};
  for (std::size_t i = 0; i < std::min(rule.cases, leavers.size()); ++i) {
    ++courses[index_of(leavers[i].course)];
  }
  values.insert(values.end(), courses.begin(), courses.end());
  return values;
}

}  // namespace

StudyResult run_survey_study(const StudyRun& run) {
  const Cluster cluster{run.study, run.scenario};
  FigureTable table{empty_figures(), run.study.cohorts};
  const auto live_cohort = [&](std::uint32_t cohort) {
    const auto leavers = cluster.live({run.study.seed, cohort});
    std::size_t next = 0;
    for (const double value : figures_of(leavers, cluster.rule())) table.set(next++, cohort, value);
  };
  for_each_replicate(run.study.cohorts, run.execution, live_cohort, run.share_done);
  StudyResult result;
  result.cohorts = run.study.cohorts;
  result.figures = table.take();
  read_signs(std::vector<StudySign>{{"course.split", {"course.split"}, above_nothing},
                                    {"answer_bias", {"answer_bias"}, above_nothing}},
             result);
  return result;
}

}  // namespace samspil
