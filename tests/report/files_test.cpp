#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/io/results_file.hpp"
#include "model/report/results_h5.hpp"
#include "model/report/results_tables.hpp"
#include "model/report/tables_csv.hpp"
#include "model/words/problem.hpp"
#include "tests/support/fake_run.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

class Files : public test::OwnFolder {
 protected:
  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 10, 2);
  Report report_ = make_report(scenario_, result_);
  Origin origin_{"0", "unknown", "none"};
};

TEST_F(Files, ResultsComeBackFromHdf5WithTheSameHash) {
  const std::filesystem::path file = folder_ / "a.h5";
  const InputTexts inputs{{"scenario.toml", "title = 'Ærø'\n"}, {"prices.csv", "a,b\n1,2\n"}};
  write_results(file, report_, origin_, inputs);

  const ResultsReader reader{file};
  std::vector<IntegerTable> tables;
  for (const std::string& name : reader.names("/results")) {
    tables.push_back(reader.read_table("/results", name));
  }

  EXPECT_EQ(tables, results_tables(result_, report_.appraisal));
  EXPECT_EQ(hash_of(tables), report_.hash);
  EXPECT_EQ(reader.text_attribute("/results", "hash"), report_.hash);
  const StoredRun stored = read_stored_run(file);
  EXPECT_EQ(stored.inputs, inputs);
  EXPECT_EQ(stored.draws, scenario_.draws);
  EXPECT_EQ(stored.hash, report_.hash);
  EXPECT_TRUE(stored.is_as_written);
  EXPECT_EQ(files(), std::set<std::string>{"a.h5"});
}

TEST_F(Files, NothingHalfWrittenStays) {
  { ResultsWriter writer{folder_ / "b.h5"}; }

  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(Files, RefusesWhatIsNoResultsFile) {
  std::ofstream{folder_ / "c.h5"} << "hello";

  EXPECT_THROW(read_stored_run(folder_ / "c.h5"), InputError);
}

TEST_F(Files, HashFollowsTheIntegersAndNotTheClock) {
  RunResult other = result_;
  other.simulation_seconds += 1;
  other.threads = 7;
  EXPECT_EQ(make_report(scenario_, other).hash, report_.hash);

  other.counts[3].years[1].outcomes[0] += 1;
  EXPECT_NE(make_report(scenario_, other).hash, report_.hash);
}

TEST_F(Files, JsonHasTheKeysOfItsSchema) {
  const auto json = nlohmann::json::parse(as_json(report_, origin_));

  ASSERT_EQ(json.at("strategies").size(), 2U);
  for (const auto& strategy : json.at("strategies")) {
    for (const char* key :
         {"id", "title", "gross_saving", "programme_cost", "net_result", "net_result_no_effect",
          "net_result_strong_effect", "municipality_by_department", "outcomes", "uncertainty"}) {
      EXPECT_TRUE(strategy.contains(key)) << key;
    }
    const auto& net = strategy.at("net_result");
    EXPECT_EQ(net.at("public").size(), 4U);
    EXPECT_EQ(net.at("citizen").size(), 4U);
    EXPECT_EQ(net.at("by_department").size(), department_count);
    for (std::size_t year = 0; year < 4; ++year) {
      double payers = 0;
      for (const char* payer : {"municipality", "region", "state"}) {
        payers += net.at("by_payer").at(payer).at(year).get<double>();
      }
      EXPECT_NEAR(payers, net.at("public").at(year).get<double>(), 1e-6);
    }
  }
  for (const char* key :
       {"person_years_simulated", "person_years_delivered", "seconds", "threads", "hosts"}) {
    EXPECT_TRUE(json.at("run").contains(key)) << key;
  }
}

TEST_F(Files, JsonButItsRunDependsOnTheInputsAlone) {
  RunResult other = result_;
  other.simulation_seconds += 1;
  other.threads = 7;
  const Report again = make_report(scenario_, other);
  auto one = nlohmann::json::parse(as_json(report_, origin_));
  auto two = nlohmann::json::parse(as_json(again, {"1", "x", "y"}));

  EXPECT_NE(one, two);
  one.erase("run");
  two.erase("run");
  EXPECT_EQ(one, two);
}

TEST_F(Files, CsvCellsSumToTheNetResult) {
  std::istringstream lines{csv_tables(report_).front().text};
  std::string line;
  std::getline(lines, line);
  double difference = 0;
  while (std::getline(lines, line)) {
    std::vector<std::string> fields;
    std::istringstream row{line};
    for (std::string field; std::getline(row, field, ',');) fields.push_back(field);
    ASSERT_EQ(fields.size(), 13U) << line;
    if (fields[12] == "no") continue;
    if (fields[0] == "baseline") difference += std::stod(fields[11]);
    if (fields[0] == "first" && fields[1] == "centre") difference -= std::stod(fields[11]);
  }

  const MoneyTable& net = report_.appraisal.strategies[0].at(EffectLevel::centre).net_result;
  EXPECT_NEAR(difference, report_.appraisal.kroner(total(net, {})), 0.01);
}

}  // namespace
}  // namespace samspil
