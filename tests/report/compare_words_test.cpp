#include "model/report/compare_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(CompareWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<CompareWord>();
}

}  // namespace
}  // namespace samspil
