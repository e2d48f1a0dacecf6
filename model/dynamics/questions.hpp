/// \file
/// The one list of questions put to chance, with the place of each in the random blocks: place =
/// 4 × block + lane, so that four neighbours share one Philox block,
/// and sixteen are drawn at a time: those that are asked together stand together. No place is used
/// twice, and a new question takes a free place, so that it moves none of the others.
#pragma once

#include <cstdint>

#include "model/core/random.hpp"
#include "model/population/states.hpp"

namespace samspil {

enum class Question : std::uint16_t {
  // An adult (and a young person from 16), each year.
  labour_move = 0,      // + LabourStatus: 0 to 13
  hours_on_entry = 14,  // full-time or part-time in a new ordinary job
  activity_ready = 15,  // activity-ready or job-ready in a new kontanthjælp spell

  hours_up = 16,
  hours_down = 17,
  service_move = 18,  // + AdultService: 18 to 27; starts while off, stops while on
  agency_up = 28,
  agency_down = 29,
  birth = 30,
  leave_home = 31,

  // Every person, each year.
  condition_move = 32,  // + Condition: 32 to 37; onset while off, recovery while on
  conviction = 38,
  hospital_contacts = 39,
  gp_contacts = 40,
  death = 41,
  sex_of_child = 42,
  disability_of_child = 43,
  who5_noise = 44,  // a whole block

  // A child or young person, each year.
  measure_move = 48,  // + ChildMeasure: 48 to 57; starts while off, stops while on
  place_move = 58,    // + Place: 58 to 63
  aftercare = 64,
  school_move = 65,
  unlawful_absence = 66,
  lawful_absence = 67,
  notifications = 68,
  notification_cause = 69,
  investigations = 70,
  case_closing = 71,
  child_care = 72,  // day care or after-school care this year
  sdq_noise = 76,   // a whole block

  // A family, each year.
  functioning_noise = 80,  // a whole block
  fire = 84,
  move = 85,
  break_up = 86,
  new_partner = 87,
  partner_age = 88,
  partner_status = 89,
  consent = 96,  // asked for the first programme year
  intake = 97,
  enrolment_day = 98,
  exit_closed = 99,
  exit_withdrawn = 100,
  harm = 101,
  queue = 104,

  // A person, once.
  cost_factor_noise = 108,  // a whole block

  end_of_years = 112,

  // A candidate family and its people, once (asked for year 0).
  two_parents = 112,
  cohabiting = 113,
  step_parent = 114,
  children = 115,
  second_father = 116,
  youngest_age = 117,
  mother_age = 118,
  father_age = 119,
  frailty = 120,
  sibling_gap = 121,
  birth_day = 122,
  sex = 123,
  first_status = 124,
  follows_other_parent = 125,
  first_agency = 126,
  ladder_years = 127,
  first_condition = 128,  // + Condition: 128 to 133
  pension_before_2014 = 134,
  first_hours = 135,
  first_service = 136,  // + AdultService: 136 to 145
  first_place = 146,
  years_placed = 147,
  first_measure = 148,  // + ChildMeasure: 148 to 157
  first_school = 158,
  first_activity_ready = 159,

  end = 160
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
