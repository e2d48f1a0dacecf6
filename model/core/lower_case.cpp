#include "model/core/lower_case.hpp"

namespace samspil {

std::string lower_case(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // Æ, Ø and Å are two bytes of UTF-8: C3 and 80 to 9E, in lower case C3 and A0 to BE.
  for (std::size_t i = 1; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (out[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) {
      out[i] = static_cast<char>(byte + 0x20);
    }
  }
  return out;
}

}  // namespace samspil
