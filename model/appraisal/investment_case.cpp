#include "model/appraisal/investment_case.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil {
namespace {

constexpr double nothing = 0.005;  ///< [kr.] half an øre

Timeline net_of(const Timeline& benefit, const Timeline& cost, double success_rate) {
  Timeline net(benefit.size());
  for (std::size_t i = 0; i < net.size(); ++i) net[i] = success_rate * benefit[i] - cost[i];
  return net;
}

Timeline cumulated(const Timeline& yearly) {
  Timeline sums(yearly.size());
  std::partial_sum(yearly.begin(), yearly.end(), sums.begin());
  return sums;
}

/// Inside a year the amount falls evenly: y + |cumulated(y)| / yearly(y + 1).
std::optional<double> payback(const Timeline& yearly, const Timeline& sums) {
  const auto last_deficit =
      std::find_if(sums.rbegin(), sums.rend(), [](double sum) { return sum < -nothing; });
  if (last_deficit == sums.rend()) return 0;
  if (last_deficit == sums.rbegin()) return std::nullopt;
  const auto y = static_cast<std::size_t>(sums.rend() - last_deficit) - 1;
  return static_cast<double>(y) + std::min(std::fabs(sums[y]) / yearly[y + 1], 1.0);
}

std::optional<double> break_even(const CaseSums& purse) {
  if (purse.benefit <= nothing) return std::nullopt;
  return purse.cost / purse.benefit;
}

CaseResult result_of(const CaseStream& stream, const InvestmentCase& investment) {
  CaseResult result;
  result.yearly = net_of(stream.benefit, stream.cost, investment.success_rate);
  result.cumulated = cumulated(result.yearly);
  result.yearly_discounted =
      net_of(stream.benefit_discounted, stream.cost_discounted, investment.success_rate);
  result.cumulated_discounted = cumulated(result.yearly_discounted);
  result.npv = result.cumulated_discounted.back();
  result.payback_simple = payback(result.yearly, result.cumulated);
  result.payback_discounted = payback(result.yearly_discounted, result.cumulated_discounted);
  result.break_even_success_rate = break_even(discounted_sums(stream));
  result.break_even_success_rate_undiscounted = break_even(sums(stream));
  if (result.break_even_success_rate) {
    result.successes_needed = *result.break_even_success_rate * all_participants(investment);
  }
  return result;
}

CaseCommittee::Lines no_lines(std::size_t length) {
  CaseCommittee::Lines lines;
  lines.by_type.fill(Timeline(length));
  lines.total = Timeline(length);
  return lines;
}

void post(CaseCommittee::Lines& lines, const CaseFlow& flow, double amount) {
  lines.by_type[index_of(flow.account_type)][flow.position] += amount;
  lines.total[flow.position] += amount;
}

std::optional<int> full_effect_from(const Timeline& permanent) {
  if (permanent.size() < 2) return std::nullopt;
  const double best = *std::max_element(permanent.begin() + 1, permanent.end());
  if (best <= nothing) return std::nullopt;
  const auto first = std::find_if(permanent.begin() + 1, permanent.end(),
                                  [best](double amount) { return amount >= best - nothing; });
  return static_cast<int>(first - permanent.begin());
}

CaseCommittee committee_of(const std::vector<CaseFlow>& flows, const InvestmentCase& investment,
                           std::size_t length) {
  CaseCommittee committee{no_lines(length), no_lines(length), no_lines(length), {}, {}};
  std::array<bool, department_count> is_concerned{};
  for (const CaseFlow& flow : flows) {
    if (flow.payer != Payer::municipality) continue;
    const double amount = flow.is_cost ? -flow.amount : investment.success_rate * flow.amount;
    post(flow.one_off ? committee.implementation : committee.permanent, flow, amount);
    post(committee.total, flow, amount);
    is_concerned[index_of(flow.department)] = true;
  }
  committee.full_effect_from = full_effect_from(committee.permanent.total);
  for (std::size_t d = 0; d < department_count; ++d) {
    if (is_concerned[d]) committee.departments.push_back(static_cast<Department>(d));
  }
  return committee;
}

}  // namespace

CaseAppraisal appraise(const InvestmentCase& investment) {
  const std::vector<CaseFlow> flows = flows_of(investment);
  const auto streams = streams_of(flows);
  const CaseStream in_all = public_stream(streams);
  CaseAppraisal appraisal;
  for (std::size_t p = 0; p < payer_count; ++p) {
    appraisal.payers[p] = result_of(streams[p], investment);
  }
  appraisal.total = result_of(in_all, investment);
  appraisal.committee = committee_of(flows, investment, in_all.cost.size());
  if (!investment.is_uncertain()) return appraisal;
  const CaseDraws draws = draw_inputs(investment);
  appraisal.input_means = draws.means;
  appraisal.success_rates_cut_off = draws.cut_off;
  const auto add_uncertainty = [&](CaseResult& result, const CaseStream& stream) {
    const CaseSums purse = discounted_sums(stream);
    result.uncertainty = uncertainty_of(investment, draws, purse);
    result.sensitivity = sensitivity_of(investment, draws, purse);
  };
  for (std::size_t p = 0; p < payer_count; ++p) add_uncertainty(appraisal.payers[p], streams[p]);
  add_uncertainty(appraisal.total, in_all);
  return appraisal;
}

}  // namespace samspil
