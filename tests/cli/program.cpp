#include "tests/cli/program.hpp"

#include <fstream>

#include "samspil_build_info.hpp"

namespace samspil::test {
Program::Program() {
  write("small.toml", small_scenario());
  write("people.toml", small_population());
}

Outcome Program::run(const std::string& words, const std::string& before) const {
  return shell(before + " $S " + words);
}

Outcome Program::shell(const std::string& script) const {
  return shell_in(folder_, "S='" SAMSPIL_PROGRAM "' && export S && " + script);
}

void Program::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream{folder_ / name, std::ios::binary} << text;
}

std::string Program::read(const std::string& name) const { return bytes_of(folder_ / name); }

std::string Program::shipped(const std::string& name, const std::string& from,
                             const std::string& to) const {
  std::string text = bytes_of(std::filesystem::path{build_info::source_scenarios_dir} / name);
  std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  for (; at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string small_scenario() {
  return "title_da = \"Lille\"\n"
         "title_en = \"Small\"\n"
         "years = 2\n"
         "seed = 3\n"
         "families = 80\n"
         "population = \"people.toml\"\n"
         "parameters = \"parameters.csv\"\n"
         "prices = \"2022\"\n"
         "strategies = [\"sammen_om_familien\", \"familiens_fremtid\"]\n"
         "break_even = false\n";
}

std::string small_scenario(const std::string& key, const std::string& line) {
  std::string text;
  for (const std::string& old : lines_of(small_scenario())) {
    text += (old.starts_with(key + " ") ? line : old) + "\n";
  }
  return text;
}

std::string small_population() {
  return "id = \"few\"\n"
         "title_da = \"Få\"\n"
         "title_en = \"Few\"\n"
         "year = 2022\n"
         "candidates = 800\n"
         "families = 80\n"
         "families_per_site = 20\n"
         "min_challenges = 1\n"
         "youth_support_counts = true\n"
         "[[margin]]\n"
         "name = \"child_placed\"\n"
         "target = { value = 0.32, unit = \"share\", low = 0.3, high = 0.34, grade = \"assumed\", "
         "source = \"a test\" }\n";
}

}  // namespace samspil::test
