/// \file
/// What a command delivers in several places, each of which is made though others fail.
#pragma once

#include <exception>
#include <vector>

#include "model/words/keys.hpp"

namespace samspil::cli {

/// Several deliveries, each of which is made though others fail.
class Deliveries {
 public:
  /// Keeps what `deliver` throws. Whether it threw nothing.
  template <class Deliver>
  bool attempt(Deliver deliver) noexcept {
    try {
      deliver();
      return true;
    } catch (...) {
      faults_.push_back(std::current_exception());
      return false;
    }
  }
  /// Throws the first fault, if any, when the others have been told.
  void require_made(Language language);

 private:
  std::vector<std::exception_ptr> faults_;
};

}  // namespace samspil::cli
