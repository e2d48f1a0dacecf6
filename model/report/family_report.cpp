#include "model/report/family_report.hpp"

namespace samspil {

FamilyReport make_report(const LoadedFamily& loaded, const LoadedFamily* other) {
  FamilyReport report{loaded.family, loaded.catalogue, account_of(loaded.family, loaded.catalogue),
                      std::nullopt};
  if (other != nullptr) {
    FamilyAccount account = account_of(other->family, other->catalogue);
    FamilyComparison comparison = compare(report.account, account);
    report.against.emplace(
        FamilyReport::Against{other->family, std::move(account), std::move(comparison)});
  }
  return report;
}

}  // namespace samspil
