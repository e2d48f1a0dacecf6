/// \file
/// Numbers in tables of inputs that the program writes and reads again.
#pragma once

#include <string>

namespace samspil {

/// As a reader takes it back, whatever it counts: three decimals behind a point could be thousands,
/// one decimal more says that they are not.
std::string number_cell(double value);

}  // namespace samspil
