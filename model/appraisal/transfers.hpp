/// \file
/// Wrong pockets: who pays is not who gains. What pockets must hand to each other for each to be
/// whole, and what is missing where no transfer can do that.
#pragma once

#include <span>
#include <vector>

#include "model/appraisal/pockets.hpp"
#include "model/inputs/joint_financing.hpp"

namespace samspil {

/// Between chosen pockets [whole øre, sums over runs as theirs].
struct Transfers {
  Ore total = 0;    ///< Net result of all together, which no transfer moves.
  Ore missing = 0;  ///< For all to be whole: -total where it is negative, else 0.
  std::vector<Ore>
      receives;           ///< By pocket, positive = it receives; sums to 0. All 0 where missing.
  std::vector<Ore> left;  ///< By pocket, ≥ 0; where missing what it carries, ≤ 0. Sums to total.
};

/// Each pocket is given its part of the total by the rule: of what is left over, where the total is
/// not negative, else of what is missing. Parts are whole øre and at most one from their share. A
/// rule under which nobody has a share (nobody gains, nobody pays) gives way to the other one, and
/// where neither has any all take equal parts.
Transfers transfers_between(std::span<const Pocket> pockets, JointFinancing rule);

/// Of the public's net result between municipality, region and state, in this order.
Transfers transfers_of_payers(const Saving& saving, const CashableResult& cashable,
                              JointFinancing rule);

/// Of the municipality's own net result between its departments, before any other payer gives.
Transfers transfers_of_departments(const Saving& saving, const CashableResult& cashable,
                                   JointFinancing rule);

}  // namespace samspil
