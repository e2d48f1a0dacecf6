#include "tests/golden/text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "samspil_build_info.hpp"
#include "tests/support/shell.hpp"

namespace samspil::test {
namespace {

constexpr std::size_t line_width = 160;

/// The first line that differs, with two before it, as it stands and as it reads.
std::string first_difference(const std::string& golden, const std::string& text) {
  const std::vector<std::string> old = lines_of(golden), now = lines_of(text);
  std::size_t at = 0;
  while (at < old.size() && at < now.size() && old[at] == now[at]) ++at;
  std::string told = fmt::format("line {} of {}, now of {}:\n", at + 1, old.size(), now.size());
  for (std::size_t i = at < 2 ? 0 : at - 2; i < at; ++i) told += "  " + old[i] + '\n';
  told += "- " + (at < old.size() ? old[at] : std::string{"(the end)"}) + '\n';
  told += "+ " + (at < now.size() ? now[at] : std::string{"(the end)"}) + '\n';
  return told;
}

/// Numbers to nine digits, and no word of the machine.
Json masked(const Json& value) {
  static const std::set<std::string> of_the_machine{
      "seconds", "population_seconds", "simulation_seconds", "threads", "hosts", "version", "git",
      "compiler"};
  if (value.is_number_float()) return Json::parse(fmt::format("{:.9g}", value.get<double>()));
  if (!value.is_structured()) return value;
  Json copy = value;
  for (auto item = copy.begin(); item != copy.end(); ++item) {
    const bool is_left_out = copy.is_object() && of_the_machine.contains(item.key());
    *item = is_left_out ? Json("*") : masked(*item);
  }
  return copy;
}

void write(const Json& value, std::size_t indent, std::size_t used, std::string& text) {
  const std::string line = value.dump();
  if (!value.is_structured() || indent + used + line.size() <= line_width) {
    text += line;
    return;
  }
  const std::string start(indent + 1, ' ');
  text += value.is_object() ? "{\n" : "[\n";
  std::size_t left = value.size();
  for (auto item = value.begin(); item != value.end(); ++item) {
    const std::string key = value.is_object() ? Json(item.key()).dump() + ": " : "";
    text += start + key;
    write(*item, indent + 1, key.size(), text);
    text += --left > 0 ? ",\n" : "\n";
  }
  text += std::string(indent, ' ') + (value.is_object() ? '}' : ']');
}

}  // namespace

bool is_rewritten() { return std::getenv("SAMSPIL_UPDATE_GOLDEN") != nullptr; }

void expect_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path file =
      std::filesystem::path{build_info::source_dir} / "tests/golden/text" / name;
  const std::string golden = bytes_of(file);
  if (is_rewritten()) {
    if (golden == text) return;
    std::ofstream out{file, std::ios::binary};
    out << text;
    ASSERT_TRUE(out.flush().good()) << file;
    GTEST_SKIP() << "wrote " << file;
  }
  if (golden != text) {
    ADD_FAILURE() << "tests/golden/text/" << name << ", " << first_difference(golden, text)
                  << "If it should read so: ./dev golden, and say why.";
  }
}

std::string readable(const Json& document) {
  std::string text;
  write(masked(document), 0, 0, text);
  return text + '\n';
}

}  // namespace samspil::test
