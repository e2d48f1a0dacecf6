#include "model/io/h5_kind.hpp"

#include <fstream>

#include "model/io/sealed_file.hpp"

namespace samspil {

bool is_hdf5(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored))
    return false;  // A pipe would be waited for.
  std::ifstream in{file, std::ios::binary};
  char begin[8]{};
  in.read(begin, sizeof begin);
  return in.gcount() == sizeof begin &&
         std::string_view{begin, sizeof begin} == "\x89HDF\r\n\x1a\n";
}

bool is_hdf5_that(const std::filesystem::path& file,
                  const std::function<bool(const ResultsReader&)>& holds) {
  if (!is_hdf5(file)) return false;
  const auto look = [&] { return holds(ResultsReader{file}); };
  try {
    try_unsealed(file, look);
    return look();
  } catch (const FileLocked&) {
    throw;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace samspil
