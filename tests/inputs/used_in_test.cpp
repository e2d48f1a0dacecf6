// Who reads each input, as the tables written from the sources have it: nothing is left out, and
// some places that a reader of the sources knows are told.
#include "model/inputs/used_in.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "model/inputs/catalogue.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "samspil_build_info.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

using Places = std::vector<std::string>;

/// "function in file", the file without its room.
Places places_of(const std::string& what) {
  Places places;
  for (const ReadingPlace& place : readers_of(what)) {
    const std::filesystem::path file{place.file};
    places.push_back(std::string{place.function} + " in " + file.filename().string());
  }
  return places;
}

/// Of a parameter by its name.
Places places_of_parameter(std::string_view name) {
  Parameters parameters;
  for (const ParameterSlot& slot : parameter_slots(parameters)) {
    if (slot.name == name) return places_of(std::string{member_of(parameters, *slot.value)});
  }
  ADD_FAILURE() << name;
  return {};
}

TEST(UsedIn, NamesTheHazardThatReadsAParameter) {
  EXPECT_EQ(places_of_parameter("job_entry_activation"), Places{"job_entry_ratio in hazards.hpp"});
  EXPECT_EQ(places_of_parameter("placement_entry_age_under_6"),
            Places{"placement_entry_ratio in hazards_child.hpp"});
  EXPECT_EQ(places_of_parameter("frailty_spread"), Places{"make_candidate in candidates.cpp"});
}

/// Members of one name in several structs are told apart by what holds them.
TEST(UsedIn, TellsMembersOfOneNameApart) {
  EXPECT_EQ(places_of_parameter("respite_start"), Places{"measure_base in hazards_child.hpp"});
  EXPECT_EQ(places_of_parameter("mentor_start").front(), "service_base in hazards.hpp");
  EXPECT_EQ(places_of_parameter("place_home_to_foster").back(), "live_places in placement.cpp");
  EXPECT_EQ(places_of_parameter("labour_sickness_to_unemployment"),
            (Places{"fill_limits in kernel_limits.cpp", "first_move in labour.cpp",
                    "in_law_of in law_of_rates.cpp"}));
}

TEST(UsedIn, FollowsALeverToWhereThePlanHandsItOn) {
  EXPECT_EQ(places_of("Levers::spill_over"), Places{"EffectStrength in coordination.cpp"});
  EXPECT_EQ(places_of("Levers::fade_rate"), Places{"effort_strength in coordination.cpp"});
  EXPECT_EQ(places_of("Levers::wage"), Places{"add_programme_cost in plan.cpp"});
  // Its amount is what a function returns that reads it.
  EXPECT_EQ(places_of("Levers::joint_plan"),
            (Places{"amount_of in plan.cpp", "hook_ratios in coordination.cpp",
                    "add_effect in effect_lanes.cpp"}));
}

TEST(UsedIn, NamesWhoPostsAServiceAndWhoPricesIt) {
  EXPECT_EQ(places_of("Service::day_care"), Places{"book_school in school_and_events.cpp"});
  const Places prices = places_of("CatalogueRow::price");
  EXPECT_NE(std::find(prices.begin(), prices.end(), "price in indices.cpp"), prices.end());
}

TEST(UsedIn, NamesWhoActsOnAHookAndASwitch) {
  EXPECT_EQ(places_of("Hook::conviction"), Places{"live_convictions in school_and_events.cpp"});
  EXPECT_EQ(places_of("Mechanism::gating"), Places{"gate_of in coordination.cpp"});
  EXPECT_EQ(places_of("Mechanism::overlap_removal"), Places{"acts in plan.cpp"});
  EXPECT_EQ(places_of("SwitchedLever::lever"), Places{"with_mechanisms in mechanisms.cpp"});
}

TEST(UsedIn, HoldsEveryNumberThatIsWritten) {
  for (const Input& input : input_list(test::shipped_scenario())) {
    EXPECT_FALSE(readers_of(input.member).empty()) << input.name << ": " << input.member;
  }
  for (const std::string_view hook : hook_names) {
    EXPECT_FALSE(places_of("Hook::" + std::string{hook}).empty()) << hook;
  }
  for (const std::string_view service : service_names) {
    EXPECT_FALSE(places_of("Service::" + std::string{service}).empty()) << service;
  }
  for (const std::string_view kind : rule_kind_names) {
    if (kind == "fixed") continue;  // nobody asks for it: its shares are those of every unit
    EXPECT_FALSE(places_of("RuleKind::" + std::string{kind}).empty()) << kind;
  }
}

/// Each place is a function of a source, and its text holds the member's or enumerator's name,
/// but where the number is handed on under another.
TEST(UsedIn, NamesFunctionsOfTheSources) {
  const auto root = std::filesystem::path{build_info::source_scenarios_dir}.parent_path();
  std::size_t literal = 0;
  for (const Reader& reader : all_readers) {
    std::ifstream stream{root / reader.place.file};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    EXPECT_NE(text.find(std::string{reader.place.function} + "("), std::string::npos)
        << reader.place.function << " in " << reader.place.file;
    literal += text.find(reader.what.substr(reader.what.find("::") + 2)) != std::string::npos;
  }
  EXPECT_GT(literal, all_readers.size() * 3 / 4);
}

TEST(UsedIn, TellsWhichMemberHoldsANumber) {
  Parameters p;
  EXPECT_EQ(member_of(p, p.labour.rate[0][0]), "LabourParameters::rate");
  EXPECT_EQ(member_of(p, p.labour.rate.back().back()), "LabourParameters::rate");
  EXPECT_EQ(member_of(p, p.labour.job_entry_age_under_30),
            "LabourParameters::job_entry_age_under_30");
  EXPECT_EQ(member_of(p, p.initial.special_class_share), "InitialParameters::special_class_share");
}

/// What a slot says of its reach is what the sources say.
TEST(ParameterSlots, ActOnlyAtTheStartWhereOnlyThatReadsThem) {
  Parameters parameters;
  std::size_t starting = 0;
  for (const ParameterSlot& slot : parameter_slots(parameters)) {
    const auto places = readers_of(member_of(parameters, *slot.value));
    bool only_at_start = std::all_of(places.begin(), places.end(), [](const ReadingPlace& place) {
      return place.file == "model/families/candidates.cpp" ||
             place.file == "model/families/own_pool.cpp";
    });
    // One member of two numbers, of which children are born with the other.
    if (slot.name == "initial_condition_child_mental_disorder") only_at_start = true;
    EXPECT_EQ(slot.only_at_start, only_at_start) << slot.name;
    starting += slot.only_at_start;
  }
  EXPECT_GT(starting, 80U);
}

}  // namespace
}  // namespace samspil
