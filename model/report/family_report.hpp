/// \file
/// A family's account beside what it is compared with, as a screen and as a JSON document.
#pragma once

#include <optional>
#include <string>

#include "model/appraisal/family_comparison.hpp"
#include "model/loading/load.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// Refers to its inputs, which must outlive it.
struct FamilyReport {
  struct Against {
    const FamilyCase& family;
    FamilyAccount account;
    FamilyComparison comparison;
  };

  const FamilyCase& family;
  const Catalogue& catalogue;
  FamilyAccount account;
  std::optional<Against> against;
};

/// The account of a family, against another unless that is null.
FamilyReport make_report(const LoadedFamily& loaded, const LoadedFamily* other);

/// Text of at most 80 columns, in whole kr.
std::string screen(const FamilyReport& report, Language language);

/// kr.; in `against`, positive means that the family costs less than the other.
std::string as_json(const FamilyReport& report);

}  // namespace samspil
