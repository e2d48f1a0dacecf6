/// \file
/// Compiled once for the library and the program: headers of others that cost most to read, none of
/// ours. It stands for no include: each file names what it uses, and the preset `tidy` compiles
/// without it.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
