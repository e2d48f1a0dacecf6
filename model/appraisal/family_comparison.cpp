#include "model/appraisal/family_comparison.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

namespace samspil {
namespace {

using Lines = std::function<bool(const FamilyLine&)>;

AccountSum sum_of(const FamilyAccount& account, const Lines& wanted) {
  AccountSum sum;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      if (wanted(line)) sum.add(line);
    }
  }
  return sum;
}

AccountSum operator-(const AccountSum& left, const AccountSum& right) noexcept {
  AccountSum difference{left.gross - right.gross, {}};
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    difference.paid[payer] = left.paid[payer] - right.paid[payer];
  }
  return difference;
}

AccountSums operator-(const AccountSums& left, const AccountSums& right) noexcept {
  AccountSums difference;
  difference.all = left.all - right.all;
  for (std::size_t i = 0; i < department_count; ++i) {
    difference.departments[i] = left.departments[i] - right.departments[i];
  }
  for (std::size_t i = 0; i < left.account_types.size(); ++i) {
    difference.account_types[i] = left.account_types[i] - right.account_types[i];
  }
  return difference;
}

PurseCourse course_of(const std::vector<Ore>& net) {
  PurseCourse course;
  for (std::size_t i = 0; i < timing_count; ++i) {
    for (std::size_t year = 0; year < net.size(); ++year) {
      const double t = time_of_year(static_cast<int>(year) + 1, static_cast<Timing>(i));
      course.npv[i] += as_kroner(net[year]) * discount_factor(DiscountRate::fm(), t);
    }
  }
  course.payback = payback_of(net);
  return course;
}

AverageShareError average_share_error(const FamilyAccount& family, const FamilyAccount& other,
                                      const Lines& wanted) {
  const AccountSum before = sum_of(other, wanted);
  const AccountSum saving = before - sum_of(family, wanted);
  const auto of = [&](Payer payer) -> AverageShareError::Saving {
    if (before.gross == 0) return {saving.of(payer), 0};
    return {saving.of(payer), as_kroner(saving.gross) * static_cast<double>(before.of(payer)) /
                                  static_cast<double>(before.gross)};
  };
  return {saving.gross, of(Payer::municipality), of(Payer::state)};
}

/// What the state refunds more for the children of a household together.
Ore pooling_gain(const FamilyAccount& account) noexcept {
  return account.children_refund - account.children_refund_alone;
}

bool is_of_pooled_children(const FamilyLine& line) {
  return line.kind == LineKind::expensive_child ||
         (line.kind == LineKind::refund && line.department == Department::child_family);
}

}  // namespace

std::optional<double> payback_of(const std::vector<Ore>& net) {
  if (std::all_of(net.begin(), net.end(), [](Ore amount) { return amount == 0; })) {
    return std::nullopt;
  }
  std::optional<double> payback = 0;
  Ore before = 0;
  for (std::size_t year = 0; year < net.size(); ++year) {
    const Ore after = before + net[year];
    if (after < 0) {
      payback.reset();
    } else if (before < 0) {
      payback =
          static_cast<double>(year) + static_cast<double>(-before) / static_cast<double>(net[year]);
    }
    before = after;
  }
  return payback;
}

FamilyComparison compare(const FamilyAccount& family, const FamilyAccount& other) {
  FamilyComparison comparison;
  std::array<std::vector<Ore>, payer_count> net;
  std::vector<Ore> net_public;
  for (std::size_t year = 0; year < family.years.size(); ++year) {
    comparison.years.push_back(other.years[year].sums - family.years[year].sums);
    const AccountSum& saved = comparison.years.back().all;
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      net[payer].push_back(saved.paid[payer]);
    }
    net_public.push_back(saved.of_public());
  }
  const std::vector<Ore>& municipality = net[index_of(Payer::municipality)];
  std::partial_sum(municipality.begin(), municipality.end(),
                   std::back_inserter(comparison.cumulated));
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    comparison.payers[payer] = course_of(net[payer]);
  }
  comparison.all_public = course_of(net_public);
  comparison.total = other.total - family.total;
  comparison.treasury_relief = comparison.total.all.of(Payer::municipality);
  comparison.service_frame_relief =
      comparison.total.account_types[index_of(AccountType::service)].of(Payer::municipality);
  const Lines guaranteed = [](const FamilyLine& line) { return line.is_budget_guaranteed; };
  comparison.budget_guarantee =
      (sum_of(other, guaranteed) - sum_of(family, guaranteed)).of(Payer::municipality);
  comparison.children = average_share_error(family, other, is_of_pooled_children);
  // The refunds, pooled or not, are all that lies between the two.
  comparison.children_alone =
      comparison.children.municipality.by_rules + pooling_gain(other) - pooling_gain(family);
  comparison.ladder = average_share_error(
      family, other, [](const FamilyLine& line) { return line.kind == LineKind::ladder; });
  return comparison;
}

}  // namespace samspil
