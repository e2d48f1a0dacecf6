/// \file
/// A named array of whole numbers with its axes: what results are stored and compared as. Knows no
/// domain.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Row-major; axes[i] names axis i, labels[i] its positions (empty: counted from 0).
struct IntegerTable {
  std::string name;
  std::string unit;
  std::vector<std::string> axes;
  std::vector<std::vector<std::string>> labels;
  std::vector<std::size_t> shape;
  std::vector<std::int64_t> values;

  friend bool operator==(const IntegerTable&, const IntegerTable&) = default;
};

/// FNV-1a, 64 bits, of a byte sequence. Finds accidents, not forgery.
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t start = 0xCBF29CE484222325ULL) noexcept;

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

/// Over names, shapes and values (least significant byte first), in the order given.
std::string hash_of(std::span<const IntegerTable> tables);

}  // namespace samspil
