/// \file
/// Expectations about frequencies and means: 5 standard errors, so that a right program fails one
/// such check in 1.7 million (5.7e-7, normal approximation), and here never: the keys are fixed.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace samspil::test {

inline constexpr double allowed_errors = 5.0;

/// The mean of `trials` independent values whose expectation and standard deviation are known.
inline void expect_mean(double sum, std::int64_t trials, double expectation,
                        double standard_deviation) {
  const double n = static_cast<double>(trials);
  const double error = standard_deviation / std::sqrt(n);
  EXPECT_NEAR(sum / n, expectation, allowed_errors * error)
      << trials << " trials, standard error " << error
      << "; a right program exceeds 5 of them with probability 5.7e-7";
}

/// `hits` of `trials` independent trials of probability p. Wants at least some tens of expected
/// hits and misses for the normal approximation.
inline void expect_binomial(std::int64_t hits, std::int64_t trials, double p) {
  expect_mean(static_cast<double>(hits), trials, p, std::sqrt(p * (1.0 - p)));
}

}  // namespace samspil::test
