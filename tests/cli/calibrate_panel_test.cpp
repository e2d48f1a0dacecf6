// `samspil calibrate --panel` as a user runs it.
#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "samspil_build_info.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class CalibratePanel : public Program {
 protected:
  const std::string example_ =
      std::string{build_info::source_dir} + "/calibration/panel/example.csv";
  const std::string words_ = "calibrate --panel " + example_;

  /// Of a results file, without what depends on the run.
  nlohmann::json document_of_file(const std::string& file) const {
    nlohmann::json document = nlohmann::json::parse(run("report " + file + " --json").out);
    document.erase("run");
    return document;
  }
};

TEST_F(CalibratePanel, PrintsEstimatesBesideTheModelInBothLanguages) {
  for (const std::string language : {"en", "da"}) {
    const Outcome outcome = run(words_ + " --lang " + language);
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("job_entry_abuse"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find(language == "da" ? "0,47" : "0.47"), std::string::npos);
    EXPECT_NE(outcome.out.find("900"), std::string::npos);
    for (const std::string& line : lines_of(outcome.out)) {
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
}

TEST_F(CalibratePanel, WritesALayerThatAScenarioTakesAndAResultKeeps) {
  ASSERT_EQ(run(words_ + " --out layer.csv").exit, 0);
  EXPECT_EQ(run("check layer.csv").exit, 0) << run("check layer.csv").out;
  const std::string layer = read("layer.csv");
  EXPECT_TRUE(layer.starts_with("name,value,unit,low,high,grade,source\n")) << layer;
  EXPECT_NE(layer.find("\njob_entry_mental_disorder,0.631885,ratio,0.536064,0.744834,calibrated,"),
            std::string::npos)
      << layer;
  EXPECT_EQ(layer.find("1/year"), std::string::npos);
  write("layered.toml", small_scenario("parameters", "parameters = [\"layer.csv\"]"));
  const Outcome told = run("explain job_entry_abuse --scenario layered.toml");
  EXPECT_NE(told.out.find("0.465"), std::string::npos) << told.out << told.err;
  EXPECT_NE(told.out.find("layer.csv"), std::string::npos) << told.out;
  // Another answer than without, and the same again from the result alone.
  ASSERT_EQ(run("run small.toml --years 1 --out plain.h5").exit, 0);
  const Outcome outcome = run("run layered.toml --years 1 --out layered.h5");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  const Outcome again = run("run layered.h5 --out again.h5");
  ASSERT_EQ(again.exit, 0) << again.err;
  EXPECT_TRUE(document_of_file("layered.h5") == document_of_file("again.h5"));
  EXPECT_FALSE(document_of_file("layered.h5") == document_of_file("plain.h5"));
  // The layer is an input: no output may take its place.
  EXPECT_EQ(run("run layered.toml --years 1 --force --out layer.csv").exit, 2);
}

TEST_F(CalibratePanel, WritesRatesWhereTheyAreAskedFor) {
  ASSERT_EQ(run(words_ + " --out layer.csv --rates").exit, 0);
  EXPECT_NE(read("layer.csv").find("labour_sickness_to_ordinary_job,0.74474"), std::string::npos)
      << read("layer.csv");
  EXPECT_EQ(run("check layer.csv").exit, 0);
}

TEST_F(CalibratePanel, ReplacesNothingOfTheUsers) {
  write("mine.csv", "mine");
  EXPECT_EQ(run(words_ + " --out mine.csv").exit, 2);
  EXPECT_EQ(read("mine.csv"), "mine");
  EXPECT_EQ(run(words_ + " --out mine.csv --force").exit, 0);
  write("panel.csv", read("mine.csv"));
  EXPECT_EQ(run("calibrate --panel panel.csv --force --out panel.csv").exit, 2);
}

TEST_F(CalibratePanel, WarnsOfGapsByName) {
  std::string text = "person,start,end,from,to\n";
  for (int person = 0; person < 7; ++person) {
    const std::string name = "p" + std::to_string(person);
    text += name + ",0,10,sickness,flexjob\n" + name + ",20,30,flexjob,\n";
  }
  write("gaps.csv", text);
  const Outcome outcome = run("calibrate --panel gaps.csv --json");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  const auto document = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(document["warnings"][0]["name"], "gaps");
  EXPECT_EQ(document["warnings"][0]["count"], 7);
  EXPECT_EQ(document["warnings"][1]["name"], "no_ratio");
  EXPECT_NE(run("calibrate --panel gaps.csv").out.find("! gaps: of 7 people"), std::string::npos);
  // Nothing to write: said in one line.
  const Outcome nothing = run("calibrate --panel gaps.csv --out layer.csv");
  EXPECT_EQ(nothing.exit, 1);
  EXPECT_EQ(lines_of(nothing.err).size(), 1U) << nothing.err;
}

TEST_F(CalibratePanel, TellsWhatALayerLacks) {
  const std::string head = "name,value,unit,low,high,grade,source\n";
  const auto first_line = [this](const std::string& text) {
    write("layer.csv", text);
    const Outcome outcome = run("check layer.csv");
    EXPECT_EQ(outcome.exit, 2) << text;
    return lines_of(outcome.out).at(0);
  };
  EXPECT_EQ(first_line(head + "job_entry_abus,0.4,ratio,0.3,0.5,calibrated,a panel\n"),
            "layer.csv:2: job_entry_abus: unknown parameter; did you mean 'job_entry_abuse'?");
  EXPECT_NE(first_line(head).find("the layer has no row"), std::string::npos);
  EXPECT_NE(first_line(head + "job_entry_abuse,0.4,ratio,0.5,0.6,calibrated,a panel\n").find("0.5"),
            std::string::npos);
  EXPECT_NE(first_line(head + "initial_place_home,0.2,share,0.1,0.5,own,a panel\n").find("sum"),
            std::string::npos);
}

}  // namespace
}  // namespace samspil::test
