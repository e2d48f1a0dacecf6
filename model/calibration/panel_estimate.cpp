#include "model/calibration/panel_estimate.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/calibration/hazard_model.hpp"
#include "model/calibration/panel_cells.hpp"
#include "model/dynamics/hazards_child.hpp"
#include "model/inputs/evidence.hpp"
#include "model/inputs/fewest_told.hpp"

namespace samspil {
namespace {

/// A mean calendar year: what registers tell by dates and weeks.
constexpr double days_of_calendar_year = 365.25;
/// Moves that a cell hides are at most so many.
constexpr double most_hidden = fewest_told - 1;

/// The hazards whose ratios the model multiplies a move with.
std::vector<std::string_view> hazards_of(LabourStatus from, LabourStatus to) {
  std::vector<std::string_view> hazards;
  switch (direction_of(from, to)) {
    case Direction::to_work:
      hazards.emplace_back("job_entry");
      break;
    case Direction::out_of_work:
      hazards.emplace_back("job_loss");
      break;
    case Direction::to_education:
      hazards.emplace_back("education_entry");
      break;
    case Direction::to_pension:
      hazards.emplace_back("pension_entry");
      break;
    case Direction::to_sickness:
      hazards.emplace_back("sickness_entry");
      break;
    case Direction::other:
      break;
  }
  if (from == LabourStatus::ordinary_job) hazards.emplace_back("job_end");
  return hazards;
}

std::vector<std::string_view> hazards_of(Place from, Place to) {
  switch (place_move(from, to)) {
    case PlaceMove::entry:
      return {"placement_entry", "placement"};
    case PlaceMove::home:
      return {"reunification"};
    case PlaceMove::step_up:
      return {"placement_step_up", "placement_change"};
    case PlaceMove::other:
      break;
  }
  return {"placement_change"};
}

std::vector<std::string_view> hazards_of(PanelStates states, std::size_t from, std::size_t to) {
  if (states == PanelStates::labour) {
    return hazards_of(static_cast<LabourStatus>(from), static_cast<LabourStatus>(to));
  }
  return hazards_of(static_cast<Place>(from), static_cast<Place>(to));
}

/// What moves of one kind sum to.
struct MoveSums {
  double events = 0;  ///< At least.
  bool hides = false;

  void add(const PanelMoves& moves) {
    events += moves.events;
    hides = hides || moves.is_few;
  }
  std::optional<double> told() const {
    return hides || is_of_few() ? std::nullopt : std::optional{events};
  }
  bool is_of_few() const { return events < fewest_told; }
};

/// A ratio with what the panel holds of it.
struct RatioSums {
  PanelRatio ratio;
  std::size_t column = 0;  ///< Position among the panel's covariates.
  std::vector<bool> acts;  ///< By move: whether the model multiplies it with the ratio.
  MoveSums all, with, without;
};

/// Builds the counts of a panel and reads the fit back.
class Estimator {
 public:
  explicit Estimator(const Panel& panel) : panel_{panel}, sets_{risk_sets(panel)} {
    sum_moves();
    sum_ratios();
  }

  PanelEstimate estimate() {
    const HazardFit fit = fit_hazards(counts(), start());
    result_.converged = fit.converged;
    result_.log_likelihood = fit.log_likelihood;
    read_rates(fit);
    read_ratios(fit);
    return std::move(result_);
  }

 private:
  using Move = std::pair<std::size_t, std::size_t>;

  /// Every move that somebody makes, and the exposure to it.
  void sum_moves() {
    for (const RiskSet& set : sets_) {
      result_.person_weeks += static_cast<double>(set.days) / days_per_week;
      days_[set.from] += set.days;
      for (const auto& [to, moves] : set.moves) moves_[{set.from, to}].add(moves);
    }
    for (const auto& [move, sums] : moves_) position_.emplace(move, position_.size());
  }

  /// Every ratio whose covariate the panel has and whose hazard somebody is at risk of.
  void sum_ratios() {
    for (const PanelRatio& ratio : panel_ratios(panel_.states)) {
      const auto column =
          std::find(panel_.covariates.begin(), panel_.covariates.end(), ratio.covariate);
      if (column == panel_.covariates.end()) continue;
      RatioSums sums;
      sums.ratio = ratio;
      sums.column = static_cast<std::size_t>(column - panel_.covariates.begin());
      for (const auto& [move, place] : position_) sums.acts.push_back(acts_on(ratio, move));
      for (const RiskSet& set : sets_) {
        for (const auto& [to, moves] : set.moves) {
          if (!sums.acts[position_.at({set.from, to})]) continue;
          sums.all.add(moves);
          (set.covariates[sums.column] != 0 ? sums.with : sums.without).add(moves);
        }
      }
      if (sums.all.events > 0) ratios_.push_back(std::move(sums));
    }
  }

  bool acts_on(const PanelRatio& ratio, const Move& move) const {
    const std::vector<std::string_view> hazards =
        hazards_of(panel_.states, move.first, move.second);
    return std::find(hazards.begin(), hazards.end(), ratio.hazard) != hazards.end();
  }

  static bool fits(const RatioSums& sums) {
    return sums.with.events > 0 && sums.without.events > 0;
  }

  /// Whether people at risk of a move can tell anything: not where a covariate says that nobody
  /// moves, which leaves no finite ratio.
  bool is_told(const RiskSet& set, std::size_t move) const {
    for (const RatioSums& sums : ratios_) {
      if (fits(sums) || !sums.acts[move]) continue;
      const bool has_it = set.covariates[sums.column] != 0;
      if ((sums.with.events == 0) == has_it) return false;
    }
    return true;
  }

  std::vector<HazardCount> counts() const {
    std::vector<HazardCount> all;
    for (const RiskSet& set : sets_) {
      for (const auto& [move, place] : position_) {
        if (move.first != set.from || set.days == 0 || !is_told(set, place)) continue;
        HazardCount count;
        count.exposure = static_cast<double>(set.days) / days_of_calendar_year;
        const auto found = set.moves.find(move.second);
        if (found != set.moves.end()) {
          count.least = found->second.events;
          count.most = found->second.is_few ? most_hidden : count.least;
        }
        count.terms.push_back({place, 1});
        for (std::size_t i = 0; i < ratios_.size(); ++i) {
          const double x = set.covariates[ratios_[i].column];
          if (x == 0 || !fits(ratios_[i]) || !ratios_[i].acts[place]) continue;
          count.terms.push_back({position_.size() + i, x});
        }
        all.push_back(std::move(count));
      }
    }
    return all;
  }

  /// Rates as if no covariate mattered; ratios of 1.
  std::vector<double> start() const {
    std::vector<double> coefficients(position_.size() + ratios_.size());
    for (const auto& [move, place] : position_) {
      const double years = static_cast<double>(days_.at(move.first)) / days_of_calendar_year;
      coefficients[place] = std::log(moves_.at(move).events / years);
    }
    return coefficients;
  }

  void read_rates(const HazardFit& fit) {
    const auto names = names_of(panel_.states);
    for (const auto& [move, place] : position_) {
      EstimatedRate rate;
      rate.from = move.first;
      rate.to = move.second;
      rate.parameter = std::string{prefix_of(panel_.states)}
                           .append(names[move.first])
                           .append("_to_")
                           .append(names[move.second]);
      rate.moves = moves_.at(move).told();
      if (moves_.at(move).is_of_few()) rate.standing = PanelStanding::few;
      if (is_left_out(fit, place)) rate.standing = PanelStanding::collinear;
      rate.log_value = fit.coefficients[place];
      rate.log_error = fit.errors[place];
      result_.rates.push_back(std::move(rate));
    }
  }

  void read_ratios(const HazardFit& fit) {
    for (std::size_t i = 0; i < ratios_.size(); ++i) {
      const RatioSums& sums = ratios_[i];
      const std::size_t place = position_.size() + i;
      EstimatedRatio one{sums.ratio, PanelStanding::estimated, 0, 0, sums.all.told(), {}};
      one.log_value = fit.coefficients[place];
      one.log_error = fit.errors[place];
      if (sums.without.told()) one.moves_with = sums.with.told();
      if (sums.with.is_of_few() || sums.without.is_of_few()) one.standing = PanelStanding::few;
      if (!fits(sums)) {
        one.standing = PanelStanding::none;
      } else if (is_left_out(fit, place)) {
        one.standing = PanelStanding::collinear;
      }
      result_.ratios.push_back(std::move(one));
    }
  }

  static bool is_left_out(const HazardFit& fit, std::size_t place) {
    return std::find(fit.collinear.begin(), fit.collinear.end(), place) != fit.collinear.end();
  }

  const Panel& panel_;
  std::vector<RiskSet> sets_;
  std::map<std::size_t, std::int64_t> days_;  ///< Exposure by state.
  std::map<Move, MoveSums> moves_;
  std::map<Move, std::size_t> position_;  ///< Of a move's coefficient.
  std::vector<RatioSums> ratios_;
  PanelEstimate result_;
};

}  // namespace

PanelEstimate estimate_panel(const Panel& panel) { return Estimator{panel}.estimate(); }

EstimatedRange range_of(double log_value, double log_error) noexcept {
  return {std::exp(log_value), std::exp(log_value - ninety_per_cent * log_error),
          std::exp(log_value + ninety_per_cent * log_error)};
}

}  // namespace samspil
