#include "model/io/integer_table.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/core/checksum.hpp"

namespace samspil {
namespace {

std::uint64_t add(std::uint64_t hash, std::uint64_t value) noexcept {
  char bytes[8];
  for (char& byte : bytes) {
    byte = static_cast<char>(value & 0xFFU);
    value >>= 8U;
  }
  return fnv1a({bytes, sizeof bytes}, hash);
}

}  // namespace

std::size_t place_of(const IntegerTable& table, std::string_view axis, std::string_view label) {
  const auto named = std::find(table.axes.begin(), table.axes.end(), axis);
  const auto number = static_cast<std::size_t>(named - table.axes.begin());
  if (number >= table.labels.size()) {
    throw std::out_of_range(table.name + ": " + std::string{axis});
  }
  const auto& labels = table.labels[number];
  const auto found = std::find(labels.begin(), labels.end(), label);
  if (found == labels.end()) {
    throw std::out_of_range(table.name + ": " + std::string{axis} + ": " + std::string{label});
  }
  return static_cast<std::size_t>(found - labels.begin());
}

std::int64_t value_at(const IntegerTable& table, std::initializer_list<std::size_t> places) {
  std::size_t row = 0, axis = 0;
  for (const std::size_t place : places) {
    const std::size_t extent = axis < table.shape.size() ? table.shape[axis++] : 0;
    if (place >= extent) throw std::out_of_range(table.name);
    row = row * extent + place;
  }
  if (row >= table.values.size()) throw std::out_of_range(table.name);
  return table.values[row];
}

std::string hash_of(std::span<const IntegerTable> tables) {
  std::uint64_t hash = fnv1a("");
  for (const IntegerTable& table : tables) {
    hash = add(fnv1a(table.name, hash), table.shape.size());
    for (const std::size_t extent : table.shape) hash = add(hash, extent);
    for (const std::int64_t value : table.values) {
      hash = add(hash, static_cast<std::uint64_t>(value));
    }
  }
  return hexadecimal(hash);
}

}  // namespace samspil
