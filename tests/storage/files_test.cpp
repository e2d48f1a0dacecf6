#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/io/results_file.hpp"
#include "model/storage/draw_tables.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/results_h5.hpp"
#include "model/storage/results_tables.hpp"
#include "model/storage/tables_csv.hpp"
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
  const std::vector<WrittenTable> tables_as_csv{{"a.csv", "x\n1\n"}, {"b.csv", "y\n2\n"}};
  write_results(file, report_, origin_, inputs, "{}\n", tables_as_csv,
                draw_tables(scenario_, result_));

  const ResultsReader reader{file};
  std::vector<IntegerTable> tables;
  for (const std::string& name : reader.names("/results")) {
    tables.push_back(reader.read_table("/results", name));
  }

  EXPECT_EQ(tables, results_tables(scenario_, result_, report_.appraisal));
  EXPECT_EQ(hash_of(tables), report_.hash);
  EXPECT_EQ(reader.text_attribute("/results", "hash"), report_.hash);
  const StoredRun stored = read_stored_run(file);
  EXPECT_EQ(stored.inputs, inputs);
  EXPECT_EQ(stored.draws, scenario_.draws);
  EXPECT_EQ(stored.hash, report_.hash);
  EXPECT_TRUE(stored.is_as_written);
  EXPECT_EQ(read_document(file).first, "{}\n");
  const std::vector<WrittenTable> read = read_csv_tables(file);
  ASSERT_GE(read.size(), tables_as_csv.size());
  for (std::size_t i = 0; i < tables_as_csv.size(); ++i) {
    EXPECT_EQ(read[i].name, tables_as_csv[i].name);
    EXPECT_EQ(read[i].text, tables_as_csv[i].text);
  }
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

TEST_F(Files, CsvCellsSumToTheNetResult) {
  std::istringstream lines{csv_tables(report_).front().text};
  std::string line;
  std::getline(lines, line);
  double difference = 0;
  while (std::getline(lines, line)) {
    std::vector<std::string> fields;
    std::istringstream row{line};
    for (std::string field; std::getline(row, field, ',');) fields.push_back(field);
    ASSERT_EQ(fields.size(), 14U) << line;
    if (fields[13] == "no") continue;
    if (fields[0] == "baseline") difference += std::stod(fields[11]);
    if (fields[0] == "first" && fields[1] == "centre") difference -= std::stod(fields[11]);
  }

  const MoneyTable& net = report_.appraisal.strategies[0].at(EffectLevel::centre).net_result;
  EXPECT_NEAR(difference, report_.appraisal.kroner(total(net, {})), 0.01);
}

}  // namespace
}  // namespace samspil
