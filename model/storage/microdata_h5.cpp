#include "model/storage/microdata_h5.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/io/results_file.hpp"
#include "model/loading/load.hpp"
#include "model/simulation/common_terms.hpp"
#include "model/simulation/person_years.hpp"
#include "model/storage/labels.hpp"

namespace samspil {
namespace {

void append(ResultsWriter& file, const std::string& group, const std::vector<Column>& columns) {
  for (const Column& column : columns) {
    file.append_column(group, std::string{column.name}, std::string{column.unit}, column.values);
  }
}

/// A line per arm: its position and its label.
std::string arm_list(const Scenario& scenario) {
  std::string list;
  std::size_t position = 0;
  for (const Arm& arm : arms_of(scenario, {EffectLevel::centre})) {
    list += fmt::format("{} {}\n", position++, arm_label(scenario, arm));
  }
  return list;
}

template <class Names>
std::string name_list(const Names& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) list += fmt::format("{} {}\n", i, names[i]);
  return list;
}

}  // namespace

void write_person_years(const std::filesystem::path& target, const Scenario& values,
                        const Ground& ground, const Origin& origin, const ShareDone& share_done) {
  ResultsWriter file{target};
  make_person_years(
      values, ground,
      [&](const std::vector<Column>& families, const std::vector<Column>& people) {
        append(file, "person_years", people);
        append(file, "family_years", families);
      },
      share_done);
  file.write_text("labels", "arms", arm_list(values));
  file.write_text("labels", "labour_status", name_list(labour_status_names));
  file.write_attribute("provenance", "program", std::string{"samspil"});
  file.write_attribute("provenance", "version", origin.version);
  file.write_attribute("provenance", "git", origin.git);
  file.write_attribute("provenance", "seed", std::int64_t{values.seed});
  if (!values.own_families) {
    for (const auto& [name, text] : input_texts(values)) {
      file.write_text("provenance/inputs", name, text);
    }
  }
  file.commit();
}

}  // namespace samspil
