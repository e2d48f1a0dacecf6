/// \file
/// Price indices by year, as far as their values are known, and the one formula that they serve.
/// Which index fits which price is said in the price's own row; indices are never mixed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/words/problem.hpp"

namespace samspil {

enum class PriceIndex : std::uint8_t {
  none,
  net_price,       // nettoprisindeks: goods
  pl,              // generelt pris- og lønindeks: services, which are mostly wages
  psl,             // regulation number of personskatteloven § 20: amounts in law, tax
  satsregulering,  // benefits
};
inline constexpr std::array<std::string_view, 5> price_index_names{"none", "net_price", "pl", "psl",
                                                                   "satsregulering"};
inline constexpr std::size_t price_index_count = price_index_names.size();

inline constexpr Limits any_index{0.001, 1e6, NumberKind::ratio};

/// Files of the user's own, laid over a table in this order.
struct OwnFiles {
  std::vector<std::string> files;
  std::vector<std::string> texts;
  std::vector<Problem> warnings;  ///< What can be reckoned with and may not be meant.
};

struct IndexValue {
  PriceIndex index = PriceIndex::none;
  int year = 0;
  double value = 0;
  Grade grade = Grade::assumed;
  std::string source;
  int line = 0;
  std::string own_file{};  ///< Of the user, that it stands in; empty: the table's own.
};

struct IndexTable {
  std::vector<IndexValue> rows;
  std::string file;
  std::string text;
  OwnFiles own;

  /// Null where the index has no value for the year.
  const IndexValue* find(PriceIndex index, int year) const noexcept;

  /// The last value before or in `year`, else the first; null where the index has none.
  const IndexValue* last_known(PriceIndex index, int year) const noexcept;
};

/// kroner · I(to) / I(from), rounded to whole kr. Within one year nothing is moved, whatever the
/// index; else nothing comes of an index that lacks one of the years.
std::optional<double> at_level(double kroner, const IndexTable& indices, PriceIndex index, int from,
                               int to) noexcept;

/// kroner · to / from, rounded to whole kr.; kroner >= 0, from > 0.
double scaled(double kroner, double from, double to) noexcept;

}  // namespace samspil
