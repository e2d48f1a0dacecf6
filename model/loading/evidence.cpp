#include "model/loading/toml.hpp"

namespace samspil {
namespace {

constexpr std::string_view log_ratio = "log hazard ratio";

}  // namespace

EvidenceRule read_evidence_rule(const InputText& input, Problems& problems) {
  EvidenceRule rule;
  rule.file = input.file;
  rule.text = input.text;
  const auto table = parse_toml_input(input, problems);
  if (!table) return rule;
  TomlFields fields{*table, input.file, problems};
  fields.quantity("prior_spread", rule.prior_spread, log_ratio, any_log_ratio);
  if (auto errors = fields.table("error")) {
    for (std::size_t i = 0; i < index_of(Design::none); ++i) {
      errors->quantity(design_names[i], rule.error[i], log_ratio, any_log_ratio);
    }
    errors->finish();
  }
  if (auto together = fields.table("correlation")) {
    for (std::size_t i = 1; i < common_factor_count; ++i) {
      together->quantity(common_factor_names[i], rule.together[i], "correlation", any_share);
    }
    together->finish();
  }
  fields.finish();
  return rule;
}

}  // namespace samspil
