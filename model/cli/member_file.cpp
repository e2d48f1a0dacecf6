#include "model/cli/member_file.hpp"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <chrono>

#include "model/core/checksum.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

constexpr std::string_view checksum = "checksum ";
/// A kill costs the members of so long: the file is written whole, and there may be thousands.
constexpr std::chrono::milliseconds between_writes{500};

/// Bit by bit, so that what is read is what was written, numbers or none.
void append_bits(const std::vector<double>& values, std::string& text) {
  for (const double value : values) {
    fmt::format_to(std::back_inserter(text), " {:x}", std::bit_cast<std::uint64_t>(value));
  }
}

std::vector<std::uint64_t> words_of(std::string_view line) {
  std::vector<std::uint64_t> words;
  while (!line.empty()) {
    std::uint64_t word = 0;
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), word, 16);
    if (fault != std::errc{}) return {};
    words.push_back(word);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (line.starts_with(' ')) line.remove_prefix(1);
  }
  return words;
}

}  // namespace

MemberFile::MemberFile(std::filesystem::path file, std::string identity)
    : file_{std::move(file)},
      name_{file_.path().string()},
      text_{fmt::format("{}{}\n", members_begin, identity)} {
  const std::string text = file_.open();
  if (!text.empty()) read(text);
}

void MemberFile::read(std::string_view text) {
  const auto refuse = [&](Key problem) {
    return InputError{Problem{name_, 0, "", {problem}, {"remedy.other_members"}}};
  };
  if (!text.starts_with(members_begin)) throw refuse("fault.no_members");
  if (!text.starts_with(text_)) throw refuse("fault.other_members");
  const std::size_t end = text.rfind(checksum);
  if (end == text.npos ||
      text.substr(end) !=
          fmt::format("{}{}\n", checksum, hexadecimal(fnv1a(text.substr(0, end))))) {
    throw refuse("fault.torn_or_altered");
  }
  std::string_view lines = text.substr(text_.size(), end - text_.size());
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::vector<std::uint64_t> words = words_of(line);
    if (words.size() % 2 != 1) throw refuse("fault.torn_or_altered");
    MemberOutput& output = members_[words.front()];
    const std::size_t n = words.size() / 2;
    for (std::size_t i = 0; i < n; ++i) {
      output.outputs.push_back(std::bit_cast<double>(words[1 + i]));
      output.variances.push_back(std::bit_cast<double>(words[1 + n + i]));
    }
  }
  found_ = members_.size();
  text_ = std::string{text.substr(0, end)};
}

MemberStore MemberFile::store() {
  MemberStore store;
  store.find = [this](std::uint64_t key) -> std::optional<MemberOutput> {
    const std::lock_guard lock{writing_};
    const auto found = members_.find(key);
    return found == members_.end() ? std::nullopt : std::optional{found->second};
  };
  store.keep = [this](std::uint64_t key, const MemberOutput& output) { keep(key, output); };
  return store;
}

void MemberFile::keep(std::uint64_t key, const MemberOutput& output) {
  const std::lock_guard lock{writing_};
  if (!members_.emplace(key, output).second) return;
  fmt::format_to(std::back_inserter(text_), "{:x}", key);
  append_bits(output.outputs, text_);
  append_bits(output.variances, text_);
  text_ += '\n';
  const auto now = std::chrono::steady_clock::now();
  if (now - written_ < between_writes) return;
  written_ = now;
  try {
    file_.replace(fmt::format("{}{}{}\n", text_, checksum, hexadecimal(fnv1a(text_))));
    fault_ = {};
  } catch (const std::runtime_error& error) {
    fault_ = message_of(error);
  }
}

}  // namespace samspil::cli
