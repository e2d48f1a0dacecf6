#include "model/pages/page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/report/compare_results.hpp"
#include "model/result/values.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

void write_differences(Page& page, std::string_view heading,
                       const std::vector<Difference>& differences, Language language) {
  if (differences.empty()) return;
  page.heading(heading);
  for (const Difference& d : differences) {
    std::string text = d.name;
    if (!d.field.empty()) text += " " + d.field;
    text += ": ";
    if (d.before && d.after) {
      text += fmt::format("{} -> {}", *d.before, *d.after);
    } else {
      text += say(language, "evidence.only_in", d.before ? "A" : "B");
      const std::string& only = d.before ? *d.before : *d.after;
      if (!only.empty() && only != d.name) text += fmt::format(" ({})", only);
    }
    page.sentence(text);
  }
}

void write_net(Page& page, const ResultsComparison& comparison, Language language) {
  if (comparison.net.empty()) return;
  Table table;
  table.row(phrase("evidence.both_net_results", language),
            {"A", "B", std::string{phrase("evidence.difference", language)}});
  for (const NetResults& net : comparison.net) {
    const auto row = [&](std::string_view purse, double NetResults::Net::*amount) {
      const auto cell = [&](const std::optional<NetResults::Net>& side) {
        return side ? number(*side.*amount / 1000, 0, language) : std::string{"-"};
      };
      const std::string change =
          net.before && net.after
              ? signed_number((*net.after.*amount - *net.before.*amount) / 1000, 0, language)
              : std::string{"-"};
      table.row(say(language, "evidence.net_result_of", net.strategy, purse),
                {cell(net.before), cell(net.after), change}, 2);
    };
    row(label(language, "payer", payer_names[index_of(Payer::municipality)]),
        &NetResults::Net::municipality);
    row(phrase("run.public_total", language), &NetResults::Net::public_total);
  }
  page.blank();
  page.add(table);
}

Json difference_json(const Difference& d) {
  const auto side = [](const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
  };
  return {{"name", d.field.empty() ? d.name : d.name + " " + d.field},
          {"before", side(d.before)},
          {"after", side(d.after)}};
}

Json net_json(const std::optional<NetResults::Net>& net) {
  if (!net) return nullptr;
  return {{"municipality", net->municipality}, {"public", net->public_total}};
}

}  // namespace

std::string comparison_text(const ResultsComparison& comparison, Language language) {
  Page page;
  page.sentence(
      comparison.hash_before == comparison.hash_after
          ? say(language, "evidence.same_results", comparison.hash_before)
          : say(language, "evidence.other_results", comparison.hash_before, comparison.hash_after));
  if (comparison.inputs.empty()) page.sentence(phrase("evidence.same_inputs", language));
  for (const std::string& name : comparison.reworded) {
    page.sentence(say(language, "evidence.reworded", name));
  }
  write_differences(page, phrase("evidence.differ_in", language), comparison.run, language);
  write_differences(page, phrase("evidence.inputs_differ", language), comparison.inputs, language);
  write_net(page, comparison, language);
  return as_text(page);
}

std::string comparison_json(const ResultsComparison& comparison) {
  Json differences = Json::array();
  for (const auto* list : {&comparison.run, &comparison.inputs}) {
    for (const Difference& d : *list) differences.push_back(difference_json(d));
  }
  Json net = Json::object();
  for (const NetResults& n : comparison.net) {
    net[n.strategy] = {{"before", net_json(n.before)}, {"after", net_json(n.after)}};
  }
  const Json document{
      {"results_hash", {{"before", comparison.hash_before}, {"after", comparison.hash_after}}},
      {"differences", differences},
      {"net_result", net}};
  return as_json_text(document);
}

}  // namespace samspil
