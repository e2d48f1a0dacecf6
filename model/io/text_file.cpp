#include "model/io/text_file.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "model/core/problem.hpp"
#include "model/io/input_file.hpp"

namespace samspil {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Bytes of the UTF-8 sequence that `lead` opens, or 0 where none may start.
std::size_t sequence_length(unsigned char lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

/// Line of the first byte that is not UTF-8, or 0.
int line_of_bad_utf8(std::string_view text) noexcept {
  int line = 1;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(static_cast<unsigned char>(text[i]));
    if (length == 0 || i + length > text.size()) return line;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return line;
    }
    if (text[i] == '\n') ++line;
    i += length;
  }
  return 0;
}

[[noreturn]] void refuse(const std::filesystem::path& file, int line, std::string problem,
                         std::string remedy) {
  throw InputError(Problem{file.string(), line, "", std::move(problem), std::move(remedy)});
}

[[noreturn]] void fail_to_write(const std::filesystem::path& file, const std::string& reason) {
  throw std::runtime_error(fmt::format("cannot write {}: {}", file.string(), reason));
}

}  // namespace

std::string read_text(const std::filesystem::path& file) {
  require_input_file(file, largest_text);
  errno = 0;
  std::ifstream stream{file, std::ios::binary};
  std::string text;
  std::array<char, 65536> part{};
  while (stream.read(part.data(), part.size()) || stream.gcount() > 0) {
    text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest_text) {  // It grew, or its system tells no size.
      refuse(file, 0, fmt::format("holds more than {} bytes", largest_text), "give a smaller file");
    }
  }
  if (!stream.is_open() || stream.bad()) {
    refuse(file, 0, fmt::format("cannot be read ({})", std::strerror(errno)),
           "give a file that you have permission to read");
  }
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse(file, 0, "the file is empty",
           file.extension() == ".csv" ? "copy a shipped one, such as scenarios/prices/2022.csv"
                                      : "copy a shipped one, such as scenarios/default.toml");
  }
  if (text.find('\0') != std::string::npos) {
    refuse(file, 0, "is a binary file", "give a text file in UTF-8");
  }
  if (const int line = line_of_bad_utf8(text); line > 0) {
    refuse(file, line, "holds a letter that is not UTF-8", "save the file again as UTF-8");
  }
  return text;
}

void write_text(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::path beside = file;
  beside += fmt::format(".{}.part", ::getpid());
  std::error_code ignored;
  {
    errno = 0;
    std::ofstream stream{beside, std::ios::binary | std::ios::trunc};
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    if (!stream) {
      const std::string reason = std::strerror(errno);
      std::filesystem::remove(beside, ignored);
      fail_to_write(file, reason);
    }
  }
  std::error_code error;
  std::filesystem::rename(beside, file, error);
  if (error) {
    std::filesystem::remove(beside, ignored);
    fail_to_write(file, error.message());
  }
}

}  // namespace samspil
