/// \file
/// Tests that write files.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

namespace samspil::test {

/// A test with a folder of its own, gone after it.
class OwnFolder : public testing::Test {
 protected:
  OwnFolder();
  ~OwnFolder() override;

  /// Paths below the folder.
  std::set<std::string> files() const;

  const std::filesystem::path folder_;
};

}  // namespace samspil::test
