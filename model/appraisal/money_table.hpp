/// \file
/// Money by year, department and payer in whole øre, and sums over any part of it.
#pragma once

#include <optional>
#include <vector>

#include "model/population/services.hpp"

namespace samspil {

class MoneyTable {
 public:
  explicit MoneyTable(int years)
      : years_{years}, amounts_(static_cast<std::size_t>(years) * department_count * payer_count) {}

  int years() const noexcept { return years_; }
  /// `year` counts from 1.
  Ore& at(int year, Department department, Payer payer) noexcept {
    return amounts_[position(year, department, payer)];
  }
  Ore at(int year, Department department, Payer payer) const noexcept {
    return amounts_[position(year, department, payer)];
  }

  MoneyTable& operator-=(const MoneyTable& other) noexcept {
    for (std::size_t i = 0; i < amounts_.size(); ++i) amounts_[i] -= other.amounts_[i];
    return *this;
  }
  friend MoneyTable operator-(MoneyTable left, const MoneyTable& right) noexcept {
    return left -= right;
  }
  friend bool operator==(const MoneyTable&, const MoneyTable&) = default;

 private:
  std::size_t position(int year, Department department, Payer payer) const noexcept {
    return (static_cast<std::size_t>(year - 1) * department_count + index_of(department)) *
               payer_count +
           index_of(payer);
  }

  int years_;
  std::vector<Ore> amounts_;
};

/// Which part of a table is summed; what is not named is summed over.
struct Part {
  std::optional<int> year = {};
  std::optional<Department> department = {};
  std::optional<Payer> payer = {};  ///< Not named: municipality + region + state, never citizens.
  bool with_tax = true;
  /// False where amounts are no differences: what the budget guarantee moves means nothing alone.
  bool with_block_grant = true;
};

Ore total(const MoneyTable& table, const Part& part) noexcept;

}  // namespace samspil
