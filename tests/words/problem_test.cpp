#include "model/words/problem.hpp"

#include <gtest/gtest.h>

#include <cerrno>

namespace samspil {
namespace {

const auto as_is = Message::as_is;

TEST(Problem, TellsFileLineNameProblemAndRemedyInOneLine) {
  const Problem problem{"prices.csv", 3, "respite", {"fault.no_price"}, {"remedy.add_row"}};

  EXPECT_EQ(problem.text(Language::en),
            "prices.csv:3: respite: the service has no price; add a row");
  EXPECT_EQ(problem.text(Language::da),
            "prices.csv:3: respite: ydelsen har ingen pris; tilføj en række");
}

TEST(Problem, IsOneLineWhateverTheInputHolds) {
  const Problem problem{"a\nb", 3, "\x1b[2J", as_is("saw 'tr\n'"), as_is("\r")};

  EXPECT_EQ(problem.text(Language::en), "a\\nb:3: \\x1b[2J: saw 'tr\\n'; \\r");
}

TEST(Problem, LeavesOutWhatItDoesNotHave) {
  EXPECT_EQ((Problem{"prices.csv", 0, "", {"fault.is_empty"}, {}}.text(Language::en)),
            "prices.csv: is empty");
}

TEST(Problem, IsALineThatCanBeReadWhateverTheInputHolds) {
  const std::string word(1'000'000, 'x');
  const std::string line =
      Problem{"a.toml", 3, word, {"fault.unknown_name", word}, as_is(word)}.text(Language::en);

  EXPECT_LT(line.size(), 2400U);
  EXPECT_TRUE(line.starts_with("a.toml:3: xxx")) << line;
  EXPECT_NE(line.find("x: unknown name 'xxx"), std::string::npos) << line;
  EXPECT_NE(line.find("xxx'; xxx"), std::string::npos) << line;
}

TEST(InputError, CarriesEveryProblemAndSpeaksOfTheFirst) {
  const InputError error{
      {{"a", 1, "x", {"fault.is_missing"}, {}}, {"b", 2, "y", {"fault.is_empty"}, {}}}};

  EXPECT_EQ(error.problems().size(), 2U);
  EXPECT_STREQ(error.what(), "a:1: x: is missing");
  EXPECT_EQ(text_of(error, Language::da), "a:1: x: mangler");
}

TEST(Failure, SpeaksTheUsersLanguage) {
  const Failure failure{{"fault.cannot_write", "r.h5", system_reason(ENOSPC)}};

  EXPECT_STREQ(failure.what(), "cannot write r.h5: No space left on device");
  EXPECT_EQ(text_of(failure, Language::da),
            "kan ikke skrive r.h5: der er ikke mere plads på drevet");
  EXPECT_EQ(text_of(std::runtime_error{"odd"}, Language::en), "odd");
  EXPECT_EQ(text_of(std::runtime_error{"odd"}, Language::da), "uventet fejl: odd");
}

}  // namespace
}  // namespace samspil
