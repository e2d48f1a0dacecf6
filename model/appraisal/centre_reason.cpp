#include "model/appraisal/centre_reason.hpp"

namespace samspil {

CentreReason centre_reason(const Appraisal& appraisal, const StrategyAppraisal& appraised) {
  const Saving& none = appraised.at(EffectLevel::none);
  const Saving& centre = appraised.at(EffectLevel::centre);
  const Part own{.payer = Payer::municipality};
  CentreReason reason{total(centre.net_result, own) - total(none.net_result, own), {}, {}};
  for (const UnitsToKroner& row :
       units_to_kroner(appraisal.ledgers[none.arm], appraisal.ledgers[centre.arm])) {
    const Ore gain = row.by_payer[index_of(Payer::municipality)];
    if (gain > 0 && (!reason.most_saved || gain > reason.most_saved->gain)) {
      reason.most_saved = {row.service, gain};
    }
    if (gain < 0 && (!reason.most_added || gain < reason.most_added->gain)) {
      reason.most_added = {row.service, gain};
    }
  }
  return reason;
}

}  // namespace samspil
