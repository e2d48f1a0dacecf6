// The tables of a calibration: their faults, one line each, and what a rule measures.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "model/calibration/fitted_set.hpp"
#include "model/calibration/priors.hpp"
#include "model/calibration/targets.hpp"
#include "model/inputs/drawn_inputs.hpp"
#include "model/loading/readers.hpp"
#include "samspil_build_info.hpp"
#include "tests/support/own_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr const char* head =
    "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_da,"
    "source\n";

class Tables : public test::OwnFolder {
 protected:
  std::filesystem::path write(const std::string& text) const {
    const std::filesystem::path file = folder_ / "table.csv";
    std::ofstream{file} << text;
    return file;
  }
  std::string fault_of_targets(const std::string& rows) const {
    try {
      load_targets(write(head + rows));
    } catch (const InputError& error) {
      return error.in(Language::en);
    }
    return "none";
  }
  std::string fault_of_priors(const std::string& rows) const {
    try {
      const PriorTable priors = load_priors(
          write("inputs,use,group,correlation,direction,low,high,data,source\n" + rows));
      const FittedSet set{test::shipped_scenario(), {}, priors};
      (void)set;
    } catch (const InputError& error) {
      return error.in(Language::en);
    }
    return "none";
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_F(Tables, ATargetWithoutErrorIsRefusedByLine) {
  const std::string fault =
      fault_of_targets("# a remark\na,calibrate,normal,1,,,,share,flow.placed,c,,none,A,A,S\n");
  EXPECT_TRUE(holds(fault, "table.csv:3: a.error: a target without error")) << fault;
}

TEST_F(Tables, TwoTargetsThatContradictAreRefused) {
  const std::string fault = fault_of_targets(
      "a,calibrate,normal,1,0.1,,,share,flow.placed,c,,none,A,A,S\n"
      "b,calibrate,normal,2,0.1,,,share,flow.placed,c,,none,B,B,S\n");
  EXPECT_TRUE(holds(fault, "table.csv:3: b.value: contradicts a on line 2")) << fault;
  EXPECT_EQ(fault_of_targets("a,calibrate,normal,1,0.1,,,share,flow.placed,c,,none,A,A,S\n"
                             "b,validate,normal,2,0.1,,,share,flow.placed,c,,none,B,B,S\n"),
            "none");
}

TEST_F(Tables, CountsAboveNUnknownRulesAndNothingToFitAreRefused) {
  EXPECT_TRUE(
      holds(fault_of_targets("a,calibrate,binomial,,,5,4,share,flow.placed,c,,none,A,A,S\n"),
            "5 of 4 is more than all"));
  EXPECT_TRUE(holds(fault_of_targets("a,calibrate,normal,1,1,,,share,placed,c,,none,A,A,S\n"),
                    "'placed' is no measurement rule"));
  EXPECT_TRUE(holds(fault_of_targets("a,validate,normal,1,1,,,share,flow.placed,c,,none,A,A,S\n"),
                    "no target is to be fitted"));
}

TEST_F(Tables, APriorOutsideItsBoundsIsRefused) {
  const std::string fault = fault_of_priors("aftercare_at_18,fit,,,,0.5,1.4,placements,S\n");
  EXPECT_TRUE(holds(fault, "table.csv:2: aftercare_at_18: the prior of aftercare_at_18")) << fault;
  EXPECT_TRUE(holds(fault_of_priors("no_such_*,fit,,,,,,placements,S\n"),
                    "no input with a range has this name"));
  EXPECT_EQ(fault_of_priors("aftercare_at_18,fit,,,,0.5,0.9,placements,S\n"), "none");
}

TEST_F(Tables, FactorsCorrelateAGroupAndSharesFillTheirWhole) {
  const PriorTable priors =
      load_priors(write("inputs,use,group,correlation,direction,low,high,data,source\n"
                        "labour_ordinary_job_to_sickness,fit,market,0.5,-1,,,job_spells,S\n"
                        "labour_sickness_to_ordinary_job,fit,market,0.5,1,,,job_spells,S\n"
                        "initial_place_*,fit,,,,,,placements,S\n"));
  Scenario scenario = test::shipped_scenario();
  const FittedSet set{scenario, {}, priors};
  ASSERT_EQ(set.all().back().name, "factor.market");
  std::vector<double> scores(set.size(), 0.0);
  scores.back() = 2;
  const std::vector<double> positions = set.positions(scores);
  std::size_t directions = 0;
  for (std::size_t i = 0; i + 1 < set.size(); ++i) {
    if (set.all()[i].correlation > 0) {
      EXPECT_NEAR(positions[i], set.all()[i].direction * 2 * std::sqrt(0.5), 1e-12);
      ++directions;
    }
  }
  EXPECT_EQ(directions, 2U);
  for (std::size_t i = 0; i < set.size(); ++i) scores[i] = 0.3 * static_cast<double>(i % 7) - 1;
  const std::vector<double> values = set.values(scores);
  set.apply(values, scenario, {});
  double whole = 0;
  for (const ParameterSlot& slot : parameter_slots(scenario.parameters)) {
    if (slot.name.starts_with("initial_place_")) whole += *slot.value;
  }
  EXPECT_NEAR(whole, 1, 1e-12);
}

/// Three decimals behind a point could be thousands in an amount: what is written is read again.
TEST(ALayer, IsWrittenSoThatItsTableIsReadAgain) {
  LoadedParameters loaded = load_parameters(test::shipped_scenarios() / "parameters.csv");
  Problems problems;
  read_parameter_layer(
      {"layer.csv",
       "name,value,unit,low,high,grade,source\n"
       "lawful_days,14.3450,school days/year,10.1250,20,assumed,\"A; \"\"B\"\", C\"\n"},
      loaded, problems);
  EXPECT_TRUE(problems.empty()) << problems.front().text(Language::en);
  const LoadedParameters again = read_parameters({"again.csv", loaded.table.text}, problems);
  ASSERT_TRUE(problems.empty()) << problems.front().text(Language::en);
  EXPECT_EQ(again.table.rows.size(), loaded.table.rows.size());
  for (std::size_t i = 0; i < again.table.rows.size(); ++i) {
    EXPECT_EQ(again.table.rows[i].quantity.value, loaded.table.rows[i].quantity.value);
    EXPECT_EQ(again.table.rows[i].quantity.low, loaded.table.rows[i].quantity.low);
    EXPECT_EQ(again.table.rows[i].quantity.source, loaded.table.rows[i].quantity.source);
  }
}

TEST(ARule, SumsAndDividesFiguresAndTheirVariances) {
  const Measurements measured{{"a.x", {6, 0.5}}, {"a.y", {2, 0.25}}, {"a.z", {4, 0}}};
  const auto rule = parse_rule("a.x - a.y / a.z");
  ASSERT_TRUE(rule);
  EXPECT_DOUBLE_EQ(rule->of(measured).value, 1);
  EXPECT_DOUBLE_EQ(rule->of(measured).variance, 0.75 / 16);
  EXPECT_EQ(parse_rule("a.x / a.q")->unknown_in(measured), "a.q");
  EXPECT_FALSE(parse_rule("a.x +"));
  EXPECT_FALSE(parse_rule("nothing"));
}

TEST(APattern, MeetsAnyLettersAtItsStars) {
  EXPECT_TRUE(meets("labour_a_to_b", "labour_*_to_b"));
  EXPECT_TRUE(meets("x", "*"));
  EXPECT_FALSE(meets("labour_a_to_c", "labour_*_to_b"));
}

TEST(ShippedTargets, AreReadableAndHoldTheContrastOut) {
  const std::filesystem::path folder =
      std::filesystem::path{build_info::source_scenarios_dir}.parent_path() / "calibration";
  const TargetTable table = load_targets(folder / "targets.csv");
  int fitted = 0, held_out = 0;
  for (const ReadTarget& row : table.rows) {
    fitted += row.target.use == TargetUse::calibrate;
    held_out += row.target.use == TargetUse::validate;
    EXPECT_FALSE(holds(row.target.rule, "contrast")) << row.target.name;
  }
  EXPECT_GT(fitted, 30);
  EXPECT_GT(held_out, 30);
  EXPECT_GT(load_priors(folder / "priors.csv").rows.size(), 50U);
}

}  // namespace
}  // namespace samspil
