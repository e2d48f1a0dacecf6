#include "model/inputs/input_group.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace samspil {
namespace {

InputGroup group_of(EntryKind kind, const std::string& member = "") {
  Input input;
  input.kind = kind;
  input.member = member;
  return group_of(input);
}

TEST(InputGroup, IsThatOfTheKindOrOfThePartOfTheModel) {
  EXPECT_EQ(group_of(EntryKind::effect), InputGroup::effects);
  EXPECT_EQ(group_of(EntryKind::element), InputGroup::levers);
  EXPECT_EQ(group_of(EntryKind::payer_rule), InputGroup::prices);
  EXPECT_EQ(group_of(EntryKind::parameter, "LabourParameters::rate"), InputGroup::labour);
  EXPECT_EQ(group_of(EntryKind::parameter, "PlacementParameters::exit"), InputGroup::placements);
  EXPECT_THROW(group_of(EntryKind::parameter, "OtherParameters::rate"), std::logic_error);
}

}  // namespace
}  // namespace samspil
