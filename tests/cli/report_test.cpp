// A results file is shown as the run that wrote it, and nothing is simulated.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class ReportOf : public Program {
 protected:
  void write_results(const std::string& more = "") const {
    const Outcome outcome = run("run small.toml --out r.h5 --csv made --detail " + more);
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    write("screen.txt", outcome.out);
  }
};

TEST_F(ReportOf, ARunIsItsScreenItsDetailAndItsTables) {
  write_results("--draws 3 --replicates 2");
  const Outcome shown = run("report r.h5 --detail --csv again");
  EXPECT_EQ(shown.exit, 0) << shown.err;
  EXPECT_EQ(shown.out, read("screen.txt"));
  for (const char* table : {"cells", "outcomes", "week_48", "net_results", "cashable",
                            "freed_hours", "population", "prices", "law_and_prices", "labels",
                            "draws", "draw_outcomes", "inputs", "drawn_inputs", "uncertainty"}) {
    const std::string name = std::string{table} + ".csv";
    EXPECT_EQ(read("again/" + name), read("made/" + name)) << name;
    EXPECT_FALSE(read("again/" + name).empty()) << name;
  }
  EXPECT_EQ(read("again/run.json"), read("made/run.json"));
}

TEST_F(ReportOf, ARunSaysBesideItsTablesWhatTheyAreOf) {
  write_results("--draws 3 --replicates 2 --seed 11 --families 60");
  const auto about = nlohmann::json::parse(read("made/run.json"));
  const auto document = nlohmann::json::parse(run("report r.h5 --json").out);
  EXPECT_EQ(about["scenario"], "small.toml");
  EXPECT_EQ(about["seed"], 11);
  EXPECT_EQ(about["draws"], 3);
  EXPECT_EQ(about["replicates"], 2);
  EXPECT_EQ(about["families"], 60);
  EXPECT_EQ(about["strategies"].size(), 2U);
  EXPECT_EQ(about["strategies"][0]["id"], "sammen_om_familien");
  EXPECT_FALSE(about["version"].get<std::string>().empty());
  EXPECT_EQ(about["git"], document["run"]["git"]);
  for (const char* key : {"format", "results_hash", "law_year", "price_level", "years"}) {
    EXPECT_EQ(about[key], document[key]) << key;
  }
}

TEST_F(ReportOf, ARunSpeaksTheReadersLanguage) {
  ASSERT_EQ(run("run small.toml --out r.h5").exit, 0);
  const Outcome danish = run("run small.toml --lang da");
  EXPECT_EQ(run("report r.h5 --lang da").out, danish.out);
}

TEST_F(ReportOf, ARunIsItsDocument) {
  write_results();
  const Outcome document = run("report r.h5 --json");
  EXPECT_EQ(document.exit, 0) << document.err;
  EXPECT_EQ(document.out.substr(0, 18), "{\n  \"format\": 2,\n ");
}

TEST_F(ReportOf, WhatIsNoResultsFileIsRefusedInOneLine) {
  for (const char* file : {"small.toml", "nothing.h5"}) {
    const Outcome outcome = run(std::string{"report "} + file);
    EXPECT_EQ(outcome.exit, 2) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  }
}

TEST_F(ReportOf, ADamagedFileIsRefused) {
  write_results();
  std::string bytes = read("r.h5");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write("r.h5", bytes);
  const Outcome outcome = run("report r.h5");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace samspil::test
