// Every number that may stand in a list of assumptions has a name in both languages.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/inputs/input_list.hpp"
#include "model/loading/load.hpp"
#include "model/result/run_parts.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

Scenario with_all_strategies() {
  const std::filesystem::path folder{build_info::source_scenarios_dir};
  return load_scenario(folder / "default.toml", folder, Strategies::all_shipped);
}

TEST(InputTitle, OfEveryDrawnNumberIsReadInBothLanguages) {
  const Scenario scenario = with_all_strategies();
  const std::vector<Input> inputs = input_list(scenario);
  std::size_t months = 0, elements = 0;
  for (const Input& input : inputs) {
    if (!input.can_move()) continue;
    const Json about = about_input(inputs, input.name);
    const std::string english = about.at("title"), danish = about.at("title_da");
    for (const std::string& title : {english, danish}) {
      EXPECT_EQ(title.find('_'), std::string::npos) << input.name << ": " << title;
      EXPECT_EQ(title.find(".months"), std::string::npos) << input.name << ": " << title;
    }
    months += input.kind == EntryKind::months ? 1 : 0;
    if (input.kind != EntryKind::element) continue;
    ++elements;
    EXPECT_NE(english.substr(english.find(": ")), danish.substr(danish.find(": "))) << danish;
  }
  EXPECT_GT(months, 0U);
  EXPECT_GT(elements, 0U);
}

}  // namespace
}  // namespace samspil
