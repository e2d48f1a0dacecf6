/// \file
/// Which law a run holds, and how its prices came to one level: the same facts for screen and
/// files.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/render/text.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// How the prices came to the level of the run, who takes the strategies up, and what lacks a
/// value.
void write_law_and_prices(Page& page, const Scenario& scenario, Language language);

/// The one line that names what runs with its last known value; empty where all is known.
std::string last_known_warning(const Scenario& scenario, Language language);

/// The prices that keep their own level, with it.
void write_own_levels(Page& page, const Scenario& scenario, Language language);

/// Names and values of the settings of law and prices, for files.
std::vector<std::pair<std::string, std::string>> law_and_prices(const Scenario& scenario);

/// The rate of discount as a scenario writes it: a number, or "fm".
std::string discount_rate_text(const Scenario& scenario);

}  // namespace samspil
