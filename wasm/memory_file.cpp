// In a page every file stands in memory; this one until it is done with.
#include "model/render/memory_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "model/words/problem.hpp"

namespace samspil {

MemoryFile::MemoryFile() : name_{"/workbook"} {
  descriptor_ = ::open(name_.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
  if (descriptor_ < 0) throw Failure{{"fault.no_workbook"}};
}

MemoryFile::~MemoryFile() {
  ::close(descriptor_);
  ::unlink(name_.c_str());
}

std::string MemoryFile::bytes() const {
  std::ifstream stream{name_, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace samspil
