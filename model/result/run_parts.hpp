/// \file
/// The parts of a run's document that have files of their own.
#pragma once

#include "model/appraisal/report.hpp"
#include "model/core/json.hpp"

namespace samspil {

/// One strategy: titles, money, staff, people, errors, what it rests and depends on.
Json strategy_document(const Report& report, const StrategyAppraisal& appraised);

/// Adds what the draws of the uncertain inputs say of its net result, centre effect and by level:
/// null without draws.
void add_uncertainty(const Report& report, const StrategyAppraisal& appraised, Json& all);

/// The inputs that its net result follows most over the draws, public total, the foremost first:
/// null without draws.
Json rank_correlations(const Report& report, const StrategyAppraisal& appraised);

/// By purse: the chance of each choice to be the best over the draws, and what it would be worth to
/// know the inputs before choosing. Null without draws or strategies.
Json decision_document(const Report& report);

/// What pockets must hand to each other for each to be whole, at the centre effect: between payers,
/// and between the municipality's departments.
Json transfers_document(const Report& report, const StrategyAppraisal& appraised);

/// People and days of an arm beside those of what it is compared with.
Json people_document(const RunResult& result, std::size_t arm);

/// What arms come to in themselves, mean over runs, lists by budget year: every outcome, and the
/// parents' status in week 48.
Json counts_document(const RunResult& result, std::size_t arm);

/// How well the population meets its margins.
Json fit_document(const PopulationFit& fit);

/// A table by payer and by department, lists by budget year.
Json money_part(const Appraisal& appraisal, const MoneyTable& table, const Part& part = {});

/// Lists by budget year.
Json by_department(const Appraisal& appraisal, const MoneyTable& table, Part part);

}  // namespace samspil
