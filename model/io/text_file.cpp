#include "model/io/text_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "model/core/shown_text.hpp"
#include "model/io/input_file.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Line of the first byte that is not UTF-8, or 0.
int line_of_bad_utf8(std::string_view text) noexcept {
  const std::size_t place = find_bad_utf8(text);
  if (place == std::string_view::npos) return 0;
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

[[noreturn]] void refuse(const std::filesystem::path& file, int line, Message problem, Key remedy) {
  throw InputError(Problem{file.string(), line, "", std::move(problem), {remedy}});
}

}  // namespace

std::string read_text(const std::filesystem::path& file, std::size_t largest) {
  require_input_file(file, largest);
  errno = 0;
  std::ifstream stream{file, std::ios::binary};
  std::string text;
  std::array<char, 65536> part{};
  while (stream.read(part.data(), part.size()) || stream.gcount() > 0) {
    text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest) {  // It grew, or its system tells no size.
      refuse(file, 0, {"fault.more_bytes", largest}, "remedy.smaller_file");
    }
  }
  if (!stream.is_open() || stream.bad()) {
    refuse(file, 0, {"fault.unreadable", system_reason(errno)}, "remedy.readable_file");
  }
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse(file, 0, {"fault.empty_file"},
           file.extension() == ".csv" ? Key{"remedy.copy_csv"} : Key{"remedy.copy_toml"});
  }
  if (text.find('\0') != std::string::npos) {
    refuse(file, 0, {"fault.binary"}, "remedy.text_file");
  }
  if (const int line = line_of_bad_utf8(text); line > 0) {
    refuse(file, line, {"fault.not_utf8"}, "remedy.save_as_utf8");
  }
  return text;
}

}  // namespace samspil
