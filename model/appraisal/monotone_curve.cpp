#include "model/appraisal/monotone_curve.hpp"

#include <math.h>  // ::isnan, which pchip.hpp calls and does not declare

#include <boost/math/interpolators/pchip.hpp>
#include <boost/math/tools/roots.hpp>

namespace samspil {
namespace {

using Curve = boost::math::interpolators::pchip<std::vector<double>>;

Curve curve_through(std::vector<double> at, std::vector<double> values) {
  return {std::move(at), std::move(values)};
}

/// Where the sign changes between two points: at a point at nought between them, or where the curve
/// is.
double crossing(const std::vector<double>& at, const std::vector<double>& values, std::size_t from,
                std::size_t to) {
  if (to > from + 1) return at[from + 1];
  constexpr int bits = 40;
  std::uintmax_t most = 200;
  const auto [low, high] =
      boost::math::tools::bisect(curve_through(at, values), at[from], at[to],
                                 boost::math::tools::eps_tolerance<double>{bits}, most);
  return (low + high) / 2;
}

}  // namespace

double curve_at(const std::vector<double>& at, const std::vector<double>& values, double x) {
  return curve_through(at, values)(x);
}

Root root_of(const std::vector<double>& at, const std::vector<double>& values) {
  std::optional<std::size_t> last;  // point that is not at nought
  std::optional<std::pair<std::size_t, std::size_t>> change;
  int changes = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == 0) continue;
    if (last && (values[*last] > 0) != (values[i] > 0)) {
      change = {*last, i};
      ++changes;
    }
    last = i;
  }
  if (!last) return {};
  if (changes == 0) return {values[*last] > 0 ? RootKind::above : RootKind::below};
  return {changes == 1 ? RootKind::one : RootKind::several,
          crossing(at, values, change->first, change->second), values[*last] > 0};
}

}  // namespace samspil
