#include "tests/calibration/reduced_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>

#include "model/calibration/keyed_engine.hpp"
#include "tests/support/small_world.hpp"

namespace samspil::test {
namespace {

/// What is seen, and with which error beside the luck of two thousand families.
struct Sight {
  const char* flow;
  double error;
};
constexpr std::array<Sight, 10> sights{{{"exit_home", 0.6},
                                        {"placement_entry", 0.4},
                                        {"type_change", 0.7},
                                        {"job_loss_first_year", 6},
                                        {"youth_convicted", 2.2},
                                        {"notifications", 0.13},
                                        {"parents_convicted", 2},
                                        {"in_work", 1.2},
                                        {"repeated_notifications", 0.08},
                                        {"exit_all", 1}}};
constexpr std::array<std::string_view, reduced_inputs> fitted{
    "place_foster_to_home", "place_home_to_foster", "place_foster_to_institution",
    "job_end_first_year",   "conviction_youth",     "notifications",
    "conviction_adult",     "notification_repeat"};

std::filesystem::path write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream{file} << text;
  return file;
}

PriorTable priors_in(const std::filesystem::path& folder) {
  std::string text = "inputs,use,group,correlation,direction,low,high,data,source\n";
  for (const std::string_view name : fitted) text += std::string{name} + ",fit,,,,,,survey,S\n";
  return load_priors(write(folder / "priors.csv", text));
}

TargetTable targets_in(const std::filesystem::path& folder) {
  std::string text =
      "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_da,"
      "source\n";
  for (const Sight& sight : sights) {
    text += std::string{sight.flow} + ",calibrate,normal,0," + std::to_string(sight.error) +
            ",,,number,flow." + sight.flow + ",c,,none,T,T,S\n";
  }
  return load_targets(write(folder / "targets.csv", text));
}

CalibrationSpec reduced_spec() {
  CalibrationSpec spec;
  spec.candidates = 4000;
  spec.families = 2000;
  return spec;
}

Scenario unweighted_scenario() {
  Scenario scenario = shipped_scenario();
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  return scenario;
}

}  // namespace

ReducedModel::ReducedModel(const std::filesystem::path& folder)
    : spec_{reduced_spec()},
      model_{spec_, unweighted_scenario(), {}, priors_in(folder), targets_in(folder), Execution{}} {
  MemberStore store;
  store.find = [this](std::uint64_t key) -> std::optional<MemberOutput> {
    const std::lock_guard lock{keeping_};
    const auto found = kept_.find(key);
    return found == kept_.end() ? std::nullopt : std::optional{found->second};
  };
  store.keep = [this](std::uint64_t key, const MemberOutput& output) {
    const std::lock_guard lock{keeping_};
    kept_.emplace(key, output);
  };
  model_.keep_members(std::move(store));
}

std::vector<Target> ReducedModel::seen_at(std::span<const double> scores, std::uint64_t who) const {
  Matrix member{1, scores.size()}, outputs{1, sights.size()}, variances = outputs;
  std::copy(scores.begin(), scores.end(), member.row(0).begin());
  const std::uint64_t other_chance[]{(std::uint64_t{1} << 32) + who};
  model_.simulate(member, other_chance, outputs, variances);
  KeyedEngine engine{{778, 0}, Identity{who}, 0, BlockNumber{0}};
  boost::random::normal_distribution<double> normal;
  std::vector<Target> targets = model_.targets();
  for (std::size_t j = 0; j < targets.size(); ++j) {
    targets[j].value = outputs(0, j) + targets[j].error * normal(engine);
    targets[j].error = std::sqrt(targets[j].error * targets[j].error + variances(0, j));
  }
  return targets;
}

void Coverage::add(const std::vector<double>& shares) {
  shares_.push_back(shares);
  const auto covered = std::count_if(shares.begin(), shares.end(),
                                     [](double share) { return share > 0.05 && share < 0.95; });
  std::fprintf(stderr, "repetition %zu: %td of %zu inputs covered\n", shares_.size(), covered,
               shares.size());
}

void Coverage::expect_as_stated(const std::vector<std::string>& inputs) const {
  const auto repetitions = static_cast<double>(shares_.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    int covered = 0;
    double sum = 0, squares = 0;
    for (const std::vector<double>& own : shares_) {
      covered += own[i] > 0.05 && own[i] < 0.95;
      sum += own[i] - 0.5;
      squares += (own[i] - 0.5) * (own[i] - 0.5);
    }
    std::printf("%-28s %d of %.0f covered; ranks: mean %.3f, mean square %.4f\n", inputs[i].c_str(),
                covered, repetitions, 0.5 + sum / repetitions, squares / repetitions);
    // 90 % of 50: 45, of which 39 to 50 is 99 %.
    EXPECT_GE(covered, 39) << inputs[i];
    // Uniform ranks: of one the variance is 1/12, and the deviation of its square 0.0745.
    EXPECT_NEAR(sum / repetitions, 0, 5 * std::sqrt(1.0 / 12 / repetitions)) << inputs[i];
    EXPECT_NEAR(squares / repetitions, 1.0 / 12, 5 * 0.0745 / std::sqrt(repetitions)) << inputs[i];
  }
}

}  // namespace samspil::test
