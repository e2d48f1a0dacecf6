// A run that is killed again and again, and the same bits in the end.
#include <filesystem>

#include "model/core/random.hpp"
#include "tests/cli/long_run.hpp"

namespace samspil::test {
namespace {

class Kills : public LongRun {};

TEST_F(Kills, AtTwentyRandomMomentsLeaveTheSameBits) {
  const std::string job = "run small.toml --families 8000 --draws 8";
  const std::string whole = hash(job);
  const auto before = files();
  int kills = 0, resumed = 0;

  for (std::uint32_t attempt = 0; kills < 20; ++attempt) {
    ASSERT_LT(attempt, 200U);
    const PhiloxBlock chance = keyed_block({20, attempt}, Identity{1}, 0, BlockNumber{0});
    // From the start of the program to well into the simulation.
    const double seconds = 0.05 + 1.5 * static_cast<double>(chance[0]) * 0x1p-32;
    const Outcome outcome = run(job + " --json --checkpoint save --checkpoint-every 0 --threads " +
                                    std::to_string(1 + chance[1] % 4),
                                "timeout -s KILL " + std::to_string(seconds));
    resumed += outcome.err.find("going on") != std::string::npos;
    for (const std::string& file : files()) {
      EXPECT_TRUE(before.contains(file) || file == "save" || file == "save.checkpoint-part")
          << file;
    }
    if (outcome.exit == 0) {
      EXPECT_EQ(hash_of(outcome), whole);
      EXPECT_EQ(files(), before);
    } else {
      ++kills;
    }
  }

  EXPECT_EQ(hash(job + " --checkpoint save --threads 2"), whole);
  EXPECT_EQ(files(), before);
  EXPECT_GT(resumed, 5);
}

}  // namespace
}  // namespace samspil::test
