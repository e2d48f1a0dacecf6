/// \file
/// What a posterior looks like beyond its means: its modes, by name, and what the data leave open.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/calibration/importance.hpp"

namespace samspil {

/// A hill of the posterior: the way from its top to any higher one leads through a valley.
struct PosteriorMode {
  std::string name;                     ///< "A" for the one of the largest share, then "B", …
  std::size_t top = 0;                  ///< The draw of the highest posterior density.
  double log_likelihood = 0;            ///< Of the top.
  double share = 0;                     ///< Of the posterior.
  std::vector<double> mean, deviation;  ///< By input, of the scores.
  /// Inputs that lie elsewhere than in all other modes together, by more than two of this mode's
  /// standard deviations: above, below.
  std::vector<std::size_t> high, low;
};

struct ModeSettings {
  /// How much lower than the lower top, in log density, a valley must lie. 0: 2 and half the number
  /// of inputs, since the draws around a top lie about so much below it.
  double least_depth = 0;
  double least_share = 0.01;      ///< Smaller ones join the mode that they are nearest to.
  std::size_t most_draws = 3000;  ///< Of the posterior, that are looked at.
};

/// Largest share first; at least one unless no draw weighs anything. Draws are joined to their
/// nearest neighbours in the posterior's own metric, and each climbs to the highest of them: tops
/// that no deep valley parts are one, so that a bent ridge is not taken for several hills.
/// Chazal, Guibas, Oudot and Skraba, "Persistence-based clustering in Riemannian manifolds",
/// Journal of the ACM 60 (2013).
std::vector<PosteriorMode> find_modes(const ImportanceResult& result,
                                      const ModeSettings& settings = {});

enum class Unidentified : std::uint8_t {
  modes,      // several modes, and the data do not tell which
  trade_off,  // two inputs may rise and fall together, or against each other
  open,       // one input's posterior is its prior
};

/// Something that the data do not tell.
struct IdentifiabilityWarning {
  Unidentified kind{};
  std::vector<std::size_t> inputs;  ///< Of modes: those in which they differ.
  /// modes: share of all but the largest; trade_off: correlation of the scores; open: posterior by
  /// prior standard deviation.
  double strength = 0;
};

/// Bounds of what is told.
inline constexpr double least_mode_share = 0.05, least_correlation = 0.9, least_spread = 0.9;

std::vector<IdentifiabilityWarning> identifiability_warnings(
    const ImportanceResult& result, const std::vector<PosteriorMode>& modes);

}  // namespace samspil
