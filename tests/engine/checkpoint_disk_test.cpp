// A checkpoint where the disk does otherwise than it should. The system's own functions stand in
// this program, as those of a library would before the C library's.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "model/engine/checkpoint_file.hpp"
#include "model/words/problem.hpp"
#include "tests/support/own_folder.hpp"

namespace {

thread_local bool knows_no_sync_of_folders = false;
thread_local bool writes_nothing = false;

}  // namespace

extern "C" int fsync(int descriptor) {
  struct stat there = {};
  if (knows_no_sync_of_folders && fstat(descriptor, &there) == 0 && S_ISDIR(there.st_mode)) {
    errno = EINVAL;
    return -1;
  }
  return static_cast<int>(syscall(SYS_fsync, descriptor));
}

extern "C" ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t place) {
  return writes_nothing ? 0 : syscall(SYS_pwrite64, descriptor, bytes, count, place);
}

namespace samspil {
namespace {

class OnABadDisk : public test::OwnFolder {
 protected:
  ~OnABadDisk() override { knows_no_sync_of_folders = writes_nothing = false; }

  const std::filesystem::path path_ = folder_ / "run.save";
};

TEST_F(OnABadDisk, IsSavedWhereFoldersCannotBeSynced) {
  CheckpointFile file{path_};
  file.open();
  knows_no_sync_of_folders = true;

  EXPECT_NO_THROW(file.replace("text"));

  EXPECT_EQ(std::filesystem::file_size(path_), 4U);
}

TEST_F(OnABadDisk, IsToldWhereNothingIsWritten) {
  CheckpointFile file{path_};
  file.open();
  writes_nothing = true;

  EXPECT_THROW(file.replace("text"), Failure);
}

}  // namespace
}  // namespace samspil
