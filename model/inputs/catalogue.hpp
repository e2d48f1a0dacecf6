/// \file
/// The service catalogue: what a unit of each service costs, whose account it is, who pays.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/inputs/quantity.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// One dated payer rule with fixed shares of gross; they sum to 1.
struct PayerRule {
  std::string name;
  std::array<double, payer_count> shares{};
  int valid_from = 0;  ///< Year.
  int valid_to = 9999;
  std::string law;
  Grade grade = Grade::assumed;
  std::string source;
  int line = 0;
};

struct CatalogueRow {
  Service service{};
  Department department{};
  std::string main_area;
  AccountType account_type{};
  std::string account_function;
  std::string law;
  Quantity price;  ///< Whole kr. per unit, >= 0; the unit is price.unit.
  int price_level = 2022;
  std::string index;
  std::size_t payer_rule = 0;  ///< Position in Catalogue::rules.
  double cashable_share = 1;
  int lag_months = 0;
};

struct Catalogue {
  std::array<CatalogueRow, service_count> rows;
  std::vector<PayerRule> rules;
  std::string file;
  std::string text;
  std::string rules_file;
  std::string rules_text;
};

}  // namespace samspil
