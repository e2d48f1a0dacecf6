#include "model/inputs/input_group.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace samspil {
namespace {

using Part = std::pair<std::string_view, InputGroup>;

constexpr std::array<Part, 12> parts{{
    {"LabourParameters::", InputGroup::labour},
    {"AdultServiceParameters::", InputGroup::adult_services},
    {"ConditionParameters::", InputGroup::adult_services},
    {"PlacementParameters::", InputGroup::placements},
    {"MeasureParameters::", InputGroup::measures},
    {"CaseworkParameters::", InputGroup::measures},
    {"CouplingParameters::", InputGroup::couplings},
    {"SchoolParameters::", InputGroup::schools},
    {"EventParameters::", InputGroup::families},
    {"DemographyParameters::", InputGroup::families},
    {"FamilyParameters::", InputGroup::families},
    {"InitialParameters::", InputGroup::families},
}};

InputGroup group_of_parameter(const Input& input) {
  for (const auto& [part, group] : parts) {
    if (input.member.starts_with(part)) return group;
  }
  throw std::logic_error{"no group of inputs for " + input.member};
}

}  // namespace

InputGroup group_of(const Input& input) {
  switch (input.kind) {
    case EntryKind::parameter:
      return group_of_parameter(input);
    case EntryKind::price:
    case EntryKind::payer_rule:
    case EntryKind::rate:
    case EntryKind::index:
      return InputGroup::prices;
    case EntryKind::margin:
      return InputGroup::families;
    case EntryKind::lever:
    case EntryKind::element:
      return InputGroup::levers;
    case EntryKind::evidence:
    case EntryKind::effect:
    case EntryKind::months:
      break;
  }
  return InputGroup::effects;
}

}  // namespace samspil
