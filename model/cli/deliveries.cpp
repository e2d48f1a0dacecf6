#include "model/cli/deliveries.hpp"

#include "model/cli/terminal.hpp"

namespace samspil::cli {

void Deliveries::require_made(Language language) {
  for (std::size_t i = 1; i < faults_.size(); ++i) {
    try {
      std::rethrow_exception(faults_[i]);
    } catch (const ReaderGone&) {  // told by nobody
    } catch (const std::exception& error) {
      tell_fault(error, language);
    }
  }
  if (!faults_.empty()) std::rethrow_exception(faults_.front());
}

}  // namespace samspil::cli
