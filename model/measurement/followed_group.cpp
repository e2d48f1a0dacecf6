#include "model/measurement/followed_group.hpp"

#include <algorithm>
#include <memory>

#include "model/core/bits.hpp"
#include "model/costs/ledger.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/replicates.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint32_t sites_per_part = 8;
constexpr int age_of_work = 16;  // from which a child has a labour status

/// On which of a family's accounts a cost stands.
struct BillPlace {
  Department department{};
  std::size_t area = 0;  ///< Main area.
  std::size_t cell = 0;  ///< Of CostCells.
};

/// A member's year in money, by department and main area; and by cells, of which there may be none.
class Bill {
 public:
  Bill(const CostLines& lines, const CostCells& cells)
      : lines_{lines}, cells_{cells}, costs_(lines.count()), cell_costs_(cells.count()) {}

  void clear() {
    std::fill(costs_.begin(), costs_.end(), Ore{0});
    std::fill(cell_costs_.begin(), cell_costs_.end(), Ore{0});
  }
  void add(int year, const BillPlace& place, const PayerPrices& cost) noexcept {
    const auto [department, area, cell] = place;
    Ore all = 0;
    for (std::size_t i = 0; i < CostLines::payers; ++i) {
      const auto payer = static_cast<Payer>(i);
      costs_[lines_.of_payer(payer)] += cost[i];
      if (!cell_costs_.empty()) cell_costs_[cells_.of(year, payer, cell)] += cost[i];
      all += cost[i];
    }
    costs_[lines_.of_total()] += all;
    costs_[lines_.of_year(year)] += all;
    costs_[lines_.of_department(department)] += all;
    costs_[lines_.of_area(area)] += all;
  }
  const std::vector<Ore>& costs() const noexcept { return costs_; }
  const std::vector<Ore>& cell_costs() const noexcept { return cell_costs_; }

 private:
  const CostLines& lines_;
  const CostCells& cells_;
  std::vector<Ore> costs_, cell_costs_;
};

/// Lives one family at a time and keeps what each member used.
class FamilyFollower {
 public:
  FamilyFollower(const FollowedWorld& world, const ModelInputs& inputs, const CostLines& lines,
                 const CostCells& cells)
      : world_{world},
        inputs_{inputs},
        lines_{lines},
        cells_{cells},
        space_{std::make_unique<Workspace>()},
        use_(most_members),
        bills_(most_members, Bill{lines, cells}) {
    space_->used_until = use_.data();
  }

  /// `people` are the family's members as year 0 left them, with room for those who join.
  void follow(std::uint32_t origin, Family& family, std::span<Person> rows, FollowedGroup& into) {
    for (Bill& bill : bills_) bill.clear();
    days_in_work_ = 0;
    note_year_0(origin, family, rows);
    for (int year = 1; year <= lines_.years; ++year) {
      live_year(year, family, rows);
      if (year == 1) note_success(family, rows);
    }
    give(family, rows, into);
  }

 private:
  void note_year_0(std::uint32_t origin, const Family& family, std::span<const Person> rows) {
    const auto people = rows.first(family.state.members);
    const PopulationSpec& spec = world_.scenario.population;
    members_ = target_members(people, target_rule(spec));
    noted_.fill({});
    for (std::size_t i = 0; i < people.size(); ++i) {
      const Person& person = people[i];
      TargetPerson& note = noted_[i];
      note.origin = origin;
      note.is_child = members_.child[i];
      note.age = static_cast<std::uint8_t>(spec.year - person.birth_year);
      note.sex = person.sex;
      note.frailty = family.state.frailty;
      note.week_48 = person.year.week_48;
      if (members_.adult[i]) note.challenges = challenges_met(person);
      if (!members_.child[i]) continue;
      note.was_placed = (person.year.places & ~1U) != 0;
      int parents = 0;
      for_each_target_parent(person, [&](std::size_t parent) {
        ++parents;
        const auto met = challenges_met(people[parent]);
        for (std::size_t c = 0; c < met.size(); ++c) note.challenges[c] |= met[c];
      });
      note.both_parents = parents == 2;
    }
  }

  template <class Act>
  void for_each_target_parent(const Person& child, const Act& act) const {
    for (const MemberIndex parent : {child.mother, child.father}) {
      if (parent != no_member && members_.adult[row_of(parent)]) act(row_of(parent));
    }
  }

  void note_success(const Family& family, std::span<const Person> rows) {
    successes_ = 0;
    for (const Person& person : rows.first(family.state.members)) {
      successes_ += person.role != Role::child && is_success(person.year.week_48);
    }
    for (std::size_t i = 0; i < noted_.size(); ++i) {
      if (!members_.adult[i]) continue;
      noted_[i].week_48_after = rows[i].year.week_48;
      noted_[i].succeeds = is_success(rows[i].year.week_48);
    }
    for (std::size_t i = 0; i < noted_.size(); ++i) {
      if (!members_.child[i]) continue;
      for_each_target_parent(
          rows[i], [&](std::size_t parent) { noted_[i].succeeds |= noted_[parent].succeeds; });
    }
  }

  void live_year(int year, Family& family, std::span<Person> rows) {
    HookRatios hooks = no_hooks();
    if (!world_.job_entry_years || year <= *world_.job_entry_years) {
      hooks[index_of(Hook::job_entry)] = world_.job_entry;
    }
    ServiceUse together;
    Work work;
    FamilyYear y{inputs_.tables,
                 {world_.scenario.seed, 0},
                 world_.scenario.population.year + year,
                 family,
                 rows,
                 hooks,
                 together,
                 work,
                 *space_};
    live_family_year(y);
    settle_by_member(inputs_.rules, space_->incomes.all(), y.people(), use_);
    for (std::size_t i = 0; i < family.state.members; ++i) {
      bill_use(year, use_[i], bills_[i]);
      if (rows[i].role == Role::child) continue;
      for (std::size_t s = 0; s < labour_status_count; ++s) {
        if (is_paid_work(static_cast<LabourStatus>(s))) {
          days_in_work_ += rows[i].year.status_days[s];
        }
      }
    }
    bill_refunds(year, y.people());
  }

  void bill_use(int year, const ServiceUse& use, Bill& bill) const {
    for (const CatalogueRow& row : world_.scenario.catalogue.rows) {
      const std::size_t service = index_of(row.service);
      if (use[service] == 0) continue;
      PayerPrices cost{};
      add_cost_of(service, use, inputs_.rules.prices, cost);
      const std::size_t cell = has_cells() ? cells_.account_of[service] : 0;
      bill.add(year, {row.department, lines_.area_of[service], cell}, cost);
    }
  }

  /// What the state refunds of the expensive cases of these members alone, a bit each.
  Settlements refund_of(std::uint32_t members, std::span<const Person> people) {
    alone_.clear();
    for_each_bit(members, [&](std::size_t i) { alone_.note(i) = space_->cases.of(i); });
    Settlements refund{};
    settle_expensive_cases(inputs_.rules, alone_, people, refund);
    return refund;
  }

  void bill_refund(int year, Settlement which, Ore paid, std::size_t member) {
    Settlements alone{};
    alone[index_of(which)] = paid;
    const bool is_of_child = which == Settlement::expensive_children;
    const Service like =
        is_of_child ? Service::residential_institution : Service::adult_residential;
    const std::size_t cell = has_cells() ? cells_.account_of_refund(which) : 0;
    bills_[member].add(year, {department_of(which), lines_.area_of[index_of(like)], cell},
                       cost_of(alone));
  }

  void bill_refunds(int year, std::span<const Person> people) {
    std::uint32_t children = 0;
    for_each_bit(space_->cases.noted(), [&](std::size_t i) {
      const Ore own =
          refund_of(std::uint32_t{1} << i, people)[index_of(Settlement::expensive_adults)];
      if (own != 0) bill_refund(year, Settlement::expensive_adults, own, i);
      if (people[i].role == Role::child) children |= std::uint32_t{1} << i;
    });
    while (children != 0) {
      const std::size_t first = static_cast<std::size_t>(std::countr_zero(children));
      std::uint32_t household = 0;
      for_each_bit(children, [&](std::size_t i) {
        if (people[i].household == people[first].household) household |= std::uint32_t{1} << i;
      });
      children &= ~household;
      divide_refund(year, household, people);
    }
  }

  /// By what the municipality spent on each child's measures and placements; the last takes what is
  /// left, so that the parts sum to the refund.
  void divide_refund(int year, std::uint32_t household, std::span<const Person> people) {
    const Ore refund = refund_of(household, people)[index_of(Settlement::expensive_children)];
    if (refund == 0) return;
    Ore spent_together = 0;
    std::array<Ore, most_members> spent{};
    for_each_bit(household, [&](std::size_t i) {
      spent[i] = paid_under(RuleKind::expensive_child, use_[i], world_.scenario.catalogue,
                            inputs_.rules.prices);
      spent_together += spent[i];
    });
    Ore left = refund;
    for_each_bit(household, [&](std::size_t i) {
      const bool is_last = household >> i == 1;
      const Ore part = share_of(refund, spent[i], spent_together);
      const Ore own = is_last ? left : part;
      left -= own;
      bill_refund(year, Settlement::expensive_children, own, i);
    });
  }

  void give(const Family& family, std::span<const Person> rows, FollowedGroup& into) const {
    FollowedFamily whole;
    whole.origin = noted_[0].origin;
    whole.days_in_work = days_in_work_;
    whole.successes = successes_;
    const int last_year = world_.scenario.population.year + lines_.years;
    for (std::size_t i = 0; i < family.state.members; ++i) {
      const std::vector<Ore>& costs = bills_[i].costs();
      const bool is_adult = rows[i].role != Role::child;
      const bool is_young = last_year - rows[i].birth_year >= age_of_work;
      FollowedCost& part = is_adult ? whole.adults : is_young ? whole.young : whole.children;
      part.all_public += costs[lines_.of_total()];
      part.municipality += costs[lines_.of_payer(Payer::municipality)];
      if (!members_.adult[i] && !members_.child[i]) continue;
      into.people.push_back(noted_[i]);
      into.costs.insert(into.costs.end(), costs.begin(), costs.end());
      const std::vector<Ore>& cells = bills_[i].cell_costs();
      into.cell_costs.insert(into.cell_costs.end(), cells.begin(), cells.end());
    }
    into.families.push_back(whole);
  }

  bool has_cells() const noexcept { return cells_.count() > 0; }

  const FollowedWorld& world_;
  const ModelInputs& inputs_;
  const CostLines& lines_;
  const CostCells& cells_;
  std::unique_ptr<Workspace> space_;
  std::vector<ServiceUse> use_;  ///< By member.
  std::vector<Bill> bills_;      ///< By member, over the years.
  CaseUses alone_;
  TargetMembers members_;
  std::array<TargetPerson, most_members> noted_;
  std::int64_t days_in_work_ = 0;
  std::int32_t successes_ = 0;
};

void append(FollowedGroup& to, const FollowedGroup& from) {
  to.people.insert(to.people.end(), from.people.begin(), from.people.end());
  to.costs.insert(to.costs.end(), from.costs.begin(), from.costs.end());
  to.cell_costs.insert(to.cell_costs.end(), from.cell_costs.begin(), from.cell_costs.end());
  to.families.insert(to.families.end(), from.families.begin(), from.families.end());
}

}  // namespace

CostLines::CostLines(const Catalogue& catalogue, int years_followed) : years{years_followed} {
  for (const CatalogueRow& row : catalogue.rows) {
    const auto found = std::find(areas.begin(), areas.end(), row.main_area);
    area_of[index_of(row.service)] = static_cast<std::size_t>(found - areas.begin());
    if (found == areas.end()) areas.push_back(row.main_area);
  }
}

CostCells::CostCells(const Catalogue& catalogue, int years_followed) : years{years_followed} {
  const auto place_of = [this](const Account& account) {
    const auto found = std::find(accounts.begin(), accounts.end(), account);
    const auto place = static_cast<std::size_t>(found - accounts.begin());
    if (found == accounts.end()) accounts.push_back(account);
    return place;
  };
  for (const CatalogueRow& row : catalogue.rows) {
    account_of[index_of(row.service)] = place_of({row.department, row.account_type});
  }
  for (const Settlement which : {Settlement::expensive_adults, Settlement::expensive_children}) {
    place_of({department_of(which), AccountType::revenue});
  }
}

std::size_t CostCells::account_of_refund(Settlement which) const noexcept {
  const Account account{department_of(which), AccountType::revenue};
  return static_cast<std::size_t>(std::find(accounts.begin(), accounts.end(), account) -
                                  accounts.begin());
}

void require_followable(const Scenario& scenario) {
  const std::uint64_t families = simulated_families(scenario);
  if (families <= most_followed_families) return;
  throw InputError{Problem{scenario.file,
                           0,
                           "families",
                           {"fault.too_many_to_follow", families},
                           {"remedy.ask_at_most", most_followed_families}}};
}

FollowedGroup follow_target_group(const FollowedWorld& world, const Execution& execution,
                                  const ShareDone& share_done) {
  const Scenario& scenario = world.scenario;
  require_followable(scenario);
  const StratifiedDraw draw = stratified_draw(world.pool, scenario.population);
  const std::uint64_t families = simulated_families(scenario);
  const FamilyModel model{scenario, world.pool, draw, families, {Arm{}}, sites_per_part};
  const ModelInputs& inputs = model.inputs_of({scenario.seed, 0});
  const CostLines lines{scenario.catalogue, scenario.years};
  const CostCells cells =
      world.keeps_cells ? CostCells{scenario.catalogue, scenario.years} : CostCells{};

  const std::uint64_t parts = (model.sites() + sites_per_part - 1) / sites_per_part;
  std::vector<FollowedGroup> followed(parts, FollowedGroup{lines, {}, {}, {}, 0});
  const auto follow_part = [&](std::uint32_t part) {
    FamilyModel::Scratch scratch = model.make_scratch();
    const std::uint64_t first = std::uint64_t{part} * sites_per_part;
    model.make_block(
        scratch, first,
        static_cast<std::uint32_t>(std::min<std::uint64_t>(sites_per_part, model.sites() - first)));
    FamilyFollower follower{world, inputs, lines, cells};
    const auto per_site = static_cast<std::uint64_t>(scenario.population.families_per_site);
    std::uint64_t number = first * per_site;
    for (Family& family : scratch.start.families) {
      if (family.state.members > 0) {
        follower.follow(draw.member({scenario.seed, 0}, number), family,
                        std::span{scratch.start.people}.subspan(family.first, family.room),
                        followed[part]);
      }
      ++number;
    }
  };
  for_each_replicate(static_cast<std::uint32_t>(parts), execution, follow_part, share_done);

  FollowedGroup group{lines, {}, {}, {}, world.pool.families.size(), cells};
  for (FollowedGroup& part : followed) {
    append(group, part);
    part = FollowedGroup{lines, {}, {}, {}, 0};
  }
  return group;
}

}  // namespace samspil
