#include "model/report/words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(Words, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<Word>();
}

template <std::size_t N>
void expect_complete(const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i) EXPECT_FALSE(names[i].empty()) << i;
}

TEST(Labels, AreCompleteInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    const Labels& all = labels(language);
    expect_complete(all.services);
    expect_complete(all.departments);
    expect_complete(all.payers);
    expect_complete(all.statuses);
    expect_complete(all.outcomes);
    expect_complete(all.programme_items);
    expect_complete(all.mechanisms);
    expect_complete(all.hooks);
    expect_complete(all.channels);
    expect_complete(all.grades);
    expect_complete(all.indicators);
  }
}

}  // namespace
}  // namespace samspil
