/// \file
/// The year-0 population as columns, block by block, so that memory does not grow with families.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "model/families/population_fit.hpp"

namespace samspil {

/// One integer column of a block. Scores are given in the unit's whole numbers, rounded.
struct Column {
  std::string_view name;
  std::string_view unit;  ///< For states: the position in the enumeration of that name.
  std::vector<std::int64_t> values;
};

/// Called with the columns of the families and of the people of each block, in order. The names and
/// their order are the same in every block.
using TakeColumns =
    std::function<void(const std::vector<Column>& families, const std::vector<Column>& people)>;

/// Makes the population of a scenario, hands it over and reports its fit. Throws as make_pool.
PopulationFit make_population(const Scenario& scenario, const Execution& execution,
                              const ShareDone& share_done, const TakeColumns& take_columns);

}  // namespace samspil
