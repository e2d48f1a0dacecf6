#include "model/measurement/project_family.hpp"

#include <algorithm>

#include "model/core/numeric.hpp"
#include "model/dynamics/hazards_child.hpp"
#include "model/measurement/full_team.hpp"
#include "model/measurement/peak_rules.hpp"
#include "model/measurement/study_chance.hpp"

namespace samspil {
namespace {

/// The model reviews a case once a year; its date is taken to be the middle of the year.
constexpr int review_day = days_per_year / 2;

/// A status, place or measure with days from 1 January of year 0.
struct DatedEntry {
  std::uint8_t member = 0;
  DiaryKind kind = DiaryKind::status;
  std::uint8_t which = 0;
  int from = 0, until = 0;

  bool covers(int day) const noexcept { return from <= day && day < until; }
};

class ProjectFamily {
 public:
  ProjectFamily(ObservedFamily& seen, RunKey run, std::uint64_t number,
                const ProjectCalendar& calendar, const ProjectArm& arm,
                const FamilyParameters& parameters)
      : seen_{seen}, run_{run}, calendar_{calendar}, arm_{arm}, parameters_{parameters} {
    // The start belongs to the candidate, whose identity make() gives.
    seen_.make(run, number, calendar.year_0);
    start_ = static_cast<int>(study_uniform(run, seen.family().id, StudyQuestion::own_start) *
                              calendar.intake_days);
    start_year_ = calendar.year_0 + start_ / days_per_year;
    seen_.make(run, number, start_year_ - calendar.burn_in_years);
  }

  std::optional<ProjectRecord> follow() {
    for (int year = start_year_ - calendar_.burn_in_years; year < start_year_; ++year) {
      seen_.live_year(year);
    }
    adults_ = household_adults(seen_.people(), start_year_);
    if (!meets_rule()) return std::nullopt;
    record_.before = absence(start_year_ - 1);
    note_cases();
    exit_ = calendar_.project_days;
    for (int year = start_year_; year <= calendar_.last_year(); ++year) live(year);
    describe();
    return std::move(record_);
  }

 private:
  static constexpr int never = 1'000'000;

  bool meets_rule() const {
    if (adults_.empty()) return false;
    const auto people = seen_.people();
    const bool institution = std::any_of(people.begin(), people.end(), [](const Person& person) {
      return is_child(person) && is_present(person) &&
             (person.place == Place::institution || person.place == Place::secure);
    });
    return !institution && std::any_of(adults_.begin(), adults_.end(), [&](std::size_t row) {
      return meets_job_centre(people[row].status);
    });
  }

  int first_day(int year) const noexcept { return (year - calendar_.year_0) * days_per_year; }

  /// Lives a year; whoever is in the project meets the plan on the days of the year that he is.
  void live(int year) {
    const int begin = first_day(year);
    Family& family = seen_.family();
    const bool enrolled = exit_ > begin && calendar_.project_days > begin;
    family.enrolment = enrolled ? Enrolment::enrolled : Enrolment::exited;
    family.enrolled_from = static_cast<std::uint16_t>(std::max(start_ - begin, 0));
    family.enrolled_until = enrolled ? std::uint16_t{days_per_year} : family.enrolled_from;
    if (arm_.plan == nullptr) {
      seen_.live_year(year);
    } else {
      seen_.live_year(year, full_team_ratios(family, seen_.people(), *arm_.plan, parameters_));
    }
    for (const DiaryEntry& entry : seen_.diary()) {
      dated_.push_back({entry.member, entry.kind, entry.which, begin + entry.days.begin,
                        begin + entry.days.end});
    }
    note_cases();
    if (enrolled) look_for_exit(year);
    if (enrolled && exit_ < begin + days_per_year) {
      family.enrolled_until = static_cast<std::uint16_t>(
          std::max(exit_ - begin, static_cast<int>(family.enrolled_from)));
    }
    close_enrolment_year(family);
    if (year == start_year_ + 1) record_.after = absence(year);
  }

  void note_cases() {
    std::array<bool, most_members> open{};
    const int year = start_year_ + static_cast<int>(open_.size());
    for (std::size_t row = 0; row < seen_.people().size(); ++row) {
      open[row] = has_child_case(seen_.people()[row], year);
    }
    open_.push_back(open);
  }

  /// Whether a member's case is open on a day: as the last review left it.
  bool is_open(std::size_t row, int day) const noexcept {
    if (day >= moved_) return false;
    const int in_year = day - first_day(start_year_);
    const int reviews = in_year / days_per_year + (in_year % days_per_year >= review_day);
    return open_[std::min(static_cast<std::size_t>(reviews), open_.size() - 1)][row];
  }

  void look_for_exit(int year) {
    const int begin = first_day(year);
    const auto leave = [&](int day, ProjectExit reason) {
      if (day <= start_ || day >= std::min(exit_, calendar_.project_days)) return;
      exit_ = day;
      record_.exit = reason;
    };
    if (seen_.family().state.moved) {
      moved_ = std::min(moved_, std::max(begin + days_per_year, start_ + 1));
      leave(moved_, ProjectExit::moved);
    }
    for (const std::size_t row : adults_) {
      const int day = first_work(row);
      if (day != never) leave(day + calendar_.exit_after_days, ProjectExit::work);
    }
    const auto& open = open_.back();
    if (std::none_of(open.begin(), open.end(), [](bool is) { return is; })) {
      leave(std::max(begin + review_day, start_ + 1), ProjectExit::case_closed);
    }
    leave(withdrawal(), ProjectExit::withdrawn);
  }

  int withdrawal() const {
    if (arm_.withdrawal_rate <= 0) return never;
    const double u = study_uniform(run_, seen_.family().id, StudyQuestion::withdrawal);
    return start_ + static_cast<int>(-natural_log(u) / arm_.withdrawal_rate * days_per_year);
  }

  /// First day after the start on which a spell of work or education begins.
  int first_work(std::size_t row) const noexcept {
    bool worked = true;  // what runs at the start does not begin
    for (const DatedEntry& entry : dated_) {
      if (entry.member != row || entry.kind != DiaryKind::status || entry.until <= start_) continue;
      const bool works = is_work_or_education(static_cast<LabourStatus>(entry.which));
      const bool begins = works && !worked && !entry.covers(start_);
      if (begins && entry.from < calendar_.project_days) return entry.from;
      worked = works;
    }
    return never;
  }

  LabourStatus status_at(std::size_t row, int day) const noexcept {
    LabourStatus status = LabourStatus::self_supporting;
    for (const DatedEntry& entry : dated_) {
      if (entry.member == row && entry.kind == DiaryKind::status && entry.covers(day)) {
        status = static_cast<LabourStatus>(entry.which);
      }
    }
    return status;
  }

  Absence absence(int year) const {
    Absence sum;
    for (const Person& person : seen_.people()) {
      const int age = age_at(person, year, 0);
      if (!is_child(person) || person.year.days < days_per_year || age < 6 || age > 16) continue;
      ++sum.children;
      sum.total += person.year.lawful_absence + person.year.unlawful_absence;
      sum.unlawful += person.year.unlawful_absence;
    }
    return sum;
  }

  AtClocks<int> clocks() const noexcept {
    return {start_, (start_ + exit_) / 2, exit_, calendar_.after_days};
  }

  void describe() {
    const AtClocks<int> at = clocks();
    for (const std::size_t row : adults_) {
      ParentRecord parent;
      for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
        parent.support[clock] =
            support_of(status_at(row, std::min(at[clock], calendar_.benefit_days - 1)));
      }
      parent.began = first_work(row) != never;
      parent.still_at_exit = is_work_or_education(status_at(row, calendar_.project_days - 1));
      record_.parents.push_back(parent);
    }
    for (std::size_t row = 0; row < seen_.people().size(); ++row) {
      if (is_child(seen_.people()[row])) describe_child(row, at);
    }
  }

  void describe_child(std::size_t row, const AtClocks<int>& at) {
    CaseRecord record;
    record.open_at_start = is_open(row, start_);
    record.open_at_exit = is_open(row, exit_);
    record.open_after = is_open(row, at[index_of(StudyClock::after)]);
    if (record.open_at_start) record.closed_by = first_close(row);
    for (int day = start_; day <= exit_ && !record.open_at_start; ++day) {
      record.opened = record.opened || is_open(row, day);
    }
    if (record.open_at_start || record.opened) record_.cases.push_back(record);
    const Person& person = seen_.people()[row];
    const int age = age_at(person, start_year_, start_ - first_day(start_year_));
    if (age >= 0 && age < 18) describe_measures(row, at);
  }

  /// Why the case first closed while the family was in the project.
  std::optional<CaseEnd> first_close(std::size_t row) const noexcept {
    for (int day = start_; day <= exit_; ++day) {
      if (is_open(row, day)) continue;
      if (day >= moved_) return CaseEnd::moved;
      const Person& person = seen_.people()[row];
      const int year = calendar_.year_0 + day / days_per_year;
      return age_at(person, year + 1, 0) >= 18 ? CaseEnd::turned_18 : CaseEnd::project;
    }
    return std::nullopt;
  }

  void describe_measures(std::size_t row, const AtClocks<int>& at) {
    ChildMeasures child;
    for (std::size_t clock = 0; clock < study_clock_count; ++clock) {
      Person now;  // what runs on the day, for the ladder of measures
      now.role = Role::child;
      for (const DatedEntry& entry : dated_) {
        if (entry.member != row || !entry.covers(at[clock])) continue;
        if (entry.kind == DiaryKind::place) now.place = static_cast<Place>(entry.which);
        if (entry.kind != DiaryKind::measure) continue;
        const auto measure = static_cast<ChildMeasure>(entry.which);
        now.measures.set(measure);
        child.home_based[clock] += is_home_based(measure);
        child.preventive[clock] +=
            measure == ChildMeasure::early_prevention || measure == ChildMeasure::contact_person;
      }
      child.step[clock] = ladder_step(now);
      record_.placed[clock] += is_placed(now.place);
      record_.in_institution[clock] +=
          now.place == Place::institution || now.place == Place::secure;
    }
    record_.children.push_back(child);
  }

  ObservedFamily& seen_;
  RunKey run_;
  const ProjectCalendar& calendar_;
  const ProjectArm& arm_;
  const FamilyParameters& parameters_;
  int start_ = 0, start_year_ = 0, exit_ = never, moved_ = never;
  std::vector<std::size_t> adults_;
  std::vector<DatedEntry> dated_;
  std::vector<std::array<bool, most_members>> open_;  ///< By review; the first before the start.
  ProjectRecord record_;
};

}  // namespace

std::optional<ProjectRecord> follow_project_family(ObservedFamily& seen, RunKey run,
                                                   std::uint64_t number,
                                                   const ProjectCalendar& calendar,
                                                   const ProjectArm& arm,
                                                   const FamilyParameters& parameters) {
  return ProjectFamily{seen, run, number, calendar, arm, parameters}.follow();
}

}  // namespace samspil
