/// \file
/// Single families outside any pool: one whose people stay as they are, every hazard nought, so
/// that what a state costs can be seen alone; and candidates before anybody is selected.
#pragma once

#include <vector>

#include "model/dynamics/family_year.hpp"

namespace samspil::test {

/// The shipped structure with every rate nought and every share of tax and benefit 1.
Parameters still_parameters();

/// A present person of this role and age at 1 January of `year`, born on that day.
Person person_of(Role role, int age, int year);

/// Lives the people through one year together and returns what they used.
ServiceUse live_once(const Parameters& parameters, std::vector<Person>& people, int year);

/// What of a candidate's four burn-in years is counted. Latent scores are left out on purpose.
struct CandidateLife {
  std::vector<PersonYear> people;  ///< The last year of each member.
  std::vector<ServiceUse> use;     ///< By year.

  friend bool operator==(const CandidateLife&, const CandidateLife&) = default;
};

/// Makes one candidate of seed 1 and lives it from 2019 to 2022, selected or not.
CandidateLife live_candidate(const KernelTables& tables, std::uint64_t number, Workspace& space);

}  // namespace samspil::test
