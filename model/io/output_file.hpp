/// \file
/// A file that is written whole or not at all. Knows nothing of what stands in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace samspil {

/// What a link leads to, whether or not it is there; `file` itself where it is no link. A file is
/// written there, and the link stays.
std::filesystem::path followed(std::filesystem::path file);

/// Written beside its target, under a name that nothing else has, and renamed by commit() when it
/// is on the disk: nobody sees half of it, and what stood there stays until then. Without commit()
/// nothing is left. It has the rights of what it replaces, else those that the user's mask gives.
/// Every function throws Failure, "cannot write r.h5: No space left on device".
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path target);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::uint64_t place, std::string_view bytes);
  /// As many bytes as `bytes` has room for; zeros beyond the end.
  void read(std::uint64_t place, std::span<char> bytes) const;
  std::uint64_t size() const;
  void resize(std::uint64_t size);

  /// Waits until all bytes are on the disk.
  void sync();
  /// Takes the target's place.
  void commit();

 private:
  std::filesystem::path target_;   ///< As the user named it.
  std::filesystem::path file_;     ///< Where links lead.
  std::filesystem::path partial_;  ///< Empty when it has gone.
  int descriptor_ = -1;
};

/// The whole of a file.
void write_whole(const std::filesystem::path& file, std::string_view bytes);

/// Names and contents, put into `folder`, which is made where there is none; so are the folders in
/// it that names lead through. All or none of them.
void write_all(const std::filesystem::path& folder,
               std::span<const std::pair<std::string, std::string>> files);

}  // namespace samspil
