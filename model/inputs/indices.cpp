#include "model/inputs/indices.hpp"

#include <cstdint>

namespace samspil {

const IndexValue* IndexTable::find(PriceIndex index, int year) const noexcept {
  for (const IndexValue& row : rows) {
    if (row.index == index && row.year == year) return &row;
  }
  return nullptr;
}

const IndexValue* IndexTable::last_known(PriceIndex index, int year) const noexcept {
  const IndexValue* before = nullptr;
  const IndexValue* after = nullptr;
  for (const IndexValue& row : rows) {
    if (row.index != index) continue;
    if (row.year <= year && (before == nullptr || row.year > before->year)) before = &row;
    if (row.year > year && (after == nullptr || row.year < after->year)) after = &row;
  }
  return before != nullptr ? before : after;
}

std::optional<double> at_level(double kroner, const IndexTable& indices, PriceIndex index, int from,
                               int to) noexcept {
  if (from == to) return kroner;
  const IndexValue* first = indices.find(index, from);
  const IndexValue* last = indices.find(index, to);
  if (first == nullptr || last == nullptr) return std::nullopt;
  return scaled(kroner, first->value, last->value);
}

double scaled(double kroner, double from, double to) noexcept {
  return static_cast<double>(static_cast<std::int64_t>(kroner * to / from + 0.5));
}

}  // namespace samspil
