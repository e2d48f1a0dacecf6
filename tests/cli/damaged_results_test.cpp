// Results files that are torn, altered or held by another program, wherever one is read.
#include <algorithm>
#include <filesystem>

#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class DamagedResults : public LongRun {
 protected:
  static constexpr std::size_t checksum_line = 34;

  DamagedResults() {
    EXPECT_EQ(run("run small.toml --families 40 --years 1 --out whole.h5").exit, 0);
    whole_ = read("whole.h5");
    // As files were before they had a checksum behind them.
    unsealed_ = whole_.substr(0, whole_.size() - checksum_line);
  }

  /// One line, exit `code`, wherever results are read.
  void expect_told(const std::string& message, int code = 2, const std::string& before = "") const {
    for (const char* words :
         {"run damaged.h5", "explain --diff damaged.h5 whole.h5",
          "explain --diff whole.h5 damaged.h5", "explain --diff damaged.h5 whole.h5 --json"}) {
      const Outcome outcome = run(words, before);
      EXPECT_EQ(outcome.exit, code) << words;
      EXPECT_EQ(outcome.out, "") << words;
      EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
      EXPECT_EQ(outcome.err.find("samspil: damaged.h5: " + message), 0U) << words << outcome.err;
    }
  }
  /// In place, so that everything else stays where HDF5 looks for it.
  void write_altered(const std::string& bytes, const std::string& from,
                     const std::string& to) const {
    std::string altered = bytes;
    const std::size_t at = altered.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    ASSERT_EQ(from.size(), to.size());
    write("damaged.h5", altered.replace(at, from.size(), to));
  }
  static std::string line_of(const std::string& text, const std::string& part) {
    return std::to_string(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(part)),
                       '\n'));
  }

  std::string whole_, unsealed_;
};

TEST_F(DamagedResults, AreToldByTheLineOfAnInput) {
  const std::string parameters = shipped("parameters.csv", "name,value", "name,value");
  const std::string line = line_of(parameters, "\ncontact_person_start,");
  const std::string next = std::to_string(std::stoi(line) + 1);

  write_altered(unsealed_, "\ncontact_person_start,", "\ncontact_person_star\xFF,");
  expect_told("is damaged (parameters.csv, line " + next + "); copy it again");

  write_altered(unsealed_, "\ncontact_person_start,", "\ncontact_person\"start,");
  expect_told("is damaged (parameters.csv, line ");
}

/// The document and the tables are shown again by `report` alone.
TEST_F(DamagedResults, AreToldWhereADocumentOrATableIsSpoiled) {
  for (const auto& [from, to] :
       {std::pair{"\"person_years_simulated\"", "\"person_years_simulated\\"},
        {"\"person_years_simulated\"", "\"person_years_simul\xFFted\""},
        {"strategy,effect_level,year", "strategy,effect_l\xFFvel,year"}}) {
    write_altered(unsealed_, from, to);
    const Outcome outcome = run("report damaged.h5 --csv tables");
    EXPECT_EQ(outcome.exit, 2) << to;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_EQ(outcome.err.find("samspil: damaged.h5: is damaged ("), 0U) << outcome.err;
    EXPECT_NE(outcome.err.find("); copy it again"), std::string::npos) << outcome.err;
  }
}

TEST_F(DamagedResults, AreToldByTheirHash) {
  const std::string both = hash_of(run("run whole.h5 --json"));
  const std::string hash = both.substr(0, both.find(' '));
  std::string other = hash;
  other[3] = other[3] == '0' ? '1' : '0';

  write_altered(unsealed_, hash, other);

  expect_told("is damaged (results)");
}

TEST_F(DamagedResults, AreToldByTheirChecksumWhereverAByteDiffers) {
  for (std::size_t place = 8; place < whole_.size() - checksum_line; place += whole_.size() / 5) {
    std::string altered = whole_;
    altered[place] = static_cast<char>(altered[place] ^ 0x10);
    write("damaged.h5", altered);
    expect_told("is damaged (its checksum is another)");
  }
  write("damaged.h5", whole_.substr(0, 5000) + whole_.substr(5001));
  expect_told("is damaged (its checksum is another)");
}

TEST_F(DamagedResults, ThatAreCutShortAreNoResults) {
  for (const std::size_t size : {std::size_t{9}, std::size_t{800}, whole_.size() / 2}) {
    write("damaged.h5", whole_.substr(0, size));
    expect_told("is damaged (HDF5 cannot read ");
  }
  write("damaged.h5", "hello\n");
  const Outcome outcome = run("explain --diff damaged.h5 whole.h5");
  EXPECT_NE(outcome.err.find("damaged.h5: not a results file"), std::string::npos) << outcome.err;
  EXPECT_NE(run("explain --diff none.h5 whole.h5").err.find("none.h5: the file does not exist"),
            std::string::npos);
}

TEST_F(DamagedResults, AreNotReplacedWithoutForce) {
  write_altered(whole_, "\ncontact_person_start,", "\ncontact_person_star\xFF,");

  EXPECT_EQ(run("run small.toml --out damaged.h5").exit, 2);
}

TEST_F(DamagedResults, AreNotMeantWhereAnotherProgramHoldsTheFile) {
  write("damaged.h5", whole_);

  expect_told("is locked by another program; wait until that has ended", 1, "flock damaged.h5");
  const Outcome replaced = run("run small.toml --out damaged.h5", "flock damaged.h5");
  EXPECT_EQ(replaced.exit, 1);
  EXPECT_EQ(replaced.out, "");
  EXPECT_NE(replaced.err.find("is locked by another program"), std::string::npos);
  EXPECT_EQ(run("run damaged.h5").exit, 0);
}

}  // namespace
}  // namespace samspil::test
