#include <algorithm>

#include "model/loading/toml.hpp"
#include "model/population/target_group.hpp"

namespace samspil {
namespace {

constexpr Limits families_limits{1, 1e7};

Margin read_margin(TomlFields& fields) {
  Margin margin;
  if (fields.text("name", margin.name) && !find_name<Indicator>(indicator_names, margin.name)) {
    fields.refuse("name", {"fault.unknown_margin", margin.name},
                  naming_advice(margin.name, {indicator_names.begin(), indicator_names.end()}));
  }
  const auto [unit, limits] = unit_of_margin(margin.name);
  fields.quantity("target", margin.target, unit, limits);
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
  const auto table = parse_toml_input(input, problems);
  if (!table) return population;
  TomlFields fields{*table, input.file, problems};
  fields.text("id", population.id);
  fields.text("title_da", population.title_da);
  fields.text("title_en", population.title_en);
  fields.whole("year", population.year, any_year);
  if (fields.has("own_frailty")) {
    fields.quantity("own_frailty", population.own_frailty.emplace(), "ratio", any_frailty);
  } else {
    fields.has_optional("own_frailty");
    fields.whole("candidates", population.candidates, families_limits);
    fields.whole("families", population.families, families_limits);
  }
  fields.whole("families_per_site", population.families_per_site, any_site);
  fields.whole("min_challenges", population.min_challenges, {1, 9});
  fields.flag("youth_support_counts", population.youth_support_counts);
  const Need margins = population.own_frailty ? Need::optional : Need::required;
  for (TomlFields& row : fields.tables("margin", margins)) {
    Margin margin = read_margin(row);
    if (std::any_of(population.margins.begin(), population.margins.end(),
                    [&](const Margin& other) { return other.name == margin.name; })) {
      row.refuse("name", {"fault.margin_twice", margin.name}, {"remedy.keep_one"});
    }
    population.margins.push_back(std::move(margin));
  }
  fields.finish();
  return population;
}

PopulationSpec load_population(const std::filesystem::path& file) {
  return load(file, read_population);
}

}  // namespace samspil
