#include "model/io/text_file.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "model/core/problem.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

class TextFile : public test::OwnFolder {
 protected:
  fs::path write_raw(const std::string& bytes) const {
    std::ofstream{folder_ / "t", std::ios::binary} << bytes;
    return folder_ / "t";
  }

  std::string refusal(const fs::path& file) const {
    try {
      read_text(file);
    } catch (const InputError& error) {
      return std::string{error.what()}.substr(file.string().size());
    }
    return "taken";
  }
};

TEST_F(TextFile, IsReadAsWritten) {
  write_text(folder_ / "t", "æ,ø\n\"å\"\r\n");

  EXPECT_EQ(read_text(folder_ / "t"), "æ,ø\n\"å\"\r\n");
}

TEST_F(TextFile, LosesItsByteOrderMark) {
  EXPECT_EQ(read_text(write_raw("\xEF\xBB\xBF"
                                "a,b\n")),
            "a,b\n");
}

TEST_F(TextFile, IsRefusedWithItsReason) {
  EXPECT_EQ(refusal(folder_ / "none"),
            ": the file does not exist; give the path of an existing file");
  EXPECT_EQ(refusal(folder_), ": is a folder; give the path of a file in it");
  EXPECT_EQ(refusal(write_raw(" \n\n")),
            ": the file is empty; copy a shipped one, such as scenarios/default.toml");
  EXPECT_EQ(refusal(write_raw(std::string("a\0b", 3))),
            ": is a binary file; give a text file in UTF-8");
  EXPECT_EQ(refusal(write_raw("a\nb\xF8\n")),
            ":2: holds a letter that is not UTF-8; save the file again as UTF-8");
}

TEST_F(TextFile, IsRefusedWithoutPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const fs::path file = write_raw("a");
  fs::permissions(file, fs::perms::none);

  EXPECT_EQ(refusal(file),
            ": cannot be read (Permission denied); give a file that you have permission to read");
}

TEST_F(TextFile, IsRefusedWhenReadingFails) {
  EXPECT_EQ(refusal("/proc/self/mem"),
            ": cannot be read (Input/output error); give a file that you have permission to read");
}

TEST_F(TextFile, IsReplacedWholeAndLeavesNothingBeside) {
  write_text(folder_ / "t", "first");
  write_text(folder_ / "t", "second");

  EXPECT_EQ(read_text(folder_ / "t"), "second");
  EXPECT_EQ(std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{}), 1);
}

TEST_F(TextFile, SaysWhereItCannotBeWritten) {
  const fs::path file = folder_ / "none" / "t";
  try {
    write_text(file, "x");
    FAIL() << "written into a folder that does not exist";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string{error.what()},
              fmt::format("cannot write {}: No such file or directory", file.string()));
  }
  fs::create_directories(folder_ / "folder" / "inside");
  EXPECT_THROW(write_text(folder_ / "folder", "x"), std::runtime_error);
  EXPECT_EQ(std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{}), 1);
}

}  // namespace
}  // namespace samspil
