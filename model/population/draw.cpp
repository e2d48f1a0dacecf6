#include "model/population/draw.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace samspil {
namespace {

constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15;  // 2^64 (sqrt(5) - 1) / 2, odd

void check_weights(std::span<const double> weights) {
  const auto usable = [](double w) { return std::isfinite(w) && w >= 0; };
  const auto positive = [](double w) { return w > 0; };
  if (weights.size() > std::numeric_limits<std::uint32_t>::max() ||
      !std::all_of(weights.begin(), weights.end(), usable) ||
      std::none_of(weights.begin(), weights.end(), positive)) {
    throw std::invalid_argument("draw: weights must be finite, not negative, and not all 0");
  }
}

struct Cut {
  std::size_t indicator = 0;
  double mean = 0;
  double variance = 0;  ///< 0: the members are alike, or weigh nothing.
};

/// The indicator that varies most among these members, and its weighted mean.
Cut widest(std::span<const std::uint32_t> members, std::span<const double> indicators,
           std::span<const double> weights, std::size_t m) {
  std::vector<double> sums(m);
  std::vector<double> squares(m);
  const double* first = &indicators[members.front() * m];
  double total = 0;
  for (const std::uint32_t k : members) {
    const double w = weights[k];
    total += w;
    for (std::size_t j = 0; j < m; ++j) {  // from the first member: exactly 0 where all are alike
      const double x = indicators[k * m + j] - first[j];
      sums[j] += w * x;
      squares[j] += w * x * x;
    }
  }
  Cut cut;
  if (total <= 0) return cut;
  for (std::size_t j = 0; j < m; ++j) {
    const double mean = sums[j] / total;
    const double variance = squares[j] / total - mean * mean;
    if (variance > cut.variance) cut = {j, first[j] + mean, variance};
  }
  return cut;
}

}  // namespace

std::vector<std::uint32_t> balanced_order(std::span<const double> indicators,
                                          std::span<const double> weights) {
  check_weights(weights);
  const std::size_t n = weights.size();
  const std::size_t m = indicators.size() / n;
  if (m * n != indicators.size()) {
    throw std::invalid_argument("draw: indicators are not one row per member");
  }
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);

  // A node is a stretch of the order. Its halves face each other as in a Gray code: low then high
  // turned round, or high then low turned round. So what meets in the middle is alike too.
  struct Node {
    std::size_t begin, end;
    bool turned;
  };
  std::vector<Node> nodes{{0, n, false}};
  while (!nodes.empty()) {
    const Node node = nodes.back();
    nodes.pop_back();
    if (m == 0 || node.end - node.begin < 2) continue;
    const std::span<std::uint32_t> members{&order[node.begin], node.end - node.begin};
    const Cut cut = widest(members, indicators, weights, m);
    if (cut.variance <= 0) continue;
    const auto goes_first = [&](std::uint32_t k) {
      return (indicators[k * m + cut.indicator] > cut.mean) == node.turned;
    };
    const auto middle = std::stable_partition(members.begin(), members.end(), goes_first);
    const std::size_t half = node.begin + static_cast<std::size_t>(middle - members.begin());
    if (half == node.begin || half == node.end) continue;  // a variance of rounding alone
    nodes.push_back({node.begin, half, false});
    nodes.push_back({half, node.end, true});
  }
  return order;
}

StratifiedDraw::StratifiedDraw(std::span<const std::uint32_t> order,
                               std::span<const double> weights) {
  check_weights(weights);
  std::vector<bool> seen(weights.size());
  for (const std::uint32_t k : order) {
    if (k >= weights.size() || seen[k]) throw std::invalid_argument("draw: no order of the pool");
    seen[k] = true;
  }
  if (order.size() != weights.size()) throw std::invalid_argument("draw: no order of the pool");

  double total = 0;
  for (const std::uint32_t k : order) total += weights[k];
  double before = 0;
  for (const std::uint32_t k : order) {
    const double begin = before / total * 0x1p64;
    before += weights[k];
    const double end = before / total * 0x1p64;
    if (end > begin) slots_.push_back({static_cast<std::uint64_t>(begin), k});
  }

  const int bits = static_cast<int>(std::bit_width(slots_.size()));
  shift_ = 64 - bits;
  const std::size_t cells = std::size_t{1} << bits;
  guide_.reserve(cells + 1);
  std::uint32_t slot = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const std::uint64_t position = std::uint64_t{cell} << shift_;
    while (slot + 1 < slots_.size() && slots_[slot + 1].begin <= position) ++slot;
    guide_.push_back(slot);
  }
  guide_.push_back(static_cast<std::uint32_t>(slots_.size() - 1));
}

StratifiedDraw StratifiedDraw::in_turn(std::uint32_t members) noexcept {
  StratifiedDraw draw;
  draw.in_turn_ = members;
  return draw;
}

std::uint32_t StratifiedDraw::member(RunKey run, std::uint64_t i) const noexcept {
  if (in_turn_ > 0) return static_cast<std::uint32_t>(i % in_turn_);
  const PhiloxBlock words = keyed_block(run, Identity{0}, 0, starting_family_block);
  const std::uint64_t offset = (std::uint64_t{words[0]} << 32) | words[1];
  const std::uint64_t position = offset + i * golden_ratio;
  const auto cell = static_cast<std::size_t>(position >> shift_);
  const auto from = slots_.begin() + guide_[cell];
  const auto to = slots_.begin() + guide_[cell + 1] + 1;
  const auto beyond = [](std::uint64_t at, const Slot& slot) { return at < slot.begin; };
  return (std::upper_bound(from + 1, to, position, beyond) - 1)->member;
}

}  // namespace samspil
