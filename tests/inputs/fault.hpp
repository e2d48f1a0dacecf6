/// \file
/// Rows of the tables of faults: one place of a valid input spoiled, and the one line that tells
/// it.
#pragma once

#include <concepts>
#include <ostream>
#include <string>

namespace samspil {

/// `to` in place of `from`, in the one file that the tests of a table write.
struct FaultyInput {
  const char* name;
  const char* from;
  const char* to;
  const char* line;
};

/// The same in one of the files of an InputFolder.
struct FileFault {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* line;
};

/// `row` on line 2 of a table, in place of the first row of `key`.
struct RowFault {
  const char* name;
  const char* file;
  const char* key;
  const char* row;
  const char* line;
};

template <class AnyFault>
requires std::same_as<AnyFault, FaultyInput> || std::same_as<AnyFault, FileFault> ||
    std::same_as<AnyFault, RowFault>
        std::ostream& operator<<(std::ostream& out, const AnyFault& fault) {
  return out << fault.name;
}

/// What the test of a row is called.
inline constexpr auto name_of_fault = [](const auto& tested) {
  return std::string{tested.param.name};
};

}  // namespace samspil
