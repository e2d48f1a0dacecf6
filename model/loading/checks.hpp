/// \file
/// Checks that inputs of every form share: limits, ranges, units, sums.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/io/number.hpp"

namespace samspil {

std::optional<NumberFault> limits_fault(double value, Limits limits);
/// A value that is not whole is told `as_written`, where that is given.
std::optional<NumberFault> whole_fault(double value, std::string_view as_written = {});

/// Letters at most: of an id, which stands in every row of every table that is written, and of any
/// other text.
inline constexpr std::size_t longest_id = 100, longest_text = 4'000;

std::optional<NumberFault> length_fault(std::string_view text, std::size_t longest);

/// Whether low <= value <= high.
std::optional<NumberFault> range_fault(double low, double value, double high);

std::optional<NumberFault> unit_fault(std::string_view given, std::string_view expected);

/// Whether shares of one whole sum to 1; allows for the rounding of decimals.
std::optional<NumberFault> sum_fault(const std::vector<double>& shares);

}  // namespace samspil
