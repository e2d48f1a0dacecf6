// samspil calibrate as a user runs it: what it prints, that a killed fit goes on to the same bits,
// and that a scenario takes what it wrote.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/input_kinds.hpp"

namespace samspil::test {
namespace {

class Calibrate : public Program {
 protected:
  Calibrate() {
    write("fit.toml",
          "scenario = \"small.toml\"\ntargets = \"targets.csv\"\npriors = \"priors.csv\"\n"
          "members = 8\nupdates = 2\nseed = 5\n[size]\ncandidates = 600\nfamilies = 80\n");
    write("targets.csv", targets("0.5"));
    write("priors.csv",
          "inputs,use,group,correlation,direction,low,high,data,source\n"
          "place_home_to_*,fit,practice,0.5,1,,,placements,S\n"
          "break_up,fit,,,,,,households,S\n"
          "lawful_days,fit,,,,,,school,S\ninitial_children_*,fit,,,,,,households,S\n"
          "initial_status_*,fit,,,,,,job_spells,S\n");
  }

  static std::string targets(const std::string& error) {
    return "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_"
           "da,"
           "source\n# what was seen\n"
           "a,calibrate,normal,4," +
           error +
           ",,,percent,flow.placement_entry,c,,none,Placed anew,Nyanbragte,S\n"
           "b,validate,normal,18,2,,,percent,flow.exit_all,c,,none,Out,Ude,S\n"
           "c,sign,normal,1,,,,points,flow.pension_rise,c,,none,Rises,Stiger,S\n";
  }
  nlohmann::json document(const std::string& words) const {
    const Outcome outcome = run("calibrate fit.toml --json " + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    return nlohmann::json::parse(outcome.out, nullptr, false);
  }
};

TEST_F(Calibrate, NamesTheShippedOnesWhereThereIsNoneOfThatName) {
  const Outcome mistyped = run("calibrate defualt");
  EXPECT_EQ(mistyped.exit, 2);
  EXPECT_NE(mistyped.err.find("did you mean 'default'?"), std::string::npos) << mistyped.err;
  const Outcome no_targets = run("calibrate fit.toml --targets nosuch.csv");
  EXPECT_EQ(no_targets.exit, 2);
  EXPECT_NE(no_targets.err.find("nosuch.csv: --targets: the file does not exist; give the path of "
                                "a table of targets"),
            std::string::npos)
      << no_targets.err;
}

TEST_F(Calibrate, GivesTheSameBitsOnAnyThreadsAndAfterAKill) {
  const std::string one = run("calibrate fit.toml --json --threads 1").out;
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(run("calibrate fit.toml --json --threads 3").out, one);
  // Killed as soon as some members are kept, wherever it is then.
  const Outcome killed = shell(
      "($S calibrate fit.toml --out p.h5 & p=$!; for i in 1 2 3 4 5 6 7 8 9; do sleep 0.05; "
      "[ -s p.h5.members ] && break; done; kill -9 $p; wait $p) 2>/dev/null");
  (void)killed;
  const Outcome again = run("calibrate fit.toml --json --out p.h5");
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_EQ(again.out, one);
  EXPECT_EQ(files().count("p.h5.members"), 0U);
}

TEST_F(Calibrate, KeepsNoFitFromItsEndForWantOfItsMembers) {
  // No file may be as large as one member: all that is told goes through a pipe.
  shell("( prlimit --fsize=100 $S calibrate fit.toml --out p.h5 2>&1; echo exit $? ) | cat >told");
  const std::string told = read("told");
  EXPECT_NE(told.find("Placed anew"), std::string::npos) << told;
  EXPECT_NE(told.find("Finished members could not be kept to go on from: cannot write "
                      "p.h5.members.checkpoint-part: File too large\n"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("cannot write p.h5: File too large\nexit 1\n"), std::string::npos) << told;
}

TEST_F(Calibrate, CheckKnowsACalibrationAndItsTables) {
  for (const char* file : {"fit.toml", "targets.csv", "priors.csv"}) {
    const Outcome outcome = run(std::string{"check "} + file);
    EXPECT_EQ(outcome.exit, 0) << outcome.out;
  }
  write("targets.csv", replaced(targets("0.5"), "flow.placement_entry", "flow.placement"));
  const Outcome unknown = run("check fit.toml");
  EXPECT_EQ(unknown.exit, 2) << "found before anything is simulated";
  EXPECT_NE(unknown.out.find("there is no figure 'flow.placement'"), std::string::npos)
      << unknown.out;
  write("targets.csv", targets(""));
  for (const char* file : {"fit.toml", "targets.csv"}) {
    const Outcome outcome = run(std::string{"check "} + file);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_NE(outcome.out.find("targets.csv:3: a.error: a target without error"), std::string::npos)
        << outcome.out;
  }
}

TEST_F(Calibrate, TellsTargetsAndInputsInBothLanguages) {
  const nlohmann::json told = document("");
  EXPECT_EQ(told.at("uses").at("calibrate").at("targets"), 1);
  EXPECT_EQ(told.at("members"), 8);
  EXPECT_LT(told.at("iterations").back().at("misfit"), told.at("iterations").front().at("misfit"));
  const std::string danish = run("calibrate fit.toml --lang da").out;
  EXPECT_NE(danish.find("Nyanbragte"), std::string::npos);
  EXPECT_NE(danish.find("Statuskontrasten"), std::string::npos);
  EXPECT_NE(run("calibrate fit.toml --detail").out.find("break_up: the targets leave it"),
            std::string::npos);
}

TEST_F(Calibrate, WritesWhatAScenarioTakesAsItsParameters) {
  ASSERT_EQ(run("calibrate fit.toml --out p.h5").exit, 0);
  write("after.toml", small_scenario("parameters", "parameters = \"p.h5\""));
  const Outcome prior = run("explain place_home_to_foster --json --scenario small.toml");
  const Outcome after = run("explain place_home_to_foster --json --scenario after.toml");
  EXPECT_EQ(after.exit, 0) << after.err;
  EXPECT_NE(after.out, prior.out);
  EXPECT_NE(after.out.find("posterior of 8 members"), std::string::npos) << after.out;
  const Outcome lived = run("run after.toml --draws 3 --out r.h5");
  EXPECT_EQ(lived.exit, 0) << lived.err;
  EXPECT_NE(run("run r.h5").exit, 2);
  write("wrong.toml", small_scenario("parameters", "parameters = \"r.h5\""));
  EXPECT_NE(run("run wrong.toml").err.find("no posterior of samspil calibrate"), std::string::npos);
}

TEST_F(Calibrate, RefusesInOneLineWhatItCannotFit) {
  write("targets.csv", targets(""));
  const Outcome no_error = run("calibrate fit.toml");
  EXPECT_EQ(no_error.exit, 2);
  EXPECT_NE(no_error.err.find("targets.csv:3: a.error: a target without error"), std::string::npos)
      << no_error.err;
  write("targets.csv",
        targets("0.5") + "d,calibrate,normal,4,1,,,percent,flow.nowhere,c,,none,D,D,S\n");
  EXPECT_NE(
      run("calibrate fit.toml").err.find("targets.csv:6: d: there is no figure 'flow.nowhere'"),
      std::string::npos);
  write("targets.csv", targets("0.5"));
  ASSERT_EQ(run("calibrate fit.toml --out p.h5").exit, 0);
  write("p.h5.members", "something else\n");
  const Outcome refused = run("calibrate fit.toml --out p.h5");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("holds no members of a calibration"), std::string::npos);
  EXPECT_EQ(read("p.h5.members"), "something else\n");
}

/// The same fit by another method.
std::string by(const std::string& method, const std::string& more) {
  return "scenario = \"small.toml\"\ntargets = \"targets.csv\"\npriors = \"few.csv\"\nmethod = \"" +
         method + "\"\nmembers = 20\nseed = 5\n[size]\ncandidates = 600\nfamilies = 80\n" + more;
}
constexpr const char* few_inputs =
    "inputs,use,group,correlation,direction,low,high,data,source\n"
    "place_home_to_foster,fit,,,,,,placements,S\nbreak_up,fit,,,,,,households,S\n";

TEST_F(Calibrate, FitsFewInputsByImportanceSamplingToTheSameBits) {
  write("few.csv", few_inputs);
  write("importance.toml", by("importance", "[importance]\ndraws = 40\nbatch = 20\nrounds = 2\n"));
  const Outcome one = run("calibrate importance.toml --json --threads 1");
  ASSERT_EQ(one.exit, 0) << one.err;
  EXPECT_NE(one.err.find("Round 0 of at most 2: draws 40"), std::string::npos) << one.err;
  const auto told = nlohmann::json::parse(one.out);
  EXPECT_EQ(told.at("method"), "importance_sampling");
  EXPECT_EQ(told.at("importance").at("rounds").front().at("draws"), 40);
  EXPECT_FALSE(told.at("importance").at("modes").empty());
  EXPECT_EQ(run("calibrate importance.toml --json --threads 3 --out p.h5").out, one.out);
  write("after.toml", small_scenario("parameters", "parameters = \"p.h5\""));
  EXPECT_EQ(run("run after.toml --draws 2").exit, 0);
  const std::string danish = run("calibrate importance.toml --lang da").out;
  EXPECT_NE(danish.find("Toppunkt A"), std::string::npos) << danish;
}

TEST_F(Calibrate, FindsABestPointAndWritesNoPosteriorOfIt) {
  write("few.csv", few_inputs);
  write("optimum.toml",
        by("optimum", "[optimum]\nstarts = 2\nevaluations = 10\nprofile_points = 3\n"));
  const Outcome one = run("calibrate optimum.toml --json --threads 1");
  ASSERT_EQ(one.exit, 0) << one.err;
  const auto told = nlohmann::json::parse(one.out);
  EXPECT_EQ(told.at("method"), "optimum");
  EXPECT_EQ(told.at("profiles").size(), 2U);
  EXPECT_GE(told.at("optima").front().at("log_density"),
            told.at("optima").back().at("log_density"));
  EXPECT_EQ(run("calibrate optimum.toml --json --threads 3").out, one.out);
  EXPECT_NE(run("calibrate optimum.toml --lang da").out.find("Bedste punkter"), std::string::npos);
  const Outcome refused = run("calibrate optimum.toml --out p.h5");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("a best point is no posterior"), std::string::npos) << refused.err;
  EXPECT_EQ(files().count("p.h5"), 0U);
}

TEST_F(Calibrate, RefusesManyInputsAndUnknownMethodsInOneLine) {
  write("few.csv",
        "inputs,use,group,correlation,direction,low,high,data,source\n"
        "labour_*,fit,,,,,,job_spells,S\n");
  write("importance.toml", by("importance", ""));
  const Outcome many = run("calibrate importance.toml");
  EXPECT_EQ(many.exit, 2);
  EXPECT_NE(many.err.find("importance sampling takes at most 25 inputs"), std::string::npos);
  EXPECT_EQ(std::count(many.err.begin(), many.err.end(), '\n'), 1) << many.err;
  write("unknown.toml", by("importanse", ""));
  const Outcome unknown = run("calibrate unknown.toml");
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_NE(unknown.err.find("did you mean 'importance'"), std::string::npos) << unknown.err;
}

}  // namespace
}  // namespace samspil::test
