#include "model/inputs/law_of_rates.hpp"

namespace samspil {

Parameters in_law_of(Parameters p, int law_year) {
  if (law_year < p.labour.resource_course_closed_from) return p;
  for (std::size_t from = 0; from < labour_status_count; ++from) {
    auto& rates = p.labour.rate[from];
    rates[index_of(LabourStatus::rehabilitation)] = 0;
    const bool by_illness = static_cast<LabourStatus>(from) == LabourStatus::sickness;
    if (!by_illness) rates[index_of(LabourStatus::resource_course)] = 0;
  }
  return p;
}

}  // namespace samspil
