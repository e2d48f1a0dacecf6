#include "model/io/input_file.hpp"

#include <string>
#include <system_error>

#include "model/words/problem.hpp"

namespace samspil {

namespace fs = std::filesystem;

void require_input_file(const fs::path& file, std::uintmax_t most) {
  const auto refuse = [&file](Message problem, Key remedy) {
    throw InputError(Problem{file.string(), 0, "", std::move(problem), {remedy}});
  };
  std::error_code error;
  switch (fs::status(file, error).type()) {
    case fs::file_type::regular:
      break;
    case fs::file_type::not_found:
      refuse({"fault.no_file"}, file.extension() == ".h5" ? Key{"remedy.existing_results"}
                                                          : Key{"remedy.existing_file"});
      break;
    case fs::file_type::directory:
      refuse({"fault.is_folder"}, "remedy.file_in_folder");
      break;
    case fs::file_type::fifo:
      refuse({"fault.is_pipe"}, "remedy.pipe_to_file");
      break;
    case fs::file_type::character:
    case fs::file_type::block:
      refuse({"fault.is_device"}, "remedy.path_of_file");
      break;
    case fs::file_type::socket:
      refuse({"fault.is_socket"}, "remedy.path_of_file");
      break;
    default:
      refuse({"fault.unreadable", system_reason(error.value())}, "remedy.readable_file");
  }
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && size > most) {
    refuse({"fault.bytes", size, most}, "remedy.smaller_file");
  }
}

}  // namespace samspil
