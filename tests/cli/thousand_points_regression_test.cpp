#include "tests/cli/input_kinds.hpp"

namespace samspil::test {
namespace {

class ThousandPoints : public EveryInput {};

TEST_F(ThousandPoints, StandInNoInputThatIsTried) {
  for (const InputFile& file : inputs_) {
    const Outcome outcome = run("check " + file.name);
    EXPECT_EQ(outcome.exit, 0) << file.name << '\n' << outcome.out << outcome.err;
  }
}

TEST_F(ThousandPoints, AreRefusedInEveryKindOfInputByEveryCommand) {
  const std::string wage = "wage = { value = 481_000";
  const std::string low = "low = 401_000";
  for (const char* strategy : {"own.toml", "basis.toml", "present.toml"}) {
    expect_refused(strategy, wage, "wage = { value = 481.000",
                   {strategy + std::string{":6: levers.wage.value: '481.000'"},
                    "write 481000 (or 481_000) for 481 thousand; for 481 write 481"});
    expect_refused(strategy, low, "low = 401.000", {"401000", "for 401 write 401"});
  }
  expect_refused("all.toml", "families = 80", "families = 23.000",
                 {"all.toml:5: families:", "23000 (or 23_000)", "for 23 write 23"});
  expect_refused("all.toml", "seed = 3", "seed = 3.178", {"write 3178", "for 3.178 write 3"});
  expect_refused("people.toml", "candidates = 800", "candidates = 60.000",
                 {"write 60000", "for 60 write 60"});
  expect_refused("prices.csv", ",3361,2756,3663,", ",3.663,2756,3663,",
                 {"prices.csv:2: cash_benefit.price:", "write 3663", "for 3.663 write 4"});
  expect_refused("prices.csv", ",3361,2756,3663,", ",3663,2.756,3663,",
                 {"cash_benefit.low:", "write 2756", "for 2.756 write 2.7560"});
  expect_refused(
      "rates.csv", "expensive_case_tier_1,860000,", "expensive_case_tier_1,860.000,",
      {"rates.csv:3: expensive_case_tier_1.value:", "write 860000", "for 860 write 860"});
  expect_refused("payer_rules.csv", "weeks_1_4,0.2,0,0.8,0,0,2016,",
                 "weeks_1_4,0.2,0,0.8,0,1.250,2016,",
                 {"municipality_most:", "write 1250", "for 1.25 write 1.25"});
  expect_refused("payer_rules.csv", ",2016,9999,", ",2.016,9999,",
                 {"valid_from:", "write 2016", "2.016"});
  expect_refused("indices.csv", "net_price,2015,", "net_price,2.015,",
                 {"year:", "write 2015", "2.015"});
  expect_refused("parameters.csv", "lawful_days,15.5,", "lawful_days,15.500,",
                 {"lawful_days.value:", "write 15500", "for 15.5 write 15.5"});
  expect_refused("family.toml", "weekly_amount = 3780", "weekly_amount = 3.780",
                 {"family.toml:21: spell[1].weekly_amount:", "write 3780", "for 3.78 write 3.78"});
  expect_refused("family.toml", "[700_000, 700_000,", "[700_000, 700.000,",
                 {"annual[1].amounts:", "write 700000", "for 700 write 700"});
  expect_refused("family.toml", "to_week = 208", "to_week = 1.208", {"write 1208"});
  expect_refused(
      "case.toml", "amount = 850_000", "amount = 850.000",
      {"case.toml:11: cost[1].amount:", "write 850000 (or 850_000)", "for 850 write 850"});
  expect_refused("case.toml", "[60_000, 90_000]", "[60_000, -90.000]",
                 {"per_success:", "write -90000 (or -90_000)", "for -90 write -90"});
  expect_refused("case.toml", "participants = 40", "participants = 4.000", {"write 4000"});
  expect_refused("study.toml", "cohorts = 1000", "cohorts = 1.000",
                 {"study.toml:", "write 1000", "for 1 write 1"});
  expect_refused("study.toml", "families = { value = 23,", "families = { value = 23.000,",
                 {"group[1].families.value:", "write 23000"});
}

TEST_F(ThousandPoints, AreDecimalPointsInSharesRatesAndFactors) {
  expect_taken("all.toml", "seed = 3", "seed = 3\ndiscount_rate = 0.035\nenrol = 0.125");
  expect_taken("people.toml", "value = 0.32", "value = 0.325");
  expect_taken("parameters.csv", "break_up,0.1,", "break_up,0.125,");
  expect_taken("parameters.csv", "break_up,0.1,1/year,0.05,0.2,",
               "break_up,1.125,1/year,1.005,1.250,");
  expect_taken("parameters.csv", "job_entry_age_under_30,1.15,", "job_entry_age_under_30,1.125,");
  expect_taken("prices.csv", "refund_ladder,1,0,", "refund_ladder,0.975,0,");
  expect_taken("payer_rules.csv", "weeks_1_4,0.2,0,0.8,", "weeks_1_4,0.205,0,0.795,");
  expect_taken("indices.csv", "net_price,2015,100,", "net_price,2015,100.125,");
  expect_taken("case.toml", "success_rate = 0.25", "success_rate = 0.255");
  // The last zero tells that the point is none of thousands.
  expect_taken("case.toml", "amount = 850_000", "amount = 850.1250");
  expect_taken("own.toml", "value = 481_000, unit = \"kr. per caseworker-year\", low = 401_000",
               "value = 481000.5, unit = \"kr. per caseworker-year\", low = 4.01e5");
}

TEST_F(ThousandPoints, AreToldFromOtherWaysToWriteANumber) {
  struct Row {
    const char* written;
    std::vector<std::string> parts;
  };
  for (const Row& row : std::vector<Row>{
           {"1.234,56", {"write 1234.56"}},
           {"1.600.000", {"write 1600000"}},
           {"1,600,000", {"write 1600000"}},
           {"3 663", {"write 3663"}},
           {"3\u00A0663", {"write 3663"}},
           {"3\u202F663", {"write 3663"}},
           {"3'663", {"write 3663"}},
           {"3,663", {"write 3663", "3.663"}},
           {"3.663 kr.", {"write 3663", "3.663"}},
           {"  3663  ", {"blanks around", "write 3663"}},
           {"99,5", {"decimal comma", "99.5"}},
       }) {
    const std::string cell = std::string{"\""} + row.written + "\"";
    expect_refused("prices.csv", ",3361,2756,3663,", "," + cell + ",2756,3663,", row.parts);
    expect_refused("family.toml", "weekly_amount = 3780", "weekly_amount = " + cell, row.parts);
    expect_refused("own.toml", "value = 481_000", "value = " + cell, row.parts);
  }
  for (const char* written : {"2%", "2 %", "2 pct."}) {
    const std::string cell = std::string{"\""} + written + "\"";
    expect_refused("parameters.csv", "break_up,0.1,", "break_up," + cell + ",", {"write 0.02"});
    expect_refused("all.toml", "seed = 3", "enrol = " + cell, {"all.toml:4: enrol:", "write 0.02"});
    expect_refused("case.toml", "success_rate = 0.25", "success_rate = " + cell, {"write 0.02"});
  }
  expect_refused("all.toml", "seed = 3", "enrol = \"50 %\"", {"write 0.5, "});
}

TEST_F(ThousandPoints, AreToldWhereTomlReadsNoNumberAtAll) {
  struct Row {
    const char* written;
    std::vector<std::string> parts;
  };
  for (const Row& row : std::vector<Row>{{"1.600.000", {"write 1600000"}},
                                         {"3 663", {"write 3663"}},
                                         {"3\u00A0663", {"write 3663"}},
                                         {"3'663", {"write 3663"}},
                                         {"1.234,56", {"write 1234.56"}},
                                         {"3,663", {"write 3663", "3.6630"}}}) {
    expect_refused("family.toml", "weekly_amount = 3780",
                   std::string{"weekly_amount = "} + row.written, row.parts);
    expect_refused("case.toml", "amount = 850_000", std::string{"amount = "} + row.written,
                   row.parts);
  }
  expect_refused("all.toml", "seed = 3", "enrol = 50 %", {"all.toml:4: enrol:", "write 0.5"});
  expect_refused("case.toml", "[60_000, 90_000]", "[1.600.000, 90_000]",
                 {"case.toml:19: per_success:", "write 1600000"});
}

TEST_F(ThousandPoints, AreRefusedInEveryOptionOfEveryCommand) {
  const auto expect_option_refused = [this](const std::string& command,
                                            const std::vector<std::string>& options) {
    for (const std::string& option : options) {
      const bool is_seconds = option == "--checkpoint-every";
      expect_one_line(command + " " + option + " 23.000",
                      {option + ": '23.000'", "write 23000 for 23 thousand; for 23 write 23\n"});
      expect_one_line(command + " " + option + " 1.600.000", {option, "write 1600000"});
      expect_one_line(command + " " + option + " '3 663'", {option, "write 3663"});
      expect_one_line(command + " " + option + " 99999999999999999999",
                      {option, "above", "write a number from "});
      if (!is_seconds) expect_one_line(command + " " + option + " 012", {option, "write 12"});
    }
  };
  expect_option_refused("run small.toml", {"--families", "--seed", "--draws", "--replicates",
                                           "--years", "--threads", "--checkpoint-every"});
  expect_option_refused("population people.toml", {"--families", "--seed", "--draws",
                                                   "--replicates", "--years", "--threads"});
  expect_option_refused("case case.toml", {"--seed", "--draws"});
  expect_option_refused("study study.toml", {"--cohorts", "--seed", "--threads"});
  expect_one_line("run small.toml --seed 18446744073709551615",
                  {"--seed: ", "write a number from 0 to 4294967295\n"});
  write("bad.toml", small_scenario("seed", "seed = 9223372036854775807"));
  expect_one_line("run bad.toml", {"bad.toml:4: seed: ", "write a number from 0 to 4294967295\n"});
  expect_one_line("check bad.toml", {"bad.toml:4: seed: ", "from 0 to 4294967295\n"});
}

}  // namespace
}  // namespace samspil::test
