#include "tests/support/own_folder.hpp"

#include <stdlib.h>

namespace samspil::test {
namespace {

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "samspil_test_XXXXXX").string();
  return mkdtemp(pattern.data());
}

}  // namespace

OwnFolder::OwnFolder() : folder_{new_folder()} {}

OwnFolder::~OwnFolder() { std::filesystem::remove_all(folder_); }

std::set<std::string> OwnFolder::files() const {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder_}) {
    found.insert(std::filesystem::relative(entry.path(), folder_).string());
  }
  return found;
}

}  // namespace samspil::test
