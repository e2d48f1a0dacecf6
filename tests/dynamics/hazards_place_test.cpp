// Hazards of where a child lives beside values computed by hand.
#include "model/dynamics/hazards_child.hpp"
#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

TEST(PlaceMove, GoesInHomeUpOrElsewhere) {
  using enum Place;
  EXPECT_EQ(place_move(home, network), PlaceMove::entry);
  EXPECT_EQ(place_move(home, own_dwelling), PlaceMove::entry);
  EXPECT_EQ(place_move(secure, home), PlaceMove::home);
  EXPECT_EQ(place_move(own_dwelling, home), PlaceMove::home);
  // Own dwelling, network, foster, institution, secure: the next is heavier than the one before.
  const std::array<Place, 5> rising{own_dwelling, network, foster, institution, secure};
  for (std::size_t i = 1; i < rising.size(); ++i) {
    EXPECT_EQ(place_move(rising[i - 1], rising[i]), PlaceMove::step_up) << i;
    EXPECT_EQ(place_move(rising[i], rising[i - 1]), PlaceMove::other) << i;
  }
  EXPECT_LT(weight_of(home), weight_of(own_dwelling));
}

TEST(Return, HasRatiosByTimeOutOfHomeAndAt17) {
  Parameters p = strange_parameters();
  p.placement.reunification_year_1 = 1.4;
  p.placement.reunification_year_2 = 1.1;
  p.placement.reunification_year_3_to_5 = 0.8;
  p.placement.reunification_after_5 = 0.5;
  p.placement.reunification_age_17 = 1.9;
  const auto ratio = [&](int days, int age) {
    return reunification_time_ratio(days, age, p.placement);
  };
  expect_value(ratio(363, 16), 1.4, "first year");
  expect_value(ratio(364, 16), 1.1, "second year");
  expect_value(ratio(727, 17), 1.1 * 1.9, "second year, 17");
  expect_value(ratio(728, 18), 0.8, "third year");
  expect_value(ratio(1819, 17), 0.8 * 1.9, "fifth year, 17");
  expect_value(ratio(1820, 10), 0.5, "after five years");
}

TEST(Return, IsRememberedForAYearAndAHalfAtNewYear) {
  const auto is_lately = [](Place place, std::uint16_t days_home) {
    Person child;
    child.place = place;
    child.days_home = days_home;
    return came_home_lately(child);
  };
  EXPECT_FALSE(is_lately(Place::home, 0));  // never away
  EXPECT_TRUE(is_lately(Place::home, 1));
  EXPECT_TRUE(is_lately(Place::home, 545));
  EXPECT_FALSE(is_lately(Place::home, 546));
  EXPECT_TRUE(is_lately(Place::foster, 0));
}

Parameters of_entry() {
  Parameters p = strange_parameters();
  p.placement.entry_age_under_6 = 0.7;
  p.placement.entry_age_6_to_11 = 0.9;
  p.placement.entry_age_12_to_17 = 1.3;
  p.placement.entry_parent_condition = 1.7;
  p.placement.entry_unlawful_absence = 1.4;
  p.placement.unlawful_absence_threshold = 20;
  p.placement.reentry = 2.5;
  p.coupling.placement_entry_parent_in_work = 0.6;
  p.coupling.placement_entry_sibling_placed = 3;
  p.family.placement_entry_per_functioning = 0.8;
  return p;
}

TEST(PlacementEntry, IsAgeFrailtySeveritySituationCouplingAndHook) {
  expect_values(
      [p = of_entry()](const Subject& s) {
        return placement_entry_ratio(s.person, s.age, s.met, s.family, s.hooks, p);
      },
      {{"frail child of 5, all else at its limit",
        [](Subject& s) {
          s.age = 5;
          s.family.state.frailty = 1.5F;
          s.person.unlawful_absence_before = 20;
          s.person.days_home = 546;
        },
        1.5 * 0.7},
       {"severe, 6, parent ill, absent, functioning, hooked",
        [](Subject& s) {
          s.age = 6;
          s.person.severity = 2;
          s.met.parent_condition = true;
          s.person.unlawful_absence_before = 21;
          s.family.state.functioning = 1;
          s.met.at_threshold = true;
          s.meets(Hook::placement_at_threshold, 1.1);
        },
        2 * 0.9 * 1.7 * 1.4 * 0.8 * 1.1},
       {"11, parent ill and half in work, home lately, no functioning, hooked",
        [](Subject& s) {
          s.age = 11;
          s.met.parent_condition = true;
          s.met.parent_work_weight = 0.5;
          s.person.days_home = 1;
          s.family.state.functioning = -1;
          s.met.at_threshold = true;
          s.meets(Hook::placement_at_threshold, 1.1);
        },
        0.9 * 1.7 * (1 - 0.5 * 0.4) * 2.5 / 0.8 * 1.1},
       {"12, frail, severe, absent, parent in work, sibling placed",
        [](Subject& s) {
          s.age = 12;
          s.family.state.frailty = 1.5F;
          s.person.severity = 2;
          s.person.unlawful_absence_before = 21;
          s.met.parent_work_weight = 1;
          s.met.sibling_placed = true;
        },
        1.5 * 2 * 1.3 * 1.4 * 0.6 * 3}});
}

TEST(PlacementRatios, HaveTheEntryRatioWhereChildrenEnter) {
  Subject s;
  s.age = 12;
  s.met.sibling_placed = true;
  const PlaceRatios ratios =
      placement_ratios(s.person, s.age, s.met, s.family, s.hooks, of_entry());
  expect_value(at(ratios, PlaceMove::entry), 1.3 * 3, "entry");
}

auto moving(PlaceMove move) {
  Parameters p = of_entry();
  p.placement.reunification_year_1 = 1.4;
  p.placement.reunification_year_2 = 1.1;
  p.placement.reunification_age_17 = 1.9;
  p.coupling.reunification_parent_in_work = 1.6;
  p.placement.change_first_year = 2.5;
  p.placement.step_up_age_12_to_17 = 1.2;
  return [p, move](const Subject& s) {
    return at(placement_ratios(s.person, s.age, s.met, s.family, s.hooks, p), move);
  };
}

TEST(PlacementRatios, HomeIsTimeTimesParentInWorkTimesHookBefore18) {
  expect_values(moving(PlaceMove::home), {{"first year, parent half in work",
                                           [](Subject& s) {
                                             s.age = 16;
                                             s.met.parent_work_weight = 0.5;
                                             s.meets(Hook::reunification, 1);
                                           },
                                           1.4 * (1 + 0.5 * 0.6)},
                                          {"second year, 17, hooked",
                                           [](Subject& s) {
                                             s.age = 17;
                                             s.person.days_placed = 364;
                                             s.meets(Hook::reunification, 1.3);
                                           },
                                           1.1 * 1.9 * 1.3},
                                          {"first year, parent in work, hooked",
                                           [](Subject& s) {
                                             s.age = 7;
                                             s.met.parent_work_weight = 1;
                                             s.meets(Hook::reunification, 1.3);
                                           },
                                           1.4 * 1.6 * 1.3},
                                          {"18",
                                           [](Subject& s) {
                                             s.age = 18;
                                             s.met.parent_work_weight = 1;
                                             s.meets(Hook::reunification, 1.3);
                                           },
                                           1.0}});
}

TEST(PlacementRatios, StepUpIsFirstYearTimesSeverityTimesAge) {
  expect_values(moving(PlaceMove::step_up), {{"last day of the first year, 11, severe",
                                              [](Subject& s) {
                                                s.age = 11;
                                                s.person.days_in_place = 363;
                                                s.person.severity = 2;
                                              },
                                              2.5 * 2},
                                             {"second year, 12",
                                              [](Subject& s) {
                                                s.age = 12;
                                                s.person.days_in_place = 364;
                                              },
                                              1.2},
                                             {"first year, 12, severe",
                                              [](Subject& s) {
                                                s.age = 12;
                                                s.person.severity = 2;
                                              },
                                              2.5 * 2 * 1.2}});
  expect_values(moving(PlaceMove::other), {{"first year",
                                            [](Subject& s) {
                                              s.age = 12;
                                              s.person.severity = 2;
                                            },
                                            2.5},
                                           {"second year",
                                            [](Subject& s) {
                                              s.age = 12;
                                              s.person.days_in_place = 364;
                                            },
                                            1.0}});
}

TEST(PlaceHook, ActsIntoCareAndUp) {
  Subject s;
  s.meets(Hook::placement_entry, Place::foster, 0.7);
  s.meets(Hook::placement_step_up, Place::institution, 0.8);
  const auto ratio = [&](Place from, Place to) { return place_hook(from, to, s.hooks); };
  EXPECT_EQ(ratio(Place::home, Place::foster), 0.7);
  EXPECT_EQ(ratio(Place::foster, Place::institution), 0.8);
  EXPECT_EQ(ratio(Place::institution, Place::foster), 1.0);
  EXPECT_EQ(ratio(Place::foster, Place::home), 1.0);
}

}  // namespace
}  // namespace samspil::test
