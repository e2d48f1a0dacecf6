/// \file
/// Plain text of at most 80 columns: sentences that wrap, headings, lines. Control codes of inputs
/// are shown as letters.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

inline constexpr std::size_t page_width = 80;

class Page {
 public:
  /// Wraps between words; following lines are indented like the first.
  void sentence(std::string_view text, std::size_t indent = 0);
  void heading(std::string_view text);
  void blank() { text_ += '\n'; }

  /// As it is, without the blanks at its end.
  void line(std::string text);

  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace samspil
