#include "model/families/pool_parts.hpp"

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace samspil {
namespace {

// All processes run the same program, so that memory as it lies is what they understand.
template <class T>
void append(std::string& bytes, const std::vector<T>& values) {
  static_assert(std::is_trivially_copyable_v<T>);
  const std::uint64_t size = values.size();
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  bytes.append(reinterpret_cast<const char*>(values.data()), size * sizeof(T));
}

template <class T>
void take(std::string_view& bytes, std::vector<T>& values) {
  std::uint64_t size = 0;
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  values.resize(size);
  if (size > 0) std::memcpy(values.data(), bytes.data(), size * sizeof(T));
  bytes.remove_prefix(size * sizeof(T));
}

/// The columns that the burn-in fills.
void for_each_column(auto& part, auto&& act) {
  act(part.families);
  act(part.people);
  act(part.profiles);
  act(part.cost);
}

}  // namespace

void share_parts(std::vector<Pool>& parts, const Ranks& ranks) {
  if (ranks.count() == 1) return;
  std::string own;
  for (const Pool& part : parts) {
    for_each_column(part, [&](const auto& column) { append(own, column); });
  }
  for (const std::string& theirs : ranks.gather(own)) {
    std::string_view rest{theirs};
    for (Pool& part : parts) {
      Pool other;
      for_each_column(other, [&](auto& column) { take(rest, column); });
      if (!other.families.empty()) part = std::move(other);
    }
  }
}

std::string bytes_of(const Pool& pool) {
  std::string bytes;
  for_each_column(pool, [&](const auto& column) { append(bytes, column); });
  append(bytes, pool.weights);
  append(bytes, std::vector<std::uint64_t>{pool.candidates});
  return bytes;
}

Pool pool_of(std::string_view bytes) {
  Pool pool;
  for_each_column(pool, [&](auto& column) { take(bytes, column); });
  take(bytes, pool.weights);
  std::vector<std::uint64_t> candidates;
  take(bytes, candidates);
  pool.candidates = candidates.front();
  return pool;
}

void share_weights(std::vector<double>& weights, const Ranks& ranks) {
  if (ranks.count() == 1) return;
  std::string bytes{reinterpret_cast<const char*>(weights.data()), weights.size() * sizeof(double)};
  ranks.broadcast(bytes);
  if (bytes.size() != weights.size() * sizeof(double)) {
    throw std::logic_error("the processes have made different pools");
  }
  std::memcpy(weights.data(), bytes.data(), bytes.size());
}

}  // namespace samspil
