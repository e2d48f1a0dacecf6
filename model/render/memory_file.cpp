#include "model/render/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <array>

#include "model/words/problem.hpp"

namespace samspil {

MemoryFile::MemoryFile() : descriptor_{::memfd_create("workbook", MFD_CLOEXEC)} {
  if (descriptor_ < 0) throw Failure{{"fault.no_workbook"}};
  name_ = "/proc/self/fd/" + std::to_string(descriptor_);
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::string MemoryFile::bytes() const {
  std::string all;
  std::array<char, 1 << 16> part{};
  for (off_t place = 0;;) {
    const ssize_t read = ::pread(descriptor_, part.data(), part.size(), place);
    if (read < 0) throw Failure{{"fault.no_workbook"}};
    if (read == 0) return all;
    all.append(part.data(), static_cast<std::size_t>(read));
    place += read;
  }
}

}  // namespace samspil
