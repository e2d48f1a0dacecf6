// No two questions share a place, and moves between states have room to grow in places of their
// own.
#include "model/dynamics/questions.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

namespace samspil {
namespace {

/// Places of a question that has this number; 0 where none has. A question that is missing here, or
/// has the number of another, does not compile.
constexpr std::size_t places_of(Question number) {
  switch (number) {
    case Question::measure_move:
    case Question::first_measure:
      return child_measure_count;
    case Question::place_move:
      return place_count;
    case Question::labour_move:
      return labour_status_count;
    case Question::service_move:
    case Question::first_service:
      return adult_service_count;
    case Question::condition_move:
    case Question::first_condition:
      return condition_count;
    case Question::sdq_noise:
    case Question::who5_noise:
    case Question::functioning_noise:
      return 4;
    case Question::school_move:
    case Question::child_care:
    case Question::unlawful_absence:
    case Question::lawful_absence:
    case Question::notifications:
    case Question::notification_cause:
    case Question::investigations:
    case Question::case_closing:
    case Question::aftercare:
    case Question::sex_of_child:
    case Question::disability_of_child:
    case Question::further_notification:
    case Question::hospital_contacts:
    case Question::gp_contacts:
    case Question::death:
    case Question::conviction:
    case Question::agency_up:
    case Question::agency_down:
    case Question::birth:
    case Question::leave_home:
    case Question::hours_up:
    case Question::hours_down:
    case Question::hours_on_entry:
    case Question::activity_ready:
    case Question::fire:
    case Question::move:
    case Question::break_up:
    case Question::new_partner:
    case Question::partner_age:
    case Question::partner_status:
    case Question::consent:
    case Question::intake:
    case Question::enrolment_day:
    case Question::exit_closed:
    case Question::exit_withdrawn:
    case Question::harm:
    case Question::caseworker_leaves:
    case Question::queue:
    case Question::cost_factor_noise:
    case Question::caseworker:
    case Question::two_parents:
    case Question::cohabiting:
    case Question::step_parent:
    case Question::children:
    case Question::second_father:
    case Question::youngest_age:
    case Question::mother_age:
    case Question::father_age:
    case Question::frailty:
    case Question::sibling_gap:
    case Question::birth_day:
    case Question::sex:
    case Question::first_status:
    case Question::follows_other_parent:
    case Question::first_agency:
    case Question::ladder_years:
    case Question::pension_before_2014:
    case Question::first_hours:
    case Question::first_place:
    case Question::years_placed:
    case Question::first_school:
    case Question::first_activity_ready:
      return 1;
    case Question::end:
      return 0;
  }
  return 0;
}

constexpr std::uint16_t end = to_underlying(Question::end);
constexpr std::uint16_t first_once_in_a_life = to_underlying(Question::queue);

/// By place, the question that stands there.
std::map<std::size_t, Question> taken_places() {
  std::map<std::size_t, Question> taken;
  for (std::uint16_t number = 0; number < end; ++number) {
    for (std::size_t i = 0; i < places_of(Question{number}); ++i) {
      const auto [before, is_free] = taken.emplace(number + i, Question{number});
      EXPECT_TRUE(is_free) << "question " << number << " stands where question "
                           << to_underlying(before->second) << " does, at " << number + i;
    }
  }
  return taken;
}

/// Expects that nobody but `question` stands from its place on.
void expect_room(Question question, std::size_t room) {
  const auto taken = taken_places();
  for (std::size_t i = 0; i < room; ++i) {
    const auto there = taken.find(to_underlying(question) + i);
    if (there == taken.end()) continue;
    EXPECT_EQ(there->second, question) << "place " << i << " after " << to_underlying(question);
  }
}

TEST(Questions, ShareNoPlaceAndEndBeforeTheEnd) {
  const auto taken = taken_places();
  EXPECT_GT(taken.size(), 100U);
  EXPECT_LT(taken.rbegin()->first, end);
}

TEST(Questions, StandInAByteOfABlockOfTheirOwn) {
  std::set<std::tuple<BlockNumber, std::size_t>> seen;
  for (const auto& [place, question] : taken_places()) {
    const auto at = static_cast<Question>(place);
    if (place >= first_once_in_a_life) {
      EXPECT_GE(own_block_of(at), BlockNumber{shared_blocks});
      EXPECT_TRUE(seen.emplace(own_block_of(at), 0).second) << place;
    } else {
      EXPECT_LT(shared_block_of(at), BlockNumber{shared_blocks});
      EXPECT_TRUE(seen.emplace(shared_block_of(at), byte_of(at)).second) << place;
    }
  }
}

/// Noise is four bytes of one word.
TEST(Questions, BeginAWordWhereTheyAreNoise) {
  for (std::uint16_t number = 0; number < first_once_in_a_life; ++number) {
    const Question question{number};
    const bool is_noise = places_of(question) == 4;
    EXPECT_TRUE(!is_noise || byte_of(question) % 4 == 0) << number;
  }
}

/// A family of questions: the first, and as many states again as it was laid out for.
struct Moves {
  Question first;
  std::size_t room;
};
constexpr std::array<Moves, 4> moves{{{Question::labour_move, 28},
                                      {Question::measure_move, 20},
                                      {Question::place_move, 12},
                                      {Question::service_move, 20}}};

TEST(Moves, HaveRoomInBlocksThatNobodyElseUses) {
  for (const Moves& family : moves) {
    std::set<BlockNumber> blocks;
    for (std::size_t i = 0; i < family.room; ++i) {
      EXPECT_EQ(byte_of(about(family.first, i)), i % questions_per_block);  // as the lanes are
      blocks.insert(shared_block_of(about(family.first, i)));
    }
    EXPECT_EQ(blocks.size(), family.room > questions_per_block ? 2U : 1U);
    for (const auto& [place, question] : taken_places()) {
      if (question == family.first || place >= first_once_in_a_life) continue;
      EXPECT_FALSE(blocks.contains(shared_block_of(static_cast<Question>(place)))) << place;
    }
  }
}

TEST(Moves, HaveRoomForTheirStartingStates) {
  expect_room(Question::first_service, 20);
  expect_room(Question::first_measure, 20);
  expect_room(Question::first_condition, 12);
}

/// What is drawn at once for a child, and for an adult, is what they are asked.
TEST(Moves, AreAskedInTheBlocksThatAreDrawnAtOnce) {
  const auto distance = [](BlockNumber first, Question question) {
    return static_cast<int>(shared_block_of(question)) - static_cast<int>(first);
  };
  for (const Question question : {Question::measure_move, Question::place_move,
                                  Question::notifications, Question::condition_move}) {
    EXPECT_GE(distance(first_block_of_child, question), 0);
    EXPECT_LT(distance(first_block_of_child, question), 4);
  }
  for (const Question question : {Question::condition_move, Question::hours_up,
                                  Question::labour_move, Question::service_move}) {
    EXPECT_GE(distance(first_block_of_adult, question), 0);
    EXPECT_LT(distance(first_block_of_adult, question), 4);
    EXPECT_LT(distance(first_block_of_child, question), 8);
  }
}

}  // namespace
}  // namespace samspil
