#include "model/engine/checkpoint_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// Who has the file may only be asking for it, or be dying, and is given time to go. A run that
/// owned the file already has more to lose by giving up.
constexpr std::chrono::milliseconds between_tries{10};
constexpr int tries_of_a_newcomer = 50;
constexpr int tries_of_the_owner = 500;

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Failure{{"fault.cannot_write", file.string(), system_reason(errno)}};
}

/// Where the file system knows no locks nobody is refused: runs go on without.
bool is_refused(int descriptor, int lock) noexcept {
  return ::flock(descriptor, lock | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

/// A file that is not there, or cannot be read, is nobody's.
bool is_held(const std::filesystem::path& file) noexcept {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_anothers = is_refused(descriptor, LOCK_SH);
  ::close(descriptor);
  return is_anothers;
}

/// The name is on the disk when the folder is. Some file systems know no such thing, and some
/// folders may not be read; the file is saved, and stands under its name, without.
void sync_folder_of(const std::filesystem::path& file) noexcept {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

/// The half-written file, locked, and kept open when it has been renamed. The kernel drops the lock
/// with the process, however that ends.
///
/// A lock file would be one more file for a killed run to leave. Instead a run always holds one of
/// two: the half-written file, until its first save and while it saves, or the file that came of
/// it, for renaming takes the lock along. Whoever comes must have the first, so that the owner
/// cannot go from one to the other, and then finds the second held.
class CheckpointFile::Half {
 public:
  explicit Half(std::filesystem::path path)
      : path_{std::move(path)},
        descriptor_{::open(path_.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)} {
    if (descriptor_ < 0) fail(path_);
  }
  Half(const Half&) = delete;
  Half& operator=(const Half&) = delete;
  ~Half() { ::close(descriptor_); }

  /// Null where another run holds it, or has moved it away before it was locked.
  static std::unique_ptr<Half> claim(const std::filesystem::path& path) {
    auto half = std::make_unique<Half>(path);
    if (is_refused(half->descriptor_, LOCK_EX) || !half->is_in_place()) return nullptr;
    return half;
  }

  bool is_in_place() const noexcept {
    struct stat own = {};
    struct stat there = {};
    return ::fstat(descriptor_, &own) == 0 && ::stat(path_.c_str(), &there) == 0 &&
           own.st_dev == there.st_dev && own.st_ino == there.st_ino;
  }
  void write(std::string_view text) {
    if (::ftruncate(descriptor_, 0) != 0) fail(path_);  // a killed run may have left it
    for (std::size_t done = 0; done < text.size();) {
      const ssize_t count =
          ::pwrite(descriptor_, text.data() + done, text.size() - done, static_cast<off_t>(done));
      if (count < 0 && errno == EINTR) continue;
      if (count == 0) errno = ENOSPC;  // nothing is written, for no reason that is told
      if (count <= 0) fail(path_);
      done += static_cast<std::size_t>(count);
    }
    if (::fsync(descriptor_) != 0) fail(path_);
  }
  void rename(const std::filesystem::path& file) {
    if (std::rename(path_.c_str(), file.c_str()) != 0) fail(file);
  }
  void remove() noexcept {
    if (is_in_place()) ::unlink(path_.c_str());
  }

 private:
  std::filesystem::path path_;
  int descriptor_;
};

CheckpointFile::CheckpointFile(std::filesystem::path path) : path_{std::move(path)} {}

CheckpointFile::CheckpointFile(CheckpointFile&& other) noexcept = default;

CheckpointFile::~CheckpointFile() {
  if (half_) half_->remove();
}

void CheckpointFile::own() {
  const int tries = half_ ? tries_of_the_owner : tries_of_a_newcomer;
  for (int i = 0; i < tries; ++i) {
    if (std::unique_ptr<Half> half = Half::claim(half_of(path_))) {
      if (half_ || !is_held(path_)) {
        half_ = std::move(half);
        return;
      }
      half->remove();
    }
    std::this_thread::sleep_for(between_tries);
  }
  throw Failure{{"fault.checkpoint_held", path_.string()}};
}

std::string CheckpointFile::open() {
  const auto unreadable = [this] {
    return InputError{
        Problem{path_.string(), 0, "", {"fault.unreadable_checkpoint"}, {"remedy.checkpoint"}}};
  };
  std::error_code ignored;
  const auto is_there = [&] { return std::filesystem::exists(path_, ignored); };
  const auto is_regular = [&] { return std::filesystem::is_regular_file(path_, ignored); };
  if (is_there() && !is_regular()) throw unreadable();  // a pipe would be waited for
  own();
  if (!is_there()) return {};
  std::ifstream stream{path_, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream.is_open() || stream.bad()) throw unreadable();
  // An empty file is no checkpoint either, but it must not pass for none.
  return text.empty() ? "\n" : text;
}

void CheckpointFile::replace(std::string_view text) {
  if (!half_ || !half_->is_in_place()) own();
  half_->write(text);
  half_->rename(path_);
  sync_folder_of(path_);
}

void CheckpointFile::remove() noexcept {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace samspil
