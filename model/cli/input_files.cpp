#include "model/cli/outputs.hpp"

namespace samspil::cli {

std::vector<std::filesystem::path> input_files(const Catalogue& catalogue) {
  std::vector<std::filesystem::path> files{catalogue.file, catalogue.rules_file,
                                           catalogue.rates.file, catalogue.indices.file};
  for (const OwnFiles* own : {&catalogue.own, &catalogue.rates.own, &catalogue.indices.own}) {
    files.insert(files.end(), own->files.begin(), own->files.end());
  }
  return files;
}

std::vector<std::filesystem::path> input_files(const Scenario& scenario) {
  std::vector<std::filesystem::path> files = input_files(scenario.catalogue);
  files.insert(files.end(),
               {scenario.file, scenario.population.file, scenario.parameter_table.file});
  for (const ParameterRow& row : scenario.parameter_table.rows) {
    const std::string& layer = row.quantity.base_file;
    if (!layer.empty() && files.back() != layer) files.emplace_back(layer);
  }
  if (scenario.own_families) files.emplace_back(scenario.own_families->file);
  const auto add = [&files](const Strategy& strategy) {
    files.emplace_back(strategy.file);
    files.insert(files.end(), strategy.base_files.begin(), strategy.base_files.end());
  };
  add(scenario.baseline);
  for (const Strategy& strategy : scenario.strategies) add(strategy);
  if (scenario.comparison.present_practice) add(*scenario.comparison.present_practice);
  return files;
}

}  // namespace samspil::cli
