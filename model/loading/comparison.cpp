#include <fmt/core.h>

#include "model/loading/toml.hpp"

namespace samspil {

Comparison read_comparison(TomlFields& fields, const FindText& find, Problems& problems) {
  Comparison comparison;
  fields.choice("compare", comparison.terms, terms_names, Need::optional);
  fields.number("enrol", comparison.enrol, any_share, Need::optional);
  if (fields.has("enrol") && comparison.terms == Terms::as_described) {
    fields.refuse("enrol", {"fault.enrol"}, {"remedy.enrol"});
  }
  std::string reference = "baseline";
  fields.text("compare_with", reference, Need::optional);
  if (reference == "baseline") return comparison;
  if (const auto text =
          find(InputKind::present_practice, reference, fields.line("compare_with"), problems)) {
    comparison.present_practice = read_strategy(*text, find.base, problems);
  }
  return comparison;
}

}  // namespace samspil
