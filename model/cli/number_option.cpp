#include "model/cli/number_option.hpp"

#include <fmt/core.h>

#include <optional>
#include <variant>

#include "model/io/number.hpp"
#include "model/loading/checks.hpp"

namespace samspil::cli {
namespace {

/// Why a text is no whole number, where the number that is meant is a decimal one: "1,5".
std::optional<NumberFault> decimal_fault(const std::string& text, const NumberFault& fault) {
  if (fault.open || fault.meant.empty()) return std::nullopt;
  const auto meant = parse_number(fault.meant, NumberKind::ratio);
  const double* value = std::get_if<double>(&meant);
  return value != nullptr ? whole_fault(*value, text) : std::nullopt;
}

std::optional<NumberFault> fault_of(const std::string& text, Limits limits, bool whole) {
  const auto parsed = parse_number(text, limits.kind);
  if (const auto* fault = std::get_if<NumberFault>(&parsed)) {
    const auto of_decimal = whole ? decimal_fault(text, *fault) : std::nullopt;
    return of_decimal ? of_decimal : *fault;
  }
  const double value = std::get<double>(parsed);
  if (auto fault = limits_fault(value, limits)) return fault;
  if (auto fault = whole ? whole_fault(value) : std::nullopt) return fault;
  // What reads the option afterwards takes 010 for 8.
  const bool is_octal = text.size() > 1 && text.front() == '0';
  if (whole && (is_octal || text.find_first_not_of("0123456789") != std::string::npos)) {
    return NumberFault{{"fault.more_than_digits", text},
                       {"remedy.write", fmt::format("{:.0f}", value)}};
  }
  return std::nullopt;
}

CLI::Validator validator(Limits limits, bool whole, Language language) {
  const auto check = [limits, whole, language](std::string& text) {
    const auto fault = fault_of(text, limits, whole);
    return fault ? fmt::format("{}; {}", fault->problem.in(language), fault->remedy.in(language))
                 : std::string{};
  };
  return CLI::Validator{check, fmt::format("{} - {}", limits.lower, limits.upper)};
}

}  // namespace

CLI::Validator whole_number(Limits limits, Language language) {
  limits.kind = NumberKind::count;
  return validator(limits, true, language);
}

CLI::Validator number(Limits limits, Language language) {
  return validator(limits, false, language);
}

}  // namespace samspil::cli
