#include "model/io/integer_table.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace samspil {
namespace {

const IntegerTable table{"moments",
                         "øre",
                         {"arm", "purse", "sum"},
                         {{}, {"public", "state"}, {"base", "arm", "saving"}},
                         {2, 2, 3},
                         {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112}};

TEST(IntegerTable, IsReadByLabel) {
  const std::size_t state = place_of(table, "purse", "state");
  EXPECT_EQ(value_at(table, {0, state, place_of(table, "sum", "arm")}), 11);
  EXPECT_EQ(value_at(table, {1, state, place_of(table, "sum", "saving")}), 112);
  EXPECT_EQ(value_at(table, {1, 0, 0}), 100);
}

TEST(IntegerTable, HasNoPlaceForWhatItDoesNotName) {
  EXPECT_THROW(place_of(table, "year", "2023"), std::out_of_range);
  EXPECT_THROW(place_of(table, "arm", "baseline"), std::out_of_range);
  EXPECT_THROW(place_of(table, "purse", "region"), std::out_of_range);
}

/// A place too far on one axis is not a place of the next.
TEST(IntegerTable, IsNotReadBeyondAnAxis) {
  EXPECT_THROW(value_at(table, {0, 0, 3}), std::out_of_range);
  EXPECT_THROW(value_at(table, {2, 0, 0}), std::out_of_range);
  EXPECT_THROW(value_at(table, {0, 0, 0, 0}), std::out_of_range);
}

}  // namespace
}  // namespace samspil
