#include "tests/cli/input_kinds.hpp"

namespace samspil::test {
namespace {

class PersonNumbers : public EveryInput {};

constexpr const char* refused = "looks like a person number (CPR); use pseudonyms";

const std::vector<std::string> forms{"010203-1234",      "010203 1234",      "0102031234",
                                     "010203\u20131234", "010203\u00A01234", "010203 - 1234"};

TEST_F(PersonNumbers, AreRefusedInEveryInputByEveryCommand) {
  for (const InputFile& file : inputs_) {
    const std::string line = std::to_string(1 + lines_of(file.text).size());
    if (file.is_toml()) {
      expect_refused(file, file.text + "# case 010203 1234\n", {":" + line + ": ", refused});
    } else {
      const std::size_t end = file.text.find_last_not_of("\"\n") + 1;
      const std::string head = file.text.substr(0, file.text.find('\n'));
      expect_refused(file, file.text.substr(0, end) + " 0102031234" + file.text.substr(end),
                     {head.substr(head.rfind(',') + 1), refused});
    }
  }
}

TEST_F(PersonNumbers, AreRefusedInEveryFormInTextsCommentsKeysAndCells) {
  for (const std::string& number : forms) {
    write("all.toml", replaced(input("all.toml").text, "\"All\"", "\"All of " + number + "\""));
    expect_one_line("check all.toml", {"all.toml:2: ", refused});
    write("all.toml", "# of " + number + ", asked\n" + input("all.toml").text);
    expect_one_line("run all.toml", {"all.toml:1: ", refused});
    write("family.toml", replaced(input("family.toml").text, "One family", "Sag " + number));
    expect_one_line("family family.toml", {"family.toml:2: ", refused});
    write("rates.csv",
          replaced(input("rates.csv").text, "Serviceloven § 176,", "Sag " + number + ","));
    expect_one_line("check rates.csv", {"rates.csv:2: law: ", refused});
    write("rates.csv", replaced(input("rates.csv").text, "law", number));
    EXPECT_NE(run("check rates.csv").out.find("rates.csv:1: a value " + std::string{refused}),
              std::string::npos);
    for (const InputFile& file : inputs_) write(file.name, file.text);
  }
  // In a row that is not read, and in the language of TOML.
  write("rates.csv", input("rates.csv").text + "one,010203-1234\n");
  EXPECT_NE(run("check rates.csv").out.find(refused), std::string::npos);
  write("family.toml", replaced(input("family.toml").text, "One family", "01\\u0030203-1234"));
  expect_one_line("check family.toml", {"family.toml:2: ", refused});
  write("family.toml",
        replaced(input("family.toml").text, "[[spell]]", "'010203-1234' = 1\n[[spell]]"));
  EXPECT_NE(run("check family.toml").out.find(refused), std::string::npos);
}

TEST_F(PersonNumbers, AreNoOtherNumbers) {
  for (const char* other :
       {"1234567890", "1112131415", "2512891234", "4571234567", "3200000000", "0.0102031234",
        "978-010203-1234-5", "310222-1234", "010203-12345", "1010203-1234", "2022-01-02"}) {
    expect_taken("all.toml", "\"All\"", std::string{"\"All of "} + other + "\"");
    expect_taken("all.toml", "seed = 3", std::string{"seed = 3 # "} + other);
  }
  expect_taken("all.toml", "seed = 3", "seed = 1234567890");
}

}  // namespace
}  // namespace samspil::test
