// A Danish user meets Danish at the first mistake: every kind of fault, on the same line of the
// same file and by the same name as in English.
#include <algorithm>
#include <cctype>
#include <set>

#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

/// What is typed, the faulty file that it reads, and what the line begins with in both languages.
struct Faulty {
  const char* name;
  std::string words;
  const char* place;
  std::string file = "";
  std::string text = "";
};

std::ostream& operator<<(std::ostream& out, const Faulty& faulty) { return out << faulty.name; }

Faulty scenario(const char* name, const char* line, const char* place) {
  return {name, "check bad.toml", place, "bad.toml", small_scenario("years", line)};
}

Faulty csv(const char* name, const std::string& text, const char* place) {
  return {name, "check bad.csv", place, "bad.csv", text};
}

const std::string rates_head =
    "name,value,unit,valid_from,valid_to,price_level,index,law,low,high,grade,source\n";

Faulty family(const char* name, const std::string& rows, const char* place) {
  return {name, "check family.toml", place, "family.toml",
          "[case]\nyears = 2\n[[member]]\nid = \"far\"\nkind = \"adult\"\n" + rows};
}

Faulty investment(const char* name, const std::string& rows, const char* place) {
  return {name, "case case.toml", place, "case.toml",
          "[case]\nparticipants = 10\nsuccess_rate = 0.2\ndiscount_rate = \"fm\"\n"
          "first_year = 2024\n" +
              rows};
}

Faulty typed(const char* name, const char* words, const char* place = "samspil: ") {
  return {name, words, place};
}

const Faulty faults[] = {
    scenario("below", "years = -2", "bad.toml:3: years: "),
    scenario("unknown_key", "yeras = 2", "bad.toml:3: yeras: "),
    scenario("wrong_type", "years = true", "bad.toml:3: years: "),
    scenario("number_in_quotes", "years = \"2\"", "bad.toml:3: years: "),
    scenario("decimal_comma", "discount_rate = 0,035", "bad.toml:3: discount_rate: "),
    scenario("two_readings", "years = 2\ndraws = 23.000", "bad.toml:4: draws: "),
    scenario("bad_form", "years = = 2", "bad.toml:3: "),
    scenario("end_of_file", "years = [1,", "bad.toml:"),
    scenario("twice", "years = 2\nyears = 3", "bad.toml:4: "),
    scenario("price_level", "price_level = 2026", "bad.toml:3: price_level: "),
    scenario("law_year", "law_year = 1950", "bad.toml:3: law_year: "),
    scenario("no_such_strategy", "compare_with = \"samen_om_familien\"",
             "bad.toml:3: compare_with: "),
    scenario("no_such_path", "compare_with = \"none.toml\"", "bad.toml:3: compare_with: "),
    scenario("person_number", "# 010203-1234", "bad.toml:3: "),
    csv("few_cells", rates_head + "one,2\n", "bad.csv:2: one: "),
    csv("open_quote", rates_head + "\"one", "bad.csv:2: "),
    csv("unknown_column", "index,year,value,grade,sorce\n", "bad.csv:1: sorce: "),
    csv("empty_cell", rates_head + ",1,%,2020,2021,2020,none,a,1,1,assumed,b\n",
        "bad.csv:2: name: "),
    csv("of_no_kind", "a,b\n1,2\n", "bad.csv: "),
    family("overlap",
           "[[spell]]\nmember = \"far\"\nservice = \"cash_benefit\"\nfrom_week = 1\nto_week = 9\n"
           "[[spell]]\nmember = \"far\"\nservice = \"self_support\"\nfrom_week = 5\nto_week = 9\n",
           "family.toml:11: spell[2]: "),
    family("weeks_reversed",
           "[[spell]]\nmember = \"far\"\nservice = \"cash_benefit\"\nfrom_week = 9\nto_week = 1\n",
           "family.toml:10: spell[1].to_week: "),
    family("wrong_age",
           "age = 30.5\n[[spell]]\nmember = \"far\"\nservice = \"foster_care\"\nfrom_week = 1\n"
           "to_week = 9\n",
           "family.toml:9: spell[1].service: "),
    investment("nothing_in_it", "", "samspil: case.toml: "),
    investment("outside",
               "[[cost]]\ntime = 0\namount = 5\none_off = true\npayer = \"state\"\n"
               "department = \"employment\"\n[uncertainty.success_rate]\nuniform = [0.3, 0.4]\n",
               "samspil: case.toml:12: uncertainty.success_rate: "),
    {"no_file", "run nowhere.toml", "samspil: nowhere.toml: "},
    {"folder", "check .", ".: "},
    {"empty", "check empty.toml", "empty.toml: ", "empty.toml", "\n"},
    {"binary", "check binary.csv", "binary.csv: ", "binary.csv", std::string("a\0b", 3)},
    {"torn_results", "run r.h5", "samspil: r.h5: ", "r.h5", "\x89HDF\r\n\x1a\nand nothing more"},
    {"no_results", "explain --diff small.toml small.toml", "samspil: small.toml: "},
    {"no_checkpoint", "run small.toml --checkpoint kept", "samspil: kept: ", "kept", "what\n"},
    {"no_start", "run small.toml --start kept", "samspil: kept: --start: ", "kept", "what\n"},
    typed("nothing", ""),
    typed("unknown_command", "rnu small.toml", "samspil: rnu: "),
    typed("unknown_option", "run small.toml --famlies 5", "samspil: --famlies: "),
    typed("one_too_many", "run small.toml other.txt"),
    typed("no_scenario", "run", "samspil: SCENARIO "),
    typed("no_value", "run small.toml --seed", "samspil: --seed: "),
    typed("two_values", "run small.toml --seed 1 --seed 2", "samspil: --seed: "),
    typed("no_number", "run small.toml --seed x", "samspil: --seed: "),
    typed("too_small", "run small.toml --draws 0", "samspil: --draws: "),
    typed("no_digits", "run small.toml --draws 007", "samspil: --draws: "),
    typed("no_name", "run small.toml --out ''", "samspil: --out: "),
    typed("excludes", "population people.toml --flows --out p.h5", "samspil: --"),
    typed("other_language", "run small.toml --lang sv", "samspil: --lang: "),
    typed("too_much", "run small.toml --draws 400 --replicates 400",
          "samspil: small.toml: --draws: "),
    typed("no_folder", "run small.toml --out nowhere/r.h5", "samspil: nowhere/r.h5: --out: "),
    typed("out_is_folder", "run small.toml --out .", "samspil: .: --out: "),
    typed("out_is_input", "run small.toml --out small.toml", "samspil: small.toml: --out: "),
    typed("out_is_anothers", "run small.toml --out people.toml", "samspil: people.toml: --out: "),
    typed("out_twice", "run small.toml --out r --checkpoint r", "samspil: r: --checkpoint: "),
    typed("csv_is_file", "run small.toml --csv small.toml", "samspil: small.toml: --csv: "),
    typed("asked_for_nothing", "explain", "samspil: explain: "),
    typed("no_such_name", "explain zzzzzzzzzz", "samspil: explain: zzzzzzzzzz: "),
    typed("no_such_strategies", "explain a.b c.d", "samspil: explain: "),
    {"full_disk", "check small.toml >/dev/full", "samspil: "},
    {"isa", "run small.toml", "samspil: SAMSPIL_ISA: avx1024: "},
};

/// Without what is quoted, which is the same in both languages.
std::string unquoted(const std::string& line) {
  std::string text;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && (c == '\'' || c == '`')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0) {
      text += c;
    }
  }
  return text;
}

/// Words of four letters or more; names of keys, files and options are none.
std::set<std::string> words_of(const std::string& line) {
  std::set<std::string> words;
  std::string word;
  for (const char c : unquoted(line) + " ") {
    const bool is_in_word = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                            std::string_view{"_-./=\\"}.find(c) != std::string_view::npos ||
                            (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_in_word) {
      word += c;
      continue;
    }
    while (word.ends_with('.')) word.pop_back();
    const bool is_plain = std::all_of(word.begin(), word.end(), [](char letter) {
      return std::isalpha(static_cast<unsigned char>(letter)) != 0;
    });
    if (is_plain && word.size() >= 4) words.insert(word);
    word.clear();
  }
  return words;
}

class Danish : public Program, public testing::WithParamInterface<Faulty> {
 protected:
  /// The one line that is told, wherever it is.
  std::string told(const std::string& locale, const std::string& lang = "") const {
    const std::string before =
        std::string{"LC_ALL="} + locale +
        (GetParam().name == std::string{"isa"} ? " SAMSPIL_ISA=avx1024" : "");
    const Outcome outcome = run(GetParam().words + lang, before);
    EXPECT_NE(outcome.exit, 0);
    const std::vector<std::string> lines = lines_of(outcome.out + outcome.err);
    EXPECT_EQ(lines.size(), 1U) << outcome.out << outcome.err;
    return lines.empty() ? "" : lines.front();
  }
};

TEST_P(Danish, SpeaksOfTheSamePlaceInDanish) {
  const Faulty& faulty = GetParam();
  if (!faulty.file.empty()) write(faulty.file, faulty.text);

  const std::string english = told("C");
  const std::string danish = told("da_DK.UTF-8");

  EXPECT_TRUE(english.starts_with(faulty.place)) << english;
  EXPECT_TRUE(danish.starts_with(faulty.place)) << danish;
  EXPECT_NE(english, danish);
  // Names and words of the input may stand in both; words that hold an English sentence together
  // may not.
  const std::set<std::string> only_english{
      "cannot", "does",    "give",   "have",  "must",    "needs", "nothing", "shall",
      "than",   "that",    "then",   "there", "these",   "this",  "they",    "unknown",
      "wanted", "whether", "which",  "with",  "without", "would", "write",   "from",
      "holds",  "neither", "stands", "twice", "where"};
  const std::size_t begin = std::string_view{faulty.place}.size();
  for (const std::string& word : words_of(danish.substr(std::min(begin, danish.size())))) {
    EXPECT_FALSE(only_english.contains(word)) << word << "\n" << danish;
  }
}

INSTANTIATE_TEST_SUITE_P(Faults, Danish, testing::ValuesIn(faults),
                         [](const auto& tested) { return std::string{tested.param.name}; });

using Language = Program;

TEST_F(Language, IsChosenBeforeTheCommandOrAfterItOrByTheSystem) {
  const std::string danish = run("check nowhere.toml --lang da").out;
  EXPECT_EQ(danish,
            "nowhere.toml: filen findes ikke; giv stien til en fil, der findes; "
            "`samspil new` skriver en at begynde med\n");
  for (const char* words : {"--lang da check nowhere.toml", "--lang=da check nowhere.toml",
                            "check --lang da nowhere.toml", "check nowhere.toml --lang=da"}) {
    EXPECT_EQ(run(words).out, danish) << words;
    EXPECT_EQ(run(words, "LC_ALL=en_GB.UTF-8").out, danish) << words;
  }
  EXPECT_EQ(run("check nowhere.toml", "LC_ALL= LC_MESSAGES= LANG=da_DK.UTF-8").out, danish);
  const std::string english = run("check nowhere.toml").out;
  EXPECT_NE(english, danish);
  EXPECT_EQ(run("--lang en check nowhere.toml", "LC_ALL=da_DK.UTF-8").out, english);
}

TEST_F(Language, IsRefusedInOneLineWhenUnknown) {
  for (const char* words : {"--lang sv check small.toml", "check small.toml --lang=sv"}) {
    EXPECT_EQ(run(words).err, "samspil: --lang: sv not in {en,da}; samspil --help\n") << words;
    EXPECT_EQ(run(words, "LC_ALL=da_DK.UTF-8").err,
              "samspil: --lang: sv er ikke en af {en,da}; samspil --help\n")
        << words;
  }
}

TEST_F(Language, IsThatOfTheWholeHelp) {
  const std::string danish = run("run --help --lang da").out;
  for (const char* word : {"Brug: samspil run [TILVALG] SCENARIO", "Argumenter:", "Tilvalg:",
                           "SCENARIO TEKST SKAL ANGIVES", "--seed HELTAL:", "Vis denne hjælp"}) {
    EXPECT_NE(danish.find(word), std::string::npos) << word << '\n' << danish;
  }
  const std::string commands = run("--lang da --help").out;
  for (const char* word : {"KOMMANDO", "Kommandoer:", "Vis programmets version"}) {
    EXPECT_NE(commands.find(word), std::string::npos) << word << '\n' << commands;
  }
  for (const char* word : {"Usage", "Options", "OPTIONS", "Positionals", "REQUIRED", "TEXT", "UINT",
                           "Subcommands", "SUBCOMMAND", "Print", "Display", "Needs", "Excludes"}) {
    EXPECT_EQ((danish + commands + run("population --help --lang da").out).find(word),
              std::string::npos)
        << word;
  }
}

}  // namespace
}  // namespace samspil::test
