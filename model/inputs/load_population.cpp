#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "model/inputs/load_toml.hpp"

namespace samspil {
namespace {

constexpr Limits families_limits{1, 1e7};

/// Shares of the target group that a population may be fitted to or compared with.
constexpr std::array<std::string_view, 20> margin_names{"children_per_adult",
                                                        "child_both_parents",
                                                        "adult_two_or_more_children",
                                                        "child_home_measures",
                                                        "child_placed",
                                                        "adult_disability_pension",
                                                        "adult_temporary_transfers",
                                                        "adult_cash_benefit",
                                                        "adult_education_benefit",
                                                        "adult_employed",
                                                        "adult_employment_measures",
                                                        "adult_social_services",
                                                        "adult_social_pedagogical",
                                                        "adult_drug_treatment",
                                                        "adult_crime",
                                                        "child_crime_15_23",
                                                        "child_notified",
                                                        "child_notified_parent",
                                                        "child_lives_with_target_child",
                                                        "child_lives_with_target_adult"};

Margin read_margin(TomlFields& fields) {
  Margin margin;
  if (fields.text("name", margin.name) &&
      std::find(margin_names.begin(), margin_names.end(), margin.name) == margin_names.end()) {
    fields.refuse("name", fmt::format("unknown margin '{}'", margin.name),
                  naming_advice(margin.name, {margin_names.begin(), margin_names.end()}));
  }
  const bool is_ratio = margin.name == "children_per_adult";
  fields.quantity("target", margin.target, is_ratio ? "ratio" : "share",
                  is_ratio ? Limits{0, 20} : any_share);
  fields.number("tolerance", margin.tolerance, any_share, Need::optional);
  fields.flag("fitted", margin.fitted, Need::optional);
  fields.finish();
  return margin;
}

}  // namespace

PopulationSpec read_population(const InputText& input, Problems& problems) {
  PopulationSpec population;
  population.file = input.file;
  population.text = input.text;
  const std::size_t faults = problems.size();
  const toml::table table = parse_toml_input(input, problems);
  if (table.empty() && problems.size() > faults) return population;
  TomlFields fields{table, input.file, "", problems};
  fields.text("id", population.id);
  fields.text("title_da", population.title_da);
  fields.text("title_en", population.title_en);
  fields.whole("year", population.year, any_year);
  fields.whole("candidates", population.candidates, families_limits);
  fields.whole("families", population.families, families_limits);
  fields.whole("families_per_site", population.families_per_site, {1, 100000});
  fields.whole("min_challenges", population.min_challenges, {1, 9});
  fields.flag("youth_support_counts", population.youth_support_counts);
  for (TomlFields& row : fields.tables("margin")) {
    Margin margin = read_margin(row);
    if (std::any_of(population.margins.begin(), population.margins.end(),
                    [&](const Margin& other) { return other.name == margin.name; })) {
      row.refuse("name", fmt::format("the margin '{}' stands twice", margin.name),
                 "keep one of them");
    }
    population.margins.push_back(std::move(margin));
  }
  fields.finish();
  return population;
}

PopulationSpec load_population(const std::filesystem::path& file) {
  Problems problems;
  PopulationSpec population = read_population(read_input(file), problems);
  throw_if_any(std::move(problems));
  return population;
}

}  // namespace samspil
