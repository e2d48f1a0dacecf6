/// \file
/// From numbers to places along an axis, with round ticks and nought among them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pages/report_page.hpp"

namespace samspil {

class Scale {
 public:
  /// Holds all values and nought; a tick at each end.
  ///   most  ticks at the most, about
  Scale(const std::vector<double>& values, int most);

  /// 0 at the first tick, 1 at the last.
  double place(double value) const noexcept { return (value - low_) / (high_ - low_); }
  const std::vector<double>& ticks() const noexcept { return ticks_; }
  /// A tick as it reads at the axis.
  std::string label(double tick, double unit, Language language) const;

 private:
  double low_ = 0, high_ = 1, step_ = 1;
  std::vector<double> ticks_;
};

void add_values(const Range& range, std::vector<double>& values);

}  // namespace samspil
