/// \file
/// A site's years in the arms of a group, side by side.
#include <algorithm>
#include <bit>

#include "model/dynamics/casework.hpp"
#include "model/simulation/family_model.hpp"

namespace samspil {

/// A site in the arms of a group, in a year.
struct FamilyModel::GroupYear {
  const LaneGroup& group;
  const ModelInputs& inputs;
  std::span<Family> families;  ///< Arm by arm.
  std::span<Post> posts;       ///< As families.
  std::span<Team> teams;       ///< By arm.
  std::span<Person> people;
  std::span<YearCounts> own;  ///< By arm: what is the arm's and not its lane's.
  RunKey run;
  int year = 0;
  int year_number = 0;
  std::uint32_t site = 0;  ///< Of the block.
  std::size_t places = 0;  ///< For families.

  std::size_t arms() const noexcept { return group.arms.size(); }
  const ArmPlan& plan(std::size_t position) const noexcept {
    return inputs.plans[group.arms[position]];
  }
  Family& family(std::size_t position, std::size_t i) const noexcept {
    return families[position * places + i];
  }
  SiteYear in_arm(std::size_t position) const noexcept {
    return {families.subspan(position * places, places),
            people,
            teams[position],
            posts.subspan(position * places, places),
            run,
            year,
            year_number};
  }
  std::span<const Person> members_of(const Family& family) const noexcept {
    return people.subspan(family.first, family.state.members);
  }
};

namespace {

/// A lane's use of services.
template <std::size_t L>
void add_use(const UseOf<L>& use, std::size_t lane, ServiceUse& sum) noexcept {
  if constexpr (L == 1) {
    sum += use;
  } else {
    for (std::size_t s = 0; s < service_count; ++s) {
      for (std::size_t state = 0; state < rule_state_count; ++state) {
        sum.in_state[s][state] += use.in_state[s][state][lane];
      }
    }
  }
}

/// What was noted of an arm, and the arms of which the same was noted.
template <class Noted, class Take>
LaneSet notes_of(std::span<const Noted> notes, std::size_t lane, const Take& take) {
  LaneSet alike = first_lanes(most_lanes);
  for (const Noted& note : notes) {
    const bool own = (note.in >> lane & 1U) != 0;
    if (own) take(note);
    alike &= own ? note.in : ~note.in;
  }
  return alike;
}

/// Posts what one member lived on. Arms in which he or she lived on the same, from the same place
/// on the ladder, are settled once.
template <std::size_t L>
void settle_member_in_lanes(const PayerRules& rules, FamilyYearIn<L>& y, std::size_t row,
                            std::span<const NotedIncome> notes, LaneRoom<L>& room) {
  LaneSet lived = 0;
  for (const NotedIncome& note : notes) lived |= note.in;
  LadderHistory before;
  const auto alike_with = [&](std::size_t lead) {
    room.own.clear();
    const LaneSet alike =
        notes_of(notes, lead, [&](const NotedIncome& note) { room.own.push_back(note.spell); });
    before = y.person(row, lead).ladder;
    return alike &
           lanes_where<L>([&](std::size_t lane) { return y.person(row, lane).ladder == before; });
  };
  once_for_alike(lived, alike_with, [&](std::size_t /*lead*/, LaneSet alike) {
    settle_member(rules, room.own, before, room.paid);
    for (const BenefitPaid& one : room.paid) {
      y.post(alike, one.service, static_cast<int>(one.weeks), one.step);
    }
    for_each_bit(alike, [&](std::size_t lane) { y.person(row, lane).ladder = before; });
  });
}

/// The same of all members, each of whom is noted in one place.
template <std::size_t L>
void settle_lanes(const PayerRules& rules, FamilyYearIn<L>& y, LaneRoom<L>& room) {
  if constexpr (L == 1) {
    settle_incomes(rules, y.space.incomes.all(), y.people(), y.use);
  } else {
    for (std::span<const NotedIncome> left{y.space.incomes}; !left.empty();) {
      const std::size_t row = left.front().spell.member;
      std::size_t count = 1;
      while (count < left.size() && left[count].spell.member == row) ++count;
      settle_member_in_lanes(rules, y, row, left.first(count), room);
      left = left.subspan(count);
    }
  }
}

/// What was noted of each member in any lane, as may_be_refunded() takes it.
std::array<std::uint32_t, most_members> parts_of(std::span<const NotedCase> notes) noexcept {
  std::array<std::uint32_t, most_members> parts{};
  for (const NotedCase& note : notes) {
    parts[note.member] |= std::uint32_t{1} << note.part.number();
  }
  return parts;
}

/// What the state refunds in each lane, once for those with the same cases.
template <std::size_t L>
void settle_cases(const PayerRules& rules, FamilyYearIn<L>& y, LaneRoom<L>& room) {
  if constexpr (L == 1) {
    settle_expensive_cases(rules, y.space.cases, y.people(), room.counts[0].settlements);
  } else {
    const std::span<const NotedCase> notes{y.space.cases};
    if (notes.empty() || !may_be_refunded(rules, parts_of(notes), y.people())) return;
    const auto alike_with = [&](std::size_t lead) {
      room.cases.clear();
      return notes_of(notes, lead, [&](const NotedCase& note) {
        add_days(room.cases.note(note.member).on(note.part), note.days);
      });
    };
    once_for_alike(y.arms, alike_with, [&](std::size_t lead, LaneSet alike) {
      Settlements refund{};
      settle_expensive_cases(rules, room.cases, y.people(lead), refund);
      for_each_bit(alike, [&](std::size_t lane) {
        Settlements& sums = room.counts[lane].settlements;
        for (std::size_t i = 0; i < settlement_count; ++i) sums[i] += refund[i];
      });
    });
  }
}

/// What is counted of a family's year in each lane, beside the use of services.
template <std::size_t L>
void count_family(const PayerRules& rules, FamilyYearIn<L>& y, LaneRoom<L>& room) {
  settle_cases(rules, y, room);
  count_presence(y.people(), y.year, room.together);
  for_each_bit(y.arms, [&](std::size_t lane) {
    count_life_year(y.people(lane), y.year, room.counts[lane]);
  });
  room.counts[0].work.random_blocks += y.work.random_blocks;
  room.counts[0].work.events += y.work.events;
  room.counts[0].work.postings += y.work.postings;
}

/// Lives a family alone and notes who of it used what.
void watch_family(const PayerRules& rules, FamilyYear& y, LaneRoom<1>& room, FamilyUse& of) {
  of = {};
  const ServiceUse before = y.use;
  const Settlements settled_before = room.counts[0].settlements;
  y.use = {};
  y.space.used_until = of.member.data();
  live_family_year(y);
  y.space.used_until = nullptr;
  count_family(rules, y, room);
  of.together = y.use;
  if (!y.people().empty()) of.together -= of.member[y.people().size() - 1];
  settle_by_member(rules, y.space.incomes.all(), y.people(), of.member);
  for (std::size_t i = 0; i < settlement_count; ++i) {
    of.settlements[i] = room.counts[0].settlements[i] - settled_before[i];
  }
  y.use = before;
  y.use += of.together;
  for (std::size_t i = 0; i < y.people().size(); ++i) y.use += of.member[i];
}

}  // namespace

/// What the arms' strategies do to a family's hazards.
template <std::size_t L>
void FamilyModel::set_hooks(LaneRoom<L>& room, const GroupYear& at, std::size_t i) const {
  const FamilyParameters& p = at.inputs.tables.p.family;
  if constexpr (L == 1) {
    const Family& family = at.family(0, i);
    room.hooks =
        hook_ratios(family, at.members_of(family), at.teams[0], at.plan(0).coordination, p);
  } else {
    const EffectLanes& effects = at.group.effects;
    effects.begin_family(room.weights);
    const double agency = gate_agency(at.members_of(at.family(0, i)), p);
    for (std::size_t lane = 0; lane < at.group.firsts.size(); ++lane) {
      const std::size_t a = at.group.firsts[lane];
      const Family& family = at.family(a, i);
      effects.weigh(lane, {family, agency, at.teams[a], at.plan(a).coordination, p}, room.weights);
    }
    effects.set_hooks<L>(at.inputs.tables.isa, room.weights, room.hooks);
  }
}

template <std::size_t L>
void FamilyModel::live_family(Scratch& scratch, LaneRoom<L>& room, const GroupYear& at,
                              std::size_t i) const {
  Family& first = at.family(0, i);
  const FamilyParameters& p = at.inputs.tables.p.family;
  const std::vector<std::uint8_t>& firsts = at.group.firsts;
  set_hooks(room, at, i);
  for (std::size_t a = L == 1 ? 1 : 0; a < at.arms(); ++a) review_relation(at.family(a, i), p);
  Work work;
  const auto rows = first.room * L;
  FamilyYearIn<L> y{
      at.inputs.tables, at.run,   at.year, first,      at.people.subspan(first.first, rows),
      room.hooks,       room.use, work,    room.space, first_lanes(firsts.size())};
  const std::size_t number = at.site * at.places + i;
  bool watched = false;
  if constexpr (L == 1) {
    watched = !scratch.uses.empty();
    if (watched) watch_family(at.inputs.rules, y, room, scratch.uses[number]);
  }
  if (!watched) {
    live_family_year(y);
    settle_lanes(at.inputs.rules, y, room);
    count_family(at.inputs.rules, y, room);
  }
  for (std::size_t a = 0; a < at.arms(); ++a) {
    Family& family = at.family(a, i);
    family.state = first.state;
    const auto take_over = [&](ServiceUse& use) {
      take_over_casework(family, y.space.open_cases, at.group.lanes[a], at.plan(a).coordination,
                         at.inputs.tables.p.casework, use);
    };
    take_over(at.own[a].use);
    if (watched) take_over(scratch.uses[number].together);
  }
}

template <std::size_t L>
void FamilyModel::live_year(Scratch& scratch, LaneRoom<L>& room, const GroupYear& at) const {
  room.use = {};
  room.together = {};
  for (std::size_t lane = 0; lane < at.group.firsts.size(); ++lane) {
    room.counts[lane] = {};
  }
  for (std::size_t a = 0; a < at.arms(); ++a) {
    at.own[a] = {};
    enrol_site(at.in_arm(a), at.plan(a).coordination, at.inputs.tables.p);
  }
  for (std::size_t i = 0; i < at.places; ++i) {
    if (at.family(0, i).state.members > 0) live_family(scratch, room, at, i);
  }
  for (std::size_t a = 0; a < at.arms(); ++a) {
    const std::size_t lane = at.group.lanes[a];
    YearCounts& own = at.own[a];
    own += room.together;
    own += room.counts[lane];
    add_use<L>(room.use, lane, own.use);
    if (at.group.firsts[lane] != a) own.work = {};
  }
}

void FamilyModel::finish_year(Scratch& scratch, const GroupYear& at, std::size_t position,
                              YearCounts& counts) const {
  const ArmPlan& plan = at.plan(position);
  const std::uint32_t arm = at.group.arms[position];
  const SiteYear in_arm = at.in_arm(position);
  YearCounts& own = at.own[position];
  for (const Family& family : in_arm.families) {
    if (family.state.members > 0) count_enrolment_year(family, own);
  }
  settle_budget_guarantee(at.inputs.rules, own.use, own.settlements);
  count_team_year(in_arm.team, own);
  add_programme_cost(in_arm.families, in_arm.team, plan, own);
  const std::size_t place = arm * sites_per_block_ + at.site;
  BudgetCosts& cost =
      scratch.yearly[place * cells().years + static_cast<std::size_t>(at.year_number) - 1];
  cost = costs_of(own, at.inputs.shared[arm], scenario_.catalogue, at.inputs.rules.prices);
  for (std::size_t purse = 0; purse < purse_count; ++purse) {
    scratch.costs[place][purse] += cost[purse];
  }
  counts += own;
  for (Family& family : in_arm.families) close_enrolment_year(family);
  close_team_year(in_arm, plan.coordination.staff);
}

void FamilyModel::live_site_year(Scratch& scratch, std::uint32_t site, RunKey run, int year_number,
                                 std::uint32_t arm, YearCounts& counts) const {
  const LaneGroup alone{{arm}, {0}, {0}, 1};
  YearCounts own;
  const GroupYear at{alone,
                     inputs_of(run),
                     families_of(scratch.work, site),
                     posts_of(scratch.work, site),
                     {&scratch.work.teams[site], 1},
                     scratch.work.people,
                     {&own, 1},
                     run,
                     scenario_.population.year + year_number,
                     year_number,
                     site,
                     families_per_site_};
  live_year(scratch, *scratch.alone, at);
  finish_year(scratch, at, 0, counts);
}

/// The site as it starts, in each arm and lane. A family's members in a lane stand together, and
/// each arm's families know where its lane's do.
void FamilyModel::move_in(Scratch& scratch, const LaneGroup& group, std::uint32_t site) const {
  SiteRoom& room = scratch.site;
  const auto width = static_cast<std::uint32_t>(group.width);
  const std::span<const Family> families = families_of(scratch.start, site);
  const Team& team = scratch.start.teams[site];
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const Family& family = families[i];
    for (std::size_t a = 0; a < group.arms.size(); ++a) {
      Family& own = room.families[a * families_per_site_ + i];
      own = family;
      own.first = row + std::uint32_t{group.lanes[a]} * family.room;
    }
    const auto from = scratch.start.people.begin() + family.first;
    for (std::uint32_t lane = 0; lane < width; ++lane) {
      std::copy(from, from + family.state.members, room.people.begin() + row + lane * family.room);
    }
    row += width * family.room;
  }
  std::fill_n(room.teams.begin(), group.arms.size(), team);
}

template <std::size_t L>
void FamilyModel::live_group(Scratch& scratch, std::unique_ptr<LaneRoom<L>>& room,
                             const LaneGroup& group, RunKey run, Tally& tally) const {
  if (!room) room = std::make_unique<LaneRoom<L>>();
  SiteRoom& rooms = scratch.site;
  // A site's rows, as make_scratch() has counted them: to count takes a look at every family.
  rooms.fit(group, families_per_site_, scratch.start.people.size() / sites_per_block_);
  for (std::uint32_t site = 0; site < scratch.sites; ++site) {
    if (!lives(scratch, run.draw, site)) continue;
    for (const std::uint32_t arm : group.arms) scratch.costs[arm * sites_per_block_ + site] = {};
    move_in(scratch, group, site);
    for (int year = 1; year <= scenario_.years; ++year) {
      const GroupYear at{group,
                         inputs_of(run),
                         rooms.families,
                         rooms.posts,
                         rooms.teams,
                         rooms.people,
                         rooms.own,
                         run,
                         scenario_.population.year + year,
                         year,
                         site,
                         families_per_site_};
      live_year(scratch, *room, at);
      for (std::size_t a = 0; a < group.arms.size(); ++a) {
        finish_year(scratch, at, a,
                    tally.arms[group.arms[a]].years[static_cast<std::size_t>(year - 1)]);
      }
    }
  }
}

void FamilyModel::run_draw(Scratch& scratch, std::uint32_t draw, Tally& tally) const {
  if (!lives_any(scratch, draw)) return;
  const RunKey run{scenario_.seed, draw};
  for (const LaneGroup& group : inputs_of(run).groups) {
    const auto live_in = [&]<std::size_t L>(std::unique_ptr<LaneRoom<L>>& room) {
      if (group.width == L) live_group(scratch, room, group, run, tally);
    };
    live_in(scratch.alone);
    std::apply([&](auto&... rooms) { (live_in(rooms), ...); }, scratch.together);
  }
}

}  // namespace samspil
