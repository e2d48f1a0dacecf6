#include "model/appraisal/money_table.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

/// Two years of whole numbers whose sums tell which cells are in them.
MoneyTable table_of_powers() {
  MoneyTable table{2};
  table.at(1, Department::child_family, Payer::municipality) = 1;
  table.at(1, Department::child_family, Payer::state) = 2;
  table.at(1, Department::health, Payer::region) = 4;
  table.at(1, Department::health, Payer::citizen) = 8;
  table.at(1, Department::tax, Payer::municipality) = 16;
  table.at(1, Department::block_grant, Payer::municipality) = 32;
  table.at(2, Department::child_family, Payer::municipality) = 64;
  table.at(2, Department::health, Payer::citizen) = 128;
  return table;
}

TEST(MoneyTable, SumsThePartThatIsNamedAndCitizensOnlyByName) {
  const MoneyTable table = table_of_powers();
  EXPECT_EQ(total(table, {}), 1 + 2 + 4 + 16 + 32 + 64);
  EXPECT_EQ(total(table, {.year = 1}), 1 + 2 + 4 + 16 + 32);
  EXPECT_EQ(total(table, {.department = Department::child_family}), 1 + 2 + 64);
  EXPECT_EQ(total(table, {.payer = Payer::municipality}), 1 + 16 + 32 + 64);
  EXPECT_EQ(total(table, {.payer = Payer::citizen}), 8 + 128);
  EXPECT_EQ(total(table, {.with_tax = false}), 1 + 2 + 4 + 32 + 64);
  EXPECT_EQ(total(table, {.with_block_grant = false}), 1 + 2 + 4 + 16 + 64);
  EXPECT_EQ(total(table, {.year = 2, .payer = Payer::municipality, .with_tax = false}), 64);
}

}  // namespace
}  // namespace samspil
