#include "tests/soak/judge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <string_view>

namespace samspil::test {
namespace {

constexpr std::size_t longest_message = 4096;
constexpr std::string_view own_name = "samspil: ";

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The code point that starts at `at`, which moves on; nothing where the bytes are no UTF-8.
std::optional<std::uint32_t> next_code(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if ((first >= 0x80 && first < 0xC2) || first > 0xF4 || at + size > text.size()) return {};
  std::uint32_t code = size == 1 ? first : first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80) return {};
    code = code << 6 | (byte(at + i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  at += size;
  return code;
}

/// Whether a line holds what acts on the reader's terminal: control codes, codes that break the
/// line or turn the writing round, bytes that are no UTF-8.
bool acts_on_a_terminal(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const auto code = next_code(line, at);
    if (!code || *code < 0x20 || (*code >= 0x7F && *code < 0xA0)) return true;
    if (*code == 0x2028 || *code == 0x2029) return true;
    if ((*code >= 0x202A && *code <= 0x202E) || (*code >= 0x2066 && *code <= 0x2069)) return true;
  }
  return false;
}

/// Words of a library that a user can do nothing with.
bool is_of_a_library(const std::string& line) {
  static constexpr std::array<std::string_view, 7> words{
      "bad_alloc", "std::", "json.exception", "basic_string", "vector::", "stoi", "bad optional"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

/// Of one line that tells a fault. Faults of inputs (exit 2) hold what would be right.
std::optional<Finding> finding_of_fault(const std::string& line, bool is_of_input) {
  if (line.size() > longest_message) {
    return Finding{"long message", fmt::format("{} bytes", line.size())};
  }
  if (acts_on_a_terminal(line)) return Finding{"raw codes", line};
  if (is_of_a_library(line)) return Finding{"words of a library", line};
  if (is_of_input && line.find("; ") == std::string::npos) return Finding{"no advice", line};
  return std::nullopt;
}

bool is_on_the_way(const std::string& line, const std::vector<std::string>& words) {
  return line.ends_with(" %") || line.starts_with("Warning: ") || line.starts_with("Advarsel: ") ||
         std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return line.starts_with(word + ": "); });
}

std::optional<Finding> finding_of_messages(const ChildRun& run,
                                           const std::vector<std::string>& words) {
  const bool checks =
      words.front() == "check" || std::find(words.begin(), words.end(), "--check") != words.end();
  const bool tells_on_stdout = checks && run.exit == 2 && run.err.empty();
  if (tells_on_stdout) {
    const std::vector<std::string> faults = lines_in(run.out);
    if (faults.empty()) return Finding{"no message", ""};
    for (const std::string& fault : faults) {
      if (auto finding = finding_of_fault(fault, true)) return finding;
      if (fault.find(": ") == std::string::npos) return Finding{"no form", fault};
    }
    return std::nullopt;
  }
  if (!run.out.empty()) return Finding{"result and fault", run.out.substr(0, 200)};
  if (!run.err.ends_with('\n')) return Finding{"half a line", run.err};
  std::vector<std::string> lines = lines_in(run.err);
  const std::string fault = lines.back();
  lines.pop_back();
  if (!fault.starts_with(own_name)) return Finding{"no form", fault};
  for (const std::string& line : lines) {
    if (!is_on_the_way(line, words)) return Finding{"several lines", run.err.substr(0, 500)};
  }
  return finding_of_fault(fault, run.exit == 2);
}

/// How large a calibration is, its file alone says, and so may a mutant. One that tells how far it
/// is has been asked for more than there is time for.
bool tells_how_far(const ChildRun& run, const std::vector<std::string>& words) {
  return words.front() == "calibrate" && run.err.find("simulating") != std::string::npos;
}

}  // namespace

std::optional<Finding> finding_of(const ChildRun& run, const std::vector<std::string>& words,
                                  const ChildLimits& limits) {
  if (run.is_late && tells_how_far(run, words)) return std::nullopt;
  if (run.is_late) return Finding{"late", fmt::format("not done after {} s", limits.seconds)};
  if (run.signal != 0) {
    return Finding{"crash", fmt::format("signal {} {}", run.signal, run.err.substr(0, 200))};
  }
  if (run.exit < 0 || run.exit > 2) return Finding{"exit code", std::to_string(run.exit)};
  if (run.peak > limits.bytes) {
    return Finding{"memory", fmt::format("{} MB", run.peak / 1'000'000)};
  }
  if (run.exit != 0) return finding_of_messages(run, words);
  if (holds_no_number(run.out)) return Finding{"no number", "nan or inf in the result"};
  return std::nullopt;
}

bool holds_no_number(std::string_view text) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) != 0 ||
                                text[at] == '_' || text[at] == '.' || text[at] < 0);
  };
  for (const std::string_view none : {"nan", "inf"}) {
    for (std::size_t at = text.find(none); at != text.npos; at = text.find(none, at + 1)) {
      if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + none.size())) return true;
    }
  }
  return false;
}

std::vector<std::string> outputs_of(const std::vector<std::string>& words) {
  std::vector<std::string> outputs;
  for (std::size_t i = 1; i < words.size(); ++i) {
    for (const char* option : {"--out", "--csv", "--start", "--checkpoint"}) {
      if (words[i - 1] == option) outputs.push_back(words[i]);
    }
  }
  return outputs;
}

std::string without_details(const std::string& message) {
  std::string kept;
  char quote = '\0';
  for (const char c : message) {
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '\'' || c == '"') {
      quote = c;
    } else if (std::isdigit(static_cast<unsigned char>(c)) == 0) {
      kept += c;
    }
  }
  return kept.substr(0, 80);
}

}  // namespace samspil::test
