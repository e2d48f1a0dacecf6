#include "wasm/session_case.hpp"

#include <nlohmann/json.hpp>

#include "model/appraisal/investment_case.hpp"
#include "model/loading/load.hpp"
#include "model/result/case_document.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// By uncertain input: its distribution and what stands behind it; null where it is certain.
Json uncertainty_json(const InvestmentCase& investment) {
  return by_name(case_input_names, [&](std::size_t input) -> Json {
    const std::optional<Distribution>& distribution = investment.uncertainty[input];
    if (!distribution) return nullptr;
    return {{"kind", distribution_names[index_of(distribution->kind)]},
            {"parameters", distribution->parameters}};
  });
}

}  // namespace

Json appraised_case(const std::filesystem::path& file) {
  const InvestmentCase investment = load_investment_case(file);
  return {{"document", case_document(investment, appraise(investment))},
          {"inputs",
           {{"title", investment.title},
            {"seed", investment.seed},
            {"draws", investment.draws},
            {"uncertainty", uncertainty_json(investment)}}}};
}

}  // namespace samspil
