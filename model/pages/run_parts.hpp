/// \file
/// The parts of a run's pages that have files of their own.
#pragma once

#include <string>
#include <vector>

#include "model/pages/document_view.hpp"

namespace samspil {

/// The document with the unit in which all its strategies' amounts are written.
View run_view(const Json& document, Language language, Sign sign = Sign::saving);

/// The same without decimals where thousands of the unit stand side by side: there is no room for
/// them.
View level_view(const View& view);

/// What no net result is shown without: of all strategies, and of one, by its id, where it is
/// named.
void write_caveats(Page& page, const View& view, const Json& strategy = nullptr);

/// Every strategy's result under the municipality's own committees, where it names any.
void write_committees(Page& page, const View& view);

/// Its own accounts beside the simulated ones, where it gives any.
void write_own_accounts(Page& page, const View& view);

/// Families that were read: how many, what their file lacks. Nothing where they are made.
void write_own_families(Page& page, const View& view);

/// "families enrolled 40", "families per caseworker 10", …: what a municipality said itself.
///   own  of the document's municipality
std::vector<std::string> own_numbers(const View& view, const Json& own);

/// A municipality's own numbers, and how its families are told from the simulated ones.
void write_municipality(Page& page, const View& view);

/// Who is offered a place in a strategy, where not every family is.
void write_eligibility(Page& page, const View& view, const Json& strategy);

/// The answer to the question of the screen: what each strategy costs the municipality, gives back,
/// and comes to, by year; and why its centre lies there.
void write_answer(Page& page, const View& view);

/// All strategies beside each other: the terms, a line for each in every table, and on whom each
/// was tried.
void write_comparison(Page& page, const View& view);

/// One strategy's enrolment, its money by department and year, and what is to be said of it.
void write_budget(Page& page, const View& view, const Json& strategy);

/// Its net results by level of effect with their errors, and its people.
void write_levels_and_people(Page& page, const View& view, const Json& strategy);

/// Every outcome and every status by year.
void write_people_by_year(Page& page, const View& view, const Json& strategy);

/// The outcomes that decide, a year on average; three of them by year; what its report saw.
void write_people(Page& page, const View& view, const Json& strategy);

/// On what the results depend: what was asked for, and how to ask for the rest.
void write_dependence(Page& page, const View& view);

/// The population beside its sources.
void write_fit_table(Page& page, const View& view, const Json& population);
void write_fit_lines(Page& page, const View& view, const Json& population);

/// Whether the document tells of draws of the uncertain inputs.
bool has_draws(const View& view);

/// Adds to a table of a strategy's net results by level of effect what the draws say of each: where
/// 5 and 95 % of them lie, and the chance of a saving.
void write_ranges(Table& table, const View& view, const Json& strategy, const char* purse);

/// The draws behind one strategy's totals, as its budget has them.
void write_spread_of_totals(Page& page, const View& view, const Json& strategy);

/// What the draws are and are not.
void write_draws_note(Page& page, const View& view);

/// Its means with their errors, its years and when it is paid back, over the draws.
///   by_title  whether inputs are told by what they are called, in place of by their names
void write_draws_detail(Page& page, const View& view, const Json& strategy, bool by_title = false);

/// The inputs that one strategy's result follows most over the draws.
void write_rank_correlations(Page& page, const View& view, const Json& strategy, bool by_title);

/// How strong every strategy's effects must be for it to pay for itself, and what that is in
/// people; what the scenario expects.
void write_break_even(Page& page, const View& view);

/// One strategy's break-even by budget, its curve, and its break-even of caseload and duration.
void write_break_even_detail(Page& page, const View& view, const Json& strategy);

/// What the accounts of a given number of families may show, luck included, where it was asked for.
void write_cohort(Page& page, const View& view);

/// The same of one strategy by department and payer, and whom it sets back by group.
void write_cohort_detail(Page& page, const View& view, const Json& strategy);

/// By payer: how often each choice is the best over the draws, and what it would be worth to know
/// the inputs before choosing.
void write_decision(Page& page, const View& view);

/// Which law year and price level each number of law and prices stands on.
void write_law_table(Page& page, const View& view);

}  // namespace samspil
