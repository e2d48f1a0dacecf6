/// \file
/// How much of a run rests on the user's own prices.
#pragma once

#include "model/appraisal/report.hpp"

namespace samspil {

struct OwnPrices {
  int count = 0;  ///< Prices of grade own.
  double cost_share =
      0;  ///< Of what the baseline's services cost over all years, all payers [0, 1].
};

OwnPrices own_prices(const Report& report);

}  // namespace samspil
