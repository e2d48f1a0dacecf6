#include "wasm/start_bytes.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "model/families/pool_parts.hpp"

namespace samspil {
namespace {

template <class T>
constexpr std::size_t size_in = sizeof(typename T::value_type);

/// How many bytes each of a column has, in the order of bytes_of().
constexpr std::array<std::size_t, 6> sizes{
    size_in<decltype(Pool::families)>, size_in<decltype(Pool::people)>,
    size_in<decltype(Pool::profiles)>, size_in<decltype(Pool::cost)>,
    size_in<decltype(Pool::weights)>,  sizeof(std::uint64_t)};

/// Calls put(as bytes_of() has it, as it travels) with the place of every byte.
template <class Put>
void for_each_byte(std::string_view bytes, const Put& put) {
  std::size_t begin = 0;
  for (const std::size_t size : sizes) {
    std::uint64_t told = 0;
    std::memcpy(&told, bytes.data() + begin, sizeof told);
    for (std::size_t i = 0; i < sizeof told; ++i, ++begin) put(begin, begin);
    const auto count = static_cast<std::size_t>(told);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < size; ++j) put(begin + i * size + j, begin + j * count + i);
    }
    begin += count * size;
  }
}

}  // namespace

std::string start_bytes(const Pool& pool) {
  const std::string bytes = bytes_of(pool);
  std::string start(bytes.size(), '\0');
  for_each_byte(bytes, [&](std::size_t at, std::size_t there) { start[there] = bytes[at]; });
  return start;
}

Pool pool_of_start(std::string_view start) {
  std::string bytes(start.size(), '\0');
  for_each_byte(start, [&](std::size_t at, std::size_t there) { bytes[at] = start[there]; });
  return pool_of(bytes);
}

}  // namespace samspil
