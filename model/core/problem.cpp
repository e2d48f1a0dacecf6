#include "model/core/problem.hpp"

#include "model/core/shown_text.hpp"

namespace samspil {

std::string Problem::text() const {
  constexpr std::size_t most = 1000;
  std::string out = shown(file);
  // Appended, not added: g++ 12 warns falsely (restrict) about "..." + std::string.
  if (line > 0) out.append(":").append(std::to_string(line));
  if (!name.empty()) out.append(": ").append(shown_shortened(name, most / 4));
  out.append(": ").append(shown_shortened(problem, most));
  if (!remedy.empty()) out.append("; ").append(shown_shortened(remedy, most));
  return out;
}

}  // namespace samspil
