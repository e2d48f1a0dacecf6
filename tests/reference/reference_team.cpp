#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

bool on(const Programme& programme, Mechanism mechanism) {
  return programme.mechanisms[static_cast<std::size_t>(mechanism)];
}

int in_days(double months) { return static_cast<int>(std::floor(months * year_length / 12 + 0.5)); }

int days_of_hiring(const Programme& programme) {
  return in_days(programme.strategy.levers.hiring_lag_months.value);
}

/// Quarters of full time for so many families: the fewest that are enough.
int quarters_for(int families, const ReferenceTeam& team, const Programme& programme) {
  const int step = programme.staffing.whole_posts ? 4 : 1;
  int quarters = 0;
  while (quarters * team.caseload < 4 * families) quarters += step;
  return quarters;
}

bool is_wanted(const ReferenceTeam& team, std::size_t quarter, int day) {
  return team.wanted.at(static_cast<std::size_t>(day)) > static_cast<int>(quarter);
}

/// A quarter lasts as long as it is wanted and the notice beyond. Days of the programme.
bool is_held(const ReferenceTeam& team, std::size_t quarter, int day, const Programme& programme) {
  const ReferencePost& post = team.posts[quarter / 4];
  if (!post.is_open) return false;
  const int first = std::max(day - in_days(programme.notice_months), post.opened_on);
  for (int d = first; d <= day; ++d) {
    if (is_wanted(team, quarter, d)) return true;
  }
  return false;
}

/// Of the post's four quarters.
int held_hours(const ReferenceTeam& team, std::size_t post, int day, const Programme& programme) {
  int hours = 0;
  for (std::size_t q = 0; q < 4; ++q) hours += is_held(team, 4 * post + q, day, programme) ? 1 : 0;
  return hours;
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

/// Lives one post through the year and adds its hours to those of the team, by day.
void walk_post(std::vector<Household>& site, ReferenceTeam& team, std::size_t number,
               const Programme& programme, const Chance& chance, std::vector<int>& quarters) {
  const Levers& levers = programme.strategy.levers;
  const double rate = on(programme, Mechanism::turnover) ? levers.turnover_rate.value : 0.0;
  auto reading = static_cast<std::uint32_t>(1024 * number);
  ReferencePost& post = team.posts[number];
  const int new_year = static_cast<int>(team.wanted.size()) - year_length;
  double leaves = never;
  const auto begin = [&](int day) {
    post.is_filled = true;
    team.first_day = std::min(team.first_day, day);
    leaves = firing_time(day, chance.ask(Question::caseworker_leaves, reading++), rate);
  };
  if (post.is_filled) begin(0);
  for (int day = 0; day < year_length; ++day) {
    const int hours = held_hours(team, number, new_year + day, programme);
    const bool wanted = is_wanted(team, 4 * number, new_year + day);
    if (post.is_filled && hours == 0) {
      take_leave(site, team, number, day);
      post = {};
    }
    if (!post.is_filled && !wanted) post = {};
    if (!post.is_open) continue;
    if (!post.is_filled && post.back_on <= day) begin(day);
    while (post.is_filled && fires_on(leaves, day)) {
      take_leave(site, team, number, day);
      post.is_filled = false;
      post.back_on = day + days_of_hiring(programme);
      if (!wanted) post = {};
      if (post.is_open && post.back_on <= day) begin(day);
    }
    if (post.is_filled) quarters[static_cast<std::size_t>(day)] += hours;
    for (std::size_t q = 0; q < 4; ++q) {
      const bool is_missed = post.is_open && !post.is_filled;
      team.vacant += is_missed && is_wanted(team, 4 * number + q, new_year + day) ? 1 : 0;
    }
  }
  post.back_on -= year_length;
  if (post.is_open && post.back_on == 0) post.is_filled = true;
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
  return static_cast<int>(std::floor(u * team.wanted.back())) / 4;
}

void open_reference_posts(std::vector<Household>& site, ReferenceTeam& team, int families,
                          const Programme& programme, RunKey run, int programme_year) {
  const Levers& levers = programme.strategy.levers;
  team.caseload = levers.caseload.value;
  if (on(programme, Mechanism::caseload)) {
    team.caseload *= std::pow(1 + levers.caseload_creep.value, programme_year - 1);
  }
  const int today = static_cast<int>(team.wanted.size());
  team.families = families;
  team.wanted.push_back(quarters_for(families, team, programme));
  team.posts.resize(
      std::max(team.posts.size(), static_cast<std::size_t>(team.wanted.back() + 3) / 4));
  for (std::size_t i = 0; i < team.posts.size(); ++i) {
    ReferencePost& post = team.posts[i];
    if (is_wanted(team, 4 * i, today)) {
      const int hiring = on(programme, Mechanism::capacity) ? days_of_hiring(programme) : 0;
      if (!post.is_open) post = {true, hiring == 0, hiring, today};
    } else if (!post.is_filled) {
      post = {};
    } else if (held_hours(team, i, today, programme) == 0) {
      take_leave(site, team, i, 0);
      post = {};
    }
    team.caseworkers += post.is_open ? 1 : 0;
  }
  for (Household& home : site) {
    Family& family = home.family;
    const bool stays = family.enrolment == Enrolment::enrolled && family.enrolled_until > 0;
    if (!stays || team.posts[family.post].is_open) continue;
    family.post = static_cast<std::uint16_t>(reference_post(team, family, run));
  }
}

void walk_team_through_year(std::vector<Household>& site, ReferenceTeam& team,
                            const Programme& programme, RunKey run, int year) {
  const Levers& levers = programme.strategy.levers;
  const auto enrolled_families = [&](const auto& condition) {
    return static_cast<int>(std::count_if(site.begin(), site.end(), [&](const Household& home) {
      return home.family.enrolment == Enrolment::enrolled && condition(home.family);
    }));
  };
  for (int day = 1; day < year_length; ++day) {
    const int gone = enrolled_families([&](const Family& family) {
      return family.enrolled_until > 0 && family.enrolled_until <= day;
    });
    const auto taken_over = std::count_if(team.handed_over.begin(), team.handed_over.end(),
                                          [&](int on) { return on <= day; });
    const int families = team.families - gone + static_cast<int>(taken_over);
    team.wanted.push_back(quarters_for(families, team, programme));
  }
  std::vector<int> quarters(year_length, 0);
  const Chance chance{run, team.id, year};
  for (std::size_t post = 0; post < team.posts.size(); ++post) {
    walk_post(site, team, post, programme, chance, quarters);
  }
  for (const Household& home : site) {
    team.queued += home.family.enrolment == Enrolment::queued ? 1 : 0;
  }
  int family_days = 0, served = 0, short_hours = 0;
  for (int day = 0; day < year_length; ++day) {
    const int there = quarters[static_cast<std::size_t>(day)];
    const int families = enrolled_families([&](const Family& family) {
      return family.enrolled_from <= day && day < family.enrolled_until;
    });
    family_days += families;
    team.employed += there;
    const bool enough = there * team.caseload >= 4 * families;
    (enough ? served : short_hours) += enough ? families : there;
  }
  team.used = served / team.caseload + short_hours / 4.0;
  const double caseload =
      levers.fidelity_caseload.value > 0 ? levers.fidelity_caseload.value : levers.caseload.value;
  const double full = family_days / caseload;
  double missing = 0;
  if (on(programme, Mechanism::caseload) && full > 0) {
    missing = std::max(0.0, 1 - team.used / full);
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
    family.new_caseworker = family.caseworker_changes > 0 ? 1 : 0;
    family.caseworker_changes = 0;
  }
  team.days_running += year_length - team.first_day;
  team.first_day = year_length;
  team.employed = team.vacant = team.caseworkers = team.changes = team.queued = 0;
}

}  // namespace samspil::test
