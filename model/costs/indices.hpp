/// \file
/// Prices at the price level of the run. A price whose index is none, or lacks the price's own
/// year, keeps its own level, and is counted and shown as such: no index stands in for another.
/// Where the index lacks the level of the run, the price goes to the index's last known year, if
/// the scenario runs with what is last known.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "model/inputs/catalogue.hpp"

namespace samspil {

/// How a price came to the level of the run.
enum class PriceMove : std::uint8_t {
  as_written,  // it is of that level
  moved,       // by its own index, to the level of the run or to the last year that it knows
  own_level,   // it keeps its own level: there is no value to move it by
};
inline constexpr std::array<std::string_view, 3> price_move_names{"as_written", "moved",
                                                                  "own_level"};

/// The level of a run, and what moves prices to it. Refers to its catalogue.
class PriceLevel {
 public:
  explicit PriceLevel(const Catalogue& catalogue) : catalogue_{catalogue} {}

  PriceMove move_of(const CatalogueRow& row) const noexcept;

  /// The year whose level price() has.
  int level_of(const CatalogueRow& row) const noexcept;

  /// Whole kr. per unit at that level.
  ///   price · I(level) / I(own level), rounded; times what matches it to own accounts, rounded
  double price(const CatalogueRow& row) const noexcept;

 private:
  std::optional<double> moved(const CatalogueRow& row) const noexcept;
  int last_known_level(const CatalogueRow& row) const noexcept;

  const Catalogue& catalogue_;
};

/// How many prices came to the level of the run in which way.
struct PriceMoves {
  std::size_t as_written = 0;
  std::array<std::size_t, price_index_count> moved_by{};
  std::vector<Service> own_level;  ///< In catalogue order.
  /// Of those moved, by year: to the last year that their index knows, which is not the run's.
  std::map<int, std::size_t> moved_short;
};

PriceMoves count_moves(const Catalogue& catalogue);

}  // namespace samspil
