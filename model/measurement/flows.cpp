#include "model/measurement/flows.hpp"

#include <limits>

#include "model/core/statistics.hpp"
#include "model/families/candidates.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/replicates.hpp"

namespace samspil {
namespace {

constexpr std::uint32_t parts_of_work = 64;
/// Of the families, between which the Monte Carlo variance is seen.
constexpr std::uint32_t batches = 8;

/// Lives one family's years and lends what was noted of the last.
class Watch {
 public:
  Watch(const PayerRules& rules, const Catalogue& catalogue, std::size_t rows)
      : rules_{rules}, catalogue_{catalogue}, rows_(rows) {
    space_.diary = &diary_;
  }

  std::span<Person> rows() noexcept { return rows_; }
  std::span<const Person> people() const noexcept { return {rows_.data(), family_.state.members}; }
  Family& family() noexcept { return family_; }

  void begin(const TargetMembers& target, std::int64_t weight, const FlowMemories& memories) {
    target_ = &target;
    weight_ = weight;
    memories_ = memories;
  }
  const FlowMemories& memories() const noexcept { return memories_; }

  void live(const KernelTables& tables, RunKey run, int year, FlowCounts& counts) {
    before_.assign(people().begin(), people().end());
    use_ = {};
    settlements_ = {};
    diary_.clear();
    Work work;
    FamilyYear y{tables, run, year, family_, rows_, no_hooks_, use_, work, space_};
    live_family_year(y);
    settle_incomes(rules_, space_.incomes.all(), y.people(), use_);
    settle_expensive_cases(rules_, space_.cases, y.people(), settlements_);
    count_flows(watched(year), rules_, catalogue_, weight_, memories_, counts);
  }
  /// Of the year lived last.
  void count_cost_of(int year, FlowCounts& counts) const {
    count_cost(watched(year), use_, settlements_, rules_, catalogue_, counts);
  }

 private:
  WatchedYear watched(int year) const noexcept {
    return {year, before_, people(), diary_, *target_};
  }

  const PayerRules& rules_;
  const Catalogue& catalogue_;
  Family family_;
  std::vector<Person> rows_;
  std::vector<Person> before_;
  Workspace space_;
  Diary diary_;
  ServiceUse use_;
  Settlements settlements_{};
  HookRatios no_hooks_ = no_hooks();
  const TargetMembers* target_ = nullptr;
  std::int64_t weight_ = 1;
  FlowMemories memories_{};
};

/// The families of a scenario, one to a site: without a strategy a site is nothing to them.
Scenario one_family_a_site(Scenario scenario) {
  scenario.population.families_per_site = 1;
  return scenario;
}

class FlowRun {
 public:
  FlowRun(const Scenario& described, const Pool& pool, const Execution& execution,
          const Progress& progress)
      : scenario_{one_family_a_site(described)},
        execution_{execution},
        progress_{progress},
        pool_{pool},
        draw_{stratified_draw(pool_, scenario_.population)},
        families_{simulated_families(scenario_)},
        model_{scenario_, pool_, draw_, families_, {Arm{}}, 1},
        times_(pool_.families.size()),
        targets_(pool_.families.size()),
        memories_(pool_.families.size()) {
    const TargetRule rule = target_rule(scenario_.population);
    for (std::uint64_t i = 0; i < families_; ++i) ++times_[member(i)];
    for (std::size_t k = 0; k < targets_.size(); ++k) {
      const Family& family = pool_.families[k];
      targets_[k] =
          target_members(std::span{pool_.people}.subspan(family.first, family.state.members), rule);
    }
  }

  FlowTable run() {
    constexpr auto before = static_cast<std::size_t>(burn_in_years);
    const std::size_t all_years = before + static_cast<std::size_t>(scenario_.years);
    std::vector<FlowCounts> years(all_years);
    batches_.assign(batches, years);
    in_parts(years, 0, 0.3, [this](std::uint32_t part, auto& own) { live_burn_in(part, own); });
    in_parts(years, 0.3, 1,
             [this](std::uint32_t part, auto& own) { live_budget_years(part, own); });
    FlowTable table = flow_table(scenario_.population.year, years);
    table.variance = variance_between_batches();
    table.families = families_;
    for (std::size_t k = 0; k < times_.size(); ++k) {
      table.children += times_[k] * static_cast<std::uint64_t>(targets_[k].children);
      table.parents += times_[k] * static_cast<std::uint64_t>(targets_[k].adults);
    }
    return table;
  }

 private:
  ShareDone stage(const char* name, double from, double to) const {
    if (!progress_) return {};
    return [this, name, from, to](double share) { progress_(from + (to - from) * share, name); };
  }
  std::uint32_t member(std::uint64_t i) const noexcept {
    return draw_.member({scenario_.seed, 0}, i);
  }

  /// Adds what the parts of the work count, in their order.
  template <class Live>
  void in_parts(std::vector<FlowCounts>& years, double from, double to, const Live& live) {
    std::vector<std::vector<FlowCounts>> parts(parts_of_work,
                                               std::vector<FlowCounts>(years.size()));
    for_each_replicate(
        parts_of_work, execution_, [&](std::uint32_t part) { live(part, parts[part]); },
        stage("simulation", from, to));
    for (std::uint32_t part = 0; part < parts_of_work; ++part) {
      for (std::size_t i = 0; i < years.size(); ++i) {
        years[i] += parts[part][i];
        batches_[part % batches][i] += parts[part][i];
      }
    }
  }

  /// Of the mean of the batches; not a number where one of them has no value.
  std::array<double, flow_count> variance_between_batches() const {
    std::array<std::array<double, batches>, flow_count> values{};
    for (std::uint32_t b = 0; b < batches; ++b) {
      const FlowTable own = flow_table(scenario_.population.year, batches_[b]);
      for (std::size_t i = 0; i < flow_count; ++i) values[i][b] = own.compared[i];
    }
    std::array<double, flow_count> variance{};
    for (std::size_t i = 0; i < flow_count; ++i) variance[i] = variance_of(values[i]) / batches;
    return variance;
  }

  /// The selected candidates again, from the beginning.
  void live_burn_in(std::uint32_t part, std::vector<FlowCounts>& years) {
    const RunKey run{scenario_.seed, 0};
    const int first_year = scenario_.population.year - burn_in_years + 1;
    const KernelTables tables{with_mechanisms(scenario_.parameters, scenario_.mechanisms)};
    Watch watch{rules(), scenario_.catalogue, rows_for(most_starting_members, burn_in_years)};
    for (std::size_t k = part; k < pool_.families.size(); k += parts_of_work) {
      if (times_[k] == 0) continue;
      make_candidate(run, candidate_number(pool_.families[k].id), first_year, tables,
                     watch.family(), watch.rows());
      watch.family().room = static_cast<std::uint8_t>(watch.rows().size());
      const auto weight = static_cast<std::int64_t>(times_[k] * scenario_.replicates);
      watch.begin(targets_[k], weight, flow_memories(watch.people()));
      for (int i = 0; i < burn_in_years; ++i) {
        watch.live(tables, run, first_year + i, years[static_cast<std::size_t>(i)]);
      }
      memories_[k] = watch.memories();
    }
  }

  /// The population's families, with the chance that the baseline of a run has.
  void live_budget_years(std::uint32_t part, std::vector<FlowCounts>& years) {
    FamilyModel::Scratch scratch = model_.make_scratch();
    Watch watch{rules(), scenario_.catalogue, scratch.start.people.size()};
    for (std::uint64_t i = part; i < families_; i += parts_of_work) {
      const std::uint32_t k = member(i);
      model_.make_block(scratch, i, 1);
      for (std::uint32_t replicate = 0; replicate < scenario_.replicates; ++replicate) {
        watch.family() = scratch.start.families.front();
        std::copy(scratch.start.people.begin(), scratch.start.people.end(), watch.rows().begin());
        watch.begin(targets_[k], 1, memories_[k]);
        for (int year = 1; year <= scenario_.years; ++year) {
          const RunKey run{scenario_.seed, replicate};
          FlowCounts& counts = years[static_cast<std::size_t>(burn_in_years + year - 1)];
          watch.live(model_.inputs_of(run).tables, run, scenario_.population.year + year, counts);
          watch.count_cost_of(scenario_.population.year + year, counts);
        }
      }
    }
  }

  const PayerRules& rules() const noexcept { return model_.inputs_of({}).rules; }

  Scenario scenario_;
  const Execution& execution_;
  const Progress& progress_;
  const Pool& pool_;
  StratifiedDraw draw_;
  std::uint64_t families_;
  FamilyModel model_;
  std::vector<std::uint64_t> times_;    ///< By pool member: families drawn of it.
  std::vector<TargetMembers> targets_;  ///< By pool member.
  std::vector<FlowMemories> memories_;  ///< By pool member, at the end of year 0.
  std::vector<std::vector<FlowCounts>> batches_;
};

// ---- figures ------------------------------------------------------------------------------------

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double ratio(double numerator, double denominator) noexcept {
  return denominator == 0 ? none : numerator / denominator;
}

/// What makes a numerator over its denominator a flow in its unit.
double scale_of(Flow flow) noexcept {
  if (flow == Flow::secure_places) return 10'000.0 / days_per_year;
  if (unit_of(flow) == "per 100 person-years") return 100.0 * days_per_year;
  return unit_of(flow) == "%" || unit_of(flow) == "points" ? 100.0 : 1.0;
}

double value_of(const FlowCounts& counts, Flow flow) noexcept {
  const FlowPart& part = counts.parts[index_of(flow)];
  return scale_of(flow) *
         ratio(static_cast<double>(part.numerator), static_cast<double>(part.denominator));
}

double heads_of(const FlowCounts& counts) noexcept {
  double heads = 0;
  for (const std::int64_t group : counts.heads) heads += static_cast<double>(group);
  return heads;
}

/// Per person; with the heads of each group as in `ages`.
double cost_per_person(const FlowCounts& counts, const FlowCounts& ages) noexcept {
  double cost = 0;
  for (std::size_t i = 0; i < cost_group_count; ++i) {
    if (counts.heads[i] == 0) continue;
    cost += static_cast<double>(counts.cost[i]) / static_cast<double>(counts.heads[i]) *
            static_cast<double>(ages.heads[i]);
  }
  return ratio(cost, heads_of(ages));
}

}  // namespace

FlowTable flow_table(int year_0, const std::vector<FlowCounts>& counts) {
  FlowTable table;
  table.year_0 = year_0;
  table.first_year = year_0 - burn_in_years + 1;
  const FlowCounts& selected = counts[burn_in_years - 1];
  const FlowCounts& first = counts[burn_in_years];
  FlowCounts all;
  for (std::size_t y = burn_in_years; y < counts.size(); ++y) all += counts[y];
  for (const FlowCounts& year : counts) {
    const bool lived_with_cost = heads_of(year) > 0;
    std::array<double, flow_count>& own = table.years.emplace_back();
    for (std::size_t i = 0; i < flow_count; ++i) own[i] = value_of(year, static_cast<Flow>(i));
    const auto set = [&](Flow flow, double value) { own[index_of(flow)] = value; };
    set(Flow::pension_rise,
        value_of(year, Flow::pension_rise) - value_of(selected, Flow::pension_rise));
    set(Flow::adult_social,
        100 * ratio(value_of(year, Flow::adult_social), value_of(first, Flow::adult_social)));
    const double before = cost_per_person(first, first);
    set(Flow::municipal_cost,
        lived_with_cost ? 100 * ratio(cost_per_person(year, year), before) : none);
    set(Flow::municipal_cost_same_ages,
        lived_with_cost ? 100 * ratio(cost_per_person(year, first), before) : none);
  }
  for (std::size_t i = 0; i < flow_count; ++i) {
    const auto flow = static_cast<Flow>(i);
    table.compared[i] = is_of_last_year(flow) ? table.years.back()[i] : value_of(all, flow);
  }
  return table;
}

FlowTable measure_flows(const Scenario& scenario, const Execution& execution,
                        const Progress& progress) {
  ShareDone making;
  if (progress) making = [&](double share) { progress(share, "population"); };
  return measure_flows(scenario, make_pool(scenario, execution, making), execution, progress);
}

FlowTable measure_flows(const Scenario& scenario, const Pool& pool, const Execution& execution,
                        const Progress& progress) {
  return FlowRun{scenario, pool, execution, progress}.run();
}

}  // namespace samspil
