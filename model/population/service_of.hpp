/// \file
/// The service that a child uses in a living place, and by a measure.
#pragma once

#include <optional>

#include "model/population/services.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Nothing at home.
constexpr std::optional<Service> service_of(Place place) noexcept {
  switch (place) {
    case Place::home:
      return std::nullopt;
    case Place::network:
      return Service::network_placement;
    case Place::foster:
      return Service::foster_family;
    case Place::institution:
      return Service::residential_institution;
    case Place::secure:
      return Service::secure_unit;
    case Place::own_dwelling:
      return Service::own_dwelling;
  }
  return std::nullopt;
}

constexpr Service service_of(ChildMeasure measure) noexcept {
  switch (measure) {
    case ChildMeasure::early_prevention:
      return Service::early_prevention;
    case ChildMeasure::family_treatment:
      return Service::family_treatment;
    case ChildMeasure::contact_person:
      return Service::contact_person;
    case ChildMeasure::respite:
      return Service::respite;
    case ChildMeasure::youth_support:
      return Service::youth_support;
    case ChildMeasure::aftercare:
      return Service::aftercare;
    case ChildMeasure::additional_costs:
      return Service::additional_costs;
    case ChildMeasure::lost_earnings:
      return Service::lost_earnings;
    case ChildMeasure::school_support:
      return Service::school_support;
    case ChildMeasure::youth_education_special:
      return Service::youth_education_special;
  }
  return Service::early_prevention;
}

}  // namespace samspil
