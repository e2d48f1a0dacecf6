/// \file
/// The one list of questions put to chance, with the place of each in the random blocks. No place
/// is used twice, and a new question takes a free place, so that it moves none of the others.
///
/// The answer to asking `count` (0, 1, …) of a question is a word of 32 bits.
///  - What is asked together stands together, 16 questions in a block, and has 16 places more in a
///    block that is not made until somebody asks there: places 0 to 15 of each 32 are in block
///    `place / 32`, the others in block 32 + place / 32. The first 8 bits of the answer are byte
///    `place % 16` of the block, drawn for the year. They settle nearly every question, since most
///    hazards are small. At a later asking (count > 0) they are the same byte of the block's
///    successor `count`, its further bits at 32 count + 16 and + 17.
///  - The other 24 bits are the lowest of the upper half of the block's further bits at
///    32 count + place % 16, and are made only where the first 8 do not settle it.
///  - A switch, which runs on, off, on, … and meets no competing clock, is cut off where a birthday
///    or a new labour status begins, and then reads on from the next multiple of 1024 counts; its
///    first 8 bits are those of successor count / 1024. Between two cuts it reads on
///    (count % 1024 > 0) by whole upper halves of further bits.
///  - What is asked once in a life has a block of its own: whole words.
///  - Moves between statuses, measures, places and services have 32 places each to themselves, so
///    that a new status, measure, place or service moves none of the others either.
#pragma once

#include <cstdint>
#include <type_traits>

#include "model/core/random.hpp"
#include "model/population/states.hpp"

namespace samspil {

enum class Question : std::uint16_t {
  // A child or young person, each year.
  measure_move = 0,  // + ChildMeasure: 0 to 31; starts while off, stops while on
  place_move = 32,   // + Place: 32 to 63

  school_move = 64,
  child_care = 65,  // day care or after-school care this year
  unlawful_absence = 66,
  lawful_absence = 67,
  notifications = 68,
  notification_cause = 69,
  investigations = 70,
  case_closing = 71,
  aftercare = 72,
  sex_of_child = 73,
  disability_of_child = 74,
  further_notification = 75,  // of the same matter
  sdq_noise = 76,             // four bytes

  // Every person, each year; the last six an adult.
  condition_move = 96,  // + Condition: 96 to 103; onset while off, recovery while on
  hospital_contacts = 104,
  gp_contacts = 105,
  death = 106,
  conviction = 107,
  agency_up = 108,
  agency_down = 109,
  birth = 110,
  leave_home = 111,

  // An adult (and a young person from 16), each year.
  hours_up = 128,
  hours_down = 129,
  hours_on_entry = 130,  // full-time or part-time in a new ordinary job
  activity_ready = 131,  // activity-ready or job-ready in a new kontanthjælp spell
  who5_noise = 132,      // four bytes

  labour_move = 160,   // + LabourStatus: 160 to 191
  service_move = 192,  // + AdultService: 192 to 223; starts while off, stops while on

  // A family, each year.
  functioning_noise = 224,  // four bytes
  fire = 228,
  move = 229,
  break_up = 230,
  new_partner = 231,
  partner_age = 232,
  partner_status = 233,
  consent = 234,  // asked for the first programme year
  intake = 235,
  enrolment_day = 236,
  exit_closed = 237,
  exit_withdrawn = 238,
  harm = 239,

  // A site, each year: counted on by post.
  caseworker_leaves = 256,

  // A family and a person, once in a life: whole words.
  queue = 512,
  cost_factor_noise = 513,  // all four words
  caseworker = 514,         // which post of the team

  // A candidate family and its people, once (asked for year 0).
  two_parents = 528,
  cohabiting = 529,
  step_parent = 530,
  children = 531,
  second_father = 532,
  youngest_age = 533,
  mother_age = 534,
  father_age = 535,
  frailty = 536,
  sibling_gap = 537,
  birth_day = 538,
  sex = 539,
  first_status = 540,
  follows_other_parent = 541,
  first_agency = 542,
  ladder_years = 543,
  pension_before_2014 = 544,
  first_hours = 545,
  first_place = 546,
  years_placed = 547,
  first_school = 548,
  first_activity_ready = 549,
  first_condition = 576,  // + Condition: 576 to 591
  first_service = 592,    // + AdultService: 592 to 623
  first_measure = 624,    // + ChildMeasure: 624 to 655

  end = 656
};

/// A question of a family of questions, by its number.
constexpr Question about(Question first, std::size_t number) noexcept {
  return static_cast<Question>(to_underlying(first) + number);
}
/// The question about one enumerator.
template <class Enum>
requires std::is_enum_v<Enum>
constexpr Question about(Question first, Enum which) noexcept {
  return about(first, index_of(which));
}

/// The block with the first 8 bits of a question, and the byte within it.
inline constexpr std::size_t questions_per_block = 16;
inline constexpr std::uint16_t shared_blocks = 64;  // the latter half is what the former lacks
constexpr BlockNumber shared_block_of(Question question) noexcept {
  constexpr std::size_t first_blocks = shared_blocks / 2;
  const std::size_t block = to_underlying(question) / questions_per_block;
  return BlockNumber{static_cast<std::uint16_t>(block / 2 + block % 2 * first_blocks)};
}
constexpr std::size_t byte_of(Question question) noexcept {
  return to_underlying(question) % questions_per_block;
}

/// Where four neighbouring blocks begin that hold nearly all that is asked of a child, or of an
/// adult. A young person is asked in both, and in what stands between: in four and the next four.
inline constexpr BlockNumber first_block_of_child = shared_block_of(Question::measure_move);
inline constexpr BlockNumber first_block_of_adult = shared_block_of(Question::condition_move);

/// The block of a question asked once in a life, behind the shared ones.
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
static_assert(byte_of(Question::measure_move) == 0 && byte_of(Question::place_move) == 0 &&
                  byte_of(Question::labour_move) == 0 && byte_of(Question::service_move) == 0,
              "moves that are compared side by side begin a block");

}  // namespace samspil
