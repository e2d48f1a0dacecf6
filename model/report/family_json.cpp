#include "model/render/json.hpp"
#include "model/report/family_report.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json payers(const AccountSum& sum) {
  Json all = Json::object();
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    all[std::string{payer_names[payer]}] = as_kroner(sum.paid[payer]);
  }
  return all;
}

Json with_gross(const AccountSum& sum) {
  Json all{{"gross", as_kroner(sum.gross)}};
  all.update(payers(sum));
  return all;
}

template <std::size_t N>
Json by_name(const std::array<AccountSum, N>& sums, const std::array<std::string_view, N>& names) {
  Json all = Json::object();
  for (std::size_t i = 0; i < N; ++i) all[std::string{names[i]}] = with_gross(sums[i]);
  return all;
}

Json sums_json(const AccountSums& sums) {
  return {{"gross", as_kroner(sums.all.gross)},
          {"payers", payers(sums.all)},
          {"departments", by_name(sums.departments, department_names)},
          {"account_types", by_name(sums.account_types, account_type_names)}};
}

Json line_json(const FamilyLine& line) {
  AccountSum sum;
  sum.add(line);
  const Json units = line.units > 0 ? Json(line.units) : Json(as_kroner(line.gross));
  return {{"member", line.who},
          {"service", line.what},
          {"units", units},
          {"unit", line.unit},
          {"gross", as_kroner(line.gross)},
          {"payers", payers(sum)},
          {"department", department_names[index_of(line.department)]},
          {"account_type", account_type_names[index_of(line.account_type)]},
          {"rule", line.rule},
          {"law", line.law}};
}

Json year_json(const AccountYear& year) {
  Json all{{"year", year.calendar_year}};
  all.update(sums_json(year.sums));
  Json services = Json::array();
  for (const FamilyLine& line : year.lines) services.push_back(line_json(line));
  all["services"] = services;
  return all;
}

Json steps_json(const StepWeeks& steps) {
  return {{"weeks_1_4", steps[0]},
          {"weeks_5_26", steps[1]},
          {"weeks_27_52", steps[2]},
          {"weeks_from_53", steps[3]}};
}

Json ladder_json(const FamilyReport& report) {
  Json all = Json::array();
  for (const LadderAccount& ladder : report.account.ladder) {
    const FamilyMember& member = report.family.members[ladder.member];
    Json years = Json::array();
    StepWeeks total{};
    for (std::size_t y = 0; y < ladder.years.size(); ++y) {
      Json year{{"year", report.account.years[y].calendar_year}};
      year.update(steps_json(ladder.years[y]));
      years.push_back(year);
      for (RuleState step = 0; step < ladder_steps; ++step) total[step] += ladder.years[y][step];
    }
    all.push_back({{"member", member.id},
                   {"ladder_weeks_before", member.ladder_weeks_before},
                   {"self_support_weeks_before", member.self_support_weeks_before},
                   {"years", years},
                   {"total", steps_json(total)},
                   {"restarts", ladder.restarts}});
  }
  return all;
}

Json difference_json(const AccountSums& sums) {
  return {{"gross", as_kroner(sums.all.gross)},
          {"payers", payers(sums.all)},
          {"public", as_kroner(sums.all.of_public())},
          {"departments", by_name(sums.departments, department_names)}};
}

/// One value for each payer and for the public.
template <class Value>
Json by_purse(const FamilyComparison& comparison, Value value) {
  Json all = Json::object();
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    all[std::string{payer_names[payer]}] = value(comparison.payers[payer]);
  }
  all["public"] = value(comparison.all_public);
  return all;
}

Json average_json(const AverageShareError& error) {
  return {{"gross", as_kroner(error.gross_saving)},
          {"municipality",
           {{"by_rules", as_kroner(error.municipality)},
            {"by_average_shares", error.municipality_average}}},
          {"state",
           {{"by_rules", as_kroner(error.state)}, {"by_average_shares", error.state_average}}}};
}

Json against_json(const FamilyReport& report) {
  if (!report.against) return nullptr;
  const FamilyComparison& comparison = report.against->comparison;
  Json years = Json::array();
  for (std::size_t y = 0; y < comparison.years.size(); ++y) {
    Json year{{"year", report.account.years[y].calendar_year}};
    year.update(difference_json(comparison.years[y]));
    years.push_back(year);
  }
  const auto npv = [&](std::size_t timing) {
    return by_purse(comparison, [timing](const PurseCourse& course) { return course.npv[timing]; });
  };
  Json timings = Json::object();
  for (std::size_t i = 0; i < timing_count; ++i) timings[std::string{timing_names[i]}] = npv(i);
  return {{"file", report.against->family.file},
          {"years", years},
          {"total", difference_json(comparison.total)},
          {"npv", npv(index_of(Timing::start))},
          {"npv_by_timing", timings},
          {"payback", by_purse(comparison,
                               [](const PurseCourse& course) {
                                 return course.payback ? Json(*course.payback) : Json(nullptr);
                               })},
          {"service_frame_relief", as_kroner(comparison.service_frame_relief)},
          {"treasury_relief", as_kroner(comparison.treasury_relief)},
          {"average_shares",
           {{"pooled_children", average_json(comparison.children)},
            {"ladder_benefits", average_json(comparison.ladder)}}}};
}

}  // namespace

std::string as_json(const FamilyReport& report) {
  const FamilyCase& family = report.family;
  Json years = Json::array();
  for (const AccountYear& year : report.account.years) years.push_back(year_json(year));
  const Json document{
      {"title", family.title},
      {"first_year", family.first_year},
      {"price_level", family.price_level},
      {"law_year", family.law_year},
      {"thresholds", threshold_names[index_of(family.thresholds)]},
      {"sign",
       "positive = expenditure, revenue negative; in against, positive = this family costs less"},
      {"years", years},
      {"total", sums_json(report.account.total)},
      {"ladder", ladder_json(report)},
      {"against", against_json(report)}};
  return as_json_text(document);
}

}  // namespace samspil
