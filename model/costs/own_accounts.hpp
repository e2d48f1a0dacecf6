/// \file
/// The municipality's own accounts beside a ledger.
#pragma once

#include <string>

#include "model/costs/ledger.hpp"
#include "model/inputs/committees.hpp"

namespace samspil {

/// What the municipality pays under a function of the chart of accounts in the first budget year,
/// before refunds of expensive cases [øre].
Ore paid_under(const std::string& function, const Ledger& ledger, const Catalogue& catalogue);

/// An own account as prices come to the level of the run: by the general price and wage index.
struct AccountAtLevel {
  double kroner = 0;
  bool is_moved = true;  ///< Whether the index knows its year; else it keeps its own level.
};
AccountAtLevel at_level_of_run(const OwnAccount& account, const Catalogue& catalogue);

}  // namespace samspil
