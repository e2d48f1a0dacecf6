#include "model/report/flow_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(FlowWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<FlowWord>();
}

TEST(FlowWords, NameEveryFlowShortly) {
  for (std::size_t i = 0; i < flow_count; ++i) {
    for (const Language language : {Language::en, Language::da}) {
      const std::string_view label = flow_label(static_cast<Flow>(i), language);
      EXPECT_FALSE(label.empty()) << flow_names[i];
      EXPECT_LE(label.size(), 24U) << label;
    }
  }
}

}  // namespace
}  // namespace samspil
