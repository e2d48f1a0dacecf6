// "Where used" is true: the function named stands in the file named and holds the input under its
// own name. Nothing is left out: every input has a line, and every file that reads a parameter's
// member is named.
#include "model/inputs/where_used.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "model/inputs/catalogue.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/inputs/parameters.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;
using Map = std::multimap<std::string, ReadingPlace, std::less<>>;

fs::path sources() { return fs::path{build_info::source_scenarios_dir}.parent_path(); }

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// `token` with no letter right before or after it.
bool holds(const std::string& text, const std::string& token) {
  for (std::size_t at = text.find(token); at != text.npos; at = text.find(token, at + 1)) {
    const bool begins = at == 0 || !is_letter(token[0]) || !is_letter(text[at - 1]);
    const std::size_t end = at + token.size();
    if (begins && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

/// The definitions of a function: from each line that names it, up to the brace that closes it in
/// the column where it began. Declarations and calls have no such brace before the next line of
/// the column.
std::string definitions(const std::string& text, std::string_view function) {
  const std::regex line{"(^|\\n)( {0,2})[A-Za-z][^\\n;=]*\\b" + std::string{function} + "\\("};
  std::string found;
  for (std::sregex_iterator it{text.begin(), text.end(), line}, end; it != end; ++it) {
    const auto begin = static_cast<std::size_t>(it->position(0));
    const std::size_t close =
        text.find(std::string{"\n"}.append((*it)[2].str()).append("}"), begin + 1);
    const std::size_t semicolon = text.find(';', begin), brace = text.find('{', begin);
    if (close != text.npos && brace < semicolon) found += text.substr(begin, close - begin);
  }
  return found;
}

void expect_true(const Map& map) {
  for (const auto& [name, place] : map) {
    const std::string text = text_of(sources() / place.file);
    ASSERT_FALSE(text.empty()) << place.file;
    const std::string body = definitions(text, place.function);
    EXPECT_FALSE(body.empty()) << place.file << " has no " << place.function;
    EXPECT_TRUE(holds(body, place.token))
        << name << ": " << place.function << " in " << place.file << " holds no " << place.token;
  }
}

/// Names of a matrix or list that no input has (a disability is no shock of its own, say) do no
/// harm; an input without a place does.
template <class Names>
void expect_complete(const Map& map, const Names& names, const char* what) {
  for (const auto& name : names) {
    EXPECT_TRUE(map.contains(name))
        << what << " '" << name << "' has no reading place: add it to model/inputs/where_used.cpp";
  }
}

std::vector<std::string> parameter_names() {
  Parameters parameters;
  std::vector<std::string> names;
  for (const ParameterSlot& slot : parameter_slots(parameters)) names.push_back(slot.name);
  return names;
}

TEST(WhereUsed, IsTrueOfParameters) { expect_true(reading_places().parameters); }
TEST(WhereUsed, IsTrueOfLevers) { expect_true(reading_places().levers); }
TEST(WhereUsed, IsTrueOfHooks) { expect_true(reading_places().hooks); }
TEST(WhereUsed, IsTrueOfServices) { expect_true(reading_places().services); }
TEST(WhereUsed, IsTrueOfRuleKinds) { expect_true(reading_places().rule_kinds); }

TEST(WhereUsed, HoldsEveryInput) {
  const ReadingPlaces& places = reading_places();
  std::array<std::string_view, lever_slots.size()> levers;
  std::ranges::transform(lever_slots, levers.begin(), &LeverSlot::name);
  expect_complete(places.parameters, parameter_names(), "parameter");
  expect_complete(places.levers, levers, "lever");
  expect_complete(places.hooks, hook_names, "hook");
  expect_complete(places.services, service_names, "service");
  expect_complete(places.rule_kinds, rule_kind_names, "kind of payer rule");
}

/// Members whose names also stand for something else in the sources.
const std::set<std::string> ambiguous{".start",         ".stop",
                                      ".rate",          ".placed",
                                      ".disability",    ".parent_condition",
                                      ".children",      ".service",
                                      ".measure",       ".place",
                                      ".agency",        ".notifications",
                                      ".violence",      ".mental_disorder",
                                      ".alcohol_abuse", ".drug_abuse",
                                      ".from_12",       ".activation",
                                      ".move"};

TEST(WhereUsed, NamesEveryFileThatReadsAParameter) {
  std::map<std::string, std::set<std::string>> named;
  for (const auto& [name, place] : reading_places().parameters) {
    named[place.token].insert(std::string{place.file});
  }
  std::map<std::string, std::string> texts;
  for (const char* room : {"dynamics", "simulation", "costs", "population"}) {
    for (const auto& entry : fs::directory_iterator{sources() / "model" / room}) {
      texts[fs::relative(entry.path(), sources()).string()] = text_of(entry.path());
    }
  }
  for (const auto& [token, files] : named) {
    if (ambiguous.contains(token)) continue;
    for (const auto& [file, text] : texts) {
      EXPECT_EQ(holds(text, token), files.contains(file)) << token << " in " << file;
    }
  }
}

TEST(ParameterSlots, ActOnlyAtTheStartWhereOnlyCandidatesReadThem) {
  Parameters parameters;
  std::size_t starting = 0;
  for (const ParameterSlot& slot : parameter_slots(parameters)) {
    const auto [first, last] = reading_places().parameters.equal_range(slot.name);
    const bool only_candidates = std::all_of(first, last, [](const auto& entry) {
      return entry.second.file == "model/simulation/candidates.cpp";
    });
    EXPECT_EQ(slot.only_at_start, only_candidates) << slot.name;
    starting += slot.only_at_start;
  }
  EXPECT_GT(starting, 80U);
}

}  // namespace
}  // namespace samspil
