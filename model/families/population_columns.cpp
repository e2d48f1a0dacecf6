#include "model/families/population_columns.hpp"

#include "model/families/drawn_families.hpp"

namespace samspil {
namespace {

/// Enough that the columns are written in large pieces.
constexpr std::size_t families_per_block = 2560;

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
    {"members", "persons", [](const Family& f) { return std::int64_t{f.state.members}; }},
    {"frailty", "thousandths", [](const Family& f) { return rounded(f.state.frailty); }},
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
                              const ShareDone& share_done, const TakeColumns& take_columns) {
  const Pool pool = make_pool(scenario, execution, share_done);
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  const std::uint64_t families = simulated_families(scenario);
  const DrawnFamilies drawn{pool, draw, scenario.seed, families, 0};
  std::vector<Family> block(families_per_block);
  std::vector<Person> people(families_per_block * drawn.most_rows());
  for (std::uint64_t first = 0; first < families; first += families_per_block) {
    drawn.make(first, block, people);
    std::vector<Column> of_families = empty_columns(family_columns);
    std::vector<Column> of_people = empty_columns(person_columns);
    for (const Family& family : block) {
      if (family.state.members == 0) continue;
      append(of_families, family_columns, family);
      for (std::size_t m = 0; m < family.state.members; ++m) {
        append(of_people, person_columns, people[family.first + m]);
      }
    }
    take_columns(of_families, of_people);
  }
  return fit_of(pool, scenario.population, draw, {scenario.seed, 0}, families);
}

}  // namespace samspil
