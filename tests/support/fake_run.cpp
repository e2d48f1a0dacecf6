#include "tests/support/fake_run.hpp"

#include "model/core/calendar.hpp"
#include "model/costs/prices.hpp"
#include "model/simulation/run_sums.hpp"

namespace samspil::test {
namespace {

/// A small keyed number source; only the shape of the output matters here.
class Numbers {
 public:
  explicit Numbers(std::uint64_t start) : state_{start * 0x9E3779B97F4A7C15ULL + 1} {}
  /// Uniform on [0, range).
  std::int64_t below(std::int64_t range) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>((state_ >> 33U) % static_cast<std::uint64_t>(range));
  }

 private:
  std::uint64_t state_;
};

Department department_of(std::size_t service) {
  if (service == index_of(Service::income_tax)) return Department::tax;
  if (service == index_of(Service::police_court_prison)) return Department::justice_state;
  if (service == index_of(Service::job_centre_case_handling)) return Department::employment;
  if (service == index_of(Service::adult_case_handling)) return Department::adult_social;
  if (service <= index_of(Service::mentor)) return Department::employment;
  if (service <= index_of(Service::lost_earnings)) return Department::child_family;
  if (service <= index_of(Service::psychiatric_treatment)) return Department::adult_social;
  if (service <= index_of(Service::gp_contact)) return Department::health;
  if (service <= index_of(Service::youth_education_special)) return Department::school_daycare;
  return Department::child_family;
}

Catalogue fake_catalogue() {
  Catalogue catalogue;
  catalogue.file = "prices.csv";
  catalogue.text = "service,price\n";
  catalogue.rules_file = "payer_rules.csv";
  catalogue.rules_text = "rule\n";
  const auto rule = [&](std::string name, Shares shares) {
    catalogue.rules.push_back({std::move(name),
                               RuleKind::fixed,
                               {{0, shares, 0, 2022, 2022, "law", Grade::derived, "source", 2}}});
  };
  rule("municipal", {1, 0, 0, 0});
  rule("refunded", {0.7, 0, 0.3, 0});
  rule("regional", {0.2, 0.75, 0, 0.05});
  rule("state", {0, 0, 1, 0});
  rule("tax", {0.6, 0, 0.4, 0});
  for (std::size_t s = 0; s < service_count; ++s) {
    CatalogueRow& row = catalogue.rows[s];
    row.service = static_cast<Service>(s);
    row.department = department_of(s);
    row.main_area = "area";
    row.account_type = row.department == Department::tax          ? AccountType::revenue
                       : row.department == Department::employment ? AccountType::transfer
                                                                  : AccountType::service;
    row.account_function = "5.28.21";
    row.law = "SEL § 52";
    row.price = {
        1000.0 + 137.0 * static_cast<double>(s), "week", 900, 9000, Grade::derived, "made up", 2};
    row.index = PriceIndex::none;
    row.payer_rule = row.department == Department::tax             ? 4U
                     : row.department == Department::justice_state ? 3U
                     : row.department == Department::health        ? 2U
                     : row.department == Department::employment    ? 1U
                                                                   : 0U;
  }
  return catalogue;
}

Strategy fake_strategy(const std::string& id, const std::string& title) {
  Strategy strategy;
  strategy.id = id;
  strategy.title_da = title + " (på dansk)";
  strategy.title_en = title;
  strategy.tried_on_da = strategy.tried_on_en = "nobody";
  strategy.levers.caseload = {8, "families", 5, 10, Grade::measured, "made up", 3};
  strategy.levers.wage = {600000, "kr./year", 500000, 700000, Grade::derived, "made up", 4};
  strategy.levers.fade_rate = {0.3, "1/year", 0.1, 0.7, Grade::assumed, "made up", 5};
  Effect effect;
  effect.centre = 1.1, effect.weak = 1, effect.strong = 1.3, effect.low = 0.9, effect.high = 1.4;
  effect.rationale_da = "fordi", effect.rationale_en = "because", effect.source = "made up";
  effect.line = 9;
  strategy.effects.push_back(effect);
  strategy.file = id + ".toml";
  strategy.text = "id = '" + id + "'\n";
  return strategy;
}

/// One site's counts in one draw, by year. Arms differ from the baseline by a small keyed shift.
std::vector<YearCounts> site_counts(std::uint64_t site, std::uint64_t draw, std::size_t arm,
                                    int years) {
  std::vector<YearCounts> counts(static_cast<std::size_t>(years));
  Numbers common{site * 1009 + draw};
  Numbers own{site * 2003 + draw * 7 + arm * 31};
  for (YearCounts& year : counts) {
    for (std::size_t s = 0; s < service_count; ++s) {
      Hundredths& use = year.use.in_state[s][0];
      use = 4000 + common.below(4000);
      if (arm > 0) use -= own.below(60 * (1 + static_cast<std::int64_t>(arm - 1) % 3)) - 20;
    }
    for (std::int64_t& n : year.outcomes) n = 30 + common.below(20);
    for (std::int64_t& n : year.week_48) n = common.below(9);
    if (arm > 0) {
      year.outcomes[index_of(Outcome::parents_in_work)] += own.below(3);
      year.outcomes[index_of(Outcome::children_placed)] -= own.below(2);
      year.outcomes[index_of(Outcome::enrolled_days)] = std::int64_t{8} * days_per_year;
      year.outcomes[index_of(Outcome::coordinators)] = 1;
      year.outcomes[index_of(Outcome::caseworker_quarter_days)] = 4 * days_per_year;
      year.outcomes[index_of(Outcome::unused_quarter_days)] = days_per_year;
      for (Ore& item : year.programme) item = 1'500'000 + own.below(1000);
    } else {
      year.outcomes[index_of(Outcome::enrolled_days)] = 0;
      year.outcomes[index_of(Outcome::coordinators)] = 0;
      year.outcomes[index_of(Outcome::caseworker_quarter_days)] = 0;
      year.outcomes[index_of(Outcome::unused_quarter_days)] = 0;
    }
    year.person_years = 150;
  }
  return counts;
}

/// Net cost of one site over the horizon by purse [øre].
std::array<Ore, purse_count> site_cost(const std::vector<YearCounts>& years,
                                       const PriceTable& prices) {
  std::array<Ore, purse_count> cost{};
  for (const YearCounts& year : years) {
    const PayerPrices paid = cost_of(year.use, prices);
    for (std::size_t p = 0; p < 3; ++p) cost[p + 1] += paid[p];
    for (std::size_t i = 0; i < programme_item_count; ++i) {
      if (is_operation(static_cast<ProgrammeItem>(i))) {
        cost[index_of(Purse::municipality)] += year.programme[i];
      }
    }
  }
  cost[0] = cost[1] + cost[2] + cost[3];
  return cost;
}

template <class Array>
void add(Array& sum, const Array& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

void add_site(ArmCounts& sum, const std::vector<YearCounts>& site,
              const std::array<Ore, purse_count>& base, const std::array<Ore, purse_count>& arm) {
  sum.years.resize(site.size());
  for (std::size_t y = 0; y < site.size(); ++y) {
    sum.years[y].use += site[y].use;
    add(sum.years[y].programme, site[y].programme);
    add(sum.years[y].outcomes, site[y].outcomes);
    add(sum.years[y].week_48, site[y].week_48);
    sum.years[y].person_years += site[y].person_years;
  }
  for (std::size_t p = 0; p < purse_count; ++p) sum.moments[p] += paired(base[p], arm[p]);
}

PopulationFit fake_population(std::uint64_t families) {
  PopulationFit fit;
  fit.margins = {{"children_placed_share", 0.32, 0.3201, 0.318, 0.01, true, "share"},
                 {"parents_employed_share", 0.31, 0.36, 0.36, 0.01, false, "share"}};
  fit.candidates = 100000;
  fit.accepted = 34000;
  fit.effective_sample_size = 12345.6;
  fit.largest_weight = 6.7;
  fit.families = families;
  fit.persons = 4 * families;
  fit.target_children = 2 * families;
  fit.target_adults = families + families / 3;
  fit.municipal_cost_per_target_child = 210000;
  fit.municipal_cost_per_target_parent = 98000;
  fit.municipal_cost_of_others_per_family = 54000;
  fit.school_cost_per_target_child = 41000;
  return fit;
}

}  // namespace

Scenario fake_scenario() {
  Scenario scenario;
  scenario.title_da = "Prøvescenarie for Ærøskøbing";
  scenario.title_en = "A made-up scenario";
  scenario.replicates = 2;
  scenario.population.title_da = "Prøvepopulation";
  scenario.population.title_en = "Made-up population";
  scenario.population.file = "population.toml";
  scenario.population.text = "id = 'p'\n";
  scenario.parameter_table.rows = {
      {"birth_under_30", {0.07, "1/year", 0.05, 0.09, Grade::derived, "made up", 2}}};
  scenario.parameter_table.file = "parameters.csv";
  scenario.parameter_table.text = "name,value\n";
  scenario.catalogue = fake_catalogue();
  scenario.baseline = fake_strategy("baseline", "Nobody responsible");
  scenario.strategies = {fake_strategy("first", "A team with authority"),
                         fake_strategy("second", "A coordinator")};
  scenario.mechanisms = {true};
  scenario.mechanism_reason_da.fill("fordi");
  scenario.mechanism_reason_en.fill("because");
  scenario.file = "scenario.toml";
  scenario.text = "title_en = 'A made-up scenario'\n";
  return scenario;
}

PairedMoments paired(Ore base, Ore arm) {
  const Int128 b = base, a = arm;
  return {b, b * b, a, a * a, b - a, (b - a) * (b - a)};
}

RunResult fake_run(const Scenario& scenario, std::uint64_t sites, std::uint32_t replicates) {
  RunResult result;
  result.arms.push_back({0, EffectLevel::centre});
  for (std::size_t s = 1; s <= scenario.strategies.size(); ++s) {
    for (std::size_t l = 0; l < effect_level_names.size(); ++l) {
      result.arms.push_back({s, static_cast<EffectLevel>(l)});
    }
  }
  const PriceTable prices = split_prices(scenario.catalogue);
  const std::size_t arms = result.arms.size();
  result.counts.resize(arms);
  result.spreads.resize(arms);
  const SavingCells cells{static_cast<std::size_t>(scenario.years)};
  result.site_spreads.resize(arms * cells.count());
  for (std::uint32_t run = 0; run < replicates; ++run) {
    std::vector<ArmCounts> own(arms);
    for (std::uint64_t site = 0; site < sites; ++site) {
      const auto base = site_cost(site_counts(site, run, 0, scenario.years), prices);
      for (std::size_t arm = 0; arm < arms; ++arm) {
        const auto counts = site_counts(site, run, arm, scenario.years);
        add_site(own[arm], counts, base, site_cost(counts, prices));
      }
    }
    for (std::size_t arm = 0; arm < arms; ++arm) {
      result.counts[arm].years.resize(own[arm].years.size());
      result.counts[arm] += own[arm];
      auto& saving = result.savings.emplace_back();
      for (std::size_t p = 0; p < purse_count; ++p) {
        const PairedSpread spread = spread_of(own[arm].moments[p], sites);
        result.spreads[arm][p] += spread;
        result.site_spreads[arm * cells.count() + cells.in_all(p)].whole += spread.saving;
        saving[p] = static_cast<Ore>(own[arm].moments[p].saving);
      }
    }
  }
  for (std::size_t arm = 0; arm < arms; ++arm) {
    const Strategy& strategy = strategy_of(scenario, result.arms[arm].strategy);
    result.ledgers.push_back(ledger_of(result.counts[arm], strategy.levers.joint_financing.value,
                                       scenario.catalogue, prices));
  }
  result.sites = sites;
  result.families = 40 * sites;
  result.replicates = replicates;
  result.population = fake_population(result.families);
  result.simulation_seconds = 1.5;
  return result;
}

}  // namespace samspil::test
