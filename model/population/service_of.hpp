/// \file
/// The service that somebody uses in a state: on a status, beside it, in a living place, by a
/// measure; and that a case takes.
#pragma once

#include <optional>

#include "model/population/open_cases.hpp"
#include "model/population/services.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// The public benefit or subsidy of a status, if it has one.
constexpr std::optional<Service> service_of(LabourStatus status) noexcept {
  switch (status) {
    case LabourStatus::flexjob:
      return Service::flexjob_subsidy;
    case LabourStatus::education:
      return Service::student_grant;
    case LabourStatus::parental_leave:
      return Service::parental_benefit;
    case LabourStatus::unemployment:
      return Service::unemployment_benefit;
    case LabourStatus::sickness:
      return Service::sickness_benefit;
    case LabourStatus::cash_benefit:
      return Service::cash_benefit;
    case LabourStatus::education_benefit:
      return Service::education_benefit;
    case LabourStatus::integration_benefit:
      return Service::integration_benefit;
    case LabourStatus::resource_course:
      return Service::resource_course_benefit;
    case LabourStatus::rehabilitation:
      return Service::rehabilitation_benefit;
    case LabourStatus::flex_waiting:
      return Service::flex_waiting_benefit;
    case LabourStatus::disability_pension:
      return Service::disability_pension;
    case LabourStatus::ordinary_job:
    case LabourStatus::self_supporting:
      return std::nullopt;
  }
  return std::nullopt;
}

constexpr Service service_of(AdultService service) noexcept {
  switch (service) {
    case AdultService::employment_measure:
      return Service::employment_measure;
    case AdultService::mentor:
      return Service::mentor;
    case AdultService::wage_subsidy:
      return Service::wage_subsidy;
    case AdultService::social_pedagogical_support:
      return Service::social_pedagogical_support;
    case AdultService::alcohol_treatment:
      return Service::alcohol_treatment;
    case AdultService::substance_treatment:
      return Service::substance_treatment;
    case AdultService::shelter:
      return Service::shelter;
    case AdultService::crisis_centre:
      return Service::crisis_centre;
    case AdultService::adult_residential:
      return Service::adult_residential;
    case AdultService::psychiatric_treatment:
      return Service::psychiatric_treatment;
  }
  return Service::mentor;
}

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

constexpr Service service_of(Casework kind) noexcept {
  switch (kind) {
    case Casework::child:
      return Service::child_case_handling;
    case Casework::job_centre:
      return Service::job_centre_case_handling;
    case Casework::adult:
      return Service::adult_case_handling;
  }
  return Service::child_case_handling;
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
