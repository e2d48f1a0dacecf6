#include <nlohmann/json.hpp>

#include "model/appraisal/committees.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {

Json committees_document(const Report& report, const StrategyAppraisal& appraised) {
  const std::vector<Committee>& committees = report.scenario.own_order.committees;
  if (committees.empty()) return nullptr;
  const auto table = by_committee(report, appraised.at(EffectLevel::centre));
  Json rows = Json::array();
  for (std::size_t i = 0; i < table.size(); ++i) {
    Json by_year = Json::array();
    Ore sum = 0;
    for (const Ore ore : table[i]) {
      by_year.push_back(report.appraisal.kroner(ore));
      sum += ore;
    }
    rows.push_back({{"name", i < committees.size() ? Json(committees[i].name) : Json()},
                    {"by_year", by_year},
                    {"in_all", report.appraisal.kroner(sum)}});
  }
  return rows;
}

Json accounts_document(const Report& report) {
  const std::vector<OwnAccount>& accounts = report.scenario.own_order.accounts;
  const std::vector<AccountFit> fits = account_fits(report);
  Json rows = Json::array();
  for (std::size_t i = 0; i < fits.size(); ++i) {
    rows.push_back({{"function", accounts[i].function},
                    {"year", accounts[i].year},
                    {"amount", accounts[i].amount},
                    {"own", fits[i].own},
                    {"is_moved", fits[i].is_moved},
                    {"simulated", fits[i].simulated},
                    {"ratio", fits[i].own != 0 ? Json(fits[i].simulated / fits[i].own) : Json()},
                    {"is_outside", fits[i].is_outside},
                    {"matched_by", or_null(fits[i].matched_by)}});
  }
  return rows;
}

}  // namespace samspil
