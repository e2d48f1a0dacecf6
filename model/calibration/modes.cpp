#include "model/calibration/modes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/calibration/multivariate_normal.hpp"

namespace samspil {
namespace {

/// The draws that are looked at, highest density first, in the posterior's own metric.
struct Landscape {
  std::vector<std::size_t> draws;
  std::vector<double> heights;
  std::vector<std::vector<double>> places;
};

MultivariateNormal posterior_normal(const ImportanceResult& result) {
  const std::vector<double> mean = weighted_mean(result.scores, result.weights);
  std::vector<std::size_t> all(result.scores.rows);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return {mean, covariance_about(result.scores, all, result.weights, mean)};
}

/// The draws of the posterior: they lie near its crests, while others would make valleys of what is
/// only beside one.
Landscape landscape_of(const ImportanceResult& result, const MultivariateNormal& normal,
                       std::size_t most) {
  std::vector<std::size_t> ranked = resampled(result.weights, most, 0);
  std::sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
    return std::pair{-result.log_posterior(a), a} < std::pair{-result.log_posterior(b), b};
  });
  ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
  Landscape land;
  for (const std::size_t draw : ranked) {
    land.draws.push_back(draw);
    land.heights.push_back(result.log_posterior(draw));
    land.places.push_back(normal.standardised(result.scores.row(draw)));
  }
  return land;
}

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) noexcept {
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

/// By place: the nearest others.
std::vector<std::vector<std::size_t>> neighbours_of(const Landscape& land, std::size_t count) {
  std::vector<std::vector<std::size_t>> all(land.places.size());
  std::vector<std::pair<double, std::size_t>> distances;
  for (std::size_t i = 0; i < all.size(); ++i) {
    distances.clear();
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (j != i) distances.emplace_back(squared_distance(land.places[i], land.places[j]), j);
    }
    const std::size_t kept = std::min(count, distances.size());
    std::partial_sort(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(kept),
                      distances.end());
    for (std::size_t k = 0; k < kept; ++k) {
      all[i].push_back(distances[k].second);
      all[distances[k].second].push_back(i);
    }
  }
  return all;
}

/// Hills under way: each is known by its top, a place of the landscape.
class Hills {
 public:
  explicit Hills(std::size_t places) : above_(places) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }

  std::size_t top_of(std::size_t place) {
    while (above_[place] != place) place = above_[place] = above_[above_[place]];
    return place;
  }
  void join(std::size_t lower, std::size_t higher) { above_[top_of(lower)] = top_of(higher); }

 private:
  std::vector<std::size_t> above_;
};

/// Climbs from the highest place down: by place, its top.
std::vector<std::size_t> tops_of(const Landscape& land, double least_depth) {
  const std::size_t dimensions = land.places.front().size();
  const auto neighbours = neighbours_of(land, 10 + 2 * dimensions);
  Hills hills{land.places.size()};
  for (std::size_t i = 0; i < land.places.size(); ++i) {
    std::size_t highest = i;  // places stand in the order of their heights
    for (const std::size_t other : neighbours[i]) highest = std::min(highest, other);
    if (highest == i) continue;
    hills.join(i, highest);
    for (const std::size_t other : neighbours[i]) {
      if (other >= i) continue;
      const std::size_t own = hills.top_of(i), its = hills.top_of(other);
      const std::size_t lower = std::max(own, its);
      if (own != its && land.heights[lower] - land.heights[i] < least_depth) {
        hills.join(lower, std::min(own, its));
      }
    }
  }
  std::vector<std::size_t> tops(land.places.size());
  for (std::size_t i = 0; i < tops.size(); ++i) tops[i] = hills.top_of(i);
  return tops;
}

/// By draw: the place of the landscape that is nearest, by which it belongs to a hill.
std::vector<std::size_t> nearest_places(const ImportanceResult& result,
                                        const MultivariateNormal& normal, const Landscape& land) {
  std::vector<std::size_t> nearest(result.scores.rows);
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    if (result.weights[i] <= 0) continue;
    const std::vector<double> own = normal.standardised(result.scores.row(i));
    double smallest = squared_distance(own, land.places[0]);
    for (std::size_t j = 1; j < land.places.size(); ++j) {
      const double distance = squared_distance(own, land.places[j]);
      if (distance < smallest) smallest = distance, nearest[i] = j;
    }
  }
  return nearest;
}

/// Weights of the draws of one hill, the others 0.
std::vector<double> weights_within(const ImportanceResult& result,
                                   const std::vector<std::size_t>& hill_of, std::size_t hill) {
  std::vector<double> weights(result.weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (hill_of[i] == hill) weights[i] = result.weights[i];
  }
  return weights;
}

void describe(const ImportanceResult& result, const std::vector<double>& weights,
              PosteriorMode& mode) {
  mode.share = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(mode.share > 0)) return;
  mode.mean = weighted_mean(result.scores, weights);
  for (std::size_t k = 0; k < mode.mean.size(); ++k) {
    double squares = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const double apart = result.scores(i, k) - mode.mean[k];
      squares += weights[i] * apart * apart;
    }
    mode.deviation.push_back(std::sqrt(squares / mode.share));
  }
}

/// Where each mode lies beside the others.
void compare(std::vector<PosteriorMode>& modes) {
  for (PosteriorMode& mode : modes) {
    for (std::size_t k = 0; modes.size() > 1 && k < mode.mean.size(); ++k) {
      double others = 0, share = 0;
      for (const PosteriorMode& other : modes) {
        if (&other == &mode) continue;
        others += other.share * other.mean[k];
        share += other.share;
      }
      const double apart = mode.mean[k] - others / share;
      if (std::fabs(apart) <= 2 * mode.deviation[k]) continue;
      (apart > 0 ? mode.high : mode.low).push_back(k);
    }
  }
}

/// "A" to "Z", then "27", "28", …
std::string name_of_mode(std::size_t place) {
  if (place < 26) return std::string(1, static_cast<char>('A' + place));
  return std::to_string(place + 1);
}

/// Joins hills of little share to the one whose top is nearest.
void join_small(const Landscape& land, const std::vector<double>& shares, double least_share,
                std::vector<std::size_t>& tops) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    if (tops[i] == i && (shares[i] >= least_share || i == 0)) kept.push_back(i);
  }
  for (std::size_t i = 0; i < tops.size(); ++i) {
    if (std::find(kept.begin(), kept.end(), tops[i]) != kept.end()) continue;
    tops[i] = *std::min_element(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
      return squared_distance(land.places[a], land.places[i]) <
             squared_distance(land.places[b], land.places[i]);
    });
  }
}

double correlation(const ImportanceResult& result, std::size_t a, std::size_t b,
                   const std::vector<double>& mean) {
  double both = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < result.weights.size(); ++i) {
    const double x = result.scores(i, a) - mean[a], y = result.scores(i, b) - mean[b];
    both += result.weights[i] * x * y;
    first += result.weights[i] * x * x;
    second += result.weights[i] * y * y;
  }
  return both / std::sqrt(first * second);
}

}  // namespace

std::vector<PosteriorMode> find_modes(const ImportanceResult& result,
                                      const ModeSettings& settings) {
  if (!(std::accumulate(result.weights.begin(), result.weights.end(), 0.0) > 0)) return {};
  const auto dimensions = static_cast<double>(result.scores.columns);
  const double depth = settings.least_depth > 0 ? settings.least_depth : 2 + dimensions / 2;
  const MultivariateNormal normal = posterior_normal(result);
  const Landscape land = landscape_of(result, normal, settings.most_draws);
  std::vector<std::size_t> tops = tops_of(land, depth);
  const std::vector<std::size_t> nearest = nearest_places(result, normal, land);
  std::vector<double> shares(tops.size());
  for (std::size_t i = 0; i < nearest.size(); ++i) shares[tops[nearest[i]]] += result.weights[i];
  join_small(land, shares, settings.least_share, tops);

  std::vector<std::size_t> hill_of(nearest.size());
  for (std::size_t i = 0; i < hill_of.size(); ++i) hill_of[i] = tops[nearest[i]];
  std::vector<PosteriorMode> modes;
  for (std::size_t place = 0; place < tops.size(); ++place) {
    if (tops[place] != place) continue;
    PosteriorMode mode;
    mode.top = land.draws[place];
    mode.log_likelihood = result.log_likelihood[mode.top];
    describe(result, weights_within(result, hill_of, place), mode);
    if (mode.share > 0) modes.push_back(std::move(mode));
  }
  std::stable_sort(modes.begin(), modes.end(), [](const PosteriorMode& a, const PosteriorMode& b) {
    return a.share > b.share;
  });
  for (std::size_t i = 0; i < modes.size(); ++i) modes[i].name = name_of_mode(i);
  compare(modes);
  return modes;
}

std::vector<IdentifiabilityWarning> identifiability_warnings(
    const ImportanceResult& result, const std::vector<PosteriorMode>& modes) {
  std::vector<IdentifiabilityWarning> warnings;
  if (modes.empty()) return warnings;
  if (modes.size() > 1 && modes[1].share >= least_mode_share) {
    std::vector<std::size_t> differing = modes[0].high;
    differing.insert(differing.end(), modes[0].low.begin(), modes[0].low.end());
    std::sort(differing.begin(), differing.end());
    warnings.push_back({Unidentified::modes, std::move(differing), 1 - modes[0].share});
  }
  const std::vector<double> mean = weighted_mean(result.scores, result.weights);
  for (std::size_t a = 0; a < mean.size(); ++a) {
    double variance = 0;
    for (std::size_t i = 0; i < result.weights.size(); ++i) {
      const double apart = result.scores(i, a) - mean[a];
      variance += result.weights[i] * apart * apart;
    }
    for (std::size_t b = a + 1; b < mean.size(); ++b) {
      const double found = correlation(result, a, b, mean);
      if (std::fabs(found) >= least_correlation) {
        warnings.push_back({Unidentified::trade_off, {a, b}, found});
      }
    }
    if (std::sqrt(variance) >= least_spread) {
      warnings.push_back({Unidentified::open, {a}, std::sqrt(variance)});
    }
  }
  return warnings;
}

}  // namespace samspil
