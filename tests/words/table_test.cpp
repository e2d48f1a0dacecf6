// words.awk refuses a table at fault, and reads one that a spreadsheet has saved.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "samspil_build_info.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

class WordTable : public test::OwnFolder {
 protected:
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / name, std::ios::binary} << text;
  }
  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream{folder_ / name, std::ios::binary}.rdbuf();
    return text.str();
  }
  /// Whether the table is taken, beside a source that says "page.title" and looks names up by
  /// label(…, "payer", …) and knows "state".
  bool takes(const std::string& table) const {
    write("words.csv", table);
    write("source.cpp", "say(l, \"page.title\"); label(l, \"payer\", n); {\"state\"};\n");
    write("sources.txt", (folder_ / "source.cpp").string() + "\n");
    write("data.txt", "");
    const std::string at = folder_.string() + "/";
    const std::string command = "LC_ALL=C awk -v keys=" + at + "keys -v texts=" + at +
                                "texts -v sources=" + at + "sources.txt -v data=" + at +
                                "data.txt -f " + std::string{samspil::build_info::source_dir} +
                                "/model/words/words.awk " + at + "words.csv 2>" + at + "faults";
    return std::system(command.c_str()) == 0;
  }
  std::string fault() const { return read("faults"); }
};

TEST_F(WordTable, IsSortedByKey) {
  EXPECT_TRUE(takes("key,en,da\npayer.state,State,Stat\npage.title,\"A \"\"b\"\", c\",Å\n"))
      << fault();
  EXPECT_EQ(read("keys"), "\"page.title\",\n\"payer.state\",\n");
  EXPECT_EQ(read("texts"), "{\"A \\\"b\\\", c\", \"Å\"},\n{\"State\", \"Stat\"},\n");
}

TEST_F(WordTable, MayComeFromASpreadsheet) {
  EXPECT_TRUE(takes("\xEF\xBB\xBFkey;en;da\r\npage.title;A, b;\"Å; ø\"\r\npayer.state;S;T\r\n"))
      << fault();
  EXPECT_EQ(read("texts"), "{\"A, b\", \"Å; ø\"},\n{\"S\", \"T\"},\n");
}

TEST_F(WordTable, WithAFaultIsRefusedByItsLine) {
  const std::string good = "key,en,da\npage.title,A {0},B {0}\n";
  const auto expect = [&](const std::string& row, const std::string& told) {
    EXPECT_FALSE(takes(good + row + "\n")) << row;
    EXPECT_NE(fault().find(told), std::string::npos) << fault();
  };
  expect("payer.region,Region,Region", "words.csv:3: 'payer.region' is used nowhere");
  expect("page.title,Again,Igen", "words.csv:3: 'page.title' is already in line 2");
  expect("payer.state,State {0},Stat", "fills in 0 in English and in Danish");
  expect("payer.state,State,", "has an empty text");
  expect("payer.state,State", "2 cells");
  expect("payer.state,\"State,Stat", "a quote left open");
  EXPECT_FALSE(takes("key,da,en\npage.title,A,B\n"));
}

}  // namespace
}  // namespace samspil
