#include "model/io/output_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <vector>

#include "model/words/problem.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;
constexpr int most_tries = 10'000;
constexpr mode_t rights = 0777;

[[noreturn]] void fail(const fs::path& file, int error) {
  throw Failure{{"fault.cannot_write", file.string(), system_reason(error)}};
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// The name is on the disk when the folder is. Some file systems know no such thing.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

/// The rights and, where that is allowed, the owner of the file that stands there.
void take_after(const fs::path& file, int descriptor) {
  struct stat there = {};
  if (::stat(file.c_str(), &there) != 0) return;
  struct stat own = {};
  const bool is_known = ::fstat(descriptor, &own) == 0;
  if (is_known && (own.st_uid != there.st_uid || own.st_gid != there.st_gid)) {
    [[maybe_unused]] const int ignored = ::fchown(descriptor, there.st_uid, there.st_gid);
  }
  [[maybe_unused]] const int ignored = ::fchmod(descriptor, there.st_mode & rights);
}

}  // namespace

fs::path followed(fs::path file) {
  std::error_code error;
  for (int i = 0; i < most_links && fs::is_symlink(file, error); ++i) {
    const fs::path to = fs::read_symlink(file, error);
    if (error) break;
    file = to.is_absolute() ? to : file.parent_path() / to;
  }
  return file;
}

OutputFile::OutputFile(fs::path target) : target_{std::move(target)}, file_{followed(target_)} {
  for (int i = 0; i < most_tries; ++i) {
    fs::path name = folder_of(file_) / fmt::format(".samspil-{}-{}.part", ::getpid(), i);
    descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) {
      partial_ = std::move(name);
      take_after(file_, descriptor_);
      return;
    }
    if (errno != EEXIST) break;
  }
  fail(target_, errno);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_{std::move(other.target_)},
      file_{std::move(other.file_)},
      partial_{std::exchange(other.partial_, {})},
      descriptor_{std::exchange(other.descriptor_, -1)} {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!partial_.empty()) ::unlink(partial_.c_str());
}

void OutputFile::write(std::uint64_t place, std::string_view bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                                   static_cast<off_t>(place + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(target_, count < 0 ? errno : ENOSPC);
    done += static_cast<std::size_t>(count);
  }
}

void OutputFile::read(std::uint64_t place, std::span<char> bytes) const {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                  static_cast<off_t>(place + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(target_, errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  std::memset(bytes.data() + done, 0, bytes.size() - done);
}

std::uint64_t OutputFile::size() const {
  struct stat own = {};
  if (::fstat(descriptor_, &own) != 0) fail(target_, errno);
  return static_cast<std::uint64_t>(own.st_size);
}

void OutputFile::resize(std::uint64_t size) {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) fail(target_, errno);
}

void OutputFile::sync() {
  if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP) fail(target_, errno);
}

void OutputFile::commit() {
  sync();
  if (::close(std::exchange(descriptor_, -1)) != 0) fail(target_, errno);
  if (std::rename(partial_.c_str(), file_.c_str()) != 0) fail(target_, errno);
  partial_.clear();
  sync_folder(folder_of(file_));
}

void write_whole(const fs::path& file, std::string_view bytes) {
  OutputFile out{file};
  out.write(0, bytes);
  out.commit();
}

void write_all(const fs::path& folder, std::span<const std::pair<std::string, std::string>> files) {
  std::error_code error;
  std::vector<fs::path> made;  // the outermost first
  const auto make = [&](const fs::path& one) {
    if (fs::create_directories(one, error)) made.push_back(one);
    if (error) fail(one, error.value());
  };
  try {
    make(folder);
    std::vector<OutputFile> written;
    written.reserve(files.size());
    for (const auto& [name, bytes] : files) {
      make((folder / name).parent_path());
      written.emplace_back(folder / name).write(0, bytes);
      written.back().sync();
    }
    for (OutputFile& file : written) file.commit();
  } catch (...) {
    while (!made.empty()) {
      fs::remove(made.back(), error);  // where nothing stands in it
      made.pop_back();
    }
    throw;
  }
}

}  // namespace samspil
