#include "model/appraisal/case_flows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace samspil {
namespace {

CaseFlow flow_of(const CaseAccount& account, double time, double amount, const DiscountRate& rate) {
  CaseFlow flow;
  flow.time = time;
  flow.position = static_cast<std::size_t>(std::ceil(time));
  flow.payer = account.payer;
  flow.department = account.department;
  flow.account_type = account.account_type;
  flow.amount = amount;
  flow.discounted = amount * discount_factor(rate, time);
  return flow;
}

std::size_t length_of(const std::vector<CaseFlow>& flows) noexcept {
  std::size_t length = 1;
  for (const CaseFlow& flow : flows) length = std::max(length, flow.position + 1);
  return length;
}

void add(Timeline& to, const Timeline& values) noexcept {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += values[i];
}

}  // namespace

double in_all(const Timeline& values) noexcept {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

DiscountRate rate_of(const InvestmentCase& investment) noexcept {
  return investment.discount_rate ? DiscountRate::flat(*investment.discount_rate)
                                  : DiscountRate::fm();
}

std::vector<CaseFlow> flows_of(const InvestmentCase& investment) {
  const DiscountRate rate = rate_of(investment);
  std::vector<CaseFlow> flows;
  std::size_t row = 0;
  for (const CaseCost& cost : investment.costs) {
    flows.push_back(flow_of(cost.account, cost.time, cost.amount, rate));
    flows.back().is_cost = true;
    flows.back().one_off = cost.one_off;
    flows.back().row = row++;
  }
  for (const CaseConsequence& consequence : investment.consequences) {
    for (std::size_t intake = 0; intake < investment.participants.size(); ++intake) {
      for (std::size_t k = 0; k < consequence.per_success.size(); ++k) {
        const double time = time_of_year(static_cast<int>(intake + k + 1), Timing::end);
        flows.push_back(flow_of(consequence.account, time,
                                investment.participants[intake] * consequence.per_success[k],
                                rate));
        flows.back().row = row;
      }
    }
    ++row;
  }
  std::sort(flows.begin(), flows.end(), [](const CaseFlow& a, const CaseFlow& b) {
    const auto key = [](const CaseFlow& f) {
      return std::tuple{f.time,    f.payer,   f.department, f.account_type,
                        f.is_cost, f.one_off, f.amount};
    };
    return key(a) < key(b);
  });
  return flows;
}

CaseSums sums(const CaseStream& stream) noexcept {
  return {in_all(stream.benefit), in_all(stream.cost)};
}

CaseSums discounted_sums(const CaseStream& stream) noexcept {
  return {in_all(stream.benefit_discounted), in_all(stream.cost_discounted)};
}

std::vector<CaseLine> lines_of(const InvestmentCase& investment) {
  const std::vector<CaseFlow> flows = flows_of(investment);
  const Timeline nothing(length_of(flows));
  std::vector<CaseLine> lines(investment.costs.size() + investment.consequences.size(),
                              {nothing, nothing});
  for (const CaseFlow& flow : flows) {
    const double share = flow.is_cost ? -1 : investment.success_rate;
    lines[flow.row].yearly[flow.position] += share * flow.amount;
    lines[flow.row].discounted[flow.position] += share * flow.discounted;
  }
  return lines;
}

std::array<CaseStream, payer_count> streams_of(const std::vector<CaseFlow>& flows) {
  const Timeline nothing(length_of(flows));
  std::array<CaseStream, payer_count> streams;
  streams.fill({nothing, nothing, nothing, nothing});
  for (const CaseFlow& flow : flows) {
    CaseStream& stream = streams[index_of(flow.payer)];
    (flow.is_cost ? stream.cost : stream.benefit)[flow.position] += flow.amount;
    (flow.is_cost ? stream.cost_discounted : stream.benefit_discounted)[flow.position] +=
        flow.discounted;
  }
  return streams;
}

CaseStream public_stream(const std::array<CaseStream, payer_count>& payers) {
  CaseStream total = payers[index_of(Payer::municipality)];
  for (const Payer payer : {Payer::region, Payer::state}) {
    const CaseStream& part = payers[index_of(payer)];
    add(total.benefit, part.benefit);
    add(total.cost, part.cost);
    add(total.benefit_discounted, part.benefit_discounted);
    add(total.cost_discounted, part.cost_discounted);
  }
  return total;
}

double all_participants(const InvestmentCase& investment) noexcept {
  return in_all(investment.participants);
}

double all_successes(const InvestmentCase& investment) noexcept {
  return all_participants(investment) * investment.success_rate;
}

}  // namespace samspil
