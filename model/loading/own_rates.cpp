#include <algorithm>
#include <optional>
#include <utility>

#include "model/inputs/dated.hpp"
#include "model/loading/called.hpp"
#include "model/loading/tiers.hpp"

namespace samspil {
namespace {

/// Columns grade and source, or what stands in their place: a row of one's own, from this file.
void read_evidence(CsvFields& fields, const std::string& file, Grade& grade, std::string& source) {
  grade = Grade::own;
  source = file;
  if (fields.is_given("grade")) fields.choice("grade", grade, grade_names);
  if (fields.is_given("source")) fields.text("source", source);
}

/// One row over what the table says of its rate in the nearest year.
Rate read_own_rate(CsvFields& fields, const std::string& file, Rate rate) {
  Quantity own;
  own.unit = unit_of(rate.name);
  fields.own_number("value", own, limits_of(rate.name));
  if (fields.whole("valid_from", rate.valid_from, any_year)) {
    rate.valid_to = rate.price_level = rate.valid_from;
  }
  if (fields.is_given("valid_to")) read_years(fields, rate);
  if (fields.is_given("price_level")) fields.whole("price_level", rate.price_level, any_year);
  if (fields.is_given("index")) fields.choice("index", rate.index, price_index_names);
  if (fields.is_given("law")) fields.text("law", rate.law);
  read_evidence(fields, file, own.grade, own.source);
  own.source_da = fields.is_given("source_da") ? fields.cell("source_da") : own.source;
  own.base_file = file;
  own.line = fields.line();
  rate.amount = std::move(own);
  return rate;
}

/// A rate with nothing but its name, where the table has none to be like.
Rate plain(RateName name) {
  Rate rate;
  rate.name = name;
  const auto service = priced_by(name);
  rate.index = service ? PriceIndex::satsregulering : PriceIndex::psl;
  return rate;
}

/// Cuts the years of `own` out of what the table says of the same rate.
void make_room(std::vector<Rate>& rows, const Rate& own) {
  std::vector<Rate> kept;
  for (const Rate& row : rows) {
    if (row.name != own.name || !overlap(row, own)) {
      kept.push_back(row);
      continue;
    }
    if (row.valid_from < own.valid_from) {
      kept.push_back(row);
      kept.back().valid_to = own.valid_from - 1;
    }
    if (own.valid_to < row.valid_to) {
      kept.push_back(row);
      kept.back().valid_from = own.valid_to + 1;
    }
  }
  rows = std::move(kept);
}

/// A part of an expense lies above one tier and up to the next, whoever states them.
void require_rising_tiers(const CsvFile& csv, const std::vector<Rate>& rows) {
  for_each_falling_tier(rows, [&](const Rate& lower, const Rate& upper) {
    const auto is_ours = [&](const Rate& rate) { return rate.amount.base_file == csv.file(); };
    if (!is_ours(lower) && !is_ours(upper)) return;
    const Rate& ours = is_ours(upper) ? upper : lower;
    csv.problems().push_back(
        {csv.file(),
         ours.amount.line,
         std::string{rate_names[index_of(ours.name)]},
         {"fault.tiers_fall", rate_names[index_of(upper.name)], upper.amount.value,
          rate_names[index_of(lower.name)], lower.amount.value},
         {"remedy.tiers"}});
  });
}

std::optional<RateName> read_name(CsvFields& fields) {
  if (!fields.has_name("name")) return std::nullopt;
  const std::string& given = fields.cell("name");
  const auto name = called<RateName>(given, "rate", rate_names);
  if (!name) {
    fields.refuse("", {"fault.unknown_rate"}, called_advice(given, {{"rate", rate_names}}));
  }
  return name;
}

std::optional<PriceIndex> read_index(CsvFields& fields) {
  if (!fields.has_name("index")) return std::nullopt;
  const std::string& given = fields.cell("index");
  const auto index = called<PriceIndex>(given, "price_index", price_index_names);
  if (!index) {
    fields.refuse("index", {"fault.unknown_name", given},
                  called_advice(given, {{"price_index", std::span{price_index_names}.subspan(1)}}));
  } else if (*index == PriceIndex::none) {
    fields.refuse("", {"fault.none_index"}, {"remedy.leave_row_out"});
    return std::nullopt;
  }
  return index;
}

/// The value of a year, as it is written or by how much it grew from the year before.
void read_value(CsvFields& fields, const IndexTable& table, IndexValue& own) {
  const bool has_growth = fields.is_given("growth");
  if (has_growth == fields.is_given("value")) {
    return fields.refuse("", {"fault.value_or_growth"}, {"remedy.value_or_growth"});
  }
  if (!has_growth) {
    fields.number("value", own.value, any_index);
    return;
  }
  double percent = 0;
  if (!fields.number("growth", percent, {-50, 100, NumberKind::percent})) return;
  const IndexValue* before = table.find(own.index, own.year - 1);
  if (before == nullptr) {
    return fields.refuse("growth", {"fault.no_year_before", own.year - 1},
                         {"remedy.no_year_before", own.year - 1});
  }
  own.value = before->value * (1 + percent / 100);
}

}  // namespace

void read_own_rates(const InputText& input, RateTable& table, Problems& problems) {
  table.own.files.push_back(input.file);
  table.own.texts.push_back(input.text);
  const CsvFile csv{input,
                    {"name", "value", "valid_from"},
                    problems,
                    {"valid_to", "unit", "price_level", "index", "law", "low", "high", "grade",
                     "source", "source_da"}};
  std::vector<Rate> own;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("name")]};
    const auto name = read_name(fields);
    if (!name) continue;
    const auto is_like = [&](const Rate& other) { return other.name == *name; };
    const Rate* like = in_force_or_nearest(table.rows, 9999, is_like);
    const Rate rate = read_own_rate(fields, input.file, like != nullptr ? *like : plain(*name));
    if (fields.faulty()) continue;
    add_dated(fields, own, rate, is_like, [](const Rate& other) { return other.amount.line; });
  }
  for (Rate& rate : own) {
    make_room(table.rows, rate);
    table.rows.push_back(std::move(rate));
  }
  require_rising_tiers(csv, table.rows);
}

void read_own_indices(const InputText& input, IndexTable& table, Problems& problems) {
  table.own.files.push_back(input.file);
  table.own.texts.push_back(input.text);
  const CsvFile csv{input, {"index", "year"}, problems, {"value", "growth", "grade", "source"}};
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("index")]};
    const auto index = read_index(fields);
    if (!index) continue;
    IndexValue own;
    own.index = *index;
    own.line = fields.line();
    own.own_file = input.file;
    if (!fields.whole("year", own.year, any_year)) continue;
    read_value(fields, table, own);
    read_evidence(fields, input.file, own.grade, own.source);
    if (fields.faulty()) continue;
    const auto there = std::find_if(
        table.rows.begin(), table.rows.end(),
        [&](const IndexValue& one) { return one.index == own.index && one.year == own.year; });
    if (there == table.rows.end()) {
      table.rows.push_back(std::move(own));
    } else if (there->own_file == input.file) {
      fields.refuse("", {"fault.already_on_line", there->line}, {"remedy.row_a_year"});
    } else {
      *there = std::move(own);
    }
  }
}

}  // namespace samspil
