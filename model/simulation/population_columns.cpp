#include "model/simulation/population_columns.hpp"

#include <algorithm>

#include "model/simulation/family_model.hpp"

namespace samspil {
namespace {

/// Enough that the columns are written in large pieces.
constexpr std::uint32_t families_per_block = 2560;

std::int64_t rounded(float value) noexcept {
  return static_cast<std::int64_t>(static_cast<double>(value) * 1000.0 + 0.5);
}

struct FamilyColumn {
  std::string_view name;
  std::string_view unit;
  std::int64_t (*read)(const Family&);
};

constexpr FamilyColumn family_columns[] = {
    {"family", "identity", [](const Family& f) { return static_cast<std::int64_t>(f.id); }},
    {"members", "persons", [](const Family& f) { return std::int64_t{f.members}; }},
    {"frailty", "thousandths", [](const Family& f) { return rounded(f.frailty); }},
    {"relation", "thousandths", [](const Family& f) { return rounded(f.relation); }},
};

struct PersonColumn {
  std::string_view name;
  std::string_view unit;
  std::int64_t (*read)(const Person&);
};

constexpr PersonColumn person_columns[] = {
    {"person", "identity", [](const Person& p) { return static_cast<std::int64_t>(p.id); }},
    {"role", "parent, partner, child",
     [](const Person& p) { return std::int64_t{to_underlying(p.role)}; }},
    {"sex", "woman, man", [](const Person& p) { return std::int64_t{to_underlying(p.sex)}; }},
    {"birth_year", "year", [](const Person& p) { return std::int64_t{p.birth_year}; }},
    {"birth_day", "day of the 364-day year",
     [](const Person& p) { return std::int64_t{p.birth_day}; }},
    {"presence", "unborn, present, dead, left",
     [](const Person& p) { return std::int64_t{to_underlying(p.presence)}; }},
    {"household", "number within the family",
     [](const Person& p) { return std::int64_t{p.household}; }},
    {"mother", "member of the family, -1 none",
     [](const Person& p) { return std::int64_t{p.mother}; }},
    {"father", "member of the family, -1 none",
     [](const Person& p) { return std::int64_t{p.father}; }},
    {"status", "labour status",
     [](const Person& p) { return std::int64_t{to_underlying(p.status)}; }},
    {"hours", "ordinary hours",
     [](const Person& p) { return std::int64_t{to_underlying(p.hours)}; }},
    {"ladder_weeks", "weeks", [](const Person& p) { return std::int64_t{p.ladder.counted}; }},
    {"services", "bits by adult service",
     [](const Person& p) { return std::int64_t{p.services.bits()}; }},
    {"conditions", "bits by condition",
     [](const Person& p) { return std::int64_t{p.conditions.bits()}; }},
    {"agency", "agency class",
     [](const Person& p) { return std::int64_t{to_underlying(p.agency)}; }},
    {"place", "living place", [](const Person& p) { return std::int64_t{to_underlying(p.place)}; }},
    {"days_placed", "days", [](const Person& p) { return std::int64_t{p.days_placed}; }},
    {"measures", "bits by child measure",
     [](const Person& p) { return std::int64_t{p.measures.bits()}; }},
    {"school", "school", [](const Person& p) { return std::int64_t{to_underlying(p.school)}; }},
};

template <class Source, std::size_t N>
std::vector<Column> empty_columns(const Source (&sources)[N]) {
  std::vector<Column> columns;
  for (const Source& source : sources) columns.push_back({source.name, source.unit, {}});
  return columns;
}

template <class Source, std::size_t N, class Row>
void append(std::vector<Column>& columns, const Source (&sources)[N], const Row& row) {
  for (std::size_t i = 0; i < N; ++i) columns[i].values.push_back(sources[i].read(row));
}

}  // namespace

PopulationFit make_population(const Scenario& scenario, const Execution& execution,
                              const Progress& progress, const TakeColumns& take_columns) {
  const ShareDone share_done = [&](double share) {
    if (progress) progress(share, "population");
  };
  const Pool pool = make_pool(scenario, execution, share_done);
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const std::uint64_t families = simulated_families(scenario);
  const auto sites_per_block = std::max<std::uint32_t>(
      1, families_per_block / static_cast<std::uint32_t>(scenario.population.families_per_site));
  const FamilyModel model{scenario, pool, draw, families, {Arm{}}, sites_per_block};
  FamilyModel::Scratch scratch = model.make_scratch();
  for (std::uint64_t first = 0; first < model.sites(); first += sites_per_block) {
    const auto sites =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(sites_per_block, model.sites() - first));
    model.make_block(scratch, first, sites);
    std::vector<Column> of_families = empty_columns(family_columns);
    std::vector<Column> of_people = empty_columns(person_columns);
    for (const Family& family : scratch.start.families) {
      if (family.members == 0) continue;
      append(of_families, family_columns, family);
      for (std::size_t m = 0; m < family.members; ++m) {
        append(of_people, person_columns, scratch.start.people[family.first + m]);
      }
    }
    take_columns(of_families, of_people);
  }
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, families);
}

}  // namespace samspil
