#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

using Isa = LongRun;

TEST_F(Isa, ReturnsTheSameBitsOnEveryPath) {
  const std::string job = "run small.toml --families 400 --draws 2";
  const std::string best = hash(job);
  EXPECT_EQ(hash(job, "SAMSPIL_ISA=portable"), best);
}

TEST_F(Isa, IsRefusedInOneLineWhenUnknown) {
  const Outcome outcome = run("run small.toml --families 40", "SAMSPIL_ISA=avx1024");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("SAMSPIL_ISA: avx1024: is no vector path"), std::string::npos)
      << outcome.err;
}

}  // namespace
}  // namespace samspil::test
