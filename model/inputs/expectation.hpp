/// \file
/// What a municipality expects of its strategies, in people: how strong their effects must be for
/// it is solved for.
#pragma once

namespace samspil {

struct Expectation {
  /// Parents in work in week 48 beyond what is compared with, per 100 families enrolled in the year
  /// with most of them.
  double parents_in_work_per_100 = 0;
  int year = 1;  ///< Budget year.
};

}  // namespace samspil
