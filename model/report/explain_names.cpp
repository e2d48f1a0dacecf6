#include "model/report/explain_names.hpp"

#include <algorithm>
#include <map>

#include "model/report/case_terms.hpp"
#include "model/report/terms.hpp"
#include "model/result/contrast_document.hpp"

namespace samspil {
namespace {

class Names {
 public:
  Names(Language language, std::vector<Explanation>& all)
      : language_{language},
        names_{labels(language)},
        other_{labels(language == Language::da ? Language::en : Language::da)},
        all_{all} {}

  /// Names that need no more than a label and where they are used.
  template <std::size_t N>
  void list(const std::array<std::string_view, N>& names,
            const std::array<std::string_view, N> Labels::*own, Key kind, Key used) {
    for (std::size_t i = 0; i < N; ++i) {
      add(std::string{names[i]}, (names_.*own)[i], (other_.*own)[i], kind,
          {{"run.used_in", text(used)}});
    }
  }

  void lists() {
    list(outcome_names, &Labels::outcomes, "kind.outcome", "run.used_in_results");
    list(labour_status_names, &Labels::statuses, "kind.status", "run.used_in_dynamics");
    list(department_names, &Labels::departments, "kind.department", "run.used_in_costs");
    list(account_type_names, &Labels::account_types, "kind.account_type", "run.used_in_costs");
    list(payer_names, &Labels::payers, "kind.payer", "run.used_in_costs");
    list(settlement_names, &Labels::settlements, "kind.settlement", "run.used_in_costs");
    list(programme_item_names, &Labels::programme_items, "kind.programme_item",
         "run.used_in_costs");
    list(channel_names, &Labels::channels, "kind.channel", "run.used_in_dynamics");
    list(grade_names, &Labels::grades, "kind.grade", "run.used_in_results");
    list(coordination_role_names, &Labels::roles, "kind.role", "run.used_in_dynamics");
    list(effect_level_names, &Labels::effect_levels, "kind.effect_level", "run.used_in_results");
    const Language other = language_ == Language::da ? Language::en : Language::da;
    for (std::size_t i = 0; i < names_.units.size(); ++i) {
      add(std::string{names_.units[i].first}, names_.units[i].second, other_.units[i].second,
          "kind.unit", {{"run.used_in", text("run.used_in_costs")}});
    }
    for (std::size_t i = 0; i < case_term_names.size(); ++i) {
      const auto [name, meaning_text] = case_terms(language_)[i];
      add(std::string{case_term_names[i]}, name, case_terms(other)[i].label, "kind.term",
          {{"run.meaning", std::string{meaning_text}}});
    }
    for (std::size_t i = 0; i < contrast_term_names.size(); ++i) {
      const auto [name, meaning_text] = terms_of(contrast_term_names, language_)[i];
      add(std::string{contrast_term_names[i]}, name, terms_of(contrast_term_names, other)[i].label,
          "kind.term", {{"run.meaning", std::string{meaning_text}}});
    }
    for (std::size_t i = 0; i < ledger_term_names.size(); ++i) {
      const auto [name, meaning_text] = ledger_terms(language_)[i];
      add(std::string{ledger_term_names[i]}, name, ledger_terms(other)[i].label, "kind.term",
          {{"run.meaning", std::string{meaning_text}}});
    }
    for (std::size_t i = 0; i < term_count; ++i) {
      add(std::string{term_names[i]}, terms(language_)[i].label, terms(other)[i].label, "kind.term",
          {{"run.meaning", std::string{terms(language_)[i].meaning}},
           {"run.used_in", text("run.used_in_results")}});
    }
  }

  /// Each main area is the sum of some services.
  void main_areas(const Catalogue& catalogue) {
    std::map<std::string, std::string> services;
    for (const CatalogueRow& row : catalogue.rows) {
      std::string& list = services[row.main_area];
      list += (list.empty() ? "" : ", ") + std::string{names_.services[index_of(row.service)]};
    }
    for (const auto& [area, list] : services) {
      add(area, "", "", "kind.main_area",
          {{"run.meaning", list}, {"run.used_in", text("run.used_in_costs")}});
    }
  }

  /// The kinds themselves, where no other thing has the name.
  void kinds() {
    const Language other = language_ == Language::da ? Language::en : Language::da;
    for (const auto& [kind, name] : ledger_kinds) {
      const std::string_view thing = name;  // a lambda of clang 14 takes no structured binding
      const bool is_explained = std::any_of(all_.begin(), all_.end(),
                                            [&](const Explanation& e) { return e.name == thing; });
      if (is_explained) continue;
      add(std::string{name}, phrase(kind, language_), phrase(kind, other), "kind.term",
          {{"run.used_in", std::string{phrase("evidence.in_the_ledger", language_)}}});
    }
  }

 private:
  void add(std::string name, std::string_view label, std::string_view other, Key kind,
           Facts facts) {
    // A key that several documents have means the same in all.
    const auto is_same = [&](const Explanation& e) { return e.kind == kind && e.name == name; };
    if (kind == Key{"kind.term"} && std::any_of(all_.begin(), all_.end(), is_same)) return;
    all_.push_back({std::move(name),
                    std::string{label},
                    std::string{other},
                    "",
                    kind,
                    std::move(facts),
                    {},
                    {}});
  }
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }

  Language language_;
  const Labels& names_;
  const Labels& other_;
  std::vector<Explanation>& all_;
};

}  // namespace

void add_names_of_results(const Catalogue& catalogue, Language language,
                          std::vector<Explanation>& all) {
  Names names{language, all};
  names.main_areas(catalogue);
  names.lists();
  names.kinds();
}

}  // namespace samspil
