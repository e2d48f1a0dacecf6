#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/inputs/fault.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

constexpr const char* parameters = "parameters.csv";
constexpr const char* payer_rules = "prices/payer_rules.csv";
constexpr const char* prices = "prices/2022.csv";

const std::string long_source_row = "break_up,0,1/year,0,1,own," + std::string(4001, 'a');

const std::vector<RowFault> faults{
    {"UnknownParameter", parameters, "break_up", "breakup,0,1/year,0,1,own,Test",
     "parameters.csv:2: breakup: unknown parameter; did you mean 'break_up'?"},
    {"ParameterMissing", parameters, "break_up", "",
     "parameters.csv: break_up: the parameter is missing; add a row with unit '1/year'"},
    {"ParameterTwice", parameters, "break_up",
     "break_up,0,1/year,0,1,own,Test\nbreak_up,0,1/year,0,1,own,Test",
     "parameters.csv:3: break_up: stands on line 2 already; keep one row"},
    {"ParameterUnit", parameters, "break_up", "break_up,0,percent,0,1,own,Test",
     "parameters.csv:2: break_up: unit 'percent' given, '1/year' expected; convert the numbers and "
     "write the expected unit"},
    {"ParameterAboveItsLimit", parameters, "full_time_share",
     "full_time_share,1.5,share,0,1,own,Test",
     "parameters.csv:2: full_time_share.value: 1.5 is above 1; write a number from 0 to 1"},
    {"ParameterBelowItsLimit", parameters, "break_up", "break_up,-1,1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: -1 is below 0; write a number from 0 to 1000"},
    {"ParameterOfAnotherWorld", parameters, "break_up", "break_up,1e308,1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: 1e+308 is above 1000; write a number from 0 to 1000"},
    {"ParameterOutsideItsRange", parameters, "break_up", "break_up,2,1/year,0,1,own,Test",
     "parameters.csv:2: break_up: 2 lies outside its range 0 to 1; write low <= value <= high"},
    {"ParameterDecimalComma", parameters, "break_up", "break_up,\"0,5\",1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: '0,5' has a decimal comma; write a decimal point: 0.5"},
    {"ParameterTrailingText", parameters, "break_up", "break_up,5 %,1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: '5 %' has a sign of per cent; write 0.05"},
    {"ParameterInfinite", parameters, "break_up", "break_up,inf,1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: 'inf' is not a number; write a number, such as 0.5"},
    {"ParameterWithoutNumber", parameters, "break_up", "break_up,,1/year,0,1,own,Test",
     "parameters.csv:2: break_up.value: no number given; write a number, such as 0.5"},
    {"ParameterWithoutSource", parameters, "break_up", "break_up,0,1/year,0,1,own,",
     "parameters.csv:2: break_up.source: is empty; write a text"},
    {"ParameterWithLongSource", parameters, "break_up", long_source_row.c_str(),
     "parameters.csv:2: break_up.source: is a text of 4001 letters; write 4000 letters at most"},
    {"ParameterGrade", parameters, "break_up", "break_up,0,1/year,0,1,guess,Test",
     "parameters.csv:2: break_up.grade: unknown name 'guess'; use one of measured, derived, "
     "assumed, calibrated, own"},
    {"SharesOfParametersNotSummingToOne", parameters, "initial_children_1",
     "initial_children_1,0.5,share,0,1,own,Test",
     "parameters.csv:2: initial_children_*: the 6 shares sum to 0.5; let them sum to 1"},
    {"CellMissing", parameters, "break_up", "break_up,0,1/year,0,1,own",
     "parameters.csv:2: break_up: 6 cells, 7 expected; give every column of the header one cell; "
     "quote a cell with a comma"},
    {"QuoteNeverClosed", parameters, "break_up", "break_up,0,1/year,0,1,own,\"Test",
     "parameters.csv:2: a quote is never closed; end the cell with a quote"},
    {"PersonNumberInCell", parameters, "break_up", "break_up,0,1/year,0,1,own,0101901234",
     "parameters.csv:2: source: the value looks like a person number (CPR); use pseudonyms instead "
     "of person numbers"},
    {"PayerSharesNotSummingToOne", payer_rules, "half_state",
     "half_state,fixed,-,0.5,0,0.4,0,0,2007,9999,Law,own,,Test",
     "prices/payer_rules.csv:2: half_state: the 4 shares sum to 0.9; let them sum to 1"},
    {"PayerShareAboveOne", payer_rules, "half_state",
     "half_state,fixed,-,1.5,0,0.5,0,0,2007,9999,Law,own,,Test",
     "prices/payer_rules.csv:2: half_state.municipality: 1.5 is above 1; write a number from 0 to "
     "1"},
    {"ReversedYears", payer_rules, "half_state",
     "half_state,fixed,-,0.5,0,0.5,0,0,2024,2007,Law,own,,Test",
     "prices/payer_rules.csv:2: half_state: valid_from 2024 is after valid_to 2007; write the "
     "first year before the last"},
    {"PayerRuleTwice", payer_rules, "half_state",
     "half_state,fixed,-,0.5,0,0.5,0,0,2007,2022,Law,own,,Test\n"
     "half_state,fixed,-,0.5,0,0.5,0,0,2022,9999,Law,own,,Test",
     "prices/payer_rules.csv:3: half_state: stands on line 2 already; keep one row for each year"},
    {"UnknownRuleKind", payer_rules, "half_state",
     "half_state,ladder,-,0.5,0,0.5,0,0,2007,9999,Law,own,,Test",
     "prices/payer_rules.csv:2: half_state.kind: unknown name 'ladder'; use one of fixed, "
     "refund_ladder, cofinancing_ladder, expensive_child, expensive_adult, health, income_tax"},
    {"UnknownRuleState", payer_rules, "half_state",
     "half_state,fixed,weeks_1_4,0.5,0,0.5,0,0,2007,9999,Law,own,,Test",
     "prices/payer_rules.csv:2: half_state.when: unknown name 'weeks_1_4'; use one of -"},
    {"NegativePrice", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,-100,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price: -100 is below 0; write a number from 0 to 100000000"},
    {"NonWholePrice", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,99.5,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price: 99.5 is not a whole number; write 99 or 100"},
    {"PriceDecimalComma", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,\"99,5\",50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price: '99,5' has a decimal comma; write a decimal point: 99.5"},
    {"PriceUnit", prices, "mentor",
     "mentor,employment,area,service,-,Law,month,100,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor: unit 'month' given, 'week' expected; convert the numbers and "
     "write the expected unit"},
    {"PriceOutsideItsRange", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,200,50,150,2022,none,municipality_all,1,0,own,Test,"
     "Kilde",
     "prices/2022.csv:2: mentor: 200 lies outside its range 50 to 150; write low <= value <= high"},
    {"UnknownDepartment", prices, "mentor",
     "mentor,emploiment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0,own,Test,"
     "Kilde",
     "prices/2022.csv:2: mentor.department: unknown name 'emploiment'; did you mean 'employment'?"},
    {"UnknownPayerRule", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,halv_state,1,0,own,Test,Kilde",
     "prices/2022.csv:2: mentor.payer_rule: unknown payer rule 'halv_state'; did you mean "
     "'half_state'?"},
    {"LadderOfNoIncome", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,refund_ladder,1,0,own,Test,"
     "Kilde",
     "prices/2022.csv:2: mentor.payer_rule: 'refund_ladder' is a rule of the kind refund_ladder, "
     "which the model cannot carry out for this service; name a rule of one of these kinds: fixed"},
    {"CrisisCentreAsExpensiveCase", prices, "crisis_centre",
     "crisis_centre,adult_social,area,service,-,Law,day,100,50,150,2022,none,adult_support,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: crisis_centre.payer_rule: 'adult_support' is a rule of the kind "
     "expensive_adult, which the model cannot carry out for this service; name a rule of one of "
     "these kinds: fixed"},
    {"HealthOfAMeasure", prices, "respite",
     "respite,child_family,area,service,-,Law,week,100,50,150,2022,none,gp_cofinancing,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: respite.payer_rule: 'gp_cofinancing' is a rule of the kind health, which "
     "the model cannot carry out for this service; name a rule of one of these kinds: fixed, "
     "expensive_child"},
    {"ChildrensRuleOfAnAdult", prices, "adult_residential",
     "adult_residential,adult_social,area,service,-,Law,day,100,50,150,2022,none,child_measures,1,"
     "0,own,Test,Kilde",
     "prices/2022.csv:2: adult_residential.payer_rule: 'child_measures' is a rule of the kind "
     "expensive_child, which the model cannot carry out for this service; name a rule of one of "
     "these kinds: fixed, expensive_adult"},
    {"TaxOfABenefit", prices, "student_grant",
     "student_grant,employment,area,transfer,-,Law,week,100,50,150,2022,none,income_tax_split,1,0,"
     "own,Test,Kilde",
     "prices/2022.csv:2: student_grant.payer_rule: 'income_tax_split' is a rule of the kind "
     "income_tax, which the model cannot carry out for this service; name a rule of one of these "
     "kinds: fixed, refund_ladder, cofinancing_ladder"},
    {"UnknownIndex", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,cpi,municipality_all,1,0,own,Test,"
     "Kilde",
     "prices/2022.csv:2: mentor.index: unknown name 'cpi'; use one of none, net_price, pl, psl, "
     "satsregulering"},
    {"CashableShareAboveOne", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,2,0,own,Test,"
     "Kilde",
     "prices/2022.csv:2: mentor.cashable_share: 2 is above 1; write a number from 0 to 1"},
    {"LagOfHalfAMonth", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0.5,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.lag_months: 0.5 is not a whole number; write 0 or 1"},
    {"UnknownService", prices, "mentor",
     "mentoring,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentoring: unknown service; did you mean 'mentor'?"},
    {"ServiceWithoutName", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde\n"
     ",employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0,own,Test,Kilde",
     "prices/2022.csv:3: service: is empty; write a name, or delete the row"},
    {"PaddedPrice", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,  100  ,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price: '  100  ' has blanks around the number; write 100"},
    {"ThousandPointInAPrice", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,1.500,50,1501,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price: '1.500' can be read in two ways; write 1500 for 1 thousand "
     "500; for 1.5 write 2, the nearest whole number"},
    {"ThousandPointInARange", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,2,1.500,1501,2022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.low: '1.500' can be read in two ways; write 1500 for 1 thousand "
     "500; for 1.5 write 1.5"},
    {"ThousandPointInAYear", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2.022,none,municipality_all,1,0,own,"
     "Test,Kilde",
     "prices/2022.csv:2: mentor.price_level: '2.022' can be read in two ways; write 2022 for 2 "
     "thousand 022; for 2.022 write 2, the nearest whole number"},
    {"ServiceWithoutPrice", prices, "mentor", "",
     "prices/2022.csv: mentor: the service has no price; add a row; a zero is written with its "
     "source"},
    {"ServiceTwice", prices, "mentor",
     "mentor,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,1,0,own,"
     "Test,Kilde\nmentor,employment,area,service,-,Law,week,100,50,150,2022,none,municipality_all,"
     "1,0,"
     "own,Test,Kilde",
     "prices/2022.csv:3: mentor: stands on line 2 already; keep one row"},
};

class OneRowFault : public testing::TestWithParam<RowFault> {};

TEST_P(OneRowFault, IsToldInOneLine) {
  const InputFolder inputs;
  inputs.set_first_row(GetParam().file, GetParam().key, GetParam().row);

  const std::vector<std::string> told = inputs.faults(GetParam().file);

  EXPECT_EQ(told, std::vector<std::string>{GetParam().line});
}

INSTANTIATE_TEST_SUITE_P(Csv, OneRowFault, testing::ValuesIn(faults), name_of_fault);

TEST(CsvFaults, RefuseAColumnOfPersonNumbers) {
  const InputFolder inputs;
  for (const char* header : {"cpr", "CPR-nr.", "cpr_nummer", "Personnummer"}) {
    inputs.write("own.csv",
                 std::string{"rule,kind,when,municipality,region,state,citizen,municipality_most,"
                             "valid_from,valid_to,law,grade,source,"} +
                     header + "\nall,fixed,-,1,0,0,0,0,2022,2022,Law,own,Test,x\n");

    EXPECT_EQ(inputs.faults("own.csv"),
              std::vector<std::string>{std::string{"own.csv:1: "} + header +
                                       ": a column of person numbers (CPR) is refused; use "
                                       "pseudonyms, and leave the column out"});
  }
}

}  // namespace
}  // namespace samspil
