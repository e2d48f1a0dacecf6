#include "model/io/input_file.hpp"

#include <fmt/core.h>

#include <string>
#include <system_error>

#include "model/core/problem.hpp"

namespace samspil {

namespace fs = std::filesystem;

void require_input_file(const fs::path& file, std::uintmax_t most) {
  const auto refuse = [&file](std::string problem, const char* remedy) {
    throw InputError(Problem{file.string(), 0, "", std::move(problem), remedy});
  };
  std::error_code error;
  switch (fs::status(file, error).type()) {
    case fs::file_type::regular:
      break;
    case fs::file_type::not_found:
      refuse("the file does not exist", "give the path of an existing file");
      break;
    case fs::file_type::directory:
      refuse("is a folder", "give the path of a file in it");
      break;
    case fs::file_type::fifo:
      refuse("is a pipe, which can be read only once", "write it to a file and give its path");
      break;
    case fs::file_type::character:
    case fs::file_type::block:
      refuse("is a device", "give the path of a file");
      break;
    case fs::file_type::socket:
      refuse("is a socket", "give the path of a file");
      break;
    default:
      refuse(fmt::format("cannot be read ({})", error.message()),
             "give a file that you have permission to read");
  }
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && size > most) {
    refuse(fmt::format("holds {} bytes, {} at most", size, most), "give a smaller file");
  }
}

}  // namespace samspil
