// A municipality's own families as a table in HDF5, as another program writes it.
#include <gtest/gtest.h>
#include <hdf5.h>

#include <array>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "model/io/text_file.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// A file under way: one call a column.
class H5File {
 public:
  explicit H5File(const std::string& path)
      : file_{H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT)} {}
  H5File(const H5File&) = delete;
  H5File& operator=(const H5File&) = delete;
  ~H5File() { H5Fclose(file_); }

  void texts(const char* name, const std::vector<const char*>& cells) const {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    put(name, type, type, cells.size(), cells.data());
    H5Tclose(type);
  }
  /// As numpy writes an array of "S8".
  void padded(const char* name, const std::vector<std::array<char, 8>>& cells) const {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, 8);
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    put(name, type, type, cells.size(), cells.data());
    H5Tclose(type);
  }
  void whole(const char* name, const std::vector<std::int64_t>& cells) const {
    put(name, H5T_STD_I16BE, H5T_NATIVE_INT64, cells.size(), cells.data());
  }
  void real(const char* name, const std::vector<double>& cells) const {
    put(name, H5T_IEEE_F32LE, H5T_NATIVE_DOUBLE, cells.size(), cells.data());
  }

 private:
  void put(const char* name, hid_t in_file, hid_t in_memory, hsize_t rows, const void* data) const {
    const hid_t space = H5Screate_simple(1, &rows, nullptr);
    const hid_t set =
        H5Dcreate2(file_, name, in_file, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Dwrite(set, in_memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, data);
    H5Dclose(set);
    H5Sclose(space);
  }

  hid_t file_;
};

class OwnFamiliesH5 : public testing::Test {
 protected:
  OwnFamiliesH5() {
    inputs_.replace("scenario.toml", "population = \"small\"",
                    "population = { file = \"mine.h5\" }");
    inputs_.write("populations/own_families.toml",
                  read_text(test::shipped_scenarios() / "populations" / "own_families.toml"));
  }
  std::string file() const { return inputs_.path("mine.h5").string(); }

  /// Five families of a mother and a child; the ages of the children are the last five.
  void write(std::vector<std::int64_t> ages) const {
    const H5File out{file()};
    out.texts("family", {"a", "b", "c", "d", "e", "a", "b", "c", "d", "e"});
    out.padded("person", std::vector<std::array<char, 8>>{
                             {'m'}, {'m'}, {'m'}, {'m'}, {'m'}, {'k'}, {'k'}, {'k'}, {'k'}, {'k'}});
    out.texts("mother", {"", "", "", "", "", "m", "m", "m", "m", "m"});
    out.texts("status", {"Kontanthjælp", "sickness", "cash_benefit", "cash_benefit", "cash_benefit",
                         "", "", "", "", ""});
    out.whole("age", ages);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    out.real("ladder_weeks", {52, 0, none, 12, 3, none, none, none, none, none});
  }
  std::string fault() const {
    const auto faults = inputs_.faults("scenario.toml");
    return faults.empty() ? "none" : faults.front();
  }
  void expect_fault(const std::string& part) const {
    EXPECT_NE(fault().find(part), std::string::npos) << fault();
  }

  InputFolder inputs_;
};

TEST_F(OwnFamiliesH5, AreThoseOfTheSameTextTable) {
  write({30, 31, 32, 33, 34, 5, 6, 7, 8, 9});
  const Scenario from_h5 = load_scenario(inputs_.path("scenario.toml"), inputs_.path(""));
  inputs_.write("mine.csv",
                "age,family,ladder_weeks,mother,person,status\n30,a,52,,m,cash_benefit\n"
                "31,b,0,,m,sickness\n32,c,,,m,cash_benefit\n33,d,12,,m,cash_benefit\n"
                "34,e,3,,m,cash_benefit\n5,a,,m,k,\n6,b,,m,k,\n7,c,,m,k,\n8,d,,m,k,\n9,e,,m,k,\n");
  const OwnFamilies from_text = load_own_families(inputs_.path("mine.csv"));
  const OwnFamilies& own = *from_h5.own_families;
  ASSERT_EQ(own.people.size(), from_text.people.size());
  ASSERT_EQ(own.families.size(), 5U);
  for (std::size_t i = 0; i < own.people.size(); ++i) {
    EXPECT_EQ(own.people[i].age, from_text.people[i].age);
    EXPECT_EQ(own.people[i].ladder_weeks, from_text.people[i].ladder_weeks);
    EXPECT_EQ(own.people[i].person.status, from_text.people[i].person.status);
    EXPECT_EQ(own.people[i].person.role, from_text.people[i].person.role);
    EXPECT_EQ(own.people[i].person.mother, from_text.people[i].person.mother);
  }
}

TEST_F(OwnFamiliesH5, TellAFaultByLineAndColumn) {
  write({30, 31, 200, 33, 34, 5, 6, 7, 8, 9});
  expect_fault("mine.h5:4: age");
}

TEST_F(OwnFamiliesH5, RefuseAPersonNumber) {
  write({30, 31, 32, 33, 34, 5, 6, 7, 8, 9});
  {
    const H5File out{file()};
    out.texts("family", {"0101701234", "b"});
    out.texts("person", {"m", "m"});
    out.whole("age", {30, 31});
  }
  EXPECT_EQ(fault().find("0101701234"), std::string::npos) << fault();
  expect_fault("person number");
}

TEST_F(OwnFamiliesH5, RefuseWhatIsNoTable) {
  {
    const H5File out{file()};
    out.whole("age", {30, 31});
    out.texts("family", {"a"});
  }
  expect_fault("family: 1 rows, another column has 2");
  { const H5File out{file()}; }
  expect_fault("holds no columns");
  inputs_.write("mine.h5", "family,person,age\n");
  expect_fault("is not HDF5");
  write({30, 31, 32, 33, 34, 5, 6, 7, 8, 9});
  const std::string bytes = [&] {
    std::ifstream in{file(), std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{in}, {}};
  }();
  inputs_.write("mine.h5", bytes.substr(0, bytes.size() / 2));
  expect_fault("HDF5 cannot read it");
}

}  // namespace
}  // namespace samspil
