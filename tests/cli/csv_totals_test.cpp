// Every total that a run prints is a sum of rows of its CSV tables.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "model/simulation/run.hpp"
#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;
using Row = std::map<std::string, std::string>;
using Rows = std::vector<Row>;
using Which = std::function<bool(const Row&)>;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields{""};
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') is_quoted = !is_quoted;
    if (c == ',' && !is_quoted) {
      fields.emplace_back();
    } else if (c != '"') {
      fields.back() += c;
    }
  }
  return fields;
}

Rows rows_of(const std::string& text) {
  Rows rows;
  const std::vector<std::string> lines = lines_of(text);
  const std::vector<std::string> names = fields_of(lines.at(0));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> fields = fields_of(lines[i]);
    EXPECT_EQ(fields.size(), names.size()) << lines[i];
    Row& row = rows.emplace_back();
    for (std::size_t f = 0; f < names.size(); ++f) row[names[f]] = fields[f];
  }
  return rows;
}

double sum(const Rows& rows, const std::string& column, const Which& which) {
  double total = 0;
  for (const Row& row : rows) {
    if (!row.at(column).empty() && which(row)) total += std::stod(row.at(column));
  }
  return total;
}

Which both(const Which& one, const Which& other) {
  return [=](const Row& row) { return one(row) && other(row); };
}

Which has(const std::string& column, const std::string& value) {
  return [=](const Row& row) { return row.at(column) == value; };
}

bool is_programme(const Row& row) { return row.at("kind") == "programme"; }
bool is_consequence(const Row& row) { return !is_programme(row); }
bool is_any(const Row& /*row*/) { return true; }
bool is_in_net_result(const Row& row) { return row.at("in_net_result") == "yes"; }

/// What the keys and the terms of a comparison add to the small scenario.
class CsvTotals : public Program, public testing::WithParamInterface<const char*> {
 protected:
  CsvTotals() {
    write("other.toml",
          small_scenario("strategies",
                         "strategies = [\"en_familie_en_indgang\", \"familiens_fremtid\"]\n" +
                             std::string{GetParam()}));
    const Outcome outcome = run("run other.toml --csv tables --json");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    json_ = Json::parse(outcome.out);
    cells_ = table("cells");
    reference_ = json_.at("compare_with") == "baseline" ? "baseline" : "present_practice";
  }

  Rows table(const std::string& name) const { return rows_of(read("tables/" + name + ".csv")); }

  Which arm(const std::string& strategy, const std::string& level) const {
    return both(has("strategy", strategy),
                has("effect_level", strategy == "baseline" ? "none" : level));
  }
  /// What the reference paid more than the strategy.
  double saved(const std::string& strategy, const std::string& level, const Which& which) const {
    return sum(cells_, "amount_kr", both(arm(reference_, level), which)) -
           sum(cells_, "amount_kr", both(arm(strategy, level), which));
  }

  /// Holds a list by year against a sum of each year.
  void expect_years(const Json& printed, const std::function<double(const Which&)>& sum_of,
                    const std::string& what) const {
    ASSERT_EQ(printed.size(), json_.at("years").size()) << what;
    for (std::size_t y = 0; y < printed.size(); ++y) {
      const Which in_year = has("year", json_.at("years")[y].dump());
      EXPECT_NEAR(printed[y].get<double>(), sum_of(in_year), 0.006) << what << ", year " << y;
    }
  }

  /// Every list of a part of the result; `sum_of` adds up what its condition takes.
  void expect_part(const Json& part, const std::function<double(const Which&)>& sum_of,
                   const std::string& what) const {
    const auto expect = [&](const Json& printed, const Which& which, const std::string& name) {
      expect_years(
          printed, [&](const Which& in_year) { return sum_of(both(in_year, which)); },
          what + " " + name);
    };
    expect(part.at("public"), is_in_net_result, "public");
    for (const auto& [payer, years] : part.at("by_payer").items()) {
      expect(years, both(is_in_net_result, has("payer", payer)), payer);
    }
    for (const auto& [department, years] : part.at("by_department").items()) {
      expect(years, both(is_in_net_result, has("department", department)), department);
    }
    expect(part.at("citizen"), has("payer", "citizen"), "citizen");
  }

  Json json_;
  Rows cells_;
  std::string reference_;
};

TEST_P(CsvTotals, OfEveryPartAreSumsOfCells) {
  const auto saving = [&](const std::string& id, const std::string& level, const Which& kind) {
    return [=, this](const Which& which) { return saved(id, level, both(kind, which)); };
  };
  for (const Json& strategy : json_.at("strategies")) {
    const std::string id = strategy.at("id");
    expect_part(strategy.at("gross_saving"), saving(id, "centre", is_consequence), id + " gross");
    const auto spent = saving(id, "centre", is_programme);
    expect_part(
        strategy.at("programme_cost"), [&](const Which& which) { return -spent(which); },
        id + " programme");
    for (const auto& [key, level] : {std::pair{"net_result", "centre"},
                                     {"net_result_no_effect", "no_effect"},
                                     {"net_result_strong_effect", "strong_effect"}}) {
      expect_part(strategy.at(key), saving(id, level, is_any), id + " " + key);
    }
    const Which no_tax = [](const Row& row) { return row.at("department") != "tax"; };
    expect_part(strategy.at("net_result_without_tax"), saving(id, "centre", no_tax), id + " tax");
  }
  const Which no_grant = [](const Row& row) { return row.at("department") != "block_grant"; };
  expect_part(
      json_.at("baseline").at("cost"),
      [&](const Which& which) {
        return sum(cells_, "amount_kr", both(both(arm("baseline", ""), no_grant), which));
      },
      "baseline");
}

TEST_P(CsvTotals, OfTheMunicipalitysOwnAccountsAreSumsOfCells) {
  const Which own = both(is_in_net_result, has("payer", "municipality"));
  for (const Json& strategy : json_.at("strategies")) {
    const std::string id = strategy.at("id");
    const auto expect = [&](const Json& printed, const Which& which, const std::string& name) {
      expect_years(
          printed,
          [&](const Which& in_year) {
            return saved(id, "centre", both(both(own, which), in_year));
          },
          id + " " + name);
    };
    for (const auto& [department, years] : strategy.at("municipality_by_department").items()) {
      expect(years, has("department", department), department);
    }
    for (const auto& [type, years] : strategy.at("municipality_by_account_type").items()) {
      expect(years, has("account_type", type), type);
    }
    expect(strategy.at("service_frame_relief"), has("account_type", "service"), "frame");
    double cumulated = 0;
    expect_years(
        strategy.at("municipality_budget").at("cumulated"),
        [&](const Which& in_year) { return cumulated += saved(id, "centre", both(own, in_year)); },
        id + " cumulated");
    for (const auto& [item, years] : strategy.at("programme_items").items()) {
      expect_years(
          years,
          [&, line = both(is_programme, has("line", item))](const Which& in_year) {
            return sum(cells_, "amount_kr", both(arm(id, "centre"), both(line, in_year)));
          },
          id + " " + item);
    }
  }
}

TEST_P(CsvTotals, OfNetResultsAreSumsOfCells) {
  const Rows results = table("net_results");
  EXPECT_EQ(results.size(),
            json_.at("strategies").size() * effect_level_names.size() * purse_count);
  for (const Row& row : results) {
    const std::string& purse = row.at("purse");
    const Which paid =
        purse == "public" ? Which{is_in_net_result} : both(is_in_net_result, has("payer", purse));
    const auto saved_by = [&](const Which& which) {
      return saved(row.at("strategy"), row.at("effect_level"), both(paid, which));
    };
    const auto printed = [&](const char* column) { return std::stod(row.at(column)); };
    EXPECT_NEAR(printed("gross_saving_kr"), saved_by(is_consequence), 0.01);
    EXPECT_NEAR(printed("programme_cost_kr"), -saved_by(is_programme), 0.01);
    EXPECT_NEAR(printed("net_result_kr"), saved_by(is_any), 0.01);
    EXPECT_NEAR(printed("net_result_without_tax_kr"),
                saved_by([](const Row& cell) { return cell.at("department") != "tax"; }), 0.01);
  }
}

/// Nobody's amount is missing, and the line's own figures stand once.
TEST_P(CsvTotals, OfGrossAreThoseOfAllPayers) {
  std::map<std::string, std::array<double, 2>> by_line;
  std::map<std::string, int> units;
  for (const Row& row : cells_) {
    const std::string line = row.at("strategy") + row.at("effect_level") + row.at("year") +
                             row.at("department") + row.at("line");
    by_line[line][1] += std::stod(row.at("amount_kr"));
    units[line] += !row.at("units").empty();
    if (!row.at("gross_kr").empty()) by_line[line][0] += std::stod(row.at("gross_kr"));
  }
  for (const auto& [line, sums] : by_line) EXPECT_NEAR(sums[0], sums[1], 0.01) << line;
  for (const auto& [line, count] : units) EXPECT_EQ(count, 1) << line;
}

TEST_P(CsvTotals, OfPeopleAreTheirRows) {
  for (const auto& [name, axis] : {std::pair{"outcomes", "outcome"}, {"week_48", "status"}}) {
    const Rows rows = table(name);
    for (const Json& strategy : json_.at("strategies")) {
      Json all = strategy.at("outcomes");
      if (std::string{name} == "week_48") {
        all = strategy.at("outcomes").at("week_48");
      } else {
        for (const char* sum : {"week_48", "week_48_together", "home_measure_months"}) {
          all.erase(sum);
        }
      }
      for (const auto& [outcome, counts] : all.items()) {
        for (const auto& [side, who] : {std::pair{"strategy", strategy.at("id").get<std::string>()},
                                        {"baseline", reference_}}) {
          expect_years(
              counts.at(side),
              [&, who = who](const Which& in_year) {
                return sum(rows, "count",
                           both(both(arm(who, "centre"), has(axis, outcome)), in_year));
              },
              outcome);
        }
      }
    }
  }
}

TEST_P(CsvTotals, OfPricesAndMarginsAreTheirRows) {
  const Rows prices = table("prices");
  const auto count = [&](const Which& which) {
    return static_cast<std::size_t>(std::count_if(prices.begin(), prices.end(), which));
  };
  const Json& printed = json_.at("prices");
  EXPECT_EQ(printed.at("as_written"), count(has("move", "as_written")));
  EXPECT_EQ(printed.at("own_level").size(), count(has("move", "own_level")));
  const Rows law = table("law_and_prices");
  const auto in_law = [&](const std::string& name) { return sum(law, "value", has("name", name)); };
  EXPECT_EQ(in_law("as_written"), printed.at("as_written"));
  EXPECT_EQ(in_law("own_level"), printed.at("own_level").size());
  for (const auto& [index, moved] : printed.at("moved").items()) {
    EXPECT_EQ(moved, count(both(has("move", "moved"), has("index", index)))) << index;
    EXPECT_EQ(in_law(index), moved) << index;
  }
  const Rows margins = table("population");
  ASSERT_EQ(margins.size(), json_.at("population").at("margins").size());
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const Json& margin = json_.at("population").at("margins")[i];
    EXPECT_EQ(margins[i].at("margin"), margin.at("name"));
    EXPECT_EQ(std::stod(margins[i].at("drawn")), margin.at("drawn").get<double>());
  }
}

/// The screen's own totals, in its unit and rounding.
TEST_P(CsvTotals, OfTheScreenAreSumsOfCells) {
  const std::string screen = run("run other.toml --detail").out;
  const auto in_thousands = [](double kroner) { return number(kroner / 1000, 0, Language::en); };
  for (const Json& strategy : json_.at("strategies")) {
    for (const auto& [payer, label] :
         {std::pair{"municipality", "Municipality in all"}, {"state", "State"}}) {
      std::string row;
      const Which own = both(is_in_net_result, has("payer", payer));
      for (const Json& year : json_.at("years")) {
        row += " " + in_thousands(
                         saved(strategy.at("id"), "centre", both(own, has("year", year.dump()))));
      }
      row += " " + in_thousands(saved(strategy.at("id"), "centre", own));
      bool is_there = false;
      for (const std::string& line : lines_of(screen)) {
        std::string words;
        for (const char c : line) {
          if (c != ' ' || !words.ends_with(' ')) words += c;
        }
        is_there |= words == label + row;
      }
      EXPECT_TRUE(is_there) << label << row << "\n" << screen;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Of, CsvTotals,
                         testing::Values("rollout = \"national\"",
                                         "compare_with = \"familiens_fremtid\"",
                                         "draws = 3\nreplicates = 2"));

}  // namespace
}  // namespace samspil::test
