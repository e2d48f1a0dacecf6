#include <algorithm>

#include "model/core/near_names.hpp"
#include "model/loading/tiers.hpp"

namespace samspil {
namespace {

Rate read_rate(CsvFields& fields, RateName name) {
  Rate rate;
  rate.name = name;
  fields.whole_quantity("value", rate.amount, std::string{unit_of(name)}, limits_of(name));
  read_years(fields, rate);
  fields.whole("price_level", rate.price_level, any_year);
  fields.choice("index", rate.index, price_index_names);
  fields.text("law", rate.law);
  return rate;
}

/// Names of which no row gives a value.
void require_all_rates(const RateTable& table, const std::vector<std::string>& unknown,
                       Problems& problems) {
  for (std::size_t i = 0; i < rate_count; ++i) {
    if (is_price(static_cast<RateName>(i))) continue;
    const std::string name{rate_names[i]};
    const bool is_there = std::any_of(table.rows.begin(), table.rows.end(),
                                      [i](const Rate& rate) { return index_of(rate.name) == i; });
    if (is_there || is_nearly_given(name, unknown)) continue;
    problems.push_back({table.file, 0, name, {"fault.no_rate"}, {"remedy.add_row"}});
  }
}

/// A part of an expense lies above one tier and up to the next.
void require_rising_tiers(const RateTable& table, Problems& problems) {
  for_each_falling_tier(table.rows, [&](const Rate& lower, const Rate& upper) {
    problems.push_back({table.file,
                        upper.amount.line,
                        std::string{rate_names[index_of(upper.name)]},
                        {"fault.tier_below", upper.amount.value, rate_names[index_of(lower.name)],
                         lower.amount.value, lower.amount.line},
                        {"remedy.tiers"}});
  });
}

}  // namespace

RateTable read_rates(const InputText& input, Problems& problems) {
  RateTable table;
  table.file = input.file;
  table.text = input.text;
  const CsvFile csv{input,
                    {"name", "value", "unit", "valid_from", "valid_to", "price_level", "index",
                     "law", "low", "high", "grade", "source"},
                    problems,
                    {"source_da"}};
  std::vector<std::string> unknown;
  bool complete = csv.complete();
  for (const CsvRow& row : csv.rows()) {
    const std::string& given = row.cells[csv.position("name")];
    CsvFields fields{csv, row, given};
    const auto name = find_name<RateName>(rate_names, given);
    if (!fields.has_name("name")) {
      complete = false;
    } else if (!name) {
      fields.refuse("", {"fault.unknown_rate"},
                    naming_advice(given, {rate_names.begin(), rate_names.end()}));
      unknown.push_back(given);
    } else {
      add_dated(
          fields, table.rows, read_rate(fields, *name),
          [&](const Rate& other) { return other.name == *name; },
          [](const Rate& other) { return other.amount.line; });
    }
    complete = complete && (!name || !fields.faulty());
  }
  if (complete) require_all_rates(table, unknown, problems);
  require_rising_tiers(table, problems);
  return table;
}

IndexTable read_indices(const InputText& input, Problems& problems) {
  IndexTable table;
  table.file = input.file;
  table.text = input.text;
  const CsvFile csv{input, {"index", "year", "value", "grade", "source"}, problems};
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("index")]};
    IndexValue value;
    value.line = fields.line();
    fields.choice("index", value.index, price_index_names);
    if (!fields.faulty() && value.index == PriceIndex::none) {
      fields.refuse("", {"fault.none_index"}, {"remedy.leave_row_out"});
    }
    fields.whole("year", value.year, any_year);
    fields.number("value", value.value, any_index);
    fields.choice("grade", value.grade, grade_names);
    fields.text("source", value.source);
    if (fields.faulty()) continue;
    if (const IndexValue* other = table.find(value.index, value.year)) {
      fields.refuse("", {"fault.already_on_line", other->line}, {"remedy.row_a_year"});
    } else {
      table.rows.push_back(std::move(value));
    }
  }
  return table;
}

}  // namespace samspil
