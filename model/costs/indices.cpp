#include "model/costs/indices.hpp"

namespace samspil {

PriceMove PriceLevel::move_of(const CatalogueRow& row) const noexcept {
  if (row.price_level == catalogue_.price_level) return PriceMove::as_written;
  return moved(row) ? PriceMove::moved : PriceMove::own_level;
}

double PriceLevel::price(const CatalogueRow& row) const noexcept {
  return moved(row).value_or(row.price.value);
}

std::optional<double> PriceLevel::moved(const CatalogueRow& row) const noexcept {
  return at_level(row.price.value, catalogue_.indices, row.index, row.price_level,
                  catalogue_.price_level);
}

PriceMoves count_moves(const Catalogue& catalogue) {
  const PriceLevel level{catalogue};
  PriceMoves moves;
  for (const CatalogueRow& row : catalogue.rows) {
    switch (level.move_of(row)) {
      case PriceMove::as_written:
        ++moves.as_written;
        break;
      case PriceMove::moved:
        ++moves.moved_by[index_of(row.index)];
        break;
      case PriceMove::own_level:
        moves.own_level.push_back(row.service);
        break;
    }
  }
  return moves;
}

}  // namespace samspil
