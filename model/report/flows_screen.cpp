#include "model/report/flows_screen.hpp"

#include <cmath>

#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/values.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

/// A flow that nobody was exposed to, which is not a number, is not outside.
bool is_outside(double value, const Quantity& known) noexcept {
  return value < known.low || value > known.high;
}

/// Parts of the flow above.
constexpr std::size_t indent_of(Flow flow) noexcept {
  switch (flow) {
    case Flow::exit_home:
    case Flow::exit_at_18:
    case Flow::exit_aftercare:
    case Flow::exit_other:
    case Flow::repeated_notifications:
    case Flow::pension_rise:
    case Flow::pension_inflow:
    case Flow::job_loss_later:
    case Flow::municipal_cost_same_ages:
      return 2;
    case Flow::pension_inflow_under_40:
      return 4;
    default:
      return 0;
  }
}

int decimals_of(Flow flow) noexcept {
  if (unit_of(flow) == "per child") return 2;
  const bool large =
      unit_of(flow) == "index" || flow == Flow::job_loss_first_year || flow == Flow::job_loss_later;
  return large ? 0 : 1;
}

class FlowsScreen {
 public:
  FlowsScreen(Page& page, const FlowReport& report, Language language)
      : page_{page}, report_{report}, language_{language} {}

  void write() {
    const FlowTable& table = report_.table;
    const auto n = [this](std::uint64_t value) { return whole(value, language_); };
    page_.sentence(say(language_, "flows.title", table.year_0));
    page_.sentence(say(language_, "flows.counted", n(table.families), n(table.children),
                       n(table.parents), table.year_0));
    page_.blank();
    rows();
    page_.blank();
    verdict();
    page_.sentence(say(language_, "flows.note", last_year()));
    page_.sentence(say(language_, "flows.known_note", "scenarios/known_flows.csv"));
  }

 private:
  int last_year() const noexcept {
    return table_size() - 1 + report_.table.first_year - report_.table.year_0;
  }
  int table_size() const noexcept { return static_cast<int>(report_.table.years.size()); }
  std::string text(double value, int decimals) const { return number(value, decimals, language_); }

  void rows() {
    Table table;
    table.has_narrow_columns = true;
    std::vector<std::string> head;
    for (int i = 0; i < table_size(); ++i) {
      head.push_back(std::to_string(report_.table.first_year - report_.table.year_0 + i));
    }
    head.emplace_back(phrase("flows.known_column", language_));
    table.row(phrase("flows.children", language_), head);
    for (std::size_t i = 0; i < flow_count; ++i) {
      const auto flow = static_cast<Flow>(i);
      if (flow == Flow::pension) table.row(phrase("flows.parents", language_), {});
      if (flow == Flow::adult_social) table.row(phrase("flows.costs", language_), {});
      table.row(flow_label(flow, language_), cells_of(flow), indent_of(flow));
    }
    page_.add(table);
  }

  std::vector<std::string> cells_of(Flow flow) {
    const std::size_t i = index_of(flow);
    const int decimals = decimals_of(flow);
    std::vector<std::string> cells;
    for (const auto& year : report_.table.years) cells.push_back(text(year[i], decimals));
    const Quantity* known = report_.known.find(flow);
    if (known == nullptr) {
      cells.emplace_back();
      return cells;
    }
    const double compared = report_.table.compared[i];
    const bool outside = is_outside(compared, *known);
    seen_ += !std::isnan(compared);
    if (outside) {
      ++missed_;
      outside_ += (outside_.empty() ? "" : "; ") + std::string{flow_label(flow, language_)};
    }
    cells.push_back(fmt::format("{}-{}{}", short_number(known->low, 2, language_),
                                short_number(known->high, 2, language_), outside ? "*" : " "));
    return cells;
  }

  void verdict() const {
    page_.sentence(missed_ == 0 ? say(language_, "flows.all_inside", seen_)
                                : say(language_, "flows.outside_line", missed_, seen_, outside_));
  }

  Page& page_;
  const FlowReport& report_;
  Language language_;
  int seen_ = 0, missed_ = 0;
  std::string outside_;
};

Json known_json(const Quantity* known, double compared) {
  if (known == nullptr) return nullptr;
  Json json{{"value", known->value},   {"low", known->low},
            {"high", known->high},     {"grade", grade_names[index_of(known->grade)]},
            {"source", known->source}, {"inside", nullptr}};
  if (!std::isnan(compared)) json["inside"] = !is_outside(compared, *known);
  return json;
}

}  // namespace

std::string flows_screen(const FlowReport& report, Language language) {
  Page page;
  FlowsScreen{page, report, language}.write();
  return as_text(page);
}

std::string as_json(const FlowReport& report) {
  const FlowTable& table = report.table;
  Json flows = Json::array();
  for (std::size_t i = 0; i < flow_count; ++i) {
    const auto flow = static_cast<Flow>(i);
    Json years = Json::array();
    for (const auto& year : table.years) years.push_back(finite_or_null(year[i]));
    flows.push_back({{"name", flow_names[i]},
                     {"unit", unit_of(flow)},
                     {"years", years},
                     {"compared", finite_or_null(table.compared[i])},
                     {"known", known_json(report.known.find(flow), table.compared[i])}});
  }
  const Json document{{"population", report.scenario.population.id},
                      {"seed", report.scenario.seed},
                      {"replicates", report.scenario.replicates},
                      {"first_year", table.first_year},
                      {"year_0", table.year_0},
                      {"families", table.families},
                      {"target_children", table.children},
                      {"target_parents", table.parents},
                      {"flows", flows}};
  return as_json_text(document);
}

}  // namespace samspil
