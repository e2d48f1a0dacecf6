#include "model/core/names.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

enum class Colour : std::uint8_t { red, green, blue };
constexpr std::array<std::string_view, 3> colour_names{"red", "green", "blue"};

TEST(FindName, FindsEachEnumeratorByItsName) {
  for (std::size_t i = 0; i < colour_names.size(); ++i) {
    EXPECT_EQ(find_name<Colour>(colour_names, colour_names[i]), static_cast<Colour>(i));
  }
}

TEST(FindName, FindsNothingForAnotherWord) {
  EXPECT_EQ(find_name<Colour>(colour_names, "gree"), std::nullopt);
  EXPECT_EQ(find_name<Colour>(colour_names, "Green"), std::nullopt);
  EXPECT_EQ(find_name<Colour>(colour_names, ""), std::nullopt);
}

static_assert(to_underlying(Colour::blue) == std::uint8_t{2});
static_assert(index_of(Colour::green) == 1U);

}  // namespace
}  // namespace samspil
