#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;

class Run : public Program {
 protected:
  Json json(const std::string& words) const {
    const Outcome outcome = run("run small.toml --json " + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    return Json::parse(outcome.out);
  }
};

void expect_fits(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find("…"), std::string::npos);
  for (const std::string& line : lines_of(text)) EXPECT_LE(display_width(line), 80U) << line;
}

TEST_F(Run, FitsTheScreenInBothLanguagesForAnyHorizon) {
  for (const char* language : {"en", "da"}) {
    for (const char* more : {"", " --years 1", " --years 6", " --families 5 --draws 3 --seed 7"}) {
      const Outcome outcome = run(std::string{"run small.toml --lang "} + language + more);
      EXPECT_EQ(outcome.exit, 0) << outcome.err;
      expect_fits(outcome.out);
    }
  }
}

TEST_F(Run, TellsTheResultWithoutEachMechanismInDetail) {
  const Outcome outcome = run("run small.toml --detail");

  expect_fits(outcome.out);
  EXPECT_NE(outcome.out.find("without: Coupling"), std::string::npos);
  EXPECT_NE(outcome.err.find("without one mechanism"), std::string::npos);
}

TEST_F(Run, NamesEveryStageInTheUsersLanguage) {
  const Outcome outcome =
      run("run small.toml --lang da --draws 2 --cohort 5 --what-matters --microdata years.h5");

  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  for (const char* raw : {"cohorts", "same_families", "break_even", "what_matters", "microdata"}) {
    EXPECT_EQ(outcome.err.find(raw), std::string::npos) << outcome.err;
  }
  EXPECT_NE(outcome.err.find("simulerer grupper af familier"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("skriver personår"), std::string::npos) << outcome.err;
}

TEST_F(Run, WritesEveryPersonYearAndPlacesNothingElse) {
  EXPECT_EQ(run("run small.toml --microdata years.h5").exit, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "years.h5"));
  EXPECT_EQ(run("run small.toml --microdata years.h5").exit, 0);  // its own kind
  write("mine.txt", "kept");
  const Outcome outcome = run("run small.toml --microdata mine.txt");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_NE(outcome.err.find("no microdata"), std::string::npos) << outcome.err;
  EXPECT_EQ(run("run small.toml --families 10000000 --microdata years.h5").exit, 2);
}

TEST_F(Run, GivesTheSameJsonOnAnyNumberOfThreadsAndInAnyLanguage) {
  Json one = json("--threads 1");
  one.erase("run");
  for (const char* words : {"--threads 2", "--threads 3", "--lang da"}) {
    Json other = json(words);
    EXPECT_TRUE(other.at("run").contains("threads"));
    other.erase("run");
    EXPECT_EQ(one, other) << words;
  }
  EXPECT_NE(one.at("results_hash"), json("--seed 7").at("results_hash"));
}

TEST_F(Run, RepeatsAResultsFileToTheSameBits) {
  EXPECT_EQ(run("run small.toml --years 3 --seed 9 --out a.h5").exit, 0);
  write("people.toml", "gone");

  const Outcome again = run("run a.h5 --out b.h5");

  EXPECT_EQ(again.exit, 0);
  EXPECT_NE(again.err.find("same results as stored"), std::string::npos) << again.err;
  const auto hash = [&](const std::string& file) {
    return Json::parse(run("run " + file + " --json").out).at("results_hash");
  };
  EXPECT_EQ(hash("a.h5"), hash("b.h5"));
}

TEST_F(Run, ShowsEveryShippedStrategyOnOneScreenAndRepeatsIt) {
  const Outcome all = run("run small.toml --all --out all.h5");

  EXPECT_EQ(all.exit, 0) << all.err;
  expect_fits(all.out);
  for (const char* title :
       {"Familien på vej", "Én plan: paired caseworkers", "Sammen om familien"}) {
    EXPECT_NE(all.out.find(title), std::string::npos) << title;
  }
  EXPECT_NE(all.out.find("Same families"), std::string::npos);
  EXPECT_NE(run("run all.h5").err.find("same results as stored"), std::string::npos);
  EXPECT_EQ(run("run all.h5 --all").exit, 2);
  EXPECT_EQ(run("run small.toml --all --years 3 --detail").exit, 0);
}

TEST_F(Run, NamesTheTermsOfTheComparison) {
  const auto out_of = [&](const std::string& keys) {
    write("other.toml", small_scenario("years", "years = 1\n" + keys));
    const Outcome outcome = run("run other.toml");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    expect_fits(outcome.out);
    return outcome.out;
  };

  EXPECT_NE(out_of("enrol = 0.25").find("same families, 25 %"), std::string::npos);
  EXPECT_NE(out_of("compare = \"same_budget\"").find("Same budget: Sammen om familien"),
            std::string::npos);
  EXPECT_NE(out_of("compare = \"as_described\"").find("As described"), std::string::npos);
  EXPECT_NE(out_of("compare_with = \"familiens_fremtid\"")
                .find("difference from present practice, Familiens Fremtid"),
            std::string::npos);
}

TEST_F(Run, SaysHowManyFamiliesTheLotDrewWhereItIsAnotherShare) {
  // One family is drawn or not: half of it cannot be.
  const std::string english = run("run small.toml --families 1 --years 1").out;
  const std::string danish = run("run small.toml --families 1 --years 1 --lang da").out;
  const bool is_drawn = english.find("The lot drew 1 of 1 families, 100 %.") != std::string::npos;
  const bool is_not = english.find("The lot drew 0 of 1 families, 0 %.") != std::string::npos;
  EXPECT_TRUE(is_drawn || is_not) << english;
  EXPECT_NE(danish.find("Lodtrækningen gav "), std::string::npos) << danish;
}

TEST_F(Run, RepeatsAStrategyOnABaseOfItsOwn) {
  write("mine.toml",
        "id = \"mine\"\nbase = \"en_plan_parret\"\ntitle_da = \"Min\"\ntitle_en = \"Mine\"\n");
  write("small.toml", small_scenario("strategies", "strategies = [\"mine.toml\"]"));
  EXPECT_EQ(run("run small.toml --out a.h5").exit, 0);
  write("mine.toml", "gone");

  EXPECT_NE(run("run a.h5").err.find("same results as stored"), std::string::npos);
}

TEST_F(Run, FindsShippedFilesFromAnyFolderAndKeepsResultsAndProgressApart) {
  const Outcome outcome = run("check default");

  EXPECT_EQ(outcome.exit, 0) << outcome.out;
  const Outcome small = run("run small.toml");
  EXPECT_EQ(small.out.find("simulating"), std::string::npos) << small.out;
  EXPECT_NE(small.err.find('%'), std::string::npos);
}

TEST_F(Run, HasNoMoreThreadsAtOnceThanAskedFor) {
  // Writes down how many there are, again and again.
  const std::string watched =
      "sh -c '\"$@\" & pid=$!; while n=$(ls /proc/$pid/task 2>/dev/null | wc -l); [ $n -gt 0 ]; do "
      "echo $n >>tasks; done; wait $pid' sh ";
  for (const int threads : {1, 2}) {
    write("tasks", "");
    const std::string most = std::to_string(threads);

    const Outcome outcome =
        run("run small.toml --families 1500 --detail --threads " + most, watched);

    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    std::set<std::string> seen;
    for (const std::string& count : lines_of(read("tasks"))) seen.insert(count);
    EXPECT_EQ(*seen.rbegin(), most) << "of one digit each";
  }
}

TEST_F(Run, SaysNothingWhenItsReaderHasGone) {
  const Outcome outcome = run("run small.toml --detail 2>err.txt | head -n 1");

  EXPECT_EQ(lines_of(outcome.out).size(), 1U);
  EXPECT_EQ(read("err.txt").find("samspil:"), std::string::npos) << read("err.txt");
}

TEST_F(Run, LeavesNothingHalfWrittenWhenInterrupted) {
  const auto before = files();

  Outcome outcome;
  for (const char* seconds : {"0.5", "1", "2", "4", "8"}) {
    outcome = run("run small.toml --families 400000 --years 20 --out a.h5 --csv tables",
                  std::string{"timeout --preserve-status -s INT "} + seconds);
    if (!outcome.err.empty()) break;  // else it came before the program had begun
  }

  EXPECT_EQ(files(), before);
  EXPECT_NE(outcome.err.find("stopped"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.exit, 130);
  EXPECT_EQ(
      run("run small.toml --families 400000 --years 20", "timeout --preserve-status -s TERM 0.5")
          .exit,
      143);
}

/// The small scenario with an account of its own, matched or not.
std::string with_account(double amount, const std::string& match) {
  return match + small_scenario() + "[[accounts]]\nfunction = \"5.57.73\"\nyear = 2022\namount = " +
         std::to_string(static_cast<long>(amount)) + "\n";
}

TEST_F(Run, MatchesOwnAccountsAndSaysSoEverywhere) {
  write("own.toml", with_account(1, ""));
  const Json before = Json::parse(run("run own.toml --json").out).at("own_accounts").at(0);
  EXPECT_TRUE(before.at("matched_by").is_null());
  const double own = 0.8 * before.at("simulated").get<double>();
  write("own.toml", with_account(own, "match_accounts = true\n"));

  Json one = Json::parse(run("run own.toml --json --threads 1 --csv tables --out own.h5").out);
  const Json& account = one.at("own_accounts").at(0);
  EXPECT_NEAR(account.at("matched_by").get<double>(), 0.8, 1e-4);
  EXPECT_NEAR(account.at("ratio").get<double>(), 1, 1e-3);
  EXPECT_NE(read("tables/law_and_prices.csv").find("matched_accounts,5.57.73"), std::string::npos);
  EXPECT_NE(read("tables/run.json").find("accounts_matched"), std::string::npos);
  for (const auto& [words, told] :
       {std::pair{"run own.toml --lang en", "Prices are matched to your own accounts"},
        {"run own.toml --lang da", "Priserne er afstemt med jeres eget regnskab"},
        {"report own.h5 --lang da", "Priserne er afstemt med jeres eget regnskab"}}) {
    EXPECT_NE(run(words).out.find(told), std::string::npos) << words;
  }
  EXPECT_NE(run("run own.h5").err.find("same results as stored"), std::string::npos);
  one.erase("run");
  Json two = Json::parse(run("run own.toml --json --threads 2").out);
  two.erase("run");
  EXPECT_EQ(one, two);

  write("own.toml", with_account(4 * own, "match_accounts = true\n"));
  const Outcome outside = run("run own.toml");
  EXPECT_EQ(outside.exit, 2);
  EXPECT_EQ(outside.out, "");
  EXPECT_NE(outside.err.find("own.toml:12: accounts.5.57.73: the account is 3.2 times"),
            std::string::npos)
      << outside.err;
  EXPECT_EQ(run("contrast own.toml").exit, 2);
}

}  // namespace
}  // namespace samspil::test
