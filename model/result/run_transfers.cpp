#include "model/appraisal/transfers.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// The pockets are the first of `names`; what none receives because all lack is null.
template <class Names>
Json shared(const Appraisal& appraisal, const Transfers& between, const Names& names) {
  Json pockets = Json::object();
  for (std::size_t i = 0; i < between.left.size(); ++i) {
    pockets[std::string{names[i]}] = {
        {"receives",
         between.missing > 0 ? Json(nullptr) : Json(appraisal.kroner(between.receives[i]))},
        {"is_left", appraisal.kroner(between.left[i])}};
  }
  return {{"total", appraisal.kroner(between.total)},
          {"missing", appraisal.kroner(between.missing)},
          {"by_pocket", pockets}};
}

}  // namespace

Json transfers_document(const Report& report, const StrategyAppraisal& appraised) {
  const Saving& centre = appraised.at(EffectLevel::centre);
  const JointFinancing rule = report.scenario.joint_financing;
  const CashableResult cashable =
      cashable_result(report.appraisal, report.scenario.catalogue, centre.arm);
  return {{"rule", joint_financing_names[index_of(rule)]},
          {"payers",
           shared(report.appraisal, transfers_of_payers(centre, cashable, rule), payer_names)},
          {"departments", shared(report.appraisal, transfers_of_departments(centre, cashable, rule),
                                 department_names)}};
}

}  // namespace samspil
