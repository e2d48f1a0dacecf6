/// \file
/// A named array of whole numbers with its axes: what results are stored and compared as. Knows no
/// domain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
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

/// Where a label stands on an axis. Throws std::out_of_range where the table has neither.
std::size_t place_of(const IntegerTable& table, std::string_view axis, std::string_view label);

/// The value at one place of each axis. Throws std::out_of_range where the table ends before.
std::int64_t value_at(const IntegerTable& table, std::initializer_list<std::size_t> places);

/// Over names, shapes and values (least significant byte first), in the order given.
std::string hash_of(std::span<const IntegerTable> tables);

}  // namespace samspil
