// A results file is shown as the run that wrote it, and nothing is simulated.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/io/results_file.hpp"
#include "model/storage/results_h5.hpp"
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

/// Names of the files below a folder, sorted.
std::vector<std::string> files_below(const Outcome& listed) { return lines_of(listed.out); }

TEST_F(ReportOf, ARunGoesIntoAFolderWithItsPageFiguresAndTables) {
  write_results("--draws 3");
  const Outcome outcome = run("report r.h5 --out made_of_it --lang da");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "skrevet: made_of_it\n");
  EXPECT_EQ(read("made_of_it/report.json"), run("report r.h5 --json").out);
  EXPECT_TRUE(read("made_of_it/report.html").starts_with("<!doctype html>"));
  for (const char* name : {"answer", "years", "who_pays", "strategies", "people", "inputs"}) {
    const std::string figure{name};
    EXPECT_NE(read("made_of_it/figures/" + figure + ".svg").find("<svg"), std::string::npos);
    EXPECT_TRUE(read("made_of_it/csv/" + figure + ".csv").starts_with("\xEF\xBB\xBF")) << figure;
  }
  EXPECT_EQ(shell("find made_of_it -name '.*' -o -name '*partial*'").out, "") << "nothing half";
}

TEST_F(ReportOf, AnotherRunTakesThePlaceOfAReportAndOfNothingElse) {
  write_results("--draws 3");
  ASSERT_EQ(run("report r.h5 --out d").exit, 0);
  write("d/notes.txt", "mine");
  EXPECT_EQ(run("report r.h5 --out d --sign budget").exit, 0);
  EXPECT_EQ(read("d/notes.txt"), "mine");
  EXPECT_NE(read("d/report.html").find("plus is more expenditure"), std::string::npos);
}

TEST_F(ReportOf, ItsScreenAndThatOfARunHaveMunicipalSignsWhereAskedFor) {
  write_results();
  const std::string screen = run("report r.h5 --sign budget").out;
  EXPECT_NE(screen.find("Positive means more public expenditures"), std::string::npos) << screen;
  const std::string of_run = run("run r.h5 --lang da --sign budget").out;
  EXPECT_NE(of_run.find("Plus betyder flere offentlige udgifter"), std::string::npos) << of_run;
  EXPECT_EQ(run("report r.h5 --json --sign budget").out, run("report r.h5 --json").out);
  EXPECT_EQ(run("report r.h5 --sign turned").exit, 2);
}

TEST_F(ReportOf, ARunLeavesWhatOthersWrote) {
  write_results();
  ASSERT_EQ(shell("mkdir d").exit, 0);
  write("d/report.html", "<html>mine</html>");
  const Outcome refused = run("report r.h5 --out d");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(lines_of(refused.err).size(), 1U) << refused.err;
  EXPECT_EQ(read("d/report.html"), "<html>mine</html>");
  EXPECT_EQ(files_below(shell("find d -type f")).size(), 1U);
  EXPECT_EQ(run("report r.h5 --out d --force").exit, 0);
  EXPECT_TRUE(read("d/report.html").starts_with("<!doctype html>"));
}

TEST_F(ReportOf, NothingThatIsNoResultsFileAFolderIsMade) {
  write_results();
  const std::string bytes = read("r.h5");
  write("cut.h5", bytes.substr(0, bytes.size() / 2));
  write("text.h5", "no HDF5");
  ResultsWriter other{folder_ / "other.h5"};
  other.write_attribute("/provenance", "program", std::string{"samspil"});
  other.write_attribute("/provenance", "format", results_format + 1);
  other.write_text("/results", "run", "of another version");
  other.commit();
  const std::string before = shell("ls -A").out;
  for (const auto& [file, says] :
       {std::pair{"cut.h5", "is damaged"}, std::pair{"text.h5", "not a results file"},
        std::pair{"other.h5", "written in another format"},
        std::pair{"nothing.h5", "does not exist"}}) {
    for (const char* into : {" --out d", " --xlsx d.xlsx", " --csv d", " --out d --xlsx d.xlsx"}) {
      const Outcome outcome = run(std::string{"report "} + file + into);
      EXPECT_EQ(outcome.exit, 2) << file << into;
      EXPECT_EQ(outcome.out, "") << file << into;
      EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
      EXPECT_NE(outcome.err.find(says), std::string::npos) << outcome.err;
      EXPECT_EQ(shell("ls -A").out, before) << file << into;
    }
  }
}

TEST_F(ReportOf, AStrategyThatIsNotThereIsRefusedByName) {
  write_results();
  const Outcome outcome = run("report r.h5 --out d --strategy sammen_om_familie");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  EXPECT_NE(outcome.err.find("sammen_om_familien"), std::string::npos) << outcome.err;
  EXPECT_EQ(shell("ls d").exit, 2);
  EXPECT_EQ(run("report r.h5 --out d --strategy sammen_om_familien").exit, 0);
}

}  // namespace
}  // namespace samspil::test
