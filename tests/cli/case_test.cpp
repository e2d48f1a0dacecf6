#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class Case : public Program {
 protected:
  Case() { write("case.toml", shipped("examples/case.toml", "2_800_000", "2_800_000")); }

  nlohmann::json json_of(const std::string& words) const {
    const Outcome outcome = run("case " + words + " --json");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return nlohmann::json::parse(outcome.out);
  }

  /// One line with every one of `parts`, exit 2, nothing on stdout.
  void expect_refused(const std::string& words, const std::vector<std::string>& parts) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << "\n" << outcome.err;
    }
  }
};

TEST_F(Case, PrintsEveryFigureAsJson) {
  const nlohmann::json json = json_of("case.toml");
  const nlohmann::json& total = json["total"];

  EXPECT_EQ(json["first_year"], 2026);
  EXPECT_EQ(json["draws"], 10000);
  EXPECT_EQ(total["yearly"].size(), 5U);
  EXPECT_NEAR(total["npv"].get<double>(), 215916.2153, 1e-4);
  EXPECT_EQ(total["npv"], json["payers"]["municipality"]["npv"]);
  EXPECT_EQ(json["payers"]["state"]["npv"], 0);
  EXPECT_TRUE(json["payers"]["state"]["break_even_success_rate"].is_null());
  EXPECT_TRUE(total["evppi"]["cost_factor"].is_null());
  EXPECT_GT(total["monte_carlo_error"]["evppi"]["success_rate"], 0);
  EXPECT_EQ(total["sensitivity"][0]["input"], "success_rate");
  EXPECT_EQ(json["committee"]["full_effect_from"], 2027);
  EXPECT_EQ(json["committee"]["implementation"]["service"][0], -2800000);
}

TEST_F(Case, HasNullWhereThereIsNoUncertainty) {
  const std::string text = read("case.toml");
  write("certain.toml", text.substr(0, text.find("# How sure")));
  const nlohmann::json json = json_of("certain.toml");

  EXPECT_TRUE(json["draws"].is_null());
  for (const char* name : {"mean", "probability_of_saving", "evpi", "sensitivity"}) {
    EXPECT_TRUE(json["total"][name].is_null()) << name;
  }
  EXPECT_TRUE(json["total"]["evppi"]["price_factor"].is_null());
  EXPECT_TRUE(json["total"]["monte_carlo_error"]["evpi"].is_null());
}

TEST_F(Case, SaysThatABreakEvenAboveAllCannotBeReached) {
  write("dear.toml", shipped("examples/case.toml", "2_800_000", "28_000_000"));
  const std::string screen = run("case dear.toml").out;

  EXPECT_NE(screen.find("above 100 %"), std::string::npos) << screen;
  EXPECT_NE(screen.find("cannot be reached"), std::string::npos) << screen;
  EXPECT_EQ(screen.find("232.1 %"), std::string::npos) << screen;
  EXPECT_GT(json_of("dear.toml")["total"]["break_even_success_rate"], 1);
  EXPECT_EQ(run("case case.toml").out.find("cannot be reached"), std::string::npos);
}

TEST_F(Case, GivesTheSameForAListOfOneIntake) {
  write("list.toml", shipped("examples/case.toml", "participants = 40", "participants = [40]"));

  EXPECT_EQ(json_of("list.toml"), json_of("case.toml"));
}

TEST_F(Case, TakesSeedAndDrawsFromTheCommandLine) {
  const nlohmann::json other = json_of("case.toml --seed 7 --draws 500");

  EXPECT_EQ(other["seed"], 7);
  EXPECT_EQ(other["draws"], 500);
  EXPECT_EQ(other["total"]["npv"], json_of("case.toml")["total"]["npv"]);
}

TEST_F(Case, FitsAPageInBothLanguages) {
  for (const char* language : {"en", "da"}) {
    const Outcome outcome = run(std::string{"case case.toml --detail --lang "}.append(language));
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_EQ(outcome.out.find('{'), std::string::npos);
    for (const std::string& line : lines_of(outcome.out)) {
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
  const std::string out = run("case case.toml --lang da").out;
  for (const char* part : {"216", "23,2 %", "3,4", "Tilbagebetalingstid", "sker alligevel",
                           "Varige ændringer", "Fuld effekt fra 2027"}) {
    EXPECT_NE(out.find(part), std::string::npos) << part;
  }
}

TEST_F(Case, RefusesBadInputInOneLine) {
  const auto spoiled = [this](const std::string& from, const std::string& to) {
    write("bad.toml", shipped("examples/case.toml", from, to));
    return std::string{"case bad.toml"};
  };
  expect_refused("case nowhere.toml", {"nowhere.toml", "does not exist"});
  expect_refused(spoiled("success_rate = 0.25", "success_rate = 1.25"), {"bad.toml:9", "1.25"});
  expect_refused(spoiled("amount = 2_800_000", "amount = -5"), {"bad.toml:20", "amount"});
  expect_refused(spoiled("\"municipality\"", "\"kommune\""), {"bad.toml:21", "kommune"});
  expect_refused(spoiled("lognormal = [0, 0.2]", "lognormal = [0, -1]"), {"lognormal", "-1"});
  expect_refused(spoiled("draws = 10_000", "draws = 10_000_000_000"), {"draws"});
  expect_refused("case case.toml --draws 1", {"draws"});
  expect_refused("case small.toml", {"small.toml"});
}

TEST_F(Case, SendsAFamilysAccountToItsOwnCommand) {
  write("family.toml",
        "[case]\ntitle = \"A family\"\n\n[[member]]\nname = \"mother\"\n\n[[spell]]\n"
        "member = \"mother\"\n");
  const Outcome outcome = run("case family.toml");

  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.err,
            "samspil: family.toml: this is a family's account; it is taken by `samspil family "
            "family.toml`\n");
}

TEST_F(Case, IsKnownByCheck) {
  EXPECT_EQ(run("check case.toml").exit, 0);
  write("bad.toml", shipped("examples/case.toml", "time = 0", "time = -1\ntmie = 2"));
  const Outcome outcome = run("check bad.toml");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 2U) << outcome.out;
}

}  // namespace
}  // namespace samspil::test
