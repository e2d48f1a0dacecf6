#include "model/words/message.hpp"

#include <gtest/gtest.h>

#include <cerrno>

namespace samspil {
namespace {

TEST(Message, SaysItsPartsInTheLanguageThatIsAskedFor) {
  const Message message{"remedy.without_quotes", Message{"remedy.write", 0.5}};

  EXPECT_EQ(message.in(Language::en), "write 0.5, without quotes");
  EXPECT_EQ(message.in(Language::da), "skriv 0.5, uden anførselstegn");
  EXPECT_EQ(Message::as_is("{0}").in(Language::da), "{0}");
  EXPECT_TRUE(Message{}.empty());
  EXPECT_FALSE(message.empty());
}

TEST(Message, HoldsBracesOfItsTextAndOfItsParts) {
  EXPECT_EQ((Message{"fault.unknown_name", "{1}"}.in(Language::en)), "unknown name '{1}'");
  EXPECT_EQ((Message{"type.inline_table"}.in(Language::da)), "en tabel, { nøgle = værdi }");
}

TEST(Message, IsInEitherLanguageWithoutAKey) {
  const Message message{"remedy.write", Message::in_either("a child", "et barn")};
  EXPECT_EQ(message.in(Language::en), "write a child");
  EXPECT_EQ(message.in(Language::da), "skriv et barn");
}

TEST(Decimal, HasTheSignOfTheLanguage) {
  EXPECT_EQ(decimal("-3.78").in(Language::en), "-3.78");
  EXPECT_EQ(decimal("-3.78").in(Language::da), "-3,78");
  EXPECT_EQ(decimal("481").in(Language::da), "481");
}

TEST(ListOf, PartsByCommas) {
  EXPECT_EQ(list_of({}).in(Language::en), "");
  EXPECT_EQ(list_of({Message::as_is("a"), {"fault.nothing"}, Message::as_is("c")}).in(Language::da),
            "a, intet, c");
}

TEST(Translated, FindsTheTextAndWhatStandsInIt) {
  constexpr Key known[] = {"toml.while",     "toml.expected",       "toml.root",
                           "toml.statement", "toml.comma_or_brace", "toml.boolean"};
  const auto danish = [&](const char* text) { return translated(text, known).in(Language::da); };

  EXPECT_EQ(danish("Error while parsing root table: expected keys, tables, whitespace or comments, "
                   "saw '{'"),
            "fejl i filens nøgler: der ventes nøgler, tabeller, mellemrum eller kommentarer, men "
            "står '{'");
  EXPECT_EQ(danish("Error while parsing boolean: expected comma or closing '}', saw 'x'"),
            "fejl i true/false: der ventes komma eller '}', men står 'x'");
  EXPECT_EQ(danish("something else"), "something else");
  EXPECT_EQ(danish("Error while parsing boolean: odd"), "fejl i true/false: odd");
}

TEST(Translated, KeepsTheEnglish) {
  constexpr Key known[] = {"usage.missing_value", "usage.required", "usage.a_command"};
  for (const char* text :
       {"--seed: 1 required UINT missing", "A subcommand is required", "", "is"}) {
    EXPECT_EQ(translated(text, known).in(Language::en), text);
  }
  EXPECT_EQ(translated("A subcommand is required", known).in(Language::da), "en kommando mangler");
}

TEST(SystemReason, IsToldInDanishWhereItIsCommon) {
  EXPECT_EQ(system_reason(EACCES).in(Language::en), "Permission denied");
  EXPECT_EQ(system_reason(EACCES).in(Language::da), "adgang nægtet");
}

TEST(NamingAdvice, SuggestsOrListsOrCounts) {
  using Names = std::vector<std::string>;
  const auto advice = [](std::string_view name, const Names& names,
                         Language language = Language::en) {
    return naming_advice(name, names).in(language);
  };

  EXPECT_EQ(advice("wagee", {"caseload", "wage"}), "did you mean 'wage'?");
  EXPECT_EQ(advice("wag", {"wage", "wags"}), "did you mean 'wage' or 'wags'?");
  EXPECT_EQ(advice("wag", {"wage", "wags", "wagg"}), "did you mean 'wage', 'wagg' or 'wags'?");
  EXPECT_EQ(advice("wagee", {"caseload", "wage"}, Language::da), "mente du 'wage'?");
  EXPECT_EQ(advice("x", {"caseload", "wage"}), "use one of caseload, wage");
  EXPECT_EQ(advice("x", {}), "there are none to choose from");
  EXPECT_EQ(advice("x", Names(30, "caseload")), "none of the 30 known names resembles it");
}

}  // namespace
}  // namespace samspil
