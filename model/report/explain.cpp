#include "model/report/explain.hpp"

#include <algorithm>

#include "model/inputs/lever_slots.hpp"
#include "model/report/page.hpp"
#include "model/report/report.hpp"

namespace samspil {
namespace {

using Facts = std::vector<std::pair<Word, std::string>>;

/// Letters of ASCII in lower case; Danish letters compare as they are written.
std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string place(const std::string& file, int line) {
  return line > 0 ? file + ":" + std::to_string(line) : file;
}

class Collector {
 public:
  Collector(const Scenario& scenario, Language language)
      : scenario_{scenario},
        language_{language},
        names_{labels(language)},
        other_{labels(language == Language::da ? Language::en : Language::da)} {}

  std::vector<Explanation> collect() {
    parameters();
    prices();
    payer_rules();
    strategies();
    mechanisms();
    lists();
    return std::move(all_);
  }

 private:
  void add(std::string name, std::string_view label, std::string_view other, Word kind, Facts facts,
           std::string law = "") {
    all_.push_back({std::move(name), std::string{label}, std::string{other}, std::move(law), kind,
                    std::move(facts)});
  }
  std::string text(Word word) const { return std::string{phrase(word, language_)}; }
  std::string digits(double value) const { return short_number(value, 6, language_); }

  Facts quantity_facts(const Quantity& q, const std::string& file) const {
    return {{Word::value, digits(q.value)},
            {Word::unit, q.unit},
            {Word::range, digits(q.low) + " - " + digits(q.high)},
            {Word::grade, std::string{names_.grades[index_of(q.grade)]}},
            {Word::source, q.source},
            {Word::written_in, place(file, q.line)}};
  }

  void parameters() {
    for (const ParameterRow& row : scenario_.parameter_table.rows) {
      Facts facts = quantity_facts(row.quantity, scenario_.parameter_table.file);
      facts.emplace_back(Word::used_in,
                         text(row.name.starts_with("initial_") ? Word::used_in_candidates
                                                               : Word::used_in_dynamics));
      add(row.name, "", "", Word::kind_parameter, std::move(facts));
    }
  }

  void prices() {
    for (const CatalogueRow& row : scenario_.catalogue.rows) {
      Facts facts = quantity_facts(row.price, scenario_.catalogue.file);
      facts.insert(facts.begin() + 3,
                   {{Word::price_level, std::to_string(row.price_level)},
                    {Word::index, row.index},
                    {Word::payer, scenario_.catalogue.rules[row.payer_rule].name},
                    {Word::department, std::string{names_.departments[index_of(row.department)]}},
                    {Word::account, row.account_function},
                    {Word::law, row.law},
                    {Word::cashable, digits(row.cashable_share)}});
      facts.emplace_back(Word::used_in, text(Word::used_in_costs));
      const std::size_t i = index_of(row.service);
      add(std::string{service_names[i]}, names_.services[i], other_.services[i], Word::kind_price,
          std::move(facts), row.law);
    }
  }

  void payer_rules() {
    for (const PayerRule& rule : scenario_.catalogue.rules) {
      std::string shares;
      for (std::size_t p = 0; p < payer_count; ++p) {
        shares +=
            fmt::format("{}{} {}", p > 0 ? ", " : "", names_.payers[p], digits(rule.shares[p]));
      }
      add(rule.name, "", "", Word::payer,
          {{Word::value, shares},
           {Word::valid, fmt::format("{}-{}", rule.valid_from, rule.valid_to)},
           {Word::law, rule.law},
           {Word::grade, std::string{names_.grades[index_of(rule.grade)]}},
           {Word::source, rule.source},
           {Word::written_in, place(scenario_.catalogue.rules_file, rule.line)},
           {Word::used_in, text(Word::used_in_costs)}},
          rule.law);
    }
  }

  void strategies() {
    for (const Strategy& strategy : scenario_.strategies) {
      const bool da = language_ == Language::da;
      std::string sources;
      for (const std::string& source : strategy.sources) {
        sources += (sources.empty() ? "" : "; ") + source;
      }
      add(strategy.id, da ? strategy.title_da : strategy.title_en,
          da ? strategy.title_en : strategy.title_da, Word::kind_strategy,
          {{Word::tried_on_whom, da ? strategy.tried_on_da : strategy.tried_on_en},
           {Word::source, sources},
           {Word::written_in, strategy.file}});
      for (const LeverSlot& slot : lever_slots) {
        add(fmt::format("{}.{}", strategy.id, slot.name), "", "", Word::kind_lever,
            quantity_facts(strategy.levers.*slot.quantity, strategy.file));
      }
      for (const Effect& effect : strategy.effects) add_effect(strategy, effect);
    }
  }

  void add_effect(const Strategy& strategy, const Effect& effect) {
    const std::size_t hook = index_of(effect.hook);
    add(fmt::format("{}.{}", strategy.id, hook_names[hook]), names_.hooks[hook], other_.hooks[hook],
        Word::kind_effect,
        {{Word::value,
          say(language_, Word::hazard_ratio, digits(effect.centre), digits(effect.strong))},
         {Word::channel, std::string{names_.channels[index_of(effect.channel)]}},
         {Word::range, digits(effect.low) + " - " + digits(effect.high)},
         {Word::grade, std::string{names_.grades[index_of(effect.grade)]}},
         {Word::rationale, language_ == Language::da ? effect.rationale_da : effect.rationale_en},
         {Word::source, effect.source},
         {Word::written_in, place(strategy.file, effect.line)},
         {Word::used_in, text(Word::used_in_dynamics)}});
  }

  void mechanisms() {
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      add(std::string{mechanism_names[i]}, names_.mechanisms[i], other_.mechanisms[i],
          Word::kind_mechanism,
          {{Word::switched, text(scenario_.mechanisms[i] ? Word::on : Word::off)},
           {Word::rationale, language_ == Language::da ? scenario_.mechanism_reason_da[i]
                                                       : scenario_.mechanism_reason_en[i]},
           {Word::written_in, scenario_.file},
           {Word::used_in, text(Word::used_in_dynamics)}});
    }
  }

  template <std::size_t N>
  void list(const std::array<std::string_view, N>& names,
            const std::array<std::string_view, N>& own,
            const std::array<std::string_view, N>& other, Word kind, Word used) {
    for (std::size_t i = 0; i < N; ++i) {
      add(std::string{names[i]}, own[i], other[i], kind, {{Word::used_in, text(used)}});
    }
  }

  void lists() {
    list(outcome_names, names_.outcomes, other_.outcomes, Word::kind_outcome,
         Word::used_in_results);
    list(labour_status_names, names_.statuses, other_.statuses, Word::kind_status,
         Word::used_in_dynamics);
    list(department_names, names_.departments, other_.departments, Word::department,
         Word::used_in_costs);
    list(payer_names, names_.payers, other_.payers, Word::kind_payer, Word::used_in_costs);
    list(programme_item_names, names_.programme_items, other_.programme_items,
         Word::kind_programme_item, Word::used_in_costs);
  }

  const Scenario& scenario_;
  Language language_;
  const Labels& names_;
  const Labels& other_;
  std::vector<Explanation> all_;
};

bool is_named(const Explanation& explanation, const std::string& query) {
  const std::string name = lower(explanation.name);
  return name == query || name.ends_with("." + query) || lower(explanation.label) == query ||
         lower(explanation.other_label) == query || lower(explanation.law) == query;
}

/// A paragraph is found by its number: "§ 52" finds "SEL § 52, stk. 3" but not "§ 52 a".
bool holds_paragraph(const std::string& law, const std::string& query) {
  const std::size_t at = law.find(query);
  if (query.find("§") == std::string::npos || at == std::string::npos) return false;
  const std::string rest = law.substr(at + query.size());
  const bool goes_on = !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
  const bool has_letter = rest.size() > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z' &&
                          (rest.size() == 2 || rest[2] < 'a');
  return !goes_on && !has_letter;
}

}  // namespace

std::vector<Explanation> explanations(const Scenario& scenario, Language language) {
  return Collector{scenario, language}.collect();
}

std::vector<Explanation> matching(const std::vector<Explanation>& all, const std::string& query) {
  const std::string wanted = lower(query);
  std::vector<Explanation> found;
  const auto keep = [&](auto condition) {
    if (found.empty()) std::copy_if(all.begin(), all.end(), std::back_inserter(found), condition);
  };
  keep([&](const Explanation& e) { return is_named(e, wanted); });
  keep([&](const Explanation& e) { return holds_paragraph(lower(e.law), wanted); });
  keep([&](const Explanation& e) {
    return wanted.size() >= 3 && (lower(e.label).find(wanted) != std::string::npos ||
                                  lower(e.other_label).find(wanted) != std::string::npos);
  });
  return found;
}

std::string explanation_text(const Explanation& explanation, Language language) {
  constexpr std::size_t label_width = 24;
  std::string text = fmt::format("{} ({})\n", explanation.name, phrase(explanation.kind, language));
  if (!explanation.label.empty()) text += fmt::format("  {}\n", explanation.label);
  for (const auto& [label, value] : explanation.facts) {
    std::string heading = pad_right(phrase(label, language), label_width);
    if (heading[0] >= 'a' && heading[0] <= 'z') {
      heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
    }
    text +=
        fmt::format("  {}{}\n", heading, value.empty() ? phrase(Word::not_given, language) : value);
  }
  return text;
}

}  // namespace samspil
