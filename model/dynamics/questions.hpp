/// \file
/// The one list of questions put to chance, with the place of each in the random blocks: place =
/// 4 × block + lane, so that four neighbours share one Philox block. No place is used twice, and a
/// new question takes a free place, so that it moves none of the others.
#pragma once

#include <cstdint>

#include "model/core/random.hpp"
#include "model/population/states.hpp"

namespace samspil {

enum class Question : std::uint16_t {
  // A person, each year.
  labour_move = 0,      // + LabourStatus: 0 to 13
  hours_on_entry = 14,  // full-time or part-time in a new ordinary job
  activity_ready = 15,  // activity-ready or job-ready in a new kontanthjælp spell
  hours_up = 16,
  hours_down = 17,
  death = 18,
  leave_home = 19,
  adult_service_start = 20,  // + AdultService: 20 to 29
  agency_up = 30,
  agency_down = 31,
  adult_service_stop = 32,  // + AdultService: 32 to 41
  conviction = 42,
  hospital_contacts = 43,
  condition_onset = 44,  // + Condition: 44 to 49
  gp_contacts = 50,
  birth = 51,
  condition_recovery = 52,  // + Condition: 52 to 57
  sex_of_child = 58,
  who5_noise = 60,  // a whole block
  place_move = 64,  // + Place: 64 to 69
  aftercare = 70,
  school_move = 71,
  measure_start = 72,  // + ChildMeasure: 72 to 81
  unlawful_absence = 82,
  lawful_absence = 83,
  measure_stop = 84,  // + ChildMeasure: 84 to 93
  notifications = 94,
  notification_cause = 95,
  sdq_noise = 96,  // a whole block
  investigations = 100,
  case_closing = 101,
  child_care = 102,  // day care or after-school care this year
  disability_of_child = 103,

  // A family, each year.
  functioning_noise = 104,  // a whole block
  fire = 108,
  move = 109,
  break_up = 110,
  new_partner = 111,
  partner_sex_age = 112,
  partner_status = 113,
  consent = 116,  // asked for the first programme year
  intake = 117,
  enrolment_day = 118,
  queue = 119,
  exit_closed = 120,
  exit_withdrawn = 121,
  harm = 122,

  // A person, once.
  cost_factor_noise = 124,  // a whole block

  end_of_years = 128,

  // A candidate family and its people, once (asked for year 0).
  two_parents = 128,
  cohabiting = 129,
  step_parent = 130,
  children = 131,
  second_father = 132,
  youngest_age = 133,
  mother_age = 134,
  father_age = 135,
  frailty = 136,
  sibling_gap = 137,
  birth_day = 138,
  sex = 139,
  first_status = 140,
  follows_other_parent = 141,
  first_agency = 142,
  ladder_years = 143,
  first_condition = 144,  // + Condition: 144 to 149
  pension_before_2014 = 150,
  first_hours = 151,
  first_service = 152,  // + AdultService: 152 to 161
  first_place = 162,
  years_placed = 163,
  first_measure = 164,  // + ChildMeasure: 164 to 173
  first_school = 174,
  first_activity_ready = 175,

  end = 176
};

/// Blocks that hold the questions of a year.
inline constexpr std::size_t question_block_count =
    static_cast<std::size_t>(Question::end_of_years) / 4;

/// The question about one enumerator of a family of questions.
template <class Enum>
constexpr Question about(Question first, Enum which) noexcept {
  return static_cast<Question>(to_underlying(first) + to_underlying(which));
}

/// The block in which a question stands.
constexpr BlockNumber block_of(Question question) noexcept {
  return BlockNumber{static_cast<std::uint16_t>(to_underlying(question) / 4)};
}

/// The lane of a question within its block.
constexpr std::size_t lane_of(Question question) noexcept { return to_underlying(question) % 4; }

}  // namespace samspil
