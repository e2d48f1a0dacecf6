#include "model/appraisal/money_table.hpp"

namespace samspil {

Ore total(const MoneyTable& table, const Part& part) noexcept {
  Ore sum = 0;
  for (int year = 1; year <= table.years(); ++year) {
    if (part.year && *part.year != year) continue;
    for (std::size_t d = 0; d < department_count; ++d) {
      const auto department = static_cast<Department>(d);
      if (part.department && *part.department != department) continue;
      if (!part.with_tax && department == Department::tax) continue;
      if (!part.with_block_grant && department == Department::block_grant) continue;
      for (std::size_t p = 0; p < payer_count; ++p) {
        const auto payer = static_cast<Payer>(p);
        if (part.payer ? *part.payer == payer : payer != Payer::citizen) {
          sum += table.at(year, department, payer);
        }
      }
    }
  }
  return sum;
}

}  // namespace samspil
