#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class Start : public LongRun {
 protected:
  const std::string job_ = "run small.toml --families 400 --years 2";
};

TEST_F(Start, IsKeptByTheFirstRunAndTakenByOthersToTheSameBits) {
  const std::string whole = hash(job_);
  const Outcome first = run(job_ + " --start kept --json");
  EXPECT_EQ(hash_of(first), whole);
  EXPECT_NE(first.err.find("kept: keeps the starting families"), std::string::npos) << first.err;
  const Outcome second = run(job_ + " --start kept --json");
  EXPECT_EQ(hash_of(second), whole);
  EXPECT_NE(second.err.find("kept: the starting families are taken"), std::string::npos);
  EXPECT_EQ(second.err.find("making the population"), std::string::npos) << second.err;
  // Branches: other draws, years and numbers of families from the same start.
  const std::string other = "run small.toml --families 300 --draws 2 --years 1";
  EXPECT_EQ(hash(other + " --start kept"), hash(other));
}

TEST_F(Start, IsRefusedInOneLineWhenTornAlteredOrOfOtherInputs) {
  ASSERT_EQ(run(job_ + " --start kept").exit, 0);
  const std::string whole = read("kept");
  const auto expect_refused = [this](const std::string& words, const std::string& part) {
    const Outcome outcome = run(words + " --start kept");
    EXPECT_EQ(outcome.exit, 2) << part;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find(part), std::string::npos) << outcome.err;
  };
  expect_refused(job_ + " --seed 99", "other inputs");
  write("kept", whole.substr(0, whole.size() - 9));
  expect_refused(job_, "torn or altered");
  std::string altered = whole;
  altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
  write("kept", altered);
  expect_refused(job_, "torn or altered");
  write("kept", "something else\n");
  expect_refused(job_, "no file of starting families");
}

}  // namespace
}  // namespace samspil::test
