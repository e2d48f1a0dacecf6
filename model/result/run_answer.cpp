#include <nlohmann/json.hpp>

#include "model/appraisal/centre_reason.hpp"
#include "model/appraisal/staff_use.hpp"
#include "model/result/run_parts.hpp"

namespace samspil {
namespace {

/// Of the municipality: by year and in all [kr.].
Json row(const Report& report, const auto& amount_in) {
  Json by_year = Json::array();
  Ore sum = 0;
  for (int year = 1; year <= report.appraisal.years; ++year) {
    const Ore amount = amount_in(Part{.year = year, .payer = Payer::municipality});
    by_year.push_back(report.appraisal.kroner(amount));
    sum += amount;
  }
  return {{"by_year", by_year}, {"in_all", report.appraisal.kroner(sum)}};
}

/// Hours in meetings of other departments' staff, who are paid anyway: no appropriation.
Json time_of_others(const Report& report, std::size_t arm) {
  const auto meetings = [&](std::size_t which) {
    return programme_item(report.result, which, ProgrammeItem::meetings);
  };
  const std::vector<Ore> own = meetings(arm), before = meetings(report.result.arms[arm].reference);
  Json by_year = Json::array();
  Ore sum = 0;
  for (std::size_t year = 0; year < own.size(); ++year) {
    by_year.push_back(report.appraisal.kroner(before[year] - own[year]));
    sum += before[year] - own[year];
  }
  return {{"by_year", by_year}, {"in_all", report.appraisal.kroner(sum)}};
}

Json gain_json(const Report& report, const std::optional<ServiceGain>& gain) {
  if (!gain) return nullptr;
  return {{"service", service_names[index_of(gain->service)]},
          {"municipality", report.appraisal.kroner(gain->gain)}};
}

}  // namespace

Json answer_document(const Report& report, const StrategyAppraisal& appraised) {
  const Saving& centre = appraised.at(EffectLevel::centre);
  const CentreReason reason = centre_reason(report.appraisal, appraised);
  return {
      {"costs", row(report, [&](const Part& part) { return -total(centre.programme_cost, part); })},
      {"time_of_others", time_of_others(report, centre.arm)},
      {"gives_back",
       row(report, [&](const Part& part) { return total(centre.gross_saving, part); })},
      {"net", row(report, [&](const Part& part) { return total(centre.net_result, part); })},
      {"beyond_no_effect", report.appraisal.kroner(reason.in_all)},
      {"most_saved", gain_json(report, reason.most_saved)},
      {"most_added", gain_json(report, reason.most_added)}};
}

}  // namespace samspil
