#include "model/loading/toml.hpp"

namespace samspil {
namespace {

Eligibility read_conditions(TomlFields& fields) {
  constexpr Limits any_age{0, 22};
  Eligibility wanted;
  fields.whole("age_from", wanted.age_from, any_age, Need::optional);
  fields.whole("age_to", wanted.age_to, any_age, Need::optional);
  if (wanted.age_from > wanted.age_to) {
    fields.refuse("age_from", {"fault.ages_cross", wanted.age_from, wanted.age_to},
                  {"remedy.ages_cross"});
  }
  fields.whole("children", wanted.children, {1, most_members}, Need::optional);
  fields.flag("both_parents", wanted.both_parents, Need::optional);
  if (fields.has("placed")) {
    bool placed = false;
    if (fields.flag("placed", placed)) wanted.placed = placed;
  }
  std::vector<std::string> statuses;
  fields.texts("parent_on", statuses, Need::optional);
  for (const std::string& name : statuses) {
    if (const auto status = find_name<LabourStatus>(labour_status_names, name)) {
      wanted.statuses.set(*status);
    } else {
      fields.refuse("parent_on", {"fault.unknown_name", name},
                    naming_advice(name, {labour_status_names.begin(), labour_status_names.end()}));
    }
  }
  fields.flag("joint_cases", wanted.joint_cases, Need::optional);
  fields.finish();
  return wanted;
}

}  // namespace

std::optional<Eligibility> read_eligible(TomlFields& fields) {
  auto conditions = fields.table("eligible", Need::optional);
  if (!conditions) return std::nullopt;
  return read_conditions(*conditions);
}

Comparison read_comparison(TomlFields& fields, const FindText& find, Problems& problems) {
  Comparison comparison;
  fields.choice("compare", comparison.terms, terms_names, Need::optional);
  fields.number("enrol", comparison.enrol, any_share, Need::optional);
  if (fields.has("enrol") && comparison.terms == Terms::as_described) {
    fields.refuse("enrol", {"fault.enrol"}, {"remedy.enrol"});
  }
  comparison.eligible = read_eligible(fields);
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
