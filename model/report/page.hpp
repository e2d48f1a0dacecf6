/// \file
/// Plain text of at most 80 columns: sentences that wrap, headings, rows of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

inline constexpr std::size_t page_width = 80;

class Page {
 public:
  /// Wraps between words; following lines are indented like the first.
  void sentence(std::string_view text, std::size_t indent = 0);
  void heading(std::string_view text);
  void blank() { text_ += '\n'; }

  /// A label and right-aligned cells; the label takes what `cell_width` × cells leaves.
  void row(std::string_view label, const std::vector<std::string>& cells, std::size_t cell_width,
           std::size_t indent = 0);

  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace samspil
