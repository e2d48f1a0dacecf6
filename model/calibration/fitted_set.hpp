/// \file
/// The inputs that a calibration moves: parameters of the model, level offsets of the studies,
/// effects of the strategies tried in them, and factors that some of them have in common.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/calibration/priors.hpp"
#include "model/calibration/problem.hpp"
#include "model/inputs/input_list.hpp"
#include "model/loading/load.hpp"

namespace samspil {

enum class FittedKind : std::uint8_t { parameter, study_number, effect, factor };
inline constexpr std::array<std::string_view, 4> fitted_kind_names{"parameter", "study_number",
                                                                   "effect", "factor"};

/// One of them, and where its value goes.
struct Fitted {
  std::string name;
  FittedKind kind{};
  Input input;  ///< Its range and how it lies in it.
  DataKind data{};
  std::size_t factor = 0;  ///< Position of what it shares; used where correlation is not 0.
  double correlation = 0;
  int direction = 1;
  std::size_t slot = 0;   ///< Of a parameter: position in parameter_slots().
  std::size_t study = 0;  ///< Of the others.
  std::function<double&(LoadedStudy&)> in{};
};

class FittedSet {
 public:
  /// Of the inputs with a range, those that a row of `priors` fits: parameters by name; a study's
  /// numbers as "study.furesoe.treated.benefit_exit" or "study.jammerbugt.rule.benefit_exit";
  /// effects as `explain` names them. Throws InputError where a row meets no input, or a prior lies
  /// outside its input's bounds.
  FittedSet(const Scenario& scenario, std::span<const LoadedStudy> studies,
            const PriorTable& priors);

  const std::vector<Fitted>& all() const noexcept { return all_; }
  std::size_t size() const noexcept { return all_.size(); }
  std::vector<std::string> names() const;

  /// On the normal scale, factors taken in: standard normal where the scores are independent.
  std::vector<double> positions(std::span<const double> scores) const;
  /// In their units. Shares of one whole are scaled to fill it; a factor has its score.
  std::vector<double> values(std::span<const double> scores) const;
  /// Each input's own value, moved on the normal scale by as much as its members moved: what
  /// nothing tells of keeps it, whatever the mean of its range or the luck of the members.
  std::vector<double> centres(const Matrix& prior_scores, const Matrix& scores) const;
  /// Writes values [size()] into copies of what the set was made of.
  void apply(std::span<const double> values, Scenario& scenario,
             std::span<LoadedStudy> studies) const;

 private:
  class Builder;

  void fill_wholes(std::vector<double>& values) const;

  std::vector<Fitted> all_;
  /// By whole: positions of its shares, and what the others leave them.
  struct Whole {
    std::vector<std::size_t> shares;
    double left = 1;
  };
  std::vector<Whole> wholes_;
};

}  // namespace samspil
