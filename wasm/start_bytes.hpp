/// \file
/// The families that travel with the page, as bytes that a packer makes small: equal bytes of all
/// families beside each other, not each family's own.
#pragma once

#include <string>
#include <string_view>

#include "model/families/pool.hpp"

namespace samspil {

std::string start_bytes(const Pool& pool);
Pool pool_of_start(std::string_view bytes);

}  // namespace samspil
