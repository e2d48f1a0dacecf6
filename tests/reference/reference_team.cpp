#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

bool on(const Programme& programme, Mechanism mechanism) {
  return programme.mechanisms[static_cast<std::size_t>(mechanism)];
}

int days_of_hiring(const Programme& programme) {
  return static_cast<int>(
      std::floor(programme.strategy.levers.hiring_lag_months.value * year_length / 12 + 0.5));
}

/// The caseworker of the post leaves on this day: her families meet another.
void take_leave(std::vector<Household>& site, ReferenceTeam& team, std::size_t post, int day) {
  for (Household& home : site) {
    Family& family = home.family;
    if (family.enrolment != Enrolment::enrolled || family.post != post) continue;
    if (day < family.enrolled_from || day >= family.enrolled_until) continue;
    family.caseworker_changes = static_cast<std::uint8_t>(family.caseworker_changes + 1);
    ++team.changes;
  }
}

void walk_post(std::vector<Household>& site, ReferenceTeam& team, std::size_t post,
               const Programme& programme, const Chance& chance) {
  const Levers& levers = programme.strategy.levers;
  const double rate = on(programme, Mechanism::turnover) ? levers.turnover_rate.value : 0.0;
  auto reading = static_cast<std::uint32_t>(1024 * post);
  int& back_on = team.back_on[post];
  team.first_day = std::min(team.first_day, back_on);
  double leaves = firing_time(back_on, chance.ask(Question::caseworker_leaves, reading), rate);
  for (int day = 0; day < year_length; ++day) {
    while (day >= back_on && fires_on(leaves, day)) {
      take_leave(site, team, post, day);
      back_on = day + days_of_hiring(programme);
      leaves = firing_time(back_on, chance.ask(Question::caseworker_leaves, ++reading), rate);
    }
    ++(day >= back_on ? team.employed : team.vacant);
  }
  back_on = std::max(0, back_on - year_length);
}

/// Fidelity by element when some of the work is not done: the first lost goes to 1 first.
double mean_fidelity(std::vector<CoreElement> elements, double share_not_done) {
  std::stable_sort(elements.begin(), elements.end(),
                   [](const CoreElement& a, const CoreElement& b) { return a.lost < b.lost; });
  double weights = 0;
  for (const CoreElement& element : elements) weights += element.weight;
  double to_lose = share_not_done * weights, sum = 0;
  for (const CoreElement& element : elements) {
    const double lost = std::min(to_lose, element.weight);
    const double kept = element.weight > 0 ? 1 - lost / element.weight : 0;
    const double fidelity = 1 + (element.fidelity.value - 1) * kept;
    sum += element.weight * (fidelity - 1) / 5;
    to_lose -= lost;
  }
  return sum / weights;
}

}  // namespace

int reference_post(const ReferenceTeam& team, const Family& family, RunKey run) {
  const double u = uniform(Chance{run, family.id, 0}.once(Question::caseworker));
  return static_cast<int>(std::floor(u * static_cast<double>(team.back_on.size())));
}

void open_reference_posts(std::vector<Household>& site, ReferenceTeam& team, int families,
                          const Programme& programme, RunKey run, int programme_year) {
  const Levers& levers = programme.strategy.levers;
  double caseload = levers.caseload.value;
  if (on(programme, Mechanism::caseload)) {
    caseload *= std::pow(1 + levers.caseload_creep.value, programme_year - 1);
  }
  std::size_t posts = 0;
  while (static_cast<double>(posts) * caseload < families) ++posts;
  team.back_on.resize(posts, on(programme, Mechanism::capacity) ? days_of_hiring(programme) : 0);
  for (Household& home : site) {
    Family& family = home.family;
    const bool stays = family.enrolment == Enrolment::enrolled && family.enrolled_until > 0;
    if (!stays || family.post < posts) continue;
    family.post = static_cast<std::uint16_t>(reference_post(team, family, run));
    family.caseworker_changes = static_cast<std::uint8_t>(family.caseworker_changes + 1);
    ++team.changes;
  }
}

void walk_team_through_year(std::vector<Household>& site, ReferenceTeam& team,
                            const Programme& programme, RunKey run, int year) {
  const Levers& levers = programme.strategy.levers;
  const Chance chance{run, team.id, year};
  for (std::size_t post = 0; post < team.back_on.size(); ++post) {
    walk_post(site, team, post, programme, chance);
  }
  int family_days = 0;
  for (const Household& home : site) {
    team.queued += home.family.enrolment == Enrolment::queued ? 1 : 0;
    family_days += home.family.enrolled_until - home.family.enrolled_from;
  }
  const double caseload =
      levers.fidelity_caseload.value > 0 ? levers.fidelity_caseload.value : levers.caseload.value;
  const double wanted = family_days / caseload;
  double missing = 0;
  if (on(programme, Mechanism::caseload) && wanted > 0) {
    missing = std::max(0.0, 1 - team.employed / wanted);
  }
  team.fidelity = mean_fidelity(programme.strategy.elements, missing);
}

void end_team_year(std::vector<Household>& site, ReferenceTeam& team, const Programme& programme) {
  const double kept =
      on(programme, Mechanism::turnover) ? programme.strategy.levers.handover_share.value : 1.0;
  for (Household& home : site) {
    Family& family = home.family;
    for (int i = 0; i < family.caseworker_changes; ++i) {
      family.relation = static_cast<float>(static_cast<double>(family.relation) * kept);
    }
    family.caseworker_changes = 0;
  }
  team.days_running += year_length - team.first_day;
  team.first_day = year_length;
  team.employed = team.vacant = team.changes = team.queued = 0;
}

}  // namespace samspil::test
