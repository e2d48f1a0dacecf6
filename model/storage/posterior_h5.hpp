/// \file
/// A posterior's file: what a scenario reads as its parameters, and all that it was made of.
///
///   /posterior   text parameters.csv: rows and members, as a scenario reads them; numbers members:
///                one row a member, one column an input, those too that no scenario has (level
///                offsets, effects, factors); attributes members, seed
///   /provenance  program, version, git, compiler; /provenance/inputs: the calibration, its
///                targets and priors
///   /document    calibration: the JSON document
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "model/calibration/calibration.hpp"
#include "model/result/run_document.hpp"

namespace samspil {

/// Which rows of a posterior's table are wanted.
enum class PosteriorRows : std::uint8_t {
  all,
  fitted,  ///< A layer: what was not fitted stands in the table that it is laid over.
};

/// A table of parameters whose fitted rows have the fit's centre for a value and what 2.5 and 97.5
/// % of the members do not exceed for a range; calibrated where the data identify the input, else
/// of the grade that they had. Behind the rows stand the members.
std::string posterior_table(const ModelProblem& problem, const CalibrationFit& fit,
                            const Matrix& values, PosteriorRows wanted);

struct PosteriorFile {
  const CalibrationSpec& spec;
  const ModelProblem& problem;
  const PriorTable& priors;
  const CalibrationFit& fit;
  const Matrix& values;         ///< Members × inputs, in their units.
  const std::string& document;  ///< JSON.
};

void write_posterior(const std::filesystem::path& file, const PosteriorFile& posterior,
                     const Origin& origin);

}  // namespace samspil
