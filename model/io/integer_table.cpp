#include "model/io/integer_table.hpp"

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
