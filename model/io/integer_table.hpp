/// \file
/// A named array of whole numbers with its axes: what results are stored and compared as. Knows no
/// domain.
#pragma once

#include <cstdint>
#include <span>
#include <string>
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

/// Over names, shapes and values (least significant byte first), in the order given.
std::string hash_of(std::span<const IntegerTable> tables);

}  // namespace samspil
