// Intervals of 90 % hold the truth nine times of ten.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "model/calibration/panel_estimate.hpp"
#include "tests/calibration/simulated_panel.hpp"

namespace samspil::test {
namespace {

/// Of 50 intervals of 90 %, 39 to 50 hold the truth with probability 0.9978 each.
TEST(PanelEstimate, IntervalsHoldTheTruth) {
  const KnownHazards known;
  std::map<std::string, double> truth{
      {"job_entry_mental_disorder", known.job_entry_mental_disorder},
      {"job_entry_abuse", known.job_entry_abuse},
      {"job_loss_mental_disorder", known.job_loss_mental_disorder},
      {"sickness_entry_mental_disorder", known.sickness_entry_mental_disorder}};
  for (std::size_t from = 0; from < 3; ++from) {
    for (std::size_t to = 0; to < 3; ++to) {
      if (from == to) continue;
      const auto name = [](std::size_t i) {
        return std::string{labour_status_names[index_of(known_states[i])]};
      };
      truth["labour_" + name(from) + "_to_" + name(to)] = known.rate[from][to];
    }
  }
  std::map<std::string, int> covered;
  std::map<std::string, double> errors;
  const auto count = [&](const std::string& name, double log_value, double log_error) {
    ASSERT_TRUE(truth.count(name)) << name;
    const EstimatedRange range = range_of(log_value, log_error);
    covered[name] += range.low <= truth.at(name) && truth.at(name) <= range.high;
    errors[name] += (log_value - std::log(truth.at(name))) / log_error;
  };
  constexpr int panels = 50;
  for (std::uint32_t seed = 1; seed <= panels; ++seed) {
    const PanelEstimate estimate = estimate_panel(simulated_panel(known, seed, 500, 4 * 365));
    ASSERT_TRUE(estimate.converged);
    for (const auto& one : estimate.ratios) {
      if (truth.count(one.ratio.parameter)) {
        count(one.ratio.parameter, one.log_value, one.log_error);
      } else {  // the model has it, the simulated people do not: a ratio of 1
        truth[one.ratio.parameter] = 1;
        count(one.ratio.parameter, one.log_value, one.log_error);
      }
    }
    for (const auto& one : estimate.rates) count(one.parameter, one.log_value, one.log_error);
  }
  EXPECT_EQ(covered.size(), truth.size());
  for (const auto& [name, hits] : covered) {
    EXPECT_GE(hits, 39) << name;
    EXPECT_LT(std::fabs(errors[name]), 5 * std::sqrt(panels)) << name;
    RecordProperty(name, hits);
  }
}

}  // namespace
}  // namespace samspil::test
