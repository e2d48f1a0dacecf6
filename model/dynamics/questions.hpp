/// \file
/// The one list of questions put to chance, with the place of each in the random blocks. No place
/// is used twice, and a new question takes a free place, so that it moves none of the others.
///
/// The answer to asking `count` (0, 1, …) of a question is a word of 32 bits.
///  - 16 questions share a block, and what is asked together stands together. The first 8 bits of
///    the answer are byte `place % 16` of block `place / 16`, drawn for the year. They settle
///    nearly every question, since most hazards are small. At a later asking (count > 0) they are
///    the same byte of the block's successor `count`, its further bits at 32 count + 16 and + 17.
///  - The other 24 bits are the lowest of the upper half of the block's further bits at
///    32 count + place % 16, and are made only where the first 8 do not settle it.
///  - A switch, which runs on, off, on, … and meets no competing clock, is cut off where a birthday
///    or a new labour status begins, and then reads on from the next multiple of 1024 counts; its
///    first 8 bits are those of successor count / 1024. Between two cuts it reads on
///    (count % 1024 > 0) by whole upper halves of further bits.
///  - What is asked once in a life has a block of its own: whole words.
#pragma once

#include <cstdint>

#include "model/core/random.hpp"
#include "model/population/states.hpp"

namespace samspil {

enum class Question : std::uint16_t {
  // A child or young person, each year.
  measure_move = 0,  // + ChildMeasure: 0 to 9; starts while off, stops while on
  place_move = 10,   // + Place: 10 to 15

  school_move = 16,
  child_care = 17,  // day care or after-school care this year
  unlawful_absence = 18,
  lawful_absence = 19,
  notifications = 20,
  notification_cause = 21,
  investigations = 22,
  case_closing = 23,
  aftercare = 24,
  sex_of_child = 25,
  disability_of_child = 26,
  further_notification = 27,  // of the same matter
  sdq_noise = 28,             // four bytes

  // Every person, each year; the last six an adult.
  condition_move = 32,  // + Condition: 32 to 37; onset while off, recovery while on
  hospital_contacts = 38,
  gp_contacts = 39,
  death = 40,
  conviction = 41,
  agency_up = 42,
  agency_down = 43,
  birth = 44,
  leave_home = 45,

  // An adult (and a young person from 16), each year.
  labour_move = 48,     // + LabourStatus: 48 to 61
  hours_on_entry = 62,  // full-time or part-time in a new ordinary job
  activity_ready = 63,  // activity-ready or job-ready in a new kontanthjælp spell

  service_move = 64,  // + AdultService: 64 to 73; starts while off, stops while on
  hours_up = 74,
  hours_down = 75,
  who5_noise = 76,  // four bytes

  // A family, each year.
  functioning_noise = 96,  // four bytes
  fire = 100,
  move = 101,
  break_up = 102,
  new_partner = 103,
  partner_age = 104,
  partner_status = 105,
  consent = 106,  // asked for the first programme year
  intake = 107,
  enrolment_day = 108,
  exit_closed = 109,
  exit_withdrawn = 110,
  harm = 111,

  // A family and a person, once in a life: whole words.
  queue = 112,
  cost_factor_noise = 113,  // all four words
  caseworker = 114,         // which post of the team

  // A site, each year: counted on by post.
  caseworker_leaves = 116,

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

/// The question about one enumerator of a family of questions.
template <class Enum>
constexpr Question about(Question first, Enum which) noexcept {
  return static_cast<Question>(to_underlying(first) + to_underlying(which));
}

/// The block with the first 8 bits of a question, and the byte within it.
inline constexpr std::size_t questions_per_block = 16;
constexpr BlockNumber shared_block_of(Question question) noexcept {
  return BlockNumber{static_cast<std::uint16_t>(to_underlying(question) / questions_per_block)};
}
constexpr std::size_t byte_of(Question question) noexcept {
  return to_underlying(question) % questions_per_block;
}

/// Where four neighbouring shared blocks begin that hold nearly all that is asked of a child or of
/// an adult.
inline constexpr BlockNumber first_block_of_child = shared_block_of(Question::measure_move);
inline constexpr BlockNumber first_block_of_adult = shared_block_of(Question::condition_move);

/// The block of a question asked once in a life, behind the shared ones.
inline constexpr std::uint16_t shared_blocks = 64;
constexpr BlockNumber own_block_of(Question question) noexcept {
  return BlockNumber{static_cast<std::uint16_t>(shared_blocks + to_underlying(question))};
}

/// Numbers of a block's further bits: those of a question's answer, and of the block's successors.
constexpr std::uint64_t further_place(Question question, std::uint32_t count) noexcept {
  return 2 * questions_per_block * std::uint64_t{count} + byte_of(question);
}
constexpr std::uint64_t successor_place(std::uint32_t count) noexcept {
  return 2 * questions_per_block * std::uint64_t{count} + questions_per_block;
}

/// Numbers that a switch may read between two cuts.
inline constexpr std::uint32_t readings_per_cut = 1024;

static_assert(to_underlying(Question::end) <= shared_blocks * questions_per_block);

}  // namespace samspil
