#include "model/io/results_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "model/io/h5_kind.hpp"
#include "model/io/sealed_file.hpp"
#include "model/words/problem.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

class ResultsFile : public test::OwnFolder {
 protected:
  const std::filesystem::path file_ = folder_ / "r.h5";

  void write(std::size_t rows) const {
    ResultsWriter writer{file_};
    for (int part = 0; part < 4; ++part) {
      std::vector<std::int64_t> values(rows);
      for (std::size_t i = 0; i < rows; ++i) {
        values[i] = static_cast<std::int64_t>(i * i * 0x9E3779B97F4A7C15U);  // not to be packed
      }
      writer.append_column("columns", "value", "kr.", values);
    }
    writer.write_text("texts", "note", "Ærø");
    writer.write_attribute("texts", "program", std::string{"samspil"});
    writer.commit();
  }
  std::string read() const {
    std::ifstream stream{file_, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  void put(const std::string& bytes) const {
    std::ofstream{file_, std::ios::binary | std::ios::trunc} << bytes;
  }
};

TEST_F(ResultsFile, ComesBack) {
  write(50'000);
  const ResultsReader reader{file_};

  EXPECT_TRUE(is_hdf5(file_));
  EXPECT_TRUE(reader.is_as_written());
  EXPECT_EQ(reader.read_text("texts", "note"), "Ærø");
  EXPECT_EQ(reader.text_attribute("texts", "program"), "samspil");
  EXPECT_TRUE(reader.has("/columns", "value"));
  EXPECT_FALSE(reader.has("/columns", "none"));
  EXPECT_FALSE(reader.has("/none", "value"));
  EXPECT_EQ(files(), std::set<std::string>{"r.h5"});
}

TEST_F(ResultsFile, IsTheSameBytesEachTime) {
  write(1000);
  const std::string first = read();
  write(1000);

  EXPECT_EQ(read(), first);
}

// HDF5 1.10 ends the process at exit when it could not finish a file: at every size, this one
// lives.
TEST_F(ResultsFile, SaysThatThereIsNoRoomAndLeavesWhatStoodThere) {
  put("first");
  for (const rlim_t room : {0UL, 1UL, 100UL, 800UL, 2000UL, 3000UL, 20000UL, 300000UL}) {
    const test::FileSizeLimit limit{room};
    try {
      write(50'000);
      FAIL() << room;
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(std::string{error.what()},
                fmt::format("cannot write {}: File too large", file_.string()))
          << room;
    }
    EXPECT_EQ(read(), "first");
    EXPECT_EQ(files(), std::set<std::string>{"r.h5"});
  }
}

TEST_F(ResultsFile, IsRefusedWhenAnyByteDiffers) {
  write(100);
  const std::string whole = read();
  for (std::size_t place = 0; place < whole.size(); place += 1 + whole.size() / 97) {
    std::string altered = whole;
    altered[place] = static_cast<char>(altered[place] ^ 4);
    put(altered);
    if (place + 34 < whole.size()) {
      EXPECT_THROW(ResultsReader{file_}, InputError) << place;
    }
  }
  put(whole.substr(0, 3000) + whole.substr(3001));
  EXPECT_THROW(ResultsReader{file_}, InputError);
  put(whole.substr(0, whole.size() / 2));  // the checksum is gone, and half of what HDF5 reads
  EXPECT_THROW(ResultsReader{file_}, std::runtime_error);
  put(whole.substr(0, whole.size() - 34));  // as files were before they had one
  EXPECT_FALSE(ResultsReader{file_}.is_as_written());
}

/// A file of another program's, with `values` where one is read; none: an empty space.
void write_many(const std::filesystem::path& file, const std::vector<std::int64_t>& values) {
  const hsize_t count = values.size();
  std::vector<const char*> texts(count, "text");
  const hid_t text = H5Tcopy(H5T_C_S1);
  H5Tset_size(text, H5T_VARIABLE);
  H5Tset_cset(text, H5T_CSET_UTF8);
  const hid_t space = count == 0 ? H5Screate(H5S_NULL) : H5Screate_simple(1, &count, nullptr);
  const hid_t out = H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t group = H5Gcreate2(out, "group", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t number = H5Acreate2(group, "number", H5T_STD_I64LE, space, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t word = H5Acreate2(group, "word", text, space, H5P_DEFAULT, H5P_DEFAULT);
  const hid_t item = H5Dcreate2(group, "item", text, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  H5Awrite(number, H5T_NATIVE_INT64, values.data());
  H5Awrite(word, text, texts.data());
  H5Dwrite(item, text, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data());
  H5Dclose(item);
  H5Aclose(word);
  H5Aclose(number);
  H5Gclose(group);
  H5Sclose(space);
  H5Tclose(text);
  H5Fclose(out);
}

TEST_F(ResultsFile, ThatHoldsSeveralOrNoneWhereOneIsReadIsRefused) {
  write_many(file_, {7});
  EXPECT_EQ(ResultsReader{file_}.integer_attribute("group", "number"), 7);
  EXPECT_EQ(ResultsReader{file_}.text_attribute("group", "word"), "text");
  EXPECT_EQ(ResultsReader{file_}.read_text("group", "item"), "text");
  for (const std::size_t count : {std::size_t{0}, std::size_t{2}, std::size_t{1000}}) {
    write_many(file_, std::vector<std::int64_t>(count, 7));
    const ResultsReader reader{file_};

    EXPECT_THROW(static_cast<void>(reader.integer_attribute("group", "number")), Failure) << count;
    EXPECT_THROW(static_cast<void>(reader.text_attribute("group", "word")), Failure) << count;
    EXPECT_THROW(static_cast<void>(reader.read_text("group", "item")), Failure) << count;
  }
}

TEST_F(ResultsFile, ThatHoldsATextThatIsNoUtf8IsRefused) {
  {
    ResultsWriter writer{file_};
    writer.write_text("texts", "note", "\xFFr\xF8");
    writer.commit();
  }
  const ResultsReader reader{file_};

  EXPECT_THROW(static_cast<void>(reader.read_text("texts", "note")), Failure);
  EXPECT_EQ(reader.read_bytes("texts", "note"), "\xFFr\xF8");
}

TEST_F(ResultsFile, ThatKillsItsReaderKillsItApart) {
  write(10);
  EXPECT_NO_THROW(try_unsealed(file_, [] { std::abort(); })) << "sealed: not tried";
  put(read().substr(0, 1000));

  EXPECT_THROW(try_unsealed(file_, [] { std::abort(); }), InputError);
  EXPECT_NO_THROW(try_unsealed(file_, [] { throw std::runtime_error("told by the next"); }));
  EXPECT_FALSE(is_hdf5_that(file_, [](const ResultsReader&) { return true; }));
}

TEST_F(ResultsFile, ThatAnotherProgramHasLockedIsCalledSo) {
  write(10);
  const int other = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  EXPECT_THROW(ResultsReader{file_}, FileLocked);
  ::close(other);

  EXPECT_NO_THROW(ResultsReader{file_});
}

}  // namespace
}  // namespace samspil
