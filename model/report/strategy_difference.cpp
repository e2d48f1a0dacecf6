#include "model/report/strategy_difference.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "model/core/names.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/render/text.hpp"
#include "model/words/numbers.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

using Kind = StrategyDifference::Kind;

class Collector {
 public:
  explicit Collector(Language language) : language_{language} {}

  StrategyDifferences collect(const Strategy& left, const Strategy& right) {
    levers(left.levers, right.levers);
    elements(left.elements, right.elements);
    effects(left.effects, right.effects);
    return std::move(found_);
  }

 private:
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }
  std::string digits(double value) const { return short_number(value, 4, language_); }
  std::string graded(const std::string& value, Grade grade) const {
    return fmt::format("{} ({})", value, label(language_, "grade", grade_names[index_of(grade)]));
  }

  std::string lever(const Quantity& stated) const {
    return is_stated(stated) ? graded(digits(stated.value), stated.grade) : "-";
  }

  void add(Kind kind, std::size_t& same, std::string name, std::string left, std::string right) {
    if (left == right) {
      ++same;
    } else {
      found_.rows.push_back({kind, std::move(name), std::move(left), std::move(right)});
    }
  }

  void levers(const Levers& left, const Levers& right) {
    const auto row = [&](std::string name, std::string one, std::string other) {
      add(Kind::lever, found_.same_levers, std::move(name), std::move(one), std::move(other));
    };
    const auto yes_no = [&](bool is_so) {
      return text(is_so ? Key{"compare.has"} : Key{"compare.has_not"});
    };
    const auto role = [&](CoordinationRole of) {
      return std::string{label(language_, "role", coordination_role_names[index_of(of)])};
    };
    row(text("compare.role"), role(left.role), role(right.role));
    row(text("compare.authority"), yes_no(left.authority), yes_no(right.authority));
    row(text("compare.order"), std::string{measure_order_names[index_of(left.order)]},
        std::string{measure_order_names[index_of(right.order)]});
    for (const LeverSlot& slot : lever_slots) {
      const Quantity& one = left.*slot.quantity;
      const Quantity& other = right.*slot.quantity;
      row(std::string{slot.name}, lever(one), lever(other));
    }
  }

  /// Rows of both lists by key: those of the left first, then those that the right has alone.
  template <class Row, class Same, class Tell>
  void pair_up(Kind kind, std::size_t& same, const std::vector<Row>& left,
               const std::vector<Row>& right, const Same& is_same_key, const Tell& tell) {
    const auto find = [&](const std::vector<Row>& rows, const Row& key) {
      return std::find_if(rows.begin(), rows.end(),
                          [&](const Row& row) { return is_same_key(row, key); });
    };
    for (const Row& row : left) {
      const auto other = find(right, row);
      const auto [name, value] = tell(row);
      add(kind, same, name, value, other == right.end() ? std::string{} : tell(*other).second);
    }
    for (const Row& row : right) {
      if (find(left, row) != left.end()) continue;
      const auto [name, value] = tell(row);
      add(kind, same, name, std::string{}, value);
    }
  }

  void elements(const std::vector<CoreElement>& left, const std::vector<CoreElement>& right) {
    pair_up(
        Kind::element, found_.same_elements, left, right,
        [](const CoreElement& a, const CoreElement& b) { return a.name == b.name; },
        [this](const CoreElement& element) {
          return std::pair{
              element.name,
              fmt::format(
                  "{}; {}", graded(digits(element.fidelity.value), element.fidelity.grade),
                  say(language_, "compare.lost_and_weight", element.lost, digits(element.weight)))};
        });
  }

  void effects(const std::vector<Effect>& left, const std::vector<Effect>& right) {
    pair_up(
        Kind::effect, found_.same_effects, left, right,
        [](const Effect& a, const Effect& b) {
          return a.hook == b.hook && a.channel == b.channel && a.component == b.component &&
                 a.targets == b.targets;
        },
        [this](const Effect& effect) {
          return std::pair{effect_name(effect), told(effect)};
        });
  }

  std::string effect_name(const Effect& effect) const {
    std::string name = fmt::format("{} [{}", hook_names[index_of(effect.hook)],
                                   channel_names[index_of(effect.channel)]);
    if (effect.component != Component::whole) {
      name += fmt::format(", {}", component_names[index_of(effect.component)]);
    }
    const auto names = target_names(target_kind(effect.hook));
    for_each_target(effect.targets, [&](std::size_t i) { name.append(", ").append(names[i]); });
    return name + "]";
  }

  std::string told(const Effect& effect) const {
    std::string value = fmt::format("{} / {} / {}", digits(effect.weak), digits(effect.centre),
                                    digits(effect.strong));
    if (effect.component != Component::whole) value += " @ " + digits(effect.reference);
    return graded(value, effect.grade);
  }

  Language language_;
  StrategyDifferences found_;
};

Key heading_of(Kind kind) noexcept {
  if (kind == Kind::lever) return "compare.levers";
  return kind == Kind::element ? Key{"compare.elements"} : Key{"compare.effects"};
}

/// Each difference on a line, or its values below its name where they need more room.
void write_rows(Page& page, const std::vector<StrategyDifference>& rows, const Strategy& left,
                const Strategy& right, Language language) {
  const auto value = [&](const std::string& text) {
    return text.empty() ? phrase("compare.not_there", language) : std::string_view{text};
  };
  for (const StrategyDifference& row : rows) {
    page.line(fmt::format("  {}", row.name));
    page.sentence(fmt::format("{}: {}", left.id, value(row.left)), 6);
    page.sentence(fmt::format("{}: {}", right.id, value(row.right)), 6);
  }
}

}  // namespace

StrategyDifferences strategy_differences(const Strategy& left, const Strategy& right,
                                         Language language) {
  return Collector{language}.collect(left, right);
}

std::string difference_text(const Strategy& left, const Strategy& right, Language language) {
  const StrategyDifferences found = strategy_differences(left, right, language);
  // Without what stands in brackets.
  const auto short_title = [&](const Strategy& strategy) {
    const std::string& title = language == Language::da ? strategy.title_da : strategy.title_en;
    return title.substr(0, title.find(" ("));
  };
  Page page;
  page.sentence(say(language, "compare.differ", short_title(left), short_title(right)));
  for (const Kind kind : {Kind::lever, Kind::element, Kind::effect}) {
    std::vector<StrategyDifference> rows;
    std::copy_if(found.rows.begin(), found.rows.end(), std::back_inserter(rows),
                 [kind](const StrategyDifference& row) { return row.kind == kind; });
    if (rows.empty()) continue;
    page.blank();
    page.sentence(phrase(heading_of(kind), language));
    write_rows(page, rows, left, right, language);
  }
  page.blank();
  if (found.rows.empty()) page.sentence(phrase("compare.no_difference", language));
  page.sentence(say(language, "compare.same_rest", found.same_levers, found.same_elements,
                    found.same_effects));
  page.sentence(phrase("compare.enrolment_note", language));
  return as_text(page);
}

}  // namespace samspil
