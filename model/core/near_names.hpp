/// \file
/// Which known names a mistyped one may have meant. Knows nothing of what the names stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// The up to three names nearest to `name`, nearest first; only those within a third of its length
/// in edits, so that a name that resembles nothing gets no misleading advice. Capital letters are
/// like small ones.
std::vector<std::string> near_names(std::string_view name,
                                    const std::vector<std::string>& candidates);

/// Whether `name` is what somebody who wrote one of `given` may have meant.
bool is_nearly_given(const std::string& name, const std::vector<std::string>& given);

}  // namespace samspil
