#include "model/result/case_document.hpp"

#include "model/result/discount_steps.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// One part of every estimate, under the names of the figures; null without uncertainty.
Json estimates(const std::optional<CaseUncertainty>& uncertainty, double Estimate::*part) {
  const auto figure = [&](Estimate CaseUncertainty::*which) {
    return uncertainty ? Json((*uncertainty).*which.*part) : Json(nullptr);
  };
  const Json evppi = by_name(case_input_names, [&](std::size_t i) {
    return uncertainty && uncertainty->evppi[i] ? Json((*uncertainty->evppi[i]).*part) : Json();
  });
  return {{"mean", figure(&CaseUncertainty::mean)},
          {"standard_deviation", figure(&CaseUncertainty::standard_deviation)},
          {"p5", figure(&CaseUncertainty::p5)},
          {"p50", figure(&CaseUncertainty::p50)},
          {"p95", figure(&CaseUncertainty::p95)},
          {"probability_of_saving", figure(&CaseUncertainty::probability_of_saving)},
          {"evpi", figure(&CaseUncertainty::evpi)},
          {"evppi", evppi}};
}

Json sensitivity_json(const CaseResult& result) {
  if (!result.uncertainty) return nullptr;
  return list_of(result.sensitivity, [](const CaseSensitivity& row) -> Json {
    return {{"input", case_input_names[index_of(row.input)]},
            {"low", row.low},
            {"high", row.high},
            {"npv_low", row.npv_low},
            {"npv_high", row.npv_high}};
  });
}

Json result_json(const CaseResult& result) {
  Json json{{"yearly", result.yearly},
            {"cumulated", result.cumulated},
            {"yearly_discounted", result.yearly_discounted},
            {"cumulated_discounted", result.cumulated_discounted},
            {"npv", result.npv},
            {"payback_simple", or_null(result.payback_simple)},
            {"payback_discounted", or_null(result.payback_discounted)},
            {"break_even_success_rate", or_null(result.break_even_success_rate)},
            {"break_even_success_rate_undiscounted",
             or_null(result.break_even_success_rate_undiscounted)},
            {"successes_needed", or_null(result.successes_needed)}};
  json.update(estimates(result.uncertainty, &Estimate::value));
  json["sensitivity"] = sensitivity_json(result);
  json["monte_carlo_error"] = estimates(result.uncertainty, &Estimate::error);
  return json;
}

/// Of each type of account and in total: by year, and under `all_years` in all.
Json lines_json(const CaseCommittee::Lines& lines) {
  Json json = Json::object(), all_years = Json::object();
  const auto add = [&](std::string_view name, const Timeline& values) {
    json[std::string{name}] = values;
    all_years[std::string{name}] = in_all(values);
  };
  for (std::size_t i = 0; i < account_type_names.size(); ++i) {
    add(account_type_names[i], lines.by_type[i]);
  }
  add("total", lines.total);
  json["all_years"] = all_years;
  return json;
}

Json committee_json(const InvestmentCase& investment, const CaseAppraisal& appraisal) {
  const CaseCommittee& committee = appraisal.committee;
  Json years = Json::array({nullptr});  // now stands before the first year
  for (std::size_t y = 1; y < committee.total.total.size(); ++y) {
    years.push_back(investment.first_year + static_cast<int>(y) - 1);
  }
  const Json departments = list_of(
      committee.departments, [](Department which) { return department_names[index_of(which)]; });
  return {
      {"payer", payer_names[index_of(Payer::municipality)]},
      {"years", years},
      {"implementation", lines_json(committee.implementation)},
      {"permanent", lines_json(committee.permanent)},
      {"total", lines_json(committee.total)},
      {"full_effect_from", committee.full_effect_from
                               ? Json(investment.first_year + *committee.full_effect_from - 1)
                               : Json(nullptr)},
      {"payback_simple", or_null(appraisal.payers[index_of(Payer::municipality)].payback_simple)},
      {"departments", departments}};
}

Json text_json(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// As the file says: its own title, else the English one.
Json title_json(const InvestmentCase& investment) {
  for (const std::string* title : {&investment.title, &investment.title_en, &investment.title_da}) {
    if (!title->empty()) return *title;
  }
  return nullptr;
}

/// The rates of the steps, one where there is one.
Json rates_json(const DiscountRate& rate) {
  Json rates = Json::array();
  for (std::size_t i = 0; i < rate.count; ++i) rates.push_back(rate.steps[i].rate);
  return rates;
}

/// What the uncertainty is reckoned around, of the inputs that are uncertain.
Json means_json(const InvestmentCase& investment, const CaseAppraisal& appraisal) {
  if (!appraisal.input_means) return nullptr;
  Json means = Json::object();
  for (std::size_t i = 0; i < case_input_count; ++i) {
    if (investment.uncertainty[i])
      means[std::string{case_input_names[i]}] = (*appraisal.input_means)[i];
  }
  return means;
}

Json account_json(const CaseAccount& account) {
  return {{"title", text_json(account.name)},
          {"payer", payer_names[index_of(account.payer)]},
          {"department", department_names[index_of(account.department)]},
          {"account_type", account_type_names[index_of(account.account_type)]},
          {"account_function", text_json(account.account_function)},
          {"grade", account.grade ? Json(grade_names[index_of(*account.grade)]) : Json()},
          {"source", text_json(account.source)}};
}

/// With what it comes to by position of the timeline.
Json line_json(const CaseAccount& account, const CaseLine& line) {
  Json json = account_json(account);
  json.update({{"by_year", line.yearly}, {"by_year_discounted", line.discounted}});
  return json;
}

Json costs_json(const InvestmentCase& investment, const std::vector<CaseLine>& lines) {
  Json all = Json::array();
  for (std::size_t i = 0; i < investment.costs.size(); ++i) {
    const CaseCost& cost = investment.costs[i];
    all.push_back(line_json(cost.account, lines[i]));
    all.back().update({{"time", cost.time}, {"amount", cost.amount}, {"one_off", cost.one_off}});
  }
  return all;
}

Json consequences_json(const InvestmentCase& investment, const std::vector<CaseLine>& lines) {
  Json all = Json::array();
  for (std::size_t i = 0; i < investment.consequences.size(); ++i) {
    const CaseConsequence& consequence = investment.consequences[i];
    all.push_back(line_json(consequence.account, lines[investment.costs.size() + i]));
    all.back()["per_success"] = consequence.per_success;
  }
  return all;
}

}  // namespace

Json case_document(const InvestmentCase& investment, const CaseAppraisal& appraisal) {
  const bool is_uncertain = appraisal.input_means.has_value();
  const std::vector<CaseLine> lines = lines_of(investment);
  const Json payers =
      by_name(payer_names, [&](std::size_t payer) { return result_json(appraisal.payers[payer]); });
  return {
      {"format", 1},
      {"title", title_json(investment)},
      {"title_da", text_json(investment.title_da)},
      {"title_en", text_json(investment.title_en)},
      {"first_year", investment.first_year},
      {"price_level", investment.price_level ? Json(*investment.price_level) : Json(nullptr)},
      {"discount_rate", investment.discount_rate ? Json(*investment.discount_rate) : Json("fm")},
      {"discount_rates", rates_json(rate_of(investment))},
      {"discount_steps", discount_steps(rate_of(investment))},
      {"participants", investment.participants.size() == 1 ? Json(investment.participants[0])
                                                           : Json(investment.participants)},
      {"participants_in_all", all_participants(investment)},
      {"success_rate", investment.success_rate},
      {"expected_successes", all_successes(investment)},
      {"draws", is_uncertain ? Json(investment.draws) : Json(nullptr)},
      {"seed", is_uncertain ? Json(investment.seed) : Json(nullptr)},
      {"success_rates_cut_off",
       is_uncertain ? Json(appraisal.success_rates_cut_off) : Json(nullptr)},
      {"input_means", means_json(investment, appraisal)},
      {"sign", "positive means fewer public expenditures"},
      {"unit", "kr."},
      {"total", result_json(appraisal.total)},
      {"payers", payers},
      {"committee", committee_json(investment, appraisal)},
      {"costs", costs_json(investment, lines)},
      {"consequences", consequences_json(investment, lines)}};
}

}  // namespace samspil
