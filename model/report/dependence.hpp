/// \file
/// On what a result depends: the net result without each mechanism, and the assumptions that matter
/// most.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/render/text.hpp"
#include "model/report/report.hpp"

namespace samspil {

/// What the screen says of it: what was asked for, and how to ask for the rest.
void write_dependence(Page& page, const Report& report, const MoneyUnit& unit, Language language);

/// Of one strategy: {NAME: {municipality, public}} in kr.; null where it was not asked for.
nlohmann::ordered_json without_mechanism_json(const Report& report, std::size_t strategy);
/// Of one strategy, largest change first; null where it was not asked for.
nlohmann::ordered_json assumptions_json(const Report& report, std::size_t strategy);
/// How they were searched for; null where it was not asked for.
nlohmann::ordered_json what_matters_json(const Report& report);

}  // namespace samspil
