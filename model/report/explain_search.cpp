#include <algorithm>
#include <iterator>

#include "model/core/shown_text.hpp"
#include "model/report/explain.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

bool is_named(const Explanation& explanation, const std::string& query) {
  const std::string name = lower_case(explanation.name);
  const std::string& last =
      explanation.short_name.empty() ? explanation.name : explanation.short_name;
  return name == query || last == query || lower_case(last).ends_with("." + query) ||
         lower_case(explanation.label) == query || lower_case(explanation.other_label) == query ||
         lower_case(explanation.law) == query;
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

std::string lower_case(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // Æ, Ø and Å are two bytes of UTF-8: C3 and 80 to 9E, in lower case C3 and A0 to BE.
  for (std::size_t i = 1; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (out[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) {
      out[i] = static_cast<char>(byte + 0x20);
    }
  }
  return out;
}

std::vector<Explanation> matching(const std::vector<Explanation>& all, const std::string& query) {
  const std::string wanted = lower_case(query);
  std::vector<Explanation> found;
  const auto keep = [&](auto condition) {
    if (found.empty()) std::copy_if(all.begin(), all.end(), std::back_inserter(found), condition);
  };
  keep([&](const Explanation& e) { return is_named(e, wanted); });
  keep([&](const Explanation& e) { return lower_case(e.drawn_name) == wanted; });
  keep([&](const Explanation& e) { return holds_paragraph(lower_case(e.law), wanted); });
  keep([&](const Explanation& e) {
    return wanted.size() >= 3 && (lower_case(e.label).find(wanted) != std::string::npos ||
                                  lower_case(e.other_label).find(wanted) != std::string::npos);
  });
  return found;
}

std::string explanation_text(const Explanation& explanation, Language language) {
  constexpr std::size_t label_width = 24;
  std::string text =
      fmt::format("{} ({})\n", shown(explanation.name), phrase(explanation.kind, language));
  if (!explanation.label.empty()) text += fmt::format("  {}\n", shown(explanation.label));
  for (const auto& [label, value] : explanation.facts) {
    std::string heading = pad_right(phrase(label, language), label_width);
    if (heading[0] >= 'a' && heading[0] <= 'z') {
      heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
    }
    text += fmt::format("  {}{}\n", heading,
                        shown(value.empty() ? phrase("run.not_given", language) : value));
  }
  return text;
}

const std::string& file_of(const std::string& base_file, const std::string& file) noexcept {
  return base_file.empty() ? file : base_file;
}

std::string place(const std::string& file, int line) {
  return line > 0 ? file + ":" + std::to_string(line) : file;
}

Facts quantity_facts(const Quantity& q, const std::string& file, Language language) {
  // A year is no quantity: no separator stands in it.
  const auto digits = [&](double value) {
    return q.unit == "year" ? fmt::format("{}", value) : short_number(value, 6, language);
  };
  return {{"run.value", digits(q.value)},
          {"run.unit", q.unit},
          {"run.range", digits(q.low) + " - " + digits(q.high)},
          {"run.grade", std::string{label(language, "grade", grade_names[index_of(q.grade)])}},
          {"run.source", q.source},
          {"run.written_in", place(file_of(q.base_file, file), q.line)}};
}

LedgerEntry quantity_entry(const Quantity& q, const std::string& file) {
  LedgerEntry entry;
  entry.value = q.value;
  entry.low = q.low;
  entry.high = q.high;
  entry.unit = q.unit;
  entry.grade = grade_names[index_of(q.grade)];
  entry.source = q.source;
  entry.file = file_of(q.base_file, file);
  entry.line = q.line;
  return entry;
}

}  // namespace samspil
