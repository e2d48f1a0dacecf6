#include "model/measurement/contrast_rules.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(ContrastRules, ASuccessIsWorkEducationOrLeaveAndPaidWorkIsWorkAlone) {
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    const auto status = static_cast<LabourStatus>(i);
    const bool works = status == LabourStatus::ordinary_job || status == LabourStatus::flexjob;
    EXPECT_EQ(is_paid_work(status), works) << labour_status_names[i];
    EXPECT_EQ(is_success(status),
              works || status == LabourStatus::education || status == LabourStatus::parental_leave)
        << labour_status_names[i];
  }
}

}  // namespace
}  // namespace samspil
