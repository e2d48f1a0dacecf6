/// \file
/// The parts of a run's document that have files of their own.
#pragma once

#include <string>
#include <vector>

#include "model/appraisal/report.hpp"
#include "model/core/json.hpp"
#include "model/inputs/input_list.hpp"

namespace samspil {

/// One strategy: titles, money, staff, people, errors, what it rests and depends on.
///   inputs  of the scenario: input_list()
Json strategy_document(const Report& report, const StrategyAppraisal& appraised,
                       const std::vector<Input>& inputs);

/// Adds what the draws of the uncertain inputs say of its net result, centre effect and by level:
/// null without draws.
void add_uncertainty(const Report& report, const StrategyAppraisal& appraised, Json& all);

/// The inputs that its net result follows most over the draws, public total, the foremost first:
/// null without draws.
Json rank_correlations(const Report& report, const StrategyAppraisal& appraised,
                       const std::vector<Input>& inputs);

/// The net result of one strategy at its inputs' values, and with each input that moves it most at
/// its 5th and 95th percentile, the largest change first: null where it was not asked for.
Json inputs_that_matter(const Report& report, std::size_t strategy,
                        const std::vector<Input>& inputs);

/// How strong its effects must be for it to pay for itself, and the like: null where it was not
/// solved for.
Json break_even_document(const Report& report, std::size_t strategy);

/// The multiplier of all effects at which one budget breaks even, and over the draws: null where it
/// was not solved for, or without draws.
Json break_even_multiplier(const Report& report, std::size_t strategy, std::size_t budget);

/// What the accounts of so many families may show without the effort, what their cost hangs on, and
/// by which rules it is told. Null where no cohort was asked for.
Json cohort_document(const Report& report);

/// Adds what they may show with a strategy, what it saves them, and whom it sets back. Null as
/// above.
void add_cohort(const Report& report, const StrategyAppraisal& appraised, Json& all);

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

/// What a strategy costs the municipality, gives back, and comes to, at the centre effect, as less
/// expenditure; and by which services its effects do so.
Json answer_document(const Report& report, const StrategyAppraisal& appraised);

/// What no net result is shown without, and nothing switches off: of all strategies, then of one.
Json caveats_document(const Report& report);

/// A strategy's result under the municipality's own committees; null where none are named.
Json committees_document(const Report& report, const StrategyAppraisal& appraised);

/// The municipality's own accounts beside the simulated ones, function by function.
Json accounts_document(const Report& report);

/// Families that were read from the municipality's own file; null where they are made.
Json own_families_document(const Scenario& scenario);

/// A municipality's own numbers; null without one.
Json municipality_document(const Report& report);

/// Who is offered a place in a strategy, by its number; null where nobody names conditions.
Json eligibility_document(const Report& report, std::size_t strategy);

/// By purse: twenty results over the draws, each as likely as the next, at the centre effect, all
/// years [kr.], and how many of them save. Null without draws.
Json twenty_document(const Report& report, const StrategyAppraisal& appraised);

/// The same of the municipality alone, by level of effect.
Json twenty_by_level(const Report& report, const StrategyAppraisal& appraised);
/// By level of effect: how many of these twenty save. Null without draws.
Json saves_by_level(const Report& report, const StrategyAppraisal& appraised);

/// Outcomes a year on average beside what the services cost that they bring with them.
Json people_beside_money(const Report& report, const StrategyAppraisal& appraised);

/// How many fewer placed children, or more parents in work, a year on average, the municipality
/// breaks even at, beside what the effects move. Null where it was not solved for.
Json needed_people(const Report& report, const StrategyAppraisal& appraised);

/// The levers that a programme's cost is reckoned from.
Json programme_inputs(const Levers& levers);

/// What an uncertain input is: title, value, unit, range, grade, source. Null of a name that is
/// none.
Json about_input(const std::vector<Input>& inputs, const std::string& name);

/// A table by payer and by department, lists by budget year.
Json money_part(const Appraisal& appraisal, const MoneyTable& table, const Part& part = {});

/// Of every price, to the entries of `services`: whose account it is, who pays which share, how
/// much of a saving can be taken out when, and where the number is from.
void add_price_rules(const Catalogue& catalogue, Json& services);

/// What an arm uses less than what it is compared with, by service, rule state and year, what a
/// unit costs whom, and what is settled: of which its gross saving is the sum.
Json price_lines_document(const Report& report, std::size_t arm);

/// Lists by budget year.
Json by_department(const Appraisal& appraisal, const MoneyTable& table, Part part);

}  // namespace samspil
