/// \file
/// The file of a run, replaced as a whole, that belongs to one run at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace samspil {

/// From open() until it goes, other runs that name the same file are refused. One that is killed
/// stops nobody.
class CheckpointFile {
 public:
  /// Names the file, no more: all that a process needs which does not save.
  explicit CheckpointFile(std::filesystem::path path);
  CheckpointFile(CheckpointFile&& other) noexcept;
  CheckpointFile& operator=(CheckpointFile&&) = delete;
  ~CheckpointFile();

  const std::filesystem::path& path() const noexcept { return path_; }
  /// Where the file is half written. One name for all runs on a file, so that no more than one can
  /// be left.
  static std::filesystem::path half_of(std::filesystem::path path) {
    return path += ".checkpoint-part";
  }

  /// The file's text, "" where there is none. Throws Failure while another run has the
  /// file, InputError where it cannot be read.
  std::string open();
  /// Writes beside the file, waits until it is on the disk, renames. Throws Failure.
  void replace(std::string_view text);
  void remove() noexcept;

 private:
  class Half;

  void own();

  std::filesystem::path path_;
  std::unique_ptr<Half> half_;  ///< What is being written, or was written last.
};

}  // namespace samspil
