#include "model/measurement/flow_counts.hpp"

#include <algorithm>

#include "model/dynamics/surroundings.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

constexpr int job_days_watched = days_per_year;       // the first year of a job
constexpr int home_days_watched = 2 * days_per_year;  // the first two years at home

/// Adds to one year's counts.
class Adder {
 public:
  Adder(FlowCounts& counts, std::int64_t weight) : counts_{counts}, weight_{weight} {}

  void add(Flow flow, std::int64_t numerator, std::int64_t denominator) noexcept {
    FlowPart& part = counts_.parts[index_of(flow)];
    part.numerator += weight_ * numerator;
    part.denominator += weight_ * denominator;
  }
  void event(Flow flow) noexcept { add(flow, 1, 0); }
  void exposed(Flow flow, int days) noexcept { add(flow, 0, days); }

 private:
  FlowCounts& counts_;
  std::int64_t weight_;
};

/// Calls act(which, days) for what a member's diary holds of one kind, in order of time.
template <class Enum, class Act>
void for_each_entry(const Diary& diary, std::size_t member, DiaryKind kind, const Act& act) {
  for (const DiaryEntry& entry : diary) {
    if (entry.member == member && entry.kind == kind)
      act(static_cast<Enum>(entry.which), entry.days);
  }
}

std::int16_t longer(int days, int more) noexcept {
  return static_cast<std::int16_t>(std::min(days + more, 30'000));
}

/// Days of a span, which begins `since` days after something, that lie within the first `watched`.
int days_within(int since, int days, int watched) noexcept {
  return std::clamp(watched - since, 0, days);
}

/// Why somebody placed on 1 January is not at the end of the year; `day` is the first without.
Flow exit_of(const Person& child, int year, int day) noexcept {
  if (child.presence == Presence::dead) return Flow::exit_other;
  const int age = age_at(child, year, day);
  if (age < 18) return Flow::exit_home;
  return age == 18 && day == child.birth_day ? Flow::exit_at_18 : Flow::exit_aftercare;
}

void count_places(const WatchedYear& w, std::size_t row, FlowMemory& memory, Adder& adder) {
  const Person& child = w.after[row];
  const bool was_there = row < w.before.size() && is_present(w.before[row]);
  const bool was_placed = was_there && is_placed(w.before[row].place);
  const bool under_18 = age_at(child, w.year, 0) < 18;
  bool enters = false;
  int last_day_placed = 0;
  for_each_entry<Place>(w.diary, row, DiaryKind::place, [&](Place place, DaySpan days) {
    if (is_placed(place)) {
      enters = true;
      last_day_placed = days.end;
      if (!memory.placed && memory.days_home >= 0 && memory.days_home < home_days_watched) {
        adder.event(Flow::reentry);
      }
      memory = {-1, memory.days_in_job, true};
      return;
    }
    const bool grown_up = age_at(child, w.year, days.begin) >= 18;
    if (memory.placed) memory.days_home = 0;
    memory.placed = false;
    if (grown_up) memory.days_home = -1;
    if (memory.days_home < 0) return;
    adder.exposed(Flow::reentry, days_within(memory.days_home, days.days(), home_days_watched));
    memory.days_home = longer(memory.days_home, days.days());
  });
  if (was_there && !was_placed && under_18) adder.add(Flow::placement_entry, enters, 1);
  if (!was_placed) return;
  const bool stays = is_present(child) && is_placed(child.place);
  for (const Flow flow : {Flow::exit_all, Flow::exit_home, Flow::exit_at_18, Flow::exit_aftercare,
                          Flow::exit_other}) {
    adder.exposed(flow, 1);
  }
  if (stays) {
    const bool grew_up = age_at(child, w.year, days_per_year - 1) >= 18;  // into aftercare
    if (!grew_up) adder.add(Flow::type_change, child.place != w.before[row].place, 1);
  } else {
    adder.event(Flow::exit_all);
    adder.event(exit_of(child, w.year, last_day_placed));
  }
}

void count_child(const WatchedYear& w, std::size_t row, FlowMemory& memory, Adder& adder) {
  const Person& child = w.after[row];
  const PersonYear& year = child.year;
  const int age = age_at(child, w.year, 0);
  if (age >= 23) return;
  count_places(w, row, memory, adder);
  adder.add(Flow::placed, (year.places & ~1U) != 0, 1);
  adder.add(Flow::home_measures, year.measure_days > 0, 1);
  adder.add(Flow::secure_places, year.place_days[index_of(Place::secure)], 1);
  if (age < 18) {
    adder.add(Flow::notifications, year.notifications, 1);
    adder.add(Flow::repeated_notifications, year.notifications, year.notifications > 0);
  }
  if (w.year - child.birth_year >= 15) adder.add(Flow::youth_convicted, year.convictions > 0, 1);
}

void count_jobs(const WatchedYear& w, std::size_t row, FlowMemory& memory, Adder& adder) {
  for_each_entry<LabourStatus>(
      w.diary, row, DiaryKind::status, [&](LabourStatus status, DaySpan days) {
        if (status != LabourStatus::ordinary_job) {
          const bool loses = memory.days_in_job >= 0 && status != LabourStatus::parental_leave;
          if (loses) {
            adder.event(memory.days_in_job < job_days_watched ? Flow::job_loss_first_year
                                                              : Flow::job_loss_later);
          }
          memory.days_in_job = -1;
          return;
        }
        if (memory.days_in_job < 0) memory.days_in_job = 0;
        const int first = days_within(memory.days_in_job, days.days(), job_days_watched);
        adder.exposed(Flow::job_loss_first_year, first);
        adder.exposed(Flow::job_loss_later, days.days() - first);
        memory.days_in_job = longer(memory.days_in_job, days.days());
      });
}

/// Adult social services of a person's year, gross [øre].
Ore social_cost(const PersonYear& year, const PayerRules& rules, const Catalogue& catalogue) {
  Ore cost = 0;
  for (const CatalogueRow& row : catalogue.rows) {
    if (row.department != Department::adult_social) continue;
    for (std::size_t i = 0; i < adult_service_count; ++i) {
      if (service_of(static_cast<AdultService>(i)) != row.service) continue;
      for (const Ore price : rules.prices[index_of(row.service)][0]) {
        cost += price * 100 * Ore{year.service_units[i]};
      }
    }
  }
  return cost;
}

void count_parent(const WatchedYear& w, std::size_t row, const PayerRules& rules,
                  const Catalogue& catalogue, FlowMemory& memory, Adder& adder) {
  const Person& parent = w.after[row];
  const PersonYear& year = parent.year;
  const auto is_pension = [](LabourStatus s) { return s == LabourStatus::disability_pension; };
  count_jobs(w, row, memory, adder);
  adder.add(Flow::pension, is_pension(year.week_48), 1);
  adder.add(Flow::employed,
            year.statuses.has(LabourStatus::ordinary_job) ||
                year.statuses.has(LabourStatus::flexjob) || year.ordinary_hours_any != 0,
            1);
  adder.add(Flow::in_work, is_in_work(year.week_48), 1);
  adder.add(Flow::cash_benefit, year.week_48 == LabourStatus::cash_benefit, 1);
  adder.add(Flow::parents_convicted, year.convictions > 0, 1);
  adder.add(Flow::adult_social, social_cost(year, rules, catalogue), 1);
  if (is_present(parent)) adder.add(Flow::pension_rise, is_pension(parent.status), 1);
  const bool was_there = row < w.before.size() && is_present(w.before[row]);
  if (!was_there || is_pension(w.before[row].status)) return;
  const bool granted = is_present(parent) && is_pension(parent.status);
  adder.add(Flow::pension_inflow, granted, 1);
  if (age_at(parent, w.year, 0) < 40) adder.add(Flow::pension_inflow_under_40, granted, 1);
}

/// Services of those who have left care or are about to.
constexpr bool is_for_the_young(Service service) noexcept {
  return service == Service::own_dwelling || service == Service::aftercare ||
         service == Service::youth_support || service == Service::youth_education_special;
}

std::size_t cost_group(const CatalogueRow& row) noexcept {
  if (is_for_the_young(row.service)) return 1;
  const bool child =
      row.department == Department::child_family || row.department == Department::school_daycare;
  return child ? 0 : 2;
}

}  // namespace

FlowCounts& FlowCounts::operator+=(const FlowCounts& other) noexcept {
  for (std::size_t i = 0; i < flow_count; ++i) {
    parts[i].numerator += other.parts[i].numerator;
    parts[i].denominator += other.parts[i].denominator;
  }
  for (std::size_t i = 0; i < cost_group_count; ++i) {
    cost[i] += other.cost[i];
    heads[i] += other.heads[i];
  }
  return *this;
}

FlowMemories flow_memories(std::span<const Person> people) noexcept {
  FlowMemories memories;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].status == LabourStatus::ordinary_job) memories[i].days_in_job = days_per_year;
    memories[i].placed = is_placed(people[i].place);
  }
  return memories;
}

void count_flows(const WatchedYear& w, const PayerRules& rules, const Catalogue& catalogue,
                 std::int64_t weight, FlowMemories& memories, FlowCounts& counts) {
  Adder adder{counts, weight};
  for (std::size_t row = 0; row < w.after.size(); ++row) {
    if (w.after[row].year.days == 0) continue;
    if (w.target.child[row]) count_child(w, row, memories[row], adder);
    if (w.target.adult[row]) count_parent(w, row, rules, catalogue, memories[row], adder);
  }
}

void count_cost(const WatchedYear& w, const ServiceUse& use, const Settlements& settlements,
                const PayerRules& rules, const Catalogue& catalogue, FlowCounts& counts) {
  constexpr std::size_t municipality = index_of(Payer::municipality);
  for (const CatalogueRow& row : catalogue.rows) {
    if (row.account_type == AccountType::revenue) continue;
    PayerPrices cost{};
    add_cost_of(index_of(row.service), use, rules.prices, cost);
    counts.cost[cost_group(row)] += cost[municipality];
  }
  counts.cost[0] -= settlements[index_of(Settlement::expensive_children)];
  counts.cost[2] -= settlements[index_of(Settlement::expensive_adults)];
  for (const Person& person : w.before) {
    if (!is_present(person)) continue;
    const int age = age_at(person, w.year, 0);
    ++counts.heads[age < 18 ? 0U : age < 23 && is_child(person) ? 1U : 2U];
  }
}

}  // namespace samspil
