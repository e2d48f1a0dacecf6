/// \file
/// How far what was observed may lie from the truth by its own luck: errors of targets, and how
/// those that share people lie together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/calibration/problem.hpp"

namespace samspil {

/// Standard error of a target, in its unit: as stated; of counts sqrt(p (1 - p) / n) with p =
/// (count + 1/2) / (n + 1), so that none of nought and none of all is certain.
double observation_error(const Target& target) noexcept;

/// Positions of the targets with this use.
std::vector<std::size_t> targets_used(std::span<const Target> targets, TargetUse use);

/// Covariance of the errors of the targets at `which` [which × which]. Categories of one
/// multinomial group share their people: -p_i p_j / n. Other targets of one group are correlated by
/// `shared`, since the same people were seen twice; targets without a group are independent.
///   shared  correlation [0, 1)
Matrix observation_covariance(std::span<const Target> targets, std::span<const std::size_t> which,
                              double shared);

/// By member: half the squared distance of its outputs from the targets, in their errors:
/// 1/2 (y - g)' R^-1 (y - g). Infinite where an output is not a number.
///   outputs     members × all targets
///   covariance  of the targets at `which`
std::vector<double> misfits(const Matrix& outputs, std::span<const Target> targets,
                            std::span<const std::size_t> which, const Matrix& covariance);

}  // namespace samspil
