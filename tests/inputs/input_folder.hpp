/// \file
/// A folder of valid inputs that a test may spoil in one place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace samspil {

/// The shipped prices and baseline beside a small strategy, population, scenario and parameters of
/// its own. Removed with its content at the end.
class InputFolder {
 public:
  InputFolder();
  ~InputFolder();
  InputFolder(const InputFolder&) = delete;
  InputFolder& operator=(const InputFolder&) = delete;

  std::filesystem::path path(const std::string& file) const { return folder_ / file; }

  void write(const std::string& file, const std::string& text) const;

  /// Replaces the first `from` in a file, which must be there.
  void replace(const std::string& file, const std::string& from, const std::string& to) const;

  /// Takes out the row that begins with "key," and puts `row` on line 2, below the header.
  void set_first_row(const std::string& file, const std::string& key, const std::string& row) const;

  /// What check_file() says of a file, one line per fault, with paths relative to this folder.
  std::vector<std::string> faults(const std::string& file) const;

 private:
  std::string relative(std::string text) const;

  std::filesystem::path folder_;
};

/// A row for every parameter: shares of one whole on its first part, the rest at their lower limit.
std::string parameters_text();

}  // namespace samspil
