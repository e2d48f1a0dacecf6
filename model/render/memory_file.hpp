/// \file
/// A file that stands in memory alone, under a name by which others can open it.
#pragma once

#include <string>

namespace samspil {

/// Throws Failure where memory does not suffice.
class MemoryFile {
 public:
  MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  const std::string& name() const noexcept { return name_; }
  std::string bytes() const;

 private:
  int descriptor_;
  std::string name_;
};

}  // namespace samspil
