#include "model/core/shown_text.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(ShownText, LeavesLettersOfAnyAlphabetAlone) {
  const std::string text = "Ærø € 日本 🙂 a\\n";

  EXPECT_EQ(shown(text), text);
}

TEST(ShownText, ShowsEveryControlCodeAsLetters) {
  for (int code = 0; code < 0xA0; ++code) {
    if (code >= 0x20 && code < 0x7F) continue;
    const std::string raw = code < 0x80 ? std::string(1, static_cast<char>(code))
                                        : std::string{'\xC2', static_cast<char>(code)};
    const std::string text = shown("a" + raw + "b");
    EXPECT_EQ(text.substr(0, 2), "a\\") << code;
    for (const char c : text) EXPECT_TRUE(c >= 0x20 && c < 0x7F) << code;
  }
  EXPECT_EQ(shown("\x1b[2J\n\r\t\x7f"), "\\x1b[2J\\n\\r\\t\\x7f");
  EXPECT_EQ(shown("\xC2\x9B"), "\\u009b");  // one code that begins a sequence
  EXPECT_EQ(shown("a\xE2\x80\xAE"
                  "b"),
            "a\\u202eb");  // right to left
  EXPECT_EQ(shown("a\xE2\x80\xA8"
                  "b"),
            "a\\u2028b");  // another line break
}

TEST(ShownText, ShowsBytesThatAreNoLetters) {
  EXPECT_EQ(shown("a\xF8"
                  "b"),
            "a\\xf8b");
  EXPECT_EQ(shown("\xED\xA0\x80"), "\\xed\\xa0\\x80");  // half a surrogate pair
  EXPECT_EQ(shown("\xC0\xAF"), "\\xc0\\xaf");           // a slash in two bytes
  EXPECT_EQ(shown("\xE2\x82"), "\\xe2\\x82");           // cut off
}

TEST(ShownText, IsTheSameWhenShownAgain) {
  const std::string once = shown("\x1b\n\xF8\xC2\x9B");

  EXPECT_EQ(shown(once), once);
}

TEST(ShownText, KeepsTheLinesOfAPage) { EXPECT_EQ(shown_page("a\x1b\nb\n"), "a\\x1b\nb\n"); }

TEST(ShownText, EscapesAsJsonDoes) {
  EXPECT_EQ(shown_json("\"a\x7f\xC2\x9B\"\n"), "\"a\\u007f\\u009b\"\n");
}

TEST(ShownText, FindsTheFirstByteThatIsNoUtf8) {
  EXPECT_EQ(find_bad_utf8("Ærø"), std::string_view::npos);
  EXPECT_EQ(find_bad_utf8("\xC3\x86\xF8"), 2U);
}

TEST(ShownText, LeavesOutTheMiddleOfWhatIsLong) {
  EXPECT_EQ(shown_shortened("abcdefgh", 8), "abcdefgh");
  EXPECT_EQ(shown_shortened("abcdefghi", 8), "abcdef…hi");
  // By letters, not by bytes, and measured as it is shown.
  EXPECT_EQ(shown_shortened("aøøøøøøøø", 8), "aøø…ø");
  EXPECT_EQ(shown_shortened("\n\n\n\n\n", 8), "\\n\\n\\n…\\n");
}

}  // namespace
}  // namespace samspil
