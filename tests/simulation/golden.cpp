#include "tests/simulation/golden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "samspil_build_info.hpp"

namespace samspil::test {
namespace {

constexpr auto remedy = "regenerate with ./dev golden and say why";

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in{path};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void write_rows(const std::string& path, const std::vector<std::string>& rows) {
  std::ofstream out{path};
  for (const std::string& row : rows) out << row << '\n';
  ASSERT_TRUE(out.good()) << path;
  GTEST_SKIP() << "wrote " << path;
}

}  // namespace

void expect_same_rows(const std::string& file, const std::vector<std::string>& rows) {
  const std::string path = std::string{build_info::source_dir} + "/" + file;
  if (std::getenv("SAMSPIL_UPDATE_GOLDEN") != nullptr) {
    write_rows(path, rows);
    return;
  }
  const std::vector<std::string> golden = lines_of(path);
  EXPECT_EQ(rows.size(), golden.size()) << file << ": " << remedy;
  int shown = 0;
  for (std::size_t i = 0; i < std::min(rows.size(), golden.size()) && shown < 10; ++i) {
    EXPECT_EQ(rows[i], golden[i]) << file << ": " << remedy;
    shown += rows[i] != golden[i];
  }
}

}  // namespace samspil::test
