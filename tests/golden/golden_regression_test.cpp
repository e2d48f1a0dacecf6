// What people read, word by word: every command's screen in both languages and every document, of
// the frozen scenario. The code and its words move them, no price, parameter or strategy that is
// shipped does. `./dev golden` writes them anew; the commit says why.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "samspil_build_info.hpp"
#include "tests/golden/printed.hpp"
#include "tests/golden/text.hpp"

namespace samspil::test {
namespace {

const std::string help_of_commands = "help_of_commands";

const char* ending(Language language) { return language == Language::da ? ".da.txt" : ".en.txt"; }

constexpr const char* with_tables = "run small --draws 2 --csv tables";

class GoldenScreen : public testing::TestWithParam<Screen> {};

TEST_P(GoldenScreen, ReadsAsItDidInBothLanguages) {
  const Screen& screen = GetParam();
  for (const Language language : {Language::en, Language::da}) {
    const Outcome& all = printed(screen, language);
    const std::string code = all.exit == 0 ? "" : "exit " + std::to_string(all.exit) + '\n';
    expect_golden(screen.name + ending(language), all.out + code);
  }
}
INSTANTIATE_TEST_SUITE_P(Every, GoldenScreen, testing::ValuesIn(screens()),
                         [](const auto& of) { return of.param.name; });

/// What every command can do.
TEST(GoldenHelp, ReadsAsItDidInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    std::string text;
    for (const char* command : {"run", "population", "case", "study", "contrast", "calibrate",
                                "check", "explain", "family", "report", "new", "explorer"}) {
      text += std::string{"samspil "} + command + " --help\n" +
              printed(std::string{command} + " --help", language).out + '\n';
    }
    expect_golden(help_of_commands + ending(language), text);
  }
}

class GoldenDocument : public testing::TestWithParam<Document> {};

TEST_P(GoldenDocument, HoldsWhatItDid) {
  expect_golden(GetParam().name + ".json", readable(document_of(GetParam().words)));
}
INSTANTIATE_TEST_SUITE_P(Every, GoldenDocument, testing::ValuesIn(documents()),
                         [](const auto& of) { return of.param.name; });

/// run.json as it stands; of each table the heading and the first row.
TEST(GoldenTables, BeginAsTheyDid) {
  ASSERT_EQ(printed(with_tables).exit, 0) << printed(with_tables).err;
  std::string text;
  for (const char* name : {"cells", "outcomes", "week_48", "net_results", "cashable", "freed_hours",
                           "population", "prices", "law_and_prices", "stands_on", "labels", "draws",
                           "draw_outcomes", "drawn_inputs"}) {
    const std::string file = std::string{"tables/"} + name + ".csv";
    const std::string table = written(file);
    text += file + '\n' + table.substr(0, table.find('\n', table.find('\n') + 1) + 1);
  }
  expect_golden("tables.txt", text);
  expect_golden("run_of_tables.json", readable(Json::parse(written("tables/run.json"))));
}

/// Each file has a test that looks at it.
TEST(GoldenFiles, AreAllLookedAt) {
  if (is_rewritten()) GTEST_SKIP() << "they are being written";
  std::set<std::string> known{"tables.txt", "run_of_tables.json", "report.da.txt", "report.en.txt"};
  for (const Language language : {Language::en, Language::da}) {
    known.insert(help_of_commands + ending(language));
    for (const Screen& screen : screens()) known.insert(screen.name + ending(language));
  }
  for (const Document& document : documents()) known.insert(document.name + ".json");
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{
           std::filesystem::path{build_info::source_dir} / "tests/golden/text"}) {
    found.insert(entry.path().filename().string());
  }
  EXPECT_EQ(found, known);
}

}  // namespace
}  // namespace samspil::test
