/// \file
/// What a lower caseload costs a year, reckoned in two ways that do not agree. Both are kr. per
/// caseworker who goes from the present caseload to the lower one.
#pragma once

#include "model/core/calendar.hpp"

namespace samspil {

struct CaseloadChange {
  double present_caseload = 0;       ///< Cases per caseworker before; above 0.
  double caseload = 0;               ///< Cases per caseworker after.
  double minutes_per_case_week = 0;  ///< More minutes per case and week.
  double hour_price = 0;             ///< kr. per hour.
  double hours_per_year = 0;         ///< Hours per caseworker-year.
};

/// By time: the minutes that every case gets more, in all weeks of a year, at the price of an hour.
///   25 cases × 60 min × 52 weeks × 250 kr. = 325,000 kr.
constexpr double cost_by_minutes(const CaseloadChange& change) noexcept {
  return change.caseload * change.minutes_per_case_week / 60 * weeks_per_year * change.hour_price;
}

/// By headcount: the cases given away take so much of another caseworker at the present caseload.
///   (1 - 25/40) × 1,924 hours × 250 kr. = 180,375 kr.
constexpr double cost_by_headcount(const CaseloadChange& change) noexcept {
  return (1 - change.caseload / change.present_caseload) * change.hours_per_year *
         change.hour_price;
}

}  // namespace samspil
