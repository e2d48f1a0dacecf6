/// \file
/// A municipality's own families, as they stand when budget year 1 begins: who they are and what is
/// known of them. Names of families and people stay in the file that they were read from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/population/family.hpp"

namespace samspil {

/// Rows a family may begin with: it grows by births and partners.
inline constexpr std::size_t most_own_members = 20;

struct OwnPerson {
  Person person;            ///< Without identity, birthday and what the parameters decide.
  int age = 0;              ///< Full years at 1 January of budget year 1.
  int ladder_weeks = -1;    ///< On the refund ladder; -1: not known.
  int weeks_placed = -1;    ///< Out of home; -1: not known.
  bool has_status = false;  ///< Whether the file says what the person lives on.
};

struct OwnFamily {
  std::uint32_t first = 0;  ///< Row of the first member in `people`.
  std::uint8_t members = 0;
  std::uint8_t households = 1;
};

struct OwnFamilies {
  std::vector<OwnFamily> families;
  std::vector<OwnPerson> people;      ///< Family by family.
  std::vector<std::string> left_out;  ///< Columns that the file lacks, filled by their defaults.
  std::string file;
  std::string text;  ///< As read: for the other processes of a run, kept in no result.
};

}  // namespace samspil
