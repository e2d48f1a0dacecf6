// The published inputs of the Sick-Sicker model, their distributions, and the published result:
// Alarid-Escudero, Krijkamp, Enns, Yang, Hunink, Pechlivanoglou & Jalal, "An Introductory Tutorial
// on Cohort State-Transition Models in R Using a Cost-Effectiveness Analysis Example", Medical
// Decision Making 43(1), 2023, DOI 10.1177/0272989X221103163.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <random>

inline constexpr std::size_t states = 4, arms = 4, cycles = 75;  // healthy, sick, sicker, dead
using Means = std::array<std::array<double, 2>, arms>;           // [arm][dollars, QALY]
inline constexpr const char* names[arms] = {"Standard of care", "A", "B", "A and B"};
inline constexpr Means published{
    {{151'580, 20.711}, {284'805, 21.499}, {259'100, 22.184}, {378'875, 23.137}}};

struct Inputs {  // Yearly rates, hazard ratios of death, dollars a year, utilities.
  double gets_sick = 0.15, recovers = 0.5, gets_sicker = 0.105, dies = 0.002;
  double sick_dies = 3, sicker_dies = 10, gets_sicker_with_b = 0.6;
  double care[states] = {2000, 4000, 15000, 0}, a_costs = 12000, b_costs = 13000;
  double utility[states] = {1, 0.75, 0.5, 0}, utility_with_a = 0.95;
};

// As the paper draws them. A function of `seed` alone, so that every thread and host draws the
// same.
inline Inputs drawn(std::uint32_t seed) {
  std::mt19937_64 chance{seed};
  const auto gamma = [&](double k, double scale) {
    return std::gamma_distribution{k, scale}(chance);
  };
  const auto ratio = [&](double median, double sd) {
    return std::lognormal_distribution{std::log(median), sd}(chance);
  };
  const auto beta = [&](double a, double b) {
    const double x = gamma(a, 1);
    return x / (x + gamma(b, 1));
  };
  Inputs in;
  in.gets_sick = gamma(30, 1 / 200.0);
  in.recovers = gamma(60, 1 / 120.0);
  in.gets_sicker = gamma(84, 1 / 800.0);
  in.dies = gamma(20, 1 / 10000.0);
  in.sick_dies = ratio(3, 0.01);
  in.sicker_dies = ratio(10, 0.02);
  in.gets_sicker_with_b = ratio(0.6, 0.02);
  const double care[][2] = {{100, 20}, {177.8, 22.5}, {225, 66.7}};
  const double utility[][2] = {{200, 3}, {130, 45}, {230, 230}};
  for (int i = 0; i < 3; ++i) in.care[i] = gamma(care[i][0], care[i][1]);
  for (int i = 0; i < 3; ++i) in.utility[i] = beta(utility[i][0], utility[i][1]);
  in.a_costs = gamma(73.5, 163.3);
  in.b_costs = gamma(86.2, 150.8);
  in.utility_with_a = beta(300, 15);
  return in;
}
