#include "model/simulation/rotation.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace samspil {
namespace {

std::vector<std::uint64_t> lived(const Rotation& rotation, std::uint64_t draw) {
  std::vector<std::uint64_t> sites;
  for (std::uint64_t site = 0; site < rotation.sites; ++site) {
    if (rotation.lives(draw, site)) sites.push_back(site);
  }
  return sites;
}

TEST(Rotation, TakesTheNextSitesInEachDraw) {
  const Rotation rotation{7, 3};
  EXPECT_EQ(lived(rotation, 0), (std::vector<std::uint64_t>{0, 1, 2}));
  EXPECT_EQ(lived(rotation, 1), (std::vector<std::uint64_t>{3, 4, 5}));
  EXPECT_EQ(lived(rotation, 2), (std::vector<std::uint64_t>{0, 1, 6}));  // round the end
  EXPECT_EQ(lived(rotation, 7), lived(rotation, 0));
}

TEST(Rotation, GivesEverySiteAsManyTurnsOverWholeRounds) {
  for (const Rotation rotation : {Rotation{590, 59}, Rotation{12, 5}, Rotation{9, 9}}) {
    std::vector<std::uint64_t> turns(rotation.sites);
    for (std::uint64_t draw = 0; draw < rotation.sites; ++draw) {
      for (const std::uint64_t site : lived(rotation, draw)) ++turns[site];
    }
    EXPECT_EQ(turns, std::vector<std::uint64_t>(rotation.sites, rotation.per_draw));
  }
}

TEST(Rotation, CountsTheSitesThatDrawsShare) {
  for (const Rotation rotation :
       {Rotation{10, 5}, Rotation{10, 7}, Rotation{12, 5}, Rotation{4, 4}}) {
    double pairs = 0, common = 0;
    for (std::uint64_t one = 0; one < 15; ++one) {
      for (std::uint64_t other = 0; other < one; ++other) {
        std::uint64_t shared = 0;
        for (const std::uint64_t site : lived(rotation, one)) {
          shared += rotation.lives(other, site);
        }
        EXPECT_EQ(rotation.shared(one - other), shared) << one << ' ' << other;
        common += static_cast<double>(shared) / static_cast<double>(rotation.per_draw);
        ++pairs;
      }
    }
    EXPECT_NEAR(rotation.overlap(15), common / pairs, 1e-12);
  }
  EXPECT_EQ((Rotation{10, 5}.overlap(1)), 1);
}

}  // namespace
}  // namespace samspil
