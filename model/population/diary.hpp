/// \file
/// What members of one family lived through in one year, day by day, for those who measure by week
/// or quarter. Noted only where somebody asks; nothing in the model reads it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/core/calendar.hpp"
#include "model/core/names.hpp"
#include "model/population/states.hpp"

namespace samspil {

enum class DiaryKind : std::uint8_t { status, place, measure };

/// Days begin <= day < end on which a member held a status, lived in a place, or had a measure.
struct DiaryEntry {
  std::uint8_t member = 0;  ///< Row of the person within the family.
  DiaryKind kind = DiaryKind::status;
  std::uint8_t which = 0;  ///< Position in LabourStatus, Place or ChildMeasure.
  DaySpan days;
};

using Diary = std::vector<DiaryEntry>;

}  // namespace samspil
