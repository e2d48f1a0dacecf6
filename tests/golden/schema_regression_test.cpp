// The published schemas are what the documents are: every key of a document is in its schema, every
// key of a schema in the documents, with a description and, of a number, its unit.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "samspil_build_info.hpp"
#include "tests/golden/printed.hpp"
#include "tests/golden/schema.hpp"

namespace samspil::test {
namespace {

void expect_as_published(const Json& document, const std::string& schema,
                         const std::string& words) {
  for (const std::string& fault : faults_of(document, schema_of(schema))) {
    ADD_FAILURE() << "docs/schema/" << schema << ".json, " << words << ": " << fault;
  }
}

/// The schema of what a screen's document is.
std::string schema_of_screen(const Screen& screen) {
  for (const char* own : {"flows", "panel", "optimum"}) {
    if (screen.name == own) return own;
  }
  const std::string command = screen.words.substr(0, screen.words.find(' '));
  if (command == "calibrate") return "calibration";
  return command == "report" ? "run" : command;
}

TEST(Schema, HoldsEveryDocument) {
  for (const Screen& screen : screens()) {
    if (screen.json.empty()) continue;
    expect_as_published(document_of(screen), schema_of_screen(screen), screen.json);
  }
}

TEST(Schema, HoldsWhatStandsBesideTables) {
  constexpr const char* words = "run small --draws 2 --csv schema_tables";
  ASSERT_EQ(printed(words).exit, 0) << printed(words).err;
  expect_as_published(Json::parse(written("schema_tables/run.json")), "tables", words);
}

TEST(Schema, TellsOfEveryKeyWhatItIsAndInWhatUnit) {
  int schemas = 0;
  for (const auto& entry : std::filesystem::directory_iterator{
           std::filesystem::path{build_info::source_dir} / "docs/schema"}) {
    const std::string name = entry.path().stem().string();
    const Json schema = schema_of(name);
    ++schemas;
    EXPECT_TRUE(schema.at("properties").at("format").at("const").is_number_integer()) << name;
    for (const auto& [place, part] : parts_of(schema)) {
      const bool is_in_list = place.ends_with('*');
      const bool is_told = part.contains("description") || part.contains("$ref");
      EXPECT_TRUE(is_told || is_in_list) << name << ": " << place;
      const std::string types = part.value("type", Json()).dump();
      const bool is_number =
          types.find("number") != std::string::npos || types.find("integer") != std::string::npos;
      EXPECT_TRUE(!is_number || part.contains("unit")) << name << ": " << place;
    }
  }
  EXPECT_EQ(schemas, 11);
}

TEST(Schema, RefusesAKeyTooManyAKeyTooFewAndAnotherType) {
  const Json schema = schema_of("population");
  Json document = document_of("population small --json");
  EXPECT_TRUE(faults_of(document, schema).empty());
  document["population"]["margins"][0]["more"] = 1;
  document["population"].erase("persons");
  document["title"] = 7;
  EXPECT_EQ(faults_of(document, schema).size(), 3U);
}

}  // namespace
}  // namespace samspil::test
