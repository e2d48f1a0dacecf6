#include "model/report/explain_names.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "model/report/case_terms.hpp"
#include "model/report/explain_terms.hpp"
#include "model/report/terms.hpp"
#include "model/result/contrast_document.hpp"

namespace samspil {
namespace {

/// Of prices, as they are called on a screen.
constexpr std::array<std::string_view, 6> unit_names{"week", "day",     "case",
                                                     "hour", "contact", "full_time_tax_week"};

class Names {
 public:
  Names(Language language, std::vector<Explanation>& all) : language_{language}, all_{all} {}

  void lists() {
    list("outcome", outcome_names, "kind.outcome", "run.used_in_results");
    list("labour_status", labour_status_names, "kind.status", "run.used_in_dynamics");
    list("department", department_names, "kind.department", "run.used_in_costs");
    list("account_type", account_type_names, "kind.account_type", "run.used_in_costs");
    list("payer", payer_names, "kind.payer", "run.used_in_costs");
    list("settlement", settlement_names, "kind.settlement", "run.used_in_costs");
    list("programme_item", programme_item_names, "kind.programme_item", "run.used_in_costs");
    list("channel", channel_names, "kind.channel", "run.used_in_dynamics");
    list("grade", grade_names, "kind.grade", "run.used_in_results");
    list("role", coordination_role_names, "kind.role", "run.used_in_dynamics");
    list("effect_level", effect_level_names, "kind.effect_level", "run.used_in_results");
    list("unit", unit_names, "kind.unit", "run.used_in_costs");
    terms(case_term_names);
    terms(contrast_term_names);
    terms(ledger_term_names);
    terms(term_names, {{"run.used_in", text("run.used_in_results")}});
  }

  /// Each main area is the sum of some services.
  void main_areas(const Catalogue& catalogue) {
    std::map<std::string, std::string> services;
    for (const CatalogueRow& row : catalogue.rows) {
      std::string& list = services[row.main_area];
      list += (list.empty() ? "" : ", ") +
              std::string{label(language_, "service", service_names[index_of(row.service)])};
    }
    for (const auto& [area, list] : services) {
      add(area, "", "", "kind.main_area",
          {{"run.meaning", list}, {"run.used_in", text("run.used_in_costs")}});
    }
  }

  /// The kinds themselves, where no other thing has the name.
  void kinds() {
    for (const auto& [kind, name] : ledger_kinds) {
      const std::string_view thing = name;  // a lambda of clang 14 takes no structured binding
      const bool is_explained = std::any_of(all_.begin(), all_.end(),
                                            [&](const Explanation& e) { return e.name == thing; });
      if (is_explained) continue;
      add(std::string{name}, phrase(kind, language_), phrase(kind, other_than(language_)),
          "kind.term", {{"run.used_in", std::string{phrase("evidence.in_the_ledger", language_)}}});
    }
  }

 private:
  /// Names that need no more than a label and where they are used.
  void list(std::string_view group, std::span<const std::string_view> names, Key kind, Key used) {
    for (const std::string_view name : names) {
      add(std::string{name}, label(language_, group, name),
          label(other_than(language_), group, name), kind, {{"run.used_in", text(used)}});
    }
  }

  /// Keys of documents: what they mean, and what else is known of all.
  void terms(std::span<const std::string_view> names, const Facts& more = {}) {
    for (const std::string_view name : names) {
      Facts facts{{"run.meaning", std::string{label(language_, "meaning", name)}}};
      facts.insert(facts.end(), more.begin(), more.end());
      add(std::string{name}, label(language_, "term", name),
          label(other_than(language_), "term", name), "kind.term", std::move(facts));
    }
  }

  void add(std::string name, std::string_view own, std::string_view other, Key kind, Facts facts) {
    // A key that several documents have means the same in all.
    const auto is_same = [&](const Explanation& e) { return e.kind == kind && e.name == name; };
    if (kind == Key{"kind.term"} && std::any_of(all_.begin(), all_.end(), is_same)) return;
    all_.push_back({std::move(name),
                    std::string{own},
                    std::string{other},
                    "",
                    kind,
                    std::move(facts),
                    {},
                    {}});
  }
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }

  Language language_;
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
