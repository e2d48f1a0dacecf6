#include "model/io/output_file.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/file_size_limit.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

class Output : public test::OwnFolder {
 protected:
  std::string read(const std::string& name) const {
    std::ifstream stream{folder_ / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  mode_t rights(const std::string& name) const {
    struct stat found = {};
    ::stat((folder_ / name).c_str(), &found);
    return found.st_mode & 0777U;
  }
  template <class Action>
  std::string fault_of(Action action) const {
    try {
      action();
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "none";
  }
};

TEST_F(Output, IsSeenWholeOrNotAtAll) {
  write_whole(folder_ / "t", "first");
  {
    OutputFile file{folder_ / "t"};
    file.write(0, "second");
    file.sync();
    EXPECT_EQ(read("t"), "first");
    file.commit();
  }
  EXPECT_EQ(read("t"), "second");
  {
    OutputFile dropped{folder_ / "t"};
    dropped.write(0, "third");
  }

  EXPECT_EQ(read("t"), "second");
  EXPECT_EQ(files(), std::set<std::string>{"t"});
}

TEST_F(Output, IsWrittenAndReadAnywhere) {
  OutputFile file{folder_ / "t"};
  file.write(5, "later");
  file.write(0, "first");
  std::string found(12, '?');
  file.read(0, found);

  EXPECT_EQ(found, std::string("firstlater\0\0", 12));
  EXPECT_EQ(file.size(), 10U);
  file.resize(3);
  file.commit();
  EXPECT_EQ(read("t"), "fir");
}

TEST_F(Output, HasANameThatNothingElseHas) {
  std::ofstream{folder_ / "t.partial"} << "a user's own";
  OutputFile one{folder_ / "t"}, other{folder_ / "t"};
  one.write(0, "one");
  other.write(0, "other");
  EXPECT_EQ(files().size(), 3U);
  one.commit();
  EXPECT_EQ(read("t"), "one");
  other.commit();

  EXPECT_EQ(read("t"), "other");
  EXPECT_EQ(read("t.partial"), "a user's own");
}

TEST_F(Output, FollowsALinkWhichStays) {
  fs::create_directory(folder_ / "far");
  fs::create_symlink("far/target", folder_ / "near");
  fs::create_symlink("near", folder_ / "nearer");

  for (const char* text : {"made", "replaced"}) {
    write_whole(folder_ / "nearer", text);
    EXPECT_EQ(read("far/target"), text);
  }
  EXPECT_TRUE(fs::is_symlink(folder_ / "nearer"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "near"));
}

TEST_F(Output, HasTheRightsOfTheUsersMaskOrOfWhatItReplaces) {
  const mode_t before = ::umask(027);
  write_whole(folder_ / "t", "x");
  ::umask(before);
  EXPECT_EQ(rights("t"), 0640U);
  fs::permissions(folder_ / "t", fs::perms{0604});
  write_whole(folder_ / "t", "y");

  EXPECT_EQ(rights("t"), 0604U);
}

TEST_F(Output, SaysWhyItCannotBeWritten) {
  const fs::path file = folder_ / "none" / "t";
  EXPECT_EQ(fault_of([&] { write_whole(file, "x"); }),
            fmt::format("cannot write {}: No such file or directory", file.string()));
  fs::create_directories(folder_ / "folder" / "inside");
  EXPECT_NE(fault_of([&] { write_whole(folder_ / "folder", "x"); }), "none");

  EXPECT_EQ(files(), (std::set<std::string>{"folder", "folder/inside"}));
}

TEST_F(Output, LeavesWhatStoodThereWhenThereIsNoRoom) {
  write_whole(folder_ / "t", "first");
  const test::FileSizeLimit limit{100};

  EXPECT_EQ(fault_of([&] { write_whole(folder_ / "t", std::string(101, 'x')); }),
            fmt::format("cannot write {}: File too large", (folder_ / "t").string()));
  EXPECT_EQ(read("t"), "first");
  EXPECT_EQ(files(), std::set<std::string>{"t"});
}

TEST_F(Output, IsAllFilesOfAFolderOrNone) {
  using Files = std::vector<std::pair<std::string, std::string>>;
  write_all(folder_ / "new", Files{{"a", "1"}, {"b", "2"}});
  EXPECT_EQ(read("new/a") + read("new/b"), "12");
  const test::FileSizeLimit limit{100};
  const Files too_large{{"a", "3"}, {"b", std::string(101, 'x')}};

  EXPECT_NE(fault_of([&] { write_all(folder_ / "new", too_large); }), "none");
  EXPECT_NE(fault_of([&] { write_all(folder_ / "newer", too_large); }), "none");
  EXPECT_EQ(read("new/a"), "1");
  EXPECT_EQ(files(), (std::set<std::string>{"new", "new/a", "new/b"}));
}

TEST_F(Output, OfAFolderGoesThroughFoldersThatAreMadeOrLeftOut) {
  using Files = std::vector<std::pair<std::string, std::string>>;
  {
    const test::FileSizeLimit limit{100};
    const Files too_large{{"deep/a", "1"}, {"b", std::string(101, 'x')}};
    EXPECT_NE(fault_of([&] { write_all(folder_ / "new", too_large); }), "none");
    EXPECT_EQ(files(), (std::set<std::string>{}));
  }
  write_all(folder_ / "new", Files{{"deep/a", "1"}, {"b", "2"}});
  EXPECT_EQ(read("new/deep/a") + read("new/b"), "12");
}

}  // namespace
}  // namespace samspil
