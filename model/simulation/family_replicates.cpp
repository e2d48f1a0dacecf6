#include "model/simulation/family_replicates.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "model/dynamics/surroundings.hpp"
#include "model/engine/engine.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/own_ground.hpp"

namespace samspil {
namespace {

constexpr bool lives_on_benefits(LabourStatus status) noexcept {
  return status >= LabourStatus::unemployment && status <= LabourStatus::disability_pension;
}

using GoodDays = std::array<std::int64_t, family_outcome_count>;

/// Adds what the year was to the family; days placed count against it.
void add_year(std::span<const Person> people, int year, GoodDays& days) noexcept {
  for (const Person& person : people) {
    if (person.role == Role::parent) {
      for (std::size_t s = 0; s < labour_status_count; ++s) {
        if (!is_in_work(static_cast<LabourStatus>(s))) continue;
        days[index_of(FamilyOutcome::work_days)] += person.year.status_days[s];
      }
    }
    if (!is_child(person) || age_at(person, year, 0) >= 23) continue;
    for (std::size_t place = 1; place < place_count; ++place) {
      days[index_of(FamilyOutcome::home_days)] -= person.year.place_days[place];
    }
  }
}

/// A unit is a site, which is lived by all replicates.
class AgainModel {
 public:
  struct Tally {
    std::vector<std::int64_t> groups;  ///< By family.
    std::vector<ReplicateSums> sums;

    Tally& operator+=(const Tally& other) noexcept {
      for (std::size_t i = 0; i < groups.size(); ++i) groups[i] += other.groups[i];
      for (std::size_t i = 0; i < sums.size(); ++i) {
        sums[i].count += other.sums[i].count;
        sums[i].sum += other.sums[i].sum;
        sums[i].squares += other.sums[i].squares;
      }
      return *this;
    }
    void visit_integers(auto&& visit) {
      for (std::int64_t& group : groups) visit(group);
      for (ReplicateSums& one : sums) {
        for (std::int64_t* part : {&one.count, &one.sum, &one.squares}) visit(*part);
      }
    }
  };
  struct Scratch {
    FamilyModel::Scratch block;
    std::uint64_t site = 0;
    std::vector<GoodDays> days;          ///< Of arm × family of the site.
    std::vector<std::uint8_t> enrolled;  ///< As `days`: 0 or 1.
  };

  AgainModel(const Scenario& scenario, const Pool& pool, const StratifiedDraw& draw,
             std::vector<Arm> arms, std::uint64_t sites, std::uint32_t replicates)
      : scenario_{scenario},
        replicates_{replicates},
        places_{static_cast<std::size_t>(scenario.population.families_per_site)},
        sites_{sites},
        families_{scenario, pool, draw, places_ * sites, std::move(arms), 1} {
    families_.form_cohorts({places_, 1, places_}, sites);
  }

  RunPlan plan(const Execution& execution) const noexcept {
    return {.units = sites_, .units_per_block = 1, .execution = execution};
  }
  Scratch make_scratch() const {
    const std::size_t cells = families_.arms().size() * places_;
    return {families_.make_scratch(), 0, std::vector<GoodDays>(cells),
            std::vector<std::uint8_t>(cells)};
  }
  Tally make_tally() const {
    const std::size_t families = places_ * sites_;
    return {
        std::vector<std::int64_t>(families),
        std::vector<ReplicateSums>(families * scenario_.strategies.size() * family_outcome_count)};
  }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.site = first;
    families_.make_block(scratch.block, first, count);
  }
  void run_arm(Scratch& scratch, std::uint32_t /*draw*/, std::uint32_t /*arm*/,
               Tally& tally) const {
    for (std::size_t i = 0; i < places_; ++i) {
      const Family& family = scratch.block.start.families[i];
      tally.groups[scratch.site * places_ + i] =
          groups_of(std::span<const Person>{scratch.block.start.people}.subspan(
                        family.first, family.state.members),
                    scenario_.population.year + 1);
    }
    for (std::uint32_t replicate = 0; replicate < replicates_; ++replicate) {
      for (std::uint32_t arm = 0; arm < families_.arms().size(); ++arm) {
        live(scratch, replicate, arm);
      }
      note(scratch, tally);
    }
  }
  void finish_draw(Scratch& /*scratch*/, std::uint32_t /*draw*/, Tally& /*tally*/) const {}

 private:
  void live(Scratch& scratch, std::uint32_t replicate, std::uint32_t arm) const {
    FamilyModel::Scratch& block = scratch.block;
    block.work = block.start;
    const std::span<GoodDays> days = std::span{scratch.days}.subspan(arm * places_, places_);
    std::fill(days.begin(), days.end(), GoodDays{});
    for (int year = 1; year <= scenario_.years; ++year) {
      YearCounts counts;
      families_.live_site_year(block, 0, {scenario_.seed, replicate}, year, arm, counts);
      for (std::size_t i = 0; i < places_; ++i) {
        const Family& family = block.work.families[i];
        add_year(
            std::span<const Person>{block.work.people}.subspan(family.first, family.state.members),
            scenario_.population.year + year, days[i]);
      }
    }
    for (std::size_t i = 0; i < places_; ++i) {
      scratch.enrolled[arm * places_ + i] = block.work.families[i].enrolled_days > 0;
    }
  }

  void note(const Scratch& scratch, Tally& tally) const {
    const std::size_t strategies = scenario_.strategies.size();
    for (std::size_t arm = 1; arm < families_.arms().size(); ++arm) {
      const Arm& which = families_.arms()[arm];
      if (which.strategy > strategies) continue;  // present practice
      for (std::size_t i = 0; i < places_; ++i) {
        if (scratch.enrolled[arm * places_ + i] == 0) continue;
        const GoodDays& with = scratch.days[arm * places_ + i];
        const GoodDays& without = scratch.days[which.reference * places_ + i];
        ReplicateSums* sums =
            tally.sums.data() +
            ((scratch.site * places_ + i) * strategies + which.strategy - 1) * family_outcome_count;
        for (std::size_t o = 0; o < family_outcome_count; ++o) sums[o].add(with[o] - without[o]);
      }
    }
  }

  const Scenario& scenario_;
  std::uint32_t replicates_;
  std::size_t places_;
  std::uint64_t sites_;
  FamilyModel families_;
};

}  // namespace

std::uint32_t groups_of(std::span<const Person> people, int year) noexcept {
  int youngest = 1'000;
  bool placed = false, on_benefits = false, two_adults = false;
  std::array<int, 256> adults{};  // by household
  for (const Person& person : people) {
    if (!is_present(person)) continue;
    if (is_child(person)) {
      youngest = std::min(youngest, age_at(person, year, 0));
      placed |= is_placed(person.place);
      continue;
    }
    on_benefits |= person.role == Role::parent && lives_on_benefits(person.status);
    two_adults |= ++adults[person.household] > 1;
  }
  const auto bit_of = [](FamilyGroup group) { return 1U << index_of(group); };
  const FamilyGroup by_age = youngest <= 5    ? FamilyGroup::youngest_0_5
                             : youngest <= 12 ? FamilyGroup::youngest_6_12
                             : youngest <= 17 ? FamilyGroup::youngest_13_17
                                              : FamilyGroup::youngest_18_and_over;
  return bit_of(by_age) | bit_of(placed ? FamilyGroup::placed : FamilyGroup::none_placed) |
         bit_of(on_benefits ? FamilyGroup::on_benefits : FamilyGroup::none_on_benefits) |
         bit_of(two_adults ? FamilyGroup::two_adults : FamilyGroup::one_adult);
}

FamilyReplicates live_families_again(const Scenario& described, const Pool& pool,
                                     const AgainPlan& plan, const Execution& execution,
                                     const Progress& progress) {
  const StratifiedDraw draw = stratified_draw(pool, described.population);
  const CommonTerms common = on_common_terms(with_own_enrolment(described, pool, draw),
                                             programme_cost_on(pool, draw, execution));
  const auto places = static_cast<std::uint64_t>(described.population.families_per_site);
  const AgainModel model{common.scenario,
                         pool,
                         draw,
                         arms_of(described, {EffectLevel::centre}),
                         (plan.families + places - 1) / places,
                         plan.replicates};
  AgainModel::Tally tally =
      run_sum(model, model.plan(execution), stage_of(progress, "same_families"));
  return {plan.replicates,
          described.strategies.size(),
          {tally.groups.begin(), tally.groups.end()},
          std::move(tally.sums)};
}

}  // namespace samspil
