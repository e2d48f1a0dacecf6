/// \file
/// What a family costs whom, as a document: the command `family`.
#pragma once

#include "model/appraisal/family_comparison.hpp"
#include "model/core/json.hpp"
#include "model/inputs/catalogue.hpp"
#include "model/inputs/family_case.hpp"

namespace samspil {

/// A family, its account, and the catalogue of it. Refers to the inputs, which must outlive it.
struct AccountedFamily {
  const FamilyCase& family;
  const Catalogue& catalogue;
  FamilyAccount account = account_of(family, catalogue);
};

/// kr.; `against` is null without another family, and in it positive = the family costs less than
/// the other. Both have the same years.
Json family_document(const AccountedFamily& ours, const AccountedFamily* other);

}  // namespace samspil
