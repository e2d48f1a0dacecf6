#include "tests/support/shell.hpp"

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace samspil::test {

Outcome shell_in(const std::filesystem::path& folder, const std::string& script) {
  std::string pattern = folder.string() + ".streams_XXXXXX";  // two may run at once
  const std::filesystem::path streams = mkdtemp(pattern.data());
  const std::string command = "cd '" + folder.string() + "' && export LC_ALL=C && { " + script +
                              "\n} >'" + streams.string() + "/out' 2>'" + streams.string() +
                              "/err'";
  const int status = std::system(command.c_str());
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(streams / "out"),
                  bytes_of(streams / "err")};
  std::filesystem::remove_all(streams);
  return outcome;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace samspil::test
