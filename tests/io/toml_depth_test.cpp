#include "model/io/toml_depth.hpp"

#include <gtest/gtest.h>

#include <string>

namespace samspil {
namespace {

TEST(LineTooDeep, CountsThePartsOfAKey) {
  EXPECT_EQ(line_too_deep("x = 1\na.b.c = 1\n", 3), 0);
  EXPECT_EQ(line_too_deep("x = 1\na.b.c.d = 1\n", 3), 2);
  EXPECT_EQ(line_too_deep("[a . \"b.b.b.b\" . 'c.c']\n", 3), 0);
  EXPECT_EQ(line_too_deep("[a . \"b\" . 'c' .d]\n", 3), 1);
  EXPECT_EQ(line_too_deep("a = { b.c.d.e = 1 }\n", 3), 1);
}

TEST(LineTooDeep, CountsBracketsInEachOther) {
  EXPECT_EQ(line_too_deep("a = [[1], [2]]\nb = [[1]]\n[[c]]\n[[d]]\n", 2), 0);
  EXPECT_EQ(line_too_deep("a = 1\nb = [{c = [1]}]\n", 2), 2);
}

TEST(LineTooDeep, PassesOverTextsAndComments) {
  EXPECT_EQ(line_too_deep("a = \"[[[ a.b.c.d \\\" [[[\"\n", 2), 0);
  EXPECT_EQ(line_too_deep("a = '[[[\\'\nb = 1 # [[[ a.b.c.d\n", 2), 0);
  EXPECT_EQ(line_too_deep("a = \"\"\"\n[[[\"[[[\n\\\"\"\"[[[\"\"\"\nb.b.b = 1\n", 2), 4);
  EXPECT_EQ(line_too_deep("a = '''\n[[[''\n'''\n", 2), 0);
  EXPECT_EQ(line_too_deep("a = \"never closed\nb.b.b = 1\n", 2), 2);
}

}  // namespace
}  // namespace samspil
