#include "model/appraisal/transfers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil {
namespace {

std::vector<Ore> weights_by(std::span<const Pocket> pockets, JointFinancing rule) {
  std::vector<Ore> weights;
  for (const Pocket& pocket : pockets) {
    const Ore weight = rule == JointFinancing::gain ? pocket.gains : -pocket.pays;
    weights.push_back(std::max(weight, Ore{0}));
  }
  return weights;
}

Ore sum_of(const std::vector<Ore>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Ore{0});
}

/// By the rule, else by the other one, else alike; never all nought.
std::vector<Ore> settled_weights(std::span<const Pocket> pockets, JointFinancing rule) {
  const bool by_gain = rule == JointFinancing::gain;
  std::vector<Ore> weights = weights_by(pockets, rule);
  if (sum_of(weights) > 0) return weights;
  weights = weights_by(pockets, by_gain ? JointFinancing::responsibility : JointFinancing::gain);
  if (sum_of(weights) > 0) return weights;
  return std::vector<Ore>(pockets.size(), 1);
}

/// Parts of an amount in proportion to weights: the sums of the first one, two … parts are rounded,
/// so that all parts sum to the amount and none has the sign of another.
std::vector<Ore> parts_of(Ore amount, const std::vector<Ore>& weights) {
  const auto all = static_cast<double>(sum_of(weights));
  std::vector<Ore> parts;
  Ore weight_so_far = 0, given = 0;
  for (const Ore weight : weights) {
    weight_so_far += weight;
    const double share = static_cast<double>(weight_so_far) / all;
    const Ore so_far = share < 1 ? std::llround(static_cast<double>(amount) * share) : amount;
    parts.push_back(so_far - given);
    given = so_far;
  }
  return parts;
}

}  // namespace

Transfers transfers_between(std::span<const Pocket> pockets, JointFinancing rule) {
  Transfers between;
  for (const Pocket& pocket : pockets) between.total += pocket.net;
  between.missing = std::max(-between.total, Ore{0});
  between.left = parts_of(between.total, settled_weights(pockets, rule));
  for (std::size_t i = 0; i < pockets.size(); ++i) {
    between.receives.push_back(between.missing > 0 ? 0 : between.left[i] - pockets[i].net);
  }
  return between;
}

Transfers transfers_of_payers(const Saving& saving, const CashableResult& cashable,
                              JointFinancing rule) {
  std::vector<Pocket> pockets;
  for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
    pockets.push_back(pocket_of(saving, cashable, {.payer = payer}));
  }
  return transfers_between(pockets, rule);
}

Transfers transfers_of_departments(const Saving& saving, const CashableResult& cashable,
                                   JointFinancing rule) {
  std::vector<Pocket> pockets;
  for (std::size_t i = 0; i < department_count; ++i) {
    pockets.push_back(
        pocket_of(saving, cashable,
                  {.department = static_cast<Department>(i), .payer = Payer::municipality}));
  }
  return transfers_between(pockets, rule);
}

}  // namespace samspil
