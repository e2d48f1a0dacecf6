#include "model/simulation/person_years.hpp"

#include <algorithm>
#include <string>

#include "model/simulation/common_terms.hpp"
#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

/// Columns whose names are made once and whose values go site by site.
class Rows {
 public:
  void add(std::string_view name, std::string_view unit, std::int64_t value) {
    if (next_ == columns_.size()) columns_.push_back({name, unit, {}});
    columns_[next_++].values.push_back(value);
  }
  void end_row() noexcept { next_ = 0; }
  void clear() noexcept {
    for (Column& column : columns_) column.values.clear();
  }
  const std::vector<Column>& columns() const noexcept { return columns_; }

 private:
  std::vector<Column> columns_;
  std::size_t next_ = 0;
};

template <std::size_t N>
std::array<std::string, N> with_prefix(std::string_view prefix,
                                       const std::array<std::string_view, N>& names) {
  std::array<std::string, N> made;
  for (std::size_t i = 0; i < N; ++i) made[i] = std::string{prefix}.append(names[i]);
  return made;
}

/// Names that are made of others, kept while the columns refer to them.
struct MadeNames {
  std::array<std::string, labour_status_count> status =
      with_prefix("days_on_", labour_status_names);
  std::array<std::string, place_count> place = with_prefix("days_in_", place_names);
  std::array<std::string, child_measure_count> measure =
      with_prefix("weeks_of_", child_measure_names);
  std::array<std::string, adult_service_count> service =
      with_prefix("units_of_", adult_service_names);
  std::array<std::string, payer_count> payer = with_prefix("ore_", payer_names);
};

/// Made when first asked for, by the few who ask.
const MadeNames& made_names() {
  static const MadeNames names;
  return names;
}

/// Which row it is of: in all arms the same, but for the arm.
struct At {
  std::uint32_t arm;
  int year;      ///< Of the population.
  int calendar;  ///< What it is called.
};

void add_payers(Rows& rows, const PayerPrices& paid) {
  for (std::size_t i = 0; i < payer_count; ++i) rows.add(made_names().payer[i], "øre", paid[i]);
}

void add_key(Rows& rows, At at, const Family& family) {
  rows.add("arm", "position among the labels of arms", at.arm);
  rows.add("year", "calendar year", at.calendar);
  rows.add("family", "identity", static_cast<std::int64_t>(family.id));
}

void add_person(Rows& rows, At at, const Family& family, const Person& person,
                const PayerPrices& paid) {
  add_key(rows, at, family);
  rows.add("person", "identity", static_cast<std::int64_t>(person.id));
  rows.add("role", "parent, partner, child", to_underlying(person.role));
  rows.add("sex", "woman, man", to_underlying(person.sex));
  rows.add("age", "full years at 1 January, -1: born in the year", age_at(person, at.year, 0));
  const PersonYear& year = person.year;
  rows.add("days", "days present, of 364", year.days);
  rows.add("status_week_48", "labour status", to_underlying(year.week_48));
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    rows.add(made_names().status[i], "days", year.status_days[i]);
  }
  for (std::size_t i = 0; i < place_count; ++i) {
    rows.add(made_names().place[i], "days", year.place_days[i]);
  }
  for (std::size_t i = 0; i < home_measure_count; ++i) {
    rows.add(made_names().measure[i], "weeks", year.measure_weeks[i]);
  }
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    rows.add(made_names().service[i], "weeks or days, as priced", year.service_units[i]);
  }
  rows.add("notifications", "number", year.notifications);
  rows.add("convictions", "number", year.convictions);
  rows.add("lawful_absence", "school days", year.lawful_absence);
  rows.add("unlawful_absence", "school days", year.unlawful_absence);
  add_payers(rows, paid);
  rows.end_row();
}

void add_family(Rows& rows, At at, const Family& family, int enrolled_days,
                const PayerPrices& paid) {
  add_key(rows, at, family);
  rows.add("members", "persons", family.state.members);
  rows.add("enrolled_days", "days since the first", enrolled_days);
  add_payers(rows, paid);
  rows.end_row();
}

/// One site's years in all arms.
class Site {
 public:
  Site(const Scenario& scenario, const FamilyModel& model, FamilyModel::Scratch& block)
      : scenario_{scenario}, model_{model}, block_{block} {}

  void live(Rows& families, Rows& people) {
    for (std::uint32_t arm = 0; arm < model_.arms().size(); ++arm) {
      block_.work = block_.start;
      for (int year = 1; year <= scenario_.years; ++year) {
        const RunKey run{scenario_.seed, 0};
        YearCounts counts;
        model_.live_site_year(block_, 0, run, year, arm, counts);
        const At at{arm, scenario_.population.year + year, calendar_year(scenario_, year)};
        note(at, model_.inputs_of(run).rules.prices, families, people);
      }
    }
  }

 private:
  void note(At at, const PriceTable& prices, Rows& families, Rows& people) {
    for (std::size_t i = 0; i < block_.uses.size(); ++i) {
      const Family& family = block_.work.families[i];
      if (family.state.members == 0) continue;
      const FamilyUse& use = block_.uses[i];
      for (std::size_t m = 0; m < family.state.members; ++m) {
        const Person& person = block_.work.people[family.first + m];
        const PayerPrices paid = cost_of(use.member[m], prices);
        const bool is_here = person.year.days > 0 || std::any_of(paid.begin(), paid.end(),
                                                                 [](Ore ore) { return ore != 0; });
        if (is_here) add_person(people, at, family, person, paid);
      }
      PayerPrices paid = cost_of(use.together, prices);
      const PayerPrices settled = cost_of(use.settlements);
      for (std::size_t p = 0; p < payer_count; ++p) paid[p] += settled[p];
      add_family(families, at, family, family.enrolled_days, paid);
    }
  }

  const Scenario& scenario_;
  const FamilyModel& model_;
  FamilyModel::Scratch& block_;
};

}  // namespace

std::uint64_t about_person_years(const Scenario& scenario, const Pool& pool) {
  const auto years = static_cast<std::uint64_t>(scenario.years);
  const std::uint64_t arms = arms_of(scenario, {EffectLevel::centre}).size();
  return simulated_families(scenario) * pool.people.size() / pool.families.size() * years * arms;
}

void make_person_years(const Scenario& scenario, const Ground& ground, const TakeColumns& take,
                       const ShareDone& share_done) {
  const Scenario& lived = ground.common.scenario;
  const FamilyModel model{
      lived, ground.pool, ground.draw, ground.families, arms_of(scenario, {EffectLevel::centre}),
      1};
  FamilyModel::Scratch block = model.make_scratch();
  block.uses.resize(block.start.families.size());
  Rows families, people;
  const std::uint64_t sites = model.sites();
  for (std::uint64_t site = 0; site < sites; ++site) {
    model.make_block(block, site, 1);
    Site{lived, model, block}.live(families, people);
    take(families.columns(), people.columns());
    families.clear();
    people.clear();
    if (share_done) share_done(static_cast<double>(site + 1) / static_cast<double>(sites));
  }
}

}  // namespace samspil
