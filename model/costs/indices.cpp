#include "model/costs/indices.hpp"

namespace samspil {

PriceMove PriceLevel::move_of(const CatalogueRow& row) const noexcept {
  if (row.price_level == catalogue_.price_level) return PriceMove::as_written;
  return moved(row) ? PriceMove::moved : PriceMove::own_level;
}

int PriceLevel::level_of(const CatalogueRow& row) const noexcept {
  return moved(row) ? last_known_level(row) : row.price_level;
}

double PriceLevel::price(const CatalogueRow& row) const noexcept {
  const double kroner = moved(row).value_or(row.price.value);
  return row.match == 1 ? kroner : scaled(kroner, 1, row.match);
}

std::optional<double> PriceLevel::moved(const CatalogueRow& row) const noexcept {
  return at_level(row.price.value, catalogue_.indices, row.index, row.price_level,
                  last_known_level(row));
}

int PriceLevel::last_known_level(const CatalogueRow& row) const noexcept {
  const int level = catalogue_.price_level;
  if (row.price_level == level || catalogue_.law.unknown == UnknownLaw::refuse) return level;
  const IndexValue* known = catalogue_.indices.last_known(row.index, level);
  return known != nullptr ? known->year : level;
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
        if (const int year = level.level_of(row); year != catalogue.price_level) {
          ++moves.moved_short[year];
        }
        break;
      case PriceMove::own_level:
        moves.own_level.push_back(row.service);
        break;
    }
  }
  return moves;
}

}  // namespace samspil
