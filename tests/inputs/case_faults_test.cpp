#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/loading/load.hpp"
#include "tests/inputs/fault.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* valid = R"([case]
participants = 40
success_rate = 0.25
discount_rate = 0.035
first_year = 2026

[[cost]]
time = 0
amount = 2_800_000
payer = "municipality"
department = "child_family"
one_off = true

[[consequence]]
name = "Saved"
payer = "state"
department = "employment"
per_success = [60_000, 90_000]

[uncertainty]
success_rate = { beta = [10, 30] }
draws = 1000
)";

const std::vector<FaultyInput> faults{
    {"UnknownKey", "first_year", "first_yaer = 1\nfirst_year",
     "5: case.first_yaer: unknown key; did you mean 'first_year'?"},
    {"MissingKey", "success_rate = 0.25\n", "",
     "1: case.success_rate: is missing; write `success_rate = ...`"},
    {"TextForNumber", "success_rate = 0.25", "success_rate = \"25 %\"",
     "3: case.success_rate: '25 %' has a sign of per cent; write 0.25, without quotes"},
    {"RateAboveOne", "success_rate = 0.25", "success_rate = 25",
     "3: case.success_rate: 25 is above 1; write a number from 0 to 1"},
    {"NobodyTakesPart", "participants = 40", "participants = [0, 0]",
     "2: case.participants: nobody takes part; write how many take part"},
    {"NoIntake", "participants = 40", "participants = []",
     "2: case.participants: is an empty list; write at least one number"},
    {"NegativeIntake", "participants = 40", "participants = [40, -1]",
     "2: case.participants: -1 is below 0; write a number from 0 to 10000000"},
    {"UnknownRate", "discount_rate = 0.035", "discount_rate = \"dk\"",
     "4: case.discount_rate: 'dk' is no known rate; write a number such as 0.035, or \"fm\" for "
     "the Finance Ministry's"},
    {"NegativeAmount", "amount = 2_800_000", "amount = -1",
     "9: cost[1].amount: -1 is below 0; write a number from 0 to 1000000000000"},
    {"NegativeTime", "time = 0", "time = -0.5",
     "8: cost[1].time: -0.5 is below 0; write a number from 0 to 100"},
    {"UnknownPayer", "payer = \"state\"", "payer = \"stat\"",
     "16: consequence[1].payer: unknown name 'stat'; did you mean 'state'?"},
    {"UnknownDepartment", "\"child_family\"", "\"family\"",
     "11: cost[1].department: unknown name 'family'; use one of child_family, adult_social, "
     "employment, school_daycare, health, justice_state, tax, coordination, block_grant"},
    {"NoFlag", "one_off = true", "one_off = 1",
     "12: cost[1].one_off: is a number; write true or false, without quotes"},
    {"NoYears", "[60_000, 90_000]", "[]",
     "18: consequence[1].per_success: is an empty list; write at least one number"},
    {"TextInList", "[60_000, 90_000]", "[60_000, \"90.000\"]",
     "18: consequence[1].per_success: '90.000' can be read in two ways; write 90000 for 90 "
     "thousand; "
     "for 90 write 90, without quotes"},
    {"NumberForList", "[60_000, 90_000]", "60_000",
     "18: consequence[1].per_success: is a number; write a list of numbers, [1, 2]"},
    {"NotANumber", "[60_000, 90_000]", "[nan]",
     "18: consequence[1].per_success: nan is not a number to reckon with; write a number of "
     "ordinary size"},
    {"UnknownDistribution", "beta", "triangular",
     "21: uncertainty.success_rate.triangular: unknown key; use one of beta, lognormal, normal, "
     "uniform, gamma"},
    {"NoDistribution", "{ beta = [10, 30] }", "{}",
     "21: uncertainty.success_rate: names no distribution; write for example { uniform = [0.1, "
     "0.4] }"},
    {"TwoDistributions", "{ beta = [10, 30] }", "{ beta = [10, 30], normal = [0, 1] }",
     "21: uncertainty.success_rate.normal: is a second distribution; keep one of them"},
    {"ThreeParameters", "[10, 30]", "[10, 30, 40]",
     "21: uncertainty.success_rate.beta: has 3 numbers; write its two parameters"},
    {"NoSpread", "beta = [10, 30]", "lognormal = [0, 0]",
     "21: uncertainty.success_rate.lognormal: parameter 2 is 0, which leaves no spread; write a "
     "number above 0, or leave the distribution out"},
    {"NegativeSpread", "beta = [10, 30]", "normal = [0.2, -0.1]",
     "21: uncertainty.success_rate.normal: -0.1 is below 0; write a number from 0 to 1000000"},
    {"ReversedRange", "beta = [10, 30]", "uniform = [0.4, 0.1]",
     "21: uncertainty.success_rate.uniform: 0.4 is not below 0.1; write low before high"},
    {"UnknownInput", "success_rate = { beta", "sucess_rate = { beta",
     "21: uncertainty.sucess_rate: unknown key; did you mean 'success_rate'?"},
    {"NothingUncertain", "success_rate = { beta = [10, 30] }\n", "",
     "20: uncertainty: names no uncertain input; write success_rate, price_factor or cost_factor, "
     "or leave the table out"},
    {"RateOutsideItsDistribution", "success_rate = 0.25", "success_rate = 1",
     "21: uncertainty.success_rate: success_rate = 1 lies outside the distribution, 0.0756 to "
     "0.501 "
     "in 999 of 1000 draws; write a rate within it, or another distribution"},
    {"FactorOutsideItsDistribution", "draws = 1000", "cost_factor = { uniform = [1.1, 1.5] }",
     "22: uncertainty.cost_factor: the factor without uncertainty, 1 lies outside the "
     "distribution, "
     "1.1 to 1.5 in 999 of 1000 draws; let it hold 1, and write the expected change into the "
     "amounts"},
    {"MoreDrawsThanMemory", "draws = 1000", "draws = 100_000_000_000",
     "22: uncertainty.draws: 100000000000 is above 1000000; write a number from 2 to 1000000"},
    {"CommaInNumber", "0.035", "0,035",
     "4: discount_rate: '0,035' has a decimal comma; write a decimal point: 0.035"}};

class CaseFault : public testing::TestWithParam<FaultyInput> {};

TEST_P(CaseFault, IsToldInOneLine) {
  const InputFolder inputs;
  inputs.write("case.toml", valid);
  inputs.replace("case.toml", GetParam().from, GetParam().to);

  const Lines told = inputs.faults("case.toml");

  EXPECT_EQ(told, Lines{std::string{"case.toml:"} + GetParam().line});
}

INSTANTIATE_TEST_SUITE_P(Each, CaseFault, testing::ValuesIn(faults), name_of_fault);

TEST(CheckFile, TakesAValidCase) {
  const InputFolder inputs;
  inputs.write("case.toml", valid);
  inputs.replace("case.toml", "0.035", "\"fm\"");
  inputs.replace("case.toml", "participants = 40", "participants = [40, 20.5]");

  EXPECT_EQ(inputs.faults("case.toml"), Lines{});
}

TEST(CheckFile, WarnsWhereTheOperationOfLaterIntakesIsNotPaid) {
  const InputFolder inputs;
  const auto warnings = [&inputs] {
    std::vector<Problem> told;
    EXPECT_TRUE(check_file(inputs.path("case.toml"), {}, {}, &told).empty());
    return told;
  };
  inputs.write("case.toml", valid);
  EXPECT_TRUE(warnings().empty());
  inputs.replace("case.toml", "participants = 40", "participants = [60, 30]");
  inputs.replace("case.toml", "one_off = true", "one_off = false");
  ASSERT_EQ(warnings().size(), 1U);
  EXPECT_NE(
      warnings()
          .front()
          .text(Language::en)
          .find("case.toml:7: cost: 2 intakes have participants, but the operation is paid in 1 "
                "years; write one [[cost]] per year"),
      std::string::npos)
      << warnings().front().text(Language::en);
  inputs.replace("case.toml", "[[consequence]]",
                 "[[cost]]\ntime = 1\namount = 1\npayer = \"municipality\"\n"
                 "department = \"child_family\"\none_off = false\n\n[[consequence]]");
  EXPECT_TRUE(warnings().empty());
}

TEST(CheckFile, TakesTheNamesOfACaseAsTheyAreCalled) {
  const InputFolder inputs;
  inputs.write("case.toml", valid);
  inputs.replace("case.toml", "\"child_family\"", "\"Børn og familie\"\ngrade = \"egne tal\"");
  inputs.replace("case.toml", "\"municipality\"", "\"Kommunen\"");
  inputs.replace("case.toml", "\"state\"", "\"State\"\naccount_type = \"overførsler\"");
  EXPECT_EQ(inputs.faults("case.toml"), Lines{});
  const InvestmentCase read = load_investment_case(inputs.path("case.toml"));
  EXPECT_EQ(read.costs.at(0).account.department, Department::child_family);
  EXPECT_EQ(read.consequences.at(0).account.account_type, AccountType::transfer);

  inputs.replace("case.toml", "Børn og familie", "Børn og familier");
  EXPECT_EQ(inputs.faults("case.toml"),
            Lines{"case.toml:11: cost[1].department: unknown name 'Børn og familier'; did you "
                  "mean 'Børn og familie'?"});
}

TEST(CheckFile, TellsWhatACaseLacks) {
  const InputFolder inputs;
  inputs.write("case.toml", "[uncertainty]\nprice_factor = { lognormal = [0, 0.2] }\n");

  EXPECT_EQ(inputs.faults("case.toml"),
            (Lines{"case.toml: case: is missing; write a table [case] with participants, "
                   "success_rate, …",
                   "case.toml: the case has no cost and no consequence; write at least one "
                   "[[cost]] or [[consequence]]"}));
}

}  // namespace
}  // namespace samspil
