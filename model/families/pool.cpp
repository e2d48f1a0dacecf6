#include "model/families/pool.hpp"

#include <algorithm>
#include <utility>

#include "model/costs/settlement.hpp"
#include "model/dynamics/family_year.hpp"
#include "model/engine/engine.hpp"
#include "model/families/candidates.hpp"
#include "model/families/own_pool.hpp"
#include "model/families/pool_parts.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/population/weights.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::uint32_t candidates_per_block = 256;

/// What "Familiens vej" counts per child and per parent.
bool is_counted_in_report(const CatalogueRow& row) noexcept {
  return row.department == Department::child_family || row.department == Department::adult_social ||
         row.department == Department::employment || row.department == Department::health;
}

/// The engine's view of the burn-in: each block of candidates leaves the accepted families in a
/// part of its own, so that neither threads nor order matter.
class BurnIn {
 public:
  struct Tally {
    std::int64_t accepted = 0;
    Tally& operator+=(const Tally& other) noexcept {
      accepted += other.accepted;
      return *this;
    }
    void visit_integers(auto&& visit) { visit(accepted); }
  };
  struct Scratch {
    std::vector<Person> rows;
    Workspace space;
    std::vector<ServiceUse> own;  ///< By member, in year 0.
    std::uint64_t first = 0;
    std::uint32_t count = 0;
  };

  BurnIn(const Scenario& scenario, std::vector<Pool>& parts)
      : scenario_{scenario},
        tables_{with_mechanisms(scenario.parameters, scenario.mechanisms)},
        rules_{scenario.catalogue},
        parts_{parts} {}

  Scratch make_scratch() const {
    return {std::vector<Person>(rows_for(most_starting_members, burn_in_years)),
            {},
            std::vector<ServiceUse>(most_members),
            0,
            0};
  }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.count = count;
  }
  void run_arm(Scratch& scratch, std::uint32_t /*draw*/, std::uint32_t /*arm*/,
               Tally& tally) const {
    Pool& part = parts_[scratch.first / candidates_per_block];
    for (std::uint32_t i = 0; i < scratch.count; ++i) {
      tally.accepted += live_candidate(scratch, scratch.first + i, part);
    }
  }
  void finish_draw(Scratch& /*scratch*/, std::uint32_t /*draw*/, Tally& /*tally*/) const {}

 private:
  bool live_candidate(Scratch& scratch, std::uint64_t number, Pool& part) const {
    const RunKey run{scenario_.seed, 0};
    const int year_0 = scenario_.population.year;
    Family family;
    make_candidate(run, number, year_0 - burn_in_years + 1, tables_, family, scratch.rows);
    family.room = static_cast<std::uint8_t>(scratch.rows.size());
    Work work;
    for (int year = year_0 - burn_in_years + 1; year <= year_0; ++year) {
      ServiceUse use;
      scratch.space.used_until = year == year_0 ? scratch.own.data() : nullptr;
      FamilyYear y{tables_, run, year, family, scratch.rows, no_hooks_, use, work, scratch.space};
      live_family_year(y);
      if (year < year_0) settle_incomes(rules_, scratch.space.incomes.all(), y.people(), use);
    }
    const std::span<Person> people{scratch.rows.data(), family.state.members};
    settle_by_member(rules_, scratch.space.incomes.all(), people, scratch.own);
    const FamilyProfile profile = profile_of(people, target_rule(scenario_.population));
    if (!profile.in_target_group()) return false;
    family.first = static_cast<std::uint32_t>(part.people.size());
    part.families.push_back(family);
    part.people.insert(part.people.end(), people.begin(), people.end());
    part.profiles.push_back(profile);
    part.cost.push_back(cost_of_year_0(scratch, people));
    return true;
  }

  /// What the municipality paid for one member.
  struct MemberCost {
    Ore counted = 0;  ///< As "Familiens vej" counts.
    Ore school = 0;
    std::array<Ore, 2> refundable{};  ///< As an expensive case of a child, and of an adult.
  };

  MemberCost cost_of_member(const ServiceUse& own) const {
    MemberCost cost;
    for (const CatalogueRow& row : scenario_.catalogue.rows) {
      if (row.account_type == AccountType::revenue) continue;
      PayerPrices paid{};
      add_cost_of(index_of(row.service), own, rules_.prices, paid);
      const Ore municipality = paid[index_of(Payer::municipality)];
      if (is_counted_in_report(row)) cost.counted += municipality;
      if (row.department == Department::school_daycare) cost.school += municipality;
    }
    const auto refundable = [&](RuleKind kind) {
      return paid_under(kind, own, scenario_.catalogue, rules_.prices);
    };
    cost.refundable = {refundable(RuleKind::expensive_child),
                       refundable(RuleKind::expensive_adult)};
    return cost;
  }

  /// A refund falls on the members by what they cost of what it is of.
  CostOfYear0 cost_of_year_0(const Scratch& scratch, std::span<const Person> people) const {
    std::vector<MemberCost> members;
    std::array<Ore, 2> refundable{};
    for (std::size_t i = 0; i < people.size(); ++i) {
      members.push_back(cost_of_member(scratch.own[i]));
      for (std::size_t k = 0; k < refundable.size(); ++k) {
        refundable[k] += members[i].refundable[k];
      }
    }
    Settlements refund{};
    settle_expensive_cases(rules_, scratch.space.cases, people, refund);
    const TargetMembers target = target_members(people, target_rule(scenario_.population));
    CostOfYear0 cost;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const MemberCost& member = members[i];
      const Ore paid = member.counted -
                       share_of(refund[index_of(Settlement::expensive_children)],
                                member.refundable[0], refundable[0]) -
                       share_of(refund[index_of(Settlement::expensive_adults)],
                                member.refundable[1], refundable[1]);
      const bool is_child = target.child[i];
      const bool is_parent = target.adult[i];
      (is_child    ? cost.target_children
       : is_parent ? cost.target_parents
                   : cost.other_members) += paid;
      if (is_child) cost.school += member.school;
    }
    return cost;
  }

  const Scenario& scenario_;
  KernelTables tables_;
  PayerRules rules_;
  HookRatios no_hooks_ = no_hooks();
  std::vector<Pool>& parts_;
};

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Parts are given back one by one, so that families do not stand in memory twice.
Pool joined(std::vector<Pool> parts) {
  std::size_t families = 0, people = 0;
  for (const Pool& part : parts) {
    families += part.families.size();
    people += part.people.size();
  }
  Pool pool;
  pool.families.reserve(families);
  pool.people.reserve(people);
  pool.profiles.reserve(families);
  pool.cost.reserve(families);
  for (Pool& part : parts) {
    const auto rows = static_cast<std::uint32_t>(pool.people.size());
    for (Family family : part.families) {
      family.first += rows;
      pool.families.push_back(family);
    }
    append(pool.people, part.people);
    append(pool.profiles, part.profiles);
    append(pool.cost, part.cost);
    part = {};
  }
  return pool;
}

void weigh(Pool& pool, const PopulationSpec& spec) {
  std::vector<double> numerators, denominators, targets;
  std::vector<const Margin*> fitted;
  std::vector<std::size_t> indicators;
  for (const Margin& margin : spec.margins) {
    if (!margin.fitted) continue;
    fitted.push_back(&margin);
    indicators.push_back(indicator_of(margin));
  }
  for (const FamilyProfile& profile : pool.profiles) {
    for (const std::size_t indicator : indicators) {
      const SharePart& part = profile.parts[indicator];
      numerators.push_back(part.numerator);
      denominators.push_back(part.denominator);
    }
  }
  for (const Margin* margin : fitted) targets.push_back(margin->target.value);
  if (fitted.empty()) {
    pool.weights.assign(pool.families.size(), 1.0);
    return;
  }
  WeightSolution solution =
      maximum_entropy_weights(ratio_margins(numerators, denominators, targets));
  if (solution.status == WeightStatus::out_of_reach) {
    std::string names;
    for (const std::size_t j : solution.conflict) {
      names += (names.empty() ? "" : ", ") + fitted[j]->name;
    }
    throw InputError{Problem{
        spec.file, 0, names, {"fault.margins_out_of_reach"}, {"remedy.margins_out_of_reach"}}};
  }
  pool.weights = std::move(solution.weights);
}

}  // namespace

TargetRule target_rule(const PopulationSpec& spec) noexcept {
  return {spec.year, spec.min_challenges, spec.youth_support_counts};
}

std::size_t indicator_of(const Margin& margin) {
  return index_of(*find_name<Indicator>(indicator_names, margin.name));
}

Pool make_pool(const Scenario& scenario, const Execution& execution, const ShareDone& share_done) {
  if (scenario.own_families) return pool_of_own_families(scenario);
  const PopulationSpec& spec = scenario.population;
  RunPlan plan;
  plan.units = spec.candidates;
  plan.units_per_block = candidates_per_block;
  plan.execution = execution;
  std::vector<Pool> parts((spec.candidates + candidates_per_block - 1) / candidates_per_block);
  run_sum(BurnIn{scenario, parts}, plan, share_done);
  if (execution.ranks != nullptr) share_parts(parts, *execution.ranks);
  Pool pool = joined(std::move(parts));
  pool.candidates = spec.candidates;
  if (pool.families.empty()) {
    throw InputError{
        Problem{spec.file, 0, "candidates", {"fault.no_candidate"}, {"remedy.no_candidate"}}};
  }
  weigh(pool, spec);
  if (execution.ranks != nullptr) share_weights(pool.weights, *execution.ranks);
  return pool;
}

StratifiedDraw stratified_draw(const Pool& pool, const PopulationSpec& spec) {
  if (spec.own_frailty) {
    return StratifiedDraw::in_turn(static_cast<std::uint32_t>(pool.families.size()));
  }
  const std::size_t margins = spec.margins.size();
  std::vector<std::size_t> indicators;
  for (const Margin& margin : spec.margins) indicators.push_back(indicator_of(margin));
  std::vector<double> means(margins);
  double total = 0;
  for (std::size_t k = 0; k < pool.profiles.size(); ++k) {
    total += pool.weights[k];
    for (std::size_t j = 0; j < margins; ++j) {
      means[j] += pool.weights[k] * pool.profiles[k].parts[indicators[j]].denominator;
    }
  }
  std::vector<double> residuals;
  residuals.reserve(margins * pool.profiles.size());
  for (const FamilyProfile& profile : pool.profiles) {
    for (std::size_t j = 0; j < margins; ++j) {
      const SharePart& part = profile.parts[indicators[j]];
      // An age is compared relative to its target, as a ratio near one is.
      const Quantity& target = spec.margins[j].target;
      const double mean = means[j] / total * (target.unit == "years" ? target.value : 1.0);
      const double residual = part.numerator - target.value * part.denominator;
      residuals.push_back(mean > 0 ? residual / mean : 0.0);
    }
  }
  return {balanced_order(residuals, pool.weights), pool.weights};
}

}  // namespace samspil
