/// \file
/// One JSON document of a run. Everything but `run` depends on the inputs alone.
#pragma once

#include <string>

#include "model/report/report.hpp"

namespace samspil {

/// Which program made a result.
struct Origin {
  std::string version;
  std::string git;
  std::string compiler;
};

/// kr., mean over runs, by budget year; positive = fewer public expenditures, except
/// programme_cost, where positive = cost.
std::string as_json(const Report& report, const Origin& origin);

}  // namespace samspil
