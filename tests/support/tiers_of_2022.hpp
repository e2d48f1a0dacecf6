/// \file
/// The refund of expensive single cases by the law of 2022.
#pragma once

#include "model/inputs/law.hpp"

namespace samspil::test {

/// Serviceloven § 176, 2022 level: what lies above each limit [øre a year] is refunded so much [%].
inline constexpr ExpensiveCaseTiers tiers_of_2022{
    {{860'000'00, 25}, {1'680'000'00, 50}, {2'120'000'00, 75}}};

}  // namespace samspil::test
