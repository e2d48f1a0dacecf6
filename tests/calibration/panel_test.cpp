// Hazards from panels: against an independent fit, in both forms, and with what is at fault.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "model/calibration/hazard_model.hpp"
#include "model/calibration/panel_cells.hpp"
#include "model/calibration/panel_estimate.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/loading/readers.hpp"
#include "model/result/panel_document.hpp"
#include "model/storage/panel_layer.hpp"
#include "samspil_build_info.hpp"
#include "tests/calibration/simulated_panel.hpp"

namespace samspil::test {
namespace {

std::string source_text(const std::string& name) {
  std::ifstream file{std::string{build_info::source_dir} + "/" + name};
  return {std::istreambuf_iterator<char>{file}, {}};
}

Panel panel_of(const std::string& text) {
  Problems problems;
  Panel panel = read_panel({"panel.csv", text}, problems);
  EXPECT_TRUE(problems.empty()) << (problems.empty() ? "" : problems[0].text(Language::en));
  return panel;
}

std::vector<std::string> faults_of_panel(const std::string& text) {
  Problems problems;
  read_panel({"panel.csv", text}, problems);
  std::vector<std::string> lines;
  for (const Problem& problem : problems) lines.push_back(problem.text(Language::en));
  return lines;
}

/// The cells of a panel of spells as a register's server would write them.
std::string cells_text(const Panel& panel) {
  const auto names = names_of(panel.states);
  std::string text = fmt::format("exposure,to,from,{},events\n", fmt::join(panel.covariates, ","));
  std::map<std::size_t, std::map<std::size_t, int>> moves;
  for (const PanelSpell& spell : panel.spells) {
    if (spell.to) moves[spell.from][*spell.to];
  }
  for (const RiskSet& set : risk_sets(panel)) {
    const auto row = [&](std::string_view to, double events) {
      text += fmt::format("{},{},{},{},{}\n", static_cast<double>(set.days) / 7, to,
                          names[set.from], fmt::join(set.covariates, ","), events);
    };
    if (moves[set.from].empty()) row("", 0);
    for (const auto& [to, any] : moves[set.from]) {
      const auto found = set.moves.find(to);
      row(names[to], found == set.moves.end() ? 0 : found->second.events);
    }
  }
  return text;
}

std::map<std::string, std::pair<double, double>> estimates_of(const PanelEstimate& estimate) {
  std::map<std::string, std::pair<double, double>> all;
  for (const auto& one : estimate.ratios) all[one.ratio.parameter] = {one.log_value, one.log_error};
  for (const auto& one : estimate.rates) all[one.parameter] = {one.log_value, one.log_error};
  return all;
}

/// R 4.2, glm(events ~ 0 + move + covariates by direction, poisson, offset = log(years)) on the
/// spells of the example.
TEST(PanelEstimate, IsThatOfAnIndependentProgram) {
  const PanelEstimate estimate =
      estimate_panel(panel_of(source_text("calibration/panel/example.csv")));
  ASSERT_TRUE(estimate.converged);
  const std::map<std::string, std::pair<double, double>> by_r{
      {"job_entry_mental_disorder", {-0.459048, 0.099981}},
      {"job_entry_abuse", {-0.765304, 0.138980}},
      {"job_entry_age_under_30", {0.014089, 0.091363}},
      {"job_loss_mental_disorder", {0.126193, 0.183373}},
      {"job_loss_abuse", {0.713311, 0.203164}},
      {"pension_entry_mental_disorder", {0.486452, 0.556640}},
      {"sickness_entry_mental_disorder", {0.504669, 0.143672}},
      {"education_entry_age_under_30", {0.930083, 0.211122}},
      {"labour_sickness_to_ordinary_job", {-0.294713, 0.080541}},
      {"labour_unemployment_to_sickness", {-1.880047, 0.151414}},
      {"labour_cash_benefit_to_unemployment", {-5.534857, 0.577350}}};
  const auto ours = estimates_of(estimate);
  EXPECT_EQ(estimate.ratios.size(), 8U);
  EXPECT_EQ(estimate.rates.size(), 19U);
  for (const auto& [name, published] : by_r) {
    ASSERT_TRUE(ours.count(name)) << name;
    EXPECT_NEAR(ours.at(name).first, published.first, 2e-6) << name;
    EXPECT_NEAR(ours.at(name).second, published.second, 2e-6) << name;
  }
}

TEST(PanelEstimate, IsTheSameFromSpellsAndFromCells) {
  const Panel spells = panel_of(source_text("calibration/panel/example.csv"));
  const Panel cells = panel_of(cells_text(spells));
  EXPECT_EQ(cells.form, PanelForm::cells);
  EXPECT_EQ(risk_sets(spells), risk_sets(cells));
  const PanelEstimate a = estimate_panel(spells), b = estimate_panel(cells);
  EXPECT_EQ(estimates_of(a), estimates_of(b));  // to the bit
  EXPECT_EQ(a.log_likelihood, b.log_likelihood);
  EXPECT_EQ(a.person_weeks, b.person_weeks);
}

/// One move, one covariate: (moves by years) by (moves by years), and the root of 1/moves +
/// 1/moves.
TEST(PanelEstimate, OfOneRatioIsTheTextbooks) {
  const Panel panel = panel_of(
      "from,to,abuse,events,exposure\n"
      "cash_benefit,ordinary_job,0,60,9000\ncash_benefit,ordinary_job,1,20,7000\n");
  const PanelEstimate estimate = estimate_panel(panel);
  ASSERT_EQ(estimate.ratios.size(), 1U);
  EXPECT_NEAR(estimate.ratios[0].log_value, std::log((20. / 7000) / (60. / 9000)), 1e-9);
  EXPECT_NEAR(estimate.ratios[0].log_error, std::sqrt(1. / 20 + 1. / 60), 1e-9);
  EXPECT_NEAR(std::exp(estimate.rates[0].log_value), 60 / (9000. * 7 / 365.25), 1e-9);
  EXPECT_EQ(estimate.ratios[0].moves, 80);
  EXPECT_EQ(estimate.ratios[0].moves_with, 20);
}

/// A new job's ratio is shared by every move out of it, whichever direction.
TEST(PanelEstimate, SharesARatioOverTheMovesThatTheModelSharesItBy) {
  const Panel panel = panel_of(
      "from,to,first_year,events,exposure\n"
      "ordinary_job,sickness,0,30,9000\nordinary_job,cash_benefit,0,10,9000\n"
      "ordinary_job,sickness,1,40,7000\nordinary_job,cash_benefit,1,15,7000\n"
      "sickness,cash_benefit,0,9,800\nsickness,cash_benefit,1,1,700\n");
  const PanelEstimate estimate = estimate_panel(panel);
  ASSERT_EQ(estimate.ratios.size(), 1U);
  EXPECT_EQ(estimate.ratios[0].ratio.parameter, "job_end_first_year");
  EXPECT_NEAR(estimate.ratios[0].log_value, std::log((55. / 7000) / (40. / 9000)), 1e-9);
}

TEST(PanelEstimate, OfPlacesHasTheRatiosOfPlaces) {
  const Panel panel = panel_of(
      "from,to,parent_condition,age_17,events,exposure\n"
      "hjemme,plejefamilie,0,0,30,90000\nhjemme,plejefamilie,1,0,40,70000\n"
      "plejefamilie,hjemme,0,0,10,5000\nplejefamilie,hjemme,0,1,12,4000\n");
  EXPECT_EQ(panel.states, PanelStates::places);
  const PanelEstimate estimate = estimate_panel(panel);
  ASSERT_EQ(estimate.ratios.size(), 2U);
  EXPECT_EQ(estimate.ratios[0].ratio.parameter, "placement_entry_parent_condition");
  EXPECT_EQ(estimate.ratios[1].ratio.parameter, "reunification_age_17");
}

/// Where the mean of a hidden count is what it is expected to be, given that it is 1 to 4.
TEST(HazardFit, OfARangeIsWhereItsExpectationIsItsMean) {
  const HazardCount hidden{1, 4, 1, {{0, 1}}};
  const HazardFit fit = fit_hazards(std::vector{hidden}, {1.0});
  ASSERT_TRUE(fit.converged);
  const double mean = std::exp(fit.coefficients[0]);
  double sum = 0, first = 0, factorial = 1;
  for (int n = 1; n <= 4; ++n) {
    factorial *= n;
    sum += std::pow(mean, n) / factorial;
    first += n * std::pow(mean, n) / factorial;
  }
  EXPECT_NEAR(first / sum, mean, 1e-5);
  EXPECT_GT(fit.errors[0], 1 / std::sqrt(mean));  // it tells less than the count itself
}

/// Hidden cells move an estimate by less than half its error.
TEST(PanelEstimate, ReadsCellsThatHideAFew) {
  const Panel whole = panel_of(source_text("calibration/panel/example.csv"));
  std::string text = cells_text(whole);
  for (const char* few : {",1\n", ",2\n", ",3\n", ",4\n"}) {
    for (std::size_t at = 0; (at = text.find(few, at)) != std::string::npos;) {
      text.replace(at, 3, ",<5\n");
    }
  }
  const PanelEstimate hidden = estimate_panel(panel_of(text));
  const auto all = estimates_of(estimate_panel(whole));
  ASSERT_TRUE(hidden.converged);
  for (const EstimatedRatio& one : hidden.ratios) {
    const auto& [value, error] = all.at(one.ratio.parameter);
    EXPECT_NEAR(one.log_value, value, error / 2) << one.ratio.parameter;
    EXPECT_GE(one.log_error, 0.97 * error) << one.ratio.parameter;
  }
}

TEST(PanelEstimate, SaysWhyARatioIsNotTold) {
  const Panel panel = panel_of(
      "from,to,abuse,mental_disorder,disability,age_under_30,events,exposure\n"
      "cash_benefit,ordinary_job,0,0,0,0,60,9000\n"
      "cash_benefit,ordinary_job,1,0,0,0,3,700\n"    // few
      "cash_benefit,ordinary_job,0,1,0,1,20,7000\n"  // two that go together
      "cash_benefit,ordinary_job,0,0,1,0,0,500\n");  // nobody moves
  std::map<std::string, PanelStanding> standing;
  for (const auto& one : estimate_panel(panel).ratios) {
    standing[one.ratio.covariate] = one.standing;
  }
  EXPECT_EQ(standing.at("abuse"), PanelStanding::few);
  EXPECT_EQ(standing.at("age_under_30"), PanelStanding::estimated);
  EXPECT_EQ(standing.at("mental_disorder"), PanelStanding::collinear);
  EXPECT_EQ(standing.at("disability"), PanelStanding::none);
}

TEST(PanelDocument, TellsNothingThatRestsOnFewerThanFiveMoves) {
  Problems problems;
  const LoadedParameters today =
      read_parameters({"parameters.csv", source_text("scenarios/parameters.csv")}, problems);
  const Panel panel = panel_of(source_text("calibration/panel/example.csv"));
  const Json document = panel_document(panel, estimate_panel(panel), today.table);
  int hidden = 0;
  for (const char* list : {"ratios", "rates"}) {
    for (const Json& one : document.at(list)) {
      const bool is_told = one.at("standing") == "estimated";
      hidden += !is_told;
      EXPECT_EQ(one.at("value").is_null(), !is_told) << one;
      for (const char* count : {"moves", "moves_with"}) {
        if (one.contains(count) && !one.at(count).is_null()) {
          EXPECT_GE(one.at(count), 5) << one;
        }
      }
    }
  }
  EXPECT_GT(hidden, 0);
  EXPECT_EQ(document.at("warnings")[0].at("name"), "few");
}

TEST(PanelLayer, IsReadOverTheParameters) {
  Problems problems;
  LoadedParameters table =
      read_parameters({"parameters.csv", source_text("scenarios/parameters.csv")}, problems);
  const std::size_t rows = table.table.rows.size();
  const Panel panel = panel_of(source_text("calibration/panel/example.csv"));
  const Json document = panel_document(panel, estimate_panel(panel), table.table);
  const std::string layer = panel_layer(document, true);
  const double before = table.parameters.labour.job_entry_disability;
  read_parameter_layer({"layer.csv", layer}, table, problems);
  ASSERT_TRUE(problems.empty()) << problems[0].text(Language::en);
  EXPECT_NEAR(table.parameters.labour.job_entry_abuse, std::exp(-0.765304), 1e-5);
  EXPECT_EQ(table.parameters.labour.job_entry_disability, before);
  EXPECT_NEAR(table.parameters.labour
                  .rate[index_of(LabourStatus::sickness)][index_of(LabourStatus::ordinary_job)],
              std::exp(-0.294713), 1e-5);
  EXPECT_EQ(table.table.rows.size(), rows);
  // What is kept with a result is the table with the layer over it.
  const LoadedParameters again = read_parameters({"parameters.csv", table.table.text}, problems);
  ASSERT_TRUE(problems.empty()) << problems[0].text(Language::en);
  Parameters first = table.parameters, second = again.parameters;
  const auto ours = parameter_slots(first), theirs = parameter_slots(second);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_EQ(*ours[i].value, *theirs[i].value) << ours[i].name;
  }
}

/// What a layer says is no longer drawn from the members of the posterior below it.
TEST(PanelLayer, LeavesTheOtherMembersOfAPosterior) {
  Problems problems;
  const std::string members =
      members_text({{"job_entry_abuse", {0.5, 0.6}}, {"job_entry_disability", {0.7, 0.8}}});
  LoadedParameters table = read_parameters(
      {"posterior.h5", source_text("scenarios/parameters.csv") + members}, problems);
  read_parameter_layer({"layer.csv",
                        "name,value,unit,low,high,grade,source\n"
                        "job_entry_abuse,0.4,ratio,0.3,0.5,measured,a panel\n"},
                       table, problems);
  ASSERT_TRUE(problems.empty()) << problems[0].text(Language::en);
  const PosteriorMembers left{{"job_entry_disability", {0.7, 0.8}}};
  EXPECT_EQ(table.table.members, left);
  EXPECT_EQ(members_of_parameters(table.table.text), members_text(left));
}

// ---- what is at fault ---------------------------------------------------------------------------

/// Five people, of whom the first moves.
std::string spells_with(const std::string& more) {
  std::string text = "person,start,end,from,to,abuse\na,2020-01-01,2020-07-01,sickness,flexjob,0\n";
  for (const char* person : {"b", "c", "d", "e"}) {
    text += std::string{person} + ",2020-01-01,2020-07-01,sickness,,1\n";
  }
  return text + more;
}

struct PanelFault {
  const char* more;
  const char* line;
};

TEST(PanelFaults, AreToldInOneLineEach) {
  const PanelFault faults[]{
      {"a,2020-06-01,2021-01-01,flexjob,,0\n",
       "panel.csv:7: start: begins before the spell on line 2 of the same person has ended; one "
       "state at a time: end the one where the other begins"},
      {"a,2020-07-01,2021-01-01,education,,0\n",
       "panel.csv:7: from: the spell on line 2 leads the same person to flexjob, and this one "
       "begins in education; 'to' is the 'from' of the next spell; empty where the state goes on"},
      {"f,2020-07-01,2020-07-01,sickness,,0\n",
       "panel.csv:7: end: the spell ends before it has lasted a day; 'end' is the first day that "
       "is "
       "no longer in the state"},
      {"f,1/7 2020,2020-07-01,sickness,,0\n",
       "panel.csv:7: start: '1/7 2020' is no day; write YYYY-MM-DD, or the number of a week"},
      {"f,12,15,sickness,,0\n",
       "panel.csv:7: start: some days are told by date and some by week; write all alike"},
      {"f,2020-01-01,2020-07-01,sicknes,,0\n",
       "panel.csv:7: from: unknown name 'sicknes'; did you mean 'sickness'?"},
      {"f,2020-01-01,2020-07-01,sickness,flexjobb,0\n",
       "panel.csv:7: to: unknown name 'flexjobb'; did you mean 'flexjob'?"},
      {"f,2020-01-01,2020-07-01,sickness,sickness,0\n",
       "panel.csv:7: to: leads to where it began; leave 'to' empty where the person stays, or is "
       "seen no longer"},
      {"f,2020-01-01,2020-07-01,sickness,,yes\n", nullptr},
      {"010203-1234,2020-01-01,2020-07-01,sickness,,0\n",
       "panel.csv:7: person: the value looks like a person number (CPR); use pseudonyms instead of "
       "person numbers"}};
  for (const PanelFault& fault : faults) {
    const auto lines = faults_of_panel(spells_with(fault.more));
    ASSERT_EQ(lines.size(), 1U) << fault.more << (lines.empty() ? "" : lines[0]);
    if (fault.line != nullptr) {
      EXPECT_EQ(lines[0], fault.line);
    }
  }
}

TEST(PanelFaults, OfTheWholeFileAreOneLineToo) {
  const auto only_line = [](const std::string& text) {
    const auto lines = faults_of_panel(text);
    EXPECT_EQ(lines.size(), 1U) << text;
    return lines.empty() ? "" : lines[0];
  };
  EXPECT_EQ(only_line("").find("panel.csv: the panel has no row; one row a spell: "), 0U);
  EXPECT_EQ(only_line("person,start,end,from,to\n").find("panel.csv: the panel has no row"), 0U);
  EXPECT_EQ(only_line("from,to,events\ncash_benefit,education,7\n"),
            "panel.csv:1: exposure: the column is missing; add 'exposure' to the header and to "
            "every row");
  EXPECT_EQ(only_line("from,to,abus,events,exposure\nsickness,education,0,7,90\n"),
            "panel.csv:1: abus: the model has no hazard ratio of that name; did you mean 'abuse'?");
  EXPECT_EQ(
      only_line("from,to,events,exposure\nsickness,,0,90\n").find("panel.csv: to: nobody moves"),
      0U);
  EXPECT_EQ(only_line("person,start,end,from,to\na,1,9,sickness,flexjob\n"),
            "panel.csv: person: it has 1 people, of whom nothing could be told; 5 people at least");
  EXPECT_EQ(only_line("from,to,events,exposure\nsickness,education,7,90\nsickness,flexjob,7,91\n"),
            "panel.csv:3: exposure: other person-weeks than on line 2, of the same state and "
            "covariates; all moves from a state share the time at risk there: repeat it");
  EXPECT_EQ(
      only_line("from,to,events,exposure\nsickness,education,7,90\nsickness,education,1,90\n"),
      "panel.csv:3: stands on line 2 already; keep one row");
  EXPECT_EQ(only_line("from,to,events,exposure\nsickness,education,7,0\n")
                .find("panel.csv:2: exposure: people moved who were not there at all"),
            0U);
  EXPECT_EQ(only_line("cpr,from,to,events,exposure\na,sickness,flexjob,7,90\n")
                .find("panel.csv:1: cpr: a column of person numbers (CPR) is refused"),
            0U);
}

TEST(Panel, CountsPeopleWithGapsAndKeepsTheirTime) {
  const Panel panel =
      panel_of(spells_with("a,2020-08-01,2021-01-01,education,,0\n"
                           "a,2021-02-01,2021-03-01,education,,0\n"));
  EXPECT_EQ(panel.people_with_gaps, 1U);
  EXPECT_EQ(panel.people, 5U);
  const PanelEstimate estimate = estimate_panel(panel);
  EXPECT_NEAR(estimate.person_weeks, (5 * 182 + 153 + 28) / 7.0, 1e-9);
}

TEST(Panel, TakesWeeksAndDanishNames) {
  std::string text = "person;start;end;from;to\r\n";
  for (const char* person : {"a", "b", "c", "d", "e", "f"}) {
    text += std::string{person} + ";10;30;Sygedagpenge;Fleksjob\r\n";
  }
  const Panel panel = panel_of(text);
  EXPECT_EQ(panel.spells[0].end - panel.spells[0].start, 140);
  const PanelEstimate estimate = estimate_panel(panel);
  EXPECT_NEAR(std::exp(estimate.rates[0].log_value), 6 / (6 * 140 / 365.25), 1e-9);
}

}  // namespace
}  // namespace samspil::test
