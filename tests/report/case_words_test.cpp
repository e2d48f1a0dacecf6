#include "model/report/case_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(CaseWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<CaseWord>();
}

}  // namespace
}  // namespace samspil
