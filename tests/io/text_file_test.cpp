#include "model/io/text_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "model/words/problem.hpp"
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
  EXPECT_EQ(read_text(write_raw("æ,ø\n\"å\"\r\n")), "æ,ø\n\"å\"\r\n");
}

TEST_F(TextFile, LosesItsByteOrderMark) {
  EXPECT_EQ(read_text(write_raw("\xEF\xBB\xBF"
                                "a,b\n")),
            "a,b\n");
}

TEST_F(TextFile, IsRefusedWithItsReason) {
  EXPECT_EQ(refusal(folder_ / "none"),
            ": the file does not exist; give the path of an existing file; `samspil new` writes "
            "one to begin with");
  EXPECT_EQ(refusal(folder_), ": is a folder; give the path of a file in it");
  EXPECT_EQ(refusal(write_raw(" \n\n")),
            ": the file is empty; copy a shipped one, such as scenarios/default.toml");
  EXPECT_EQ(refusal(write_raw(std::string("a\0b", 3))),
            ": is a binary file; give a text file in UTF-8");
  // Latin-1, half a surrogate pair, and more bytes than a letter needs.
  for (const char* bad : {"\xF8", "\xED\xA0\x80", "\xC0\xAF", "\xF5\x80\x80\x80"}) {
    EXPECT_EQ(refusal(write_raw(std::string{"a\nb"} + bad + "\n")),
              ":2: holds a letter that is not UTF-8; save the file again as UTF-8");
  }
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

}  // namespace
}  // namespace samspil
