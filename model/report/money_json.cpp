#include "model/report/money_json.hpp"

namespace samspil {
namespace {

using Json = nlohmann::ordered_json;

Json by_year(const Report& report, const MoneyTable& table, Part part) {
  Json values = Json::array();
  for (int year = 1; year <= table.years(); ++year) {
    part.year = year;
    values.push_back(report.appraisal.kroner(total(table, part)));
  }
  return values;
}

}  // namespace

nlohmann::ordered_json by_department(const Report& report, const MoneyTable& table, Part part) {
  Json departments = Json::object();
  for (std::size_t d = 0; d < department_count; ++d) {
    part.department = static_cast<Department>(d);
    departments[std::string{department_names[d]}] = by_year(report, table, part);
  }
  return departments;
}

nlohmann::ordered_json money_part(const Report& report, const MoneyTable& table, const Part& part) {
  const auto of = [&](std::optional<Payer> payer) {
    Part of_payer = part;
    of_payer.payer = payer;
    return by_year(report, table, of_payer);
  };
  return {{"public", of(std::nullopt)},
          {"by_payer",
           {{"municipality", of(Payer::municipality)},
            {"region", of(Payer::region)},
            {"state", of(Payer::state)}}},
          {"by_department", by_department(report, table, part)},
          {"citizen", of(Payer::citizen)}};
}

}  // namespace samspil
