// A posterior as the parameters of a scenario: what is drawn together, faults of its members by
// line, and the one that the default scenario has.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/loading/h5_text.hpp"
#include "model/loading/load.hpp"
#include "model/loading/readers.hpp"
#include "samspil_build_info.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

std::string shipped_text(const char* name) {
  std::ifstream stream{std::filesystem::path{build_info::source_scenarios_dir} / name};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(APosterior, DrawsItsInputsTogetherAndNoOthers) {
  Scenario scenario = test::shipped_scenario();
  const InputText stated{"parameters.csv", shipped_text("parameters.csv")};
  const PosteriorMembers members{{"break_up", {0.1, 0.2, 0.15}},
                                 {"new_partner", {0.03, 0.05, 0.04}}};
  Problems problems;
  scenario.parameter_table = read_parameters(stated, problems).table;
  EXPECT_TRUE(scenario.parameter_table.members.empty());
  const DrawnInputs prior{scenario};
  const InputText fitted{"posterior.h5", stated.text + members_text(members)};
  scenario.parameter_table = read_parameters(fitted, problems).table;
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(scenario.parameter_table.members, members);
  EXPECT_EQ(rows_of_parameters(scenario.parameter_table.text), stated.text);
  const DrawnInputs drawn{scenario};
  const std::vector<std::string> names = drawn.names();
  for (const std::uint32_t draw : {0U, 1U, 4U}) {
    const std::vector<double> before = prior.values(draw), after = drawn.values(draw);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto found = members.find(names[i]);
      EXPECT_EQ(after[i], found == members.end() ? before[i] : found->second[draw % 3]) << names[i];
    }
  }
}

/// A table with members that is damaged by hand: each fault by its line, nothing read silently.
TEST(APosterior, OfUnequalOrImpossibleMembersIsRefusedByLine) {
  const std::string rows = shipped_text("parameters.csv");
  const auto first = std::count(rows.begin(), rows.end(), '\n') + 2;
  const auto told = [&](const std::string& members) {
    Problems problems;
    read_parameters({"table.csv", rows + "# members\n" + members}, problems);
    return problems.empty() ? "" : problems.front().text(Language::en);
  };
  const auto begin = [first](int line) {
    return "table.csv:" + std::to_string(first + line) + ": ";
  };
  EXPECT_EQ(told("break_up 0.1 0.2\njob_entry_abuse 0.5 0.6\n"), "");
  EXPECT_TRUE(told("break_up 0.1 0.2\njob_entry_abuse 0.5\n").starts_with(begin(1)));
  EXPECT_TRUE(told("break_up 0.1 0,2\n").starts_with(begin(0)));
  EXPECT_TRUE(told("break_up 0.1 -0.2\n").starts_with(begin(0)));
  EXPECT_TRUE(told("break_up 0.1 nan\n").starts_with(begin(0)));
  EXPECT_TRUE(told("break_up 0.1  0.2\njob_entry_abuse 0.5\n").starts_with(begin(0)));
  EXPECT_TRUE(told("break_up\n").starts_with(begin(0)));
  EXPECT_TRUE(told("breakup 0.1\n").starts_with(begin(0)));
  EXPECT_TRUE(told("break_up 0.1\nbreak_up 0.1\n").starts_with(begin(1)));
}

/// The default scenario draws from the shipped calibration: its fitted rows, and its members.
TEST(ShippedPosterior, IsTheTableThatTheDefaultScenarioDrawsFrom) {
  const std::filesystem::path folder{build_info::source_scenarios_dir};
  const std::string layer = shipped_text("calibrated.csv");
  const std::string_view rows = rows_of_parameters(layer);
  const std::string posterior =
      posterior_text(folder.parent_path() / "calibration" / "posterior.h5");
  EXPECT_TRUE(layer.substr(rows.size()) == posterior.substr(rows_of_parameters(posterior).size()));
  std::istringstream lines{std::string{rows}};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(posterior.find(line + "\n") != posterior.npos) << line;
  }
  const Scenario scenario = load_scenario(folder / "default.toml", folder);
  const ParameterTable& table = scenario.parameter_table;
  EXPECT_GT(table.members.size(), 300U);
  // Its text is written as the layer's own, number by number: hashes of inputs stand on it.
  EXPECT_TRUE(members_of_parameters(table.text) == members_of_parameters(layer));
  EXPECT_TRUE(members_text(table.members) == members_of_parameters(layer));
  const auto calibrated = std::count_if(
      table.rows.begin(), table.rows.end(),
      [](const ParameterRow& row) { return row.quantity.grade == Grade::calibrated; });
  EXPECT_GT(calibrated, 0);
}

}  // namespace
}  // namespace samspil
