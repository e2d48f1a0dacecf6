#include "model/io/toml_depth.hpp"

#include <algorithm>
#include <cstddef>

namespace samspil {
namespace {

bool is_bare(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

class DepthReader {
 public:
  DepthReader(std::string_view text, int most) : text_{text}, most_{most} {}

  int line_too_deep() {
    while (at_ < text_.size()) {
      step(text_[at_]);
      if (parts_ > most_ || depth_ > most_) return line_;
    }
    return 0;
  }

 private:
  void step(char c) {
    if (c == '"' || c == '\'') {
      count_part();
      skip_string(c);
    } else if (is_bare(c)) {
      count_part();
      while (at_ < text_.size() && is_bare(text_[at_])) ++at_;
    } else if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else {
      pass(c);
      ++at_;
    }
  }

  void pass(char c) noexcept {
    if (c == ' ' || c == '\t') return;
    is_joined_ = c == '.' && parts_ > 0;
    if (!is_joined_) parts_ = 0;
    if (c == '[' || c == '{') ++depth_;
    if (c == ']' || c == '}') depth_ = std::max(depth_ - 1, 0);
    if (c == '\n') ++line_;
  }

  void count_part() noexcept {
    parts_ = is_joined_ ? parts_ + 1 : 1;
    is_joined_ = false;
  }

  /// Behind the string that begins here, or behind the line on which it should have ended.
  void skip_string(char quote) {
    const std::string_view rest = text_.substr(at_);
    const bool is_long = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
    at_ += is_long ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n' && !is_long) return;
      if (c == '\n') ++line_;
      if (c == '\\' && quote == '"' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
      ++at_;
      if (c != quote) continue;
      if (!is_long) return;
      if (at_ + 1 < text_.size() && text_[at_] == quote && text_[at_ + 1] == quote) {
        at_ += 2;
        return;
      }
    }
  }

  std::string_view text_;
  int most_;
  std::size_t at_ = 0;
  int line_ = 1;
  int parts_ = 0;
  int depth_ = 0;
  bool is_joined_ = false;
};

}  // namespace

int line_too_deep(std::string_view text, int most) {
  return DepthReader{text, most}.line_too_deep();
}

}  // namespace samspil
