#include "model/inputs/known_flows.hpp"

#include <gtest/gtest.h>

#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

using Lines = std::vector<std::string>;

const std::string header = "flow,value,unit,low,high,grade,source\n";

TEST(KnownFlows, AreShippedWithRangesAndSources) {
  const KnownFlows known =
      load_known_flows(std::filesystem::path{build_info::source_scenarios_dir} / "known_flows.csv");
  ASSERT_NE(known.find(Flow::exit_home), nullptr);
  EXPECT_EQ(known.find(Flow::exit_home)->low, 3);
  EXPECT_EQ(known.find(Flow::exit_home)->high, 7);
  EXPECT_EQ(known.find(Flow::placed), nullptr);
}

TEST(KnownFlows, TellEveryFault) {
  const InputFolder inputs;
  inputs.write("known.csv", header +
                                "exit_hom,5,%,3,7,own,Test\n"
                                "exit_home,5,share,3,7,own,Test\n"
                                "reentry,30,per 100 person-years,8,20,own,Test\n"
                                "placed,30,%,8,40,own,Test\n"
                                "placed,30,%,8,40,own,Test\n");
  EXPECT_EQ(inputs.faults("known.csv"),
            (Lines{"known.csv:2: exit_hom: unknown flow; did you mean 'exit_home'?",
                   "known.csv:3: exit_home: unit 'share' given, '%' expected; convert the numbers "
                   "and write the expected unit",
                   "known.csv:4: reentry: 30 lies outside its range 8 to 20; write low <= value <= "
                   "high",
                   "known.csv:6: placed: stands on line 5 already; keep one row"}));
}

}  // namespace
}  // namespace samspil
