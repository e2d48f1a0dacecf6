/// \file
/// How the model is fitted to what was observed: by which method, with how many members of which
/// size. One TOML file per calibration.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace samspil {

/// An evaluation whose rules some targets follow.
struct CalibrationStudy {
  std::string id;             ///< Of a shipped study, or a path.
  std::uint32_t cohorts = 0;  ///< That each member lives.
  int line = 0;
};

struct CalibrationSpec {
  std::string scenario = "default";  ///< Whose inputs, prices and mechanisms hold.
  int scenario_line = 0;
  std::string targets = "targets.csv", priors = "priors.csv";  ///< Beside the file.
  std::uint32_t members = 100;
  int updates = 4;  ///< At most; the members are run once more than that.
  std::uint32_t seed = 1;
  double localisation = 2;  ///< Standard errors below which a correlation is dropped.
  bool inflation = true;
  double shared_people = 0.5;    ///< Correlation of targets that share people.
  bool protects_effects = true;  ///< Only targets with a comparison group move an effect.
  // Of each member.
  std::uint32_t candidates = 8'000;
  std::uint32_t families = 4'000;
  std::uint32_t replicates = 1;
  std::vector<CalibrationStudy> studies;
  std::string file;
  std::string text;
};

}  // namespace samspil
