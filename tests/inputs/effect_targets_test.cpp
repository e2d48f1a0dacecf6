// An effect may name the measures, places or services it acts on, and those alone that its hook
// has.
#include <gtest/gtest.h>

#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

std::string with_effect(const std::string& hook, const std::string& named) {
  return "id = \"variant\"\nbase = \"own\"\ntitle_da = \"V\"\ntitle_en = \"V\"\n\n[[effect]]\nhook "
         "= \"" +
         hook + "\"\n" + named +
         "\nmechanism = \"effort\"\ncentre = 1.2\nlow = 0.9\nhigh = 1.5\n"
         "unit = \"hazard ratio\"\ngrade = \"own\"\nrationale_da = \"a\"\nrationale_en = \"a\"\n"
         "source = \"a\"\n";
}

Strategy loaded(const InputFolder& inputs, const std::string& hook, const std::string& named) {
  inputs.write("strategies/variant.toml", with_effect(hook, named));
  return load_strategy(inputs.path("strategies/variant.toml"));
}

TEST(EffectTargets, AreTheBitsOfWhatIsNamed) {
  const InputFolder inputs;
  const auto targets = [&](const char* hook, const char* named) {
    return loaded(inputs, hook, named).effects.back().targets;
  };
  EXPECT_EQ(targets("measure_start", ""), 0);
  EXPECT_EQ(targets("measure_start", "measures = [\"early_prevention\", \"respite\"]"),
            1U << index_of(ChildMeasure::early_prevention) | 1U << index_of(ChildMeasure::respite));
  EXPECT_EQ(targets("placement_entry", "places = [\"secure\"]"), 1U << index_of(Place::secure));
  EXPECT_EQ(targets("adult_service_stop", "services = [\"shelter\"]"),
            1U << index_of(AdultService::shelter));
}

TEST(EffectTargets, AreRefusedWhereTheHookHasNone) {
  const InputFolder inputs;
  struct Case {
    const char* hook;
    const char* named;
    const char* problem;
  };
  for (const Case& one :
       {Case{"job_entry", "measures = [\"respite\"]", "'job_entry' acts on none of them"},
        {"measure_start", "places = [\"foster\"]", "'measure_start' acts on none of them"},
        {"measure_start", "measures = [\"lost_earnings\"]",
         "'lost_earnings' is nothing that 'measure_start' acts on"},
        {"measure_start", "measures = [\"respit\"]",
         "'respit' is nothing that 'measure_start' acts on"},
        {"measure_start", "measures = []", "names nothing"}}) {
    try {
      loaded(inputs, one.hook, one.named);
      ADD_FAILURE() << one.named << " was taken";
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems().front().problem.in(Language::en), one.problem);
      EXPECT_GT(error.problems().front().line, 0);
    }
  }
}

}  // namespace
}  // namespace samspil
