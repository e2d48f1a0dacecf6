#include "model/result/flows_document.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

TEST(FlowsDocument, CountsWhatIsComparedAndNamesWhatLiesOutside) {
  FlowTable table;
  table.first_year = 2021;
  table.year_0 = 2022;
  table.years.resize(3);
  const auto compare = [&](Flow flow, double value) { table.compared[index_of(flow)] = value; };
  compare(Flow::exit_home, 9);
  compare(Flow::pension, 30);
  compare(Flow::employed, std::numeric_limits<double>::quiet_NaN());
  Quantity range;
  range.low = 3;
  range.high = 7;
  KnownFlows known{{{Flow::exit_home, range}, {Flow::employed, range}}, ""};
  range.high = 40;
  known.rows.push_back({Flow::pension, range});

  const Json document = flows_document(test::small_scenario(), known, table);

  EXPECT_EQ(document.begin().key(), "format");
  EXPECT_EQ(document.at("compared_flows"), 2);
  EXPECT_EQ(document.at("outside"), Json({"exit_home"}));
  EXPECT_EQ(document.at("year_numbers"), Json({-1, 0, 1}));
  const Json& flows = document.at("flows");
  EXPECT_TRUE(flows.at(index_of(Flow::employed)).at("known").at("inside").is_null());
  EXPECT_EQ(flows.at(index_of(Flow::exit_home)).at("looks_into"), "exit_all");
  EXPECT_TRUE(flows.at(index_of(Flow::placed)).at("looks_into").is_null());
  EXPECT_EQ(flows.at(index_of(Flow::municipal_cost)).at("group"), "costs");
}

}  // namespace
}  // namespace samspil
