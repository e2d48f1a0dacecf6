/// \file
/// The parts of a run's pages that have files of their own.
#pragma once

#include "model/pages/document_view.hpp"

namespace samspil {

/// Strategies whose own budgets stand on the screen: more would not fit three pages.
inline constexpr std::size_t most_on_screen = 4;

/// The document with the unit in which all its strategies' amounts are written.
View run_view(const Json& document, Language language);

/// What no net result is shown without.
void write_caveats(Page& page, const View& view);

/// All strategies beside each other: the terms, a line for each in every table, and on whom each
/// was tried.
void write_comparison(Page& page, const View& view);

/// One strategy's money by department and year, and what is to be said of it.
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
void write_draws_detail(Page& page, const View& view, const Json& strategy);

/// The inputs that one strategy's result follows most over the draws.
void write_rank_correlations(Page& page, const View& view, const Json& strategy);

/// By payer: how often each choice is the best over the draws, and what it would be worth to know
/// the inputs before choosing.
void write_decision(Page& page, const View& view);

}  // namespace samspil
