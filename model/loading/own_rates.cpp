#include <algorithm>
#include <optional>
#include <utility>

#include "model/core/near_names.hpp"
#include "model/inputs/dated.hpp"
#include "model/loading/called.hpp"
#include "model/loading/dated.hpp"

namespace samspil {
namespace {

bool is_given(const CsvFile& csv, const CsvFields& fields, std::string_view column) {
  return csv.has(column) && !fields.cell(column).empty();
}

/// Columns grade and source, or what stands in their place: a row of one's own, from this file.
void read_evidence(const CsvFile& csv, CsvFields& fields, Grade& grade, std::string& source) {
  grade = Grade::own;
  source = csv.file();
  if (is_given(csv, fields, "grade")) fields.choice("grade", grade, grade_names);
  if (is_given(csv, fields, "source")) fields.text("source", source);
}

/// One row over what the table says of its rate in the nearest year.
class OwnRate {
 public:
  OwnRate(const CsvFile& csv, CsvFields& fields, Rate like)
      : csv_{csv}, fields_{fields}, rate_{std::move(like)} {}

  Rate read() {
    Quantity own;
    own.unit = unit_of(rate_.name);
    read_amount(own);
    if (fields_.whole("valid_from", rate_.valid_from, any_year)) {
      rate_.valid_to = rate_.price_level = rate_.valid_from;
    }
    if (has("valid_to")) read_years(fields_, rate_);
    if (has("price_level")) fields_.whole("price_level", rate_.price_level, any_year);
    if (has("index")) fields_.choice("index", rate_.index, price_index_names);
    if (has("law")) fields_.text("law", rate_.law);
    read_evidence(csv_, fields_, own.grade, own.source);
    own.source_da = has("source_da") ? fields_.cell("source_da") : own.source;
    own.base_file = csv_.file();
    own.line = fields_.line();
    rate_.amount = std::move(own);
    return std::move(rate_);
  }

 private:
  bool has(std::string_view column) const { return is_given(csv_, fields_, column); }

  void read_amount(Quantity& own) {
    const Limits limits = limits_of(rate_.name);
    Limits whole = limits;
    if (whole.kind == NumberKind::amount) whole.kind = NumberKind::count;
    if (fields_.number("value", own.value, whole)) fields_.accept("value", whole_fault(own.value));
    own.low = own.high = own.value;
    if (has("low")) fields_.number("low", own.low, limits);
    if (has("high")) fields_.number("high", own.high, limits);
    if (!fields_.faulty()) fields_.accept("", range_fault(own.low, own.value, own.high));
    if (has("unit")) fields_.accept("unit", unit_fault(fields_.cell("unit"), own.unit));
  }

  const CsvFile& csv_;
  CsvFields& fields_;
  Rate rate_;
};

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
    if (row.name != own.name || row.valid_to < own.valid_from || own.valid_to < row.valid_from) {
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

bool overlap(const Rate& a, const Rate& b) noexcept {
  return a.valid_from <= b.valid_to && b.valid_from <= a.valid_to;
}

/// A part of an expense lies above one tier and up to the next, whoever states them.
void require_rising_tiers(const CsvFile& csv, const std::vector<Rate>& rows) {
  for (const Rate& lower : rows) {
    for (const Rate& upper : rows) {
      const bool follow = index_of(upper.name) == index_of(lower.name) + 1 &&
                          upper.name <= RateName::expensive_case_tier_3 &&
                          lower.price_level == upper.price_level && overlap(lower, upper);
      const bool is_ours =
          lower.amount.base_file == csv.file() || upper.amount.base_file == csv.file();
      if (!follow || !is_ours || lower.amount.value <= upper.amount.value) continue;
      const Rate& ours = upper.amount.base_file == csv.file() ? upper : lower;
      csv.problems().push_back(
          {csv.file(),
           ours.amount.line,
           std::string{rate_names[index_of(ours.name)]},
           {"fault.tiers_fall", rate_names[index_of(upper.name)], upper.amount.value,
            rate_names[index_of(lower.name)], lower.amount.value},
           {"remedy.tiers"}});
    }
  }
}

std::optional<RateName> read_name(CsvFields& fields) {
  if (!fields.has_name("name")) return std::nullopt;
  const std::string& given = fields.cell("name");
  const auto name = called<RateName>(given, "rate", rate_names);
  if (!name) {
    fields.refuse("", {"fault.unknown_rate"},
                  naming_advice(given, {rate_names.begin(), rate_names.end()}));
  }
  return name;
}

std::optional<PriceIndex> read_index(CsvFields& fields) {
  if (!fields.has_name("index")) return std::nullopt;
  const std::string& given = fields.cell("index");
  const auto index = called<PriceIndex>(given, "price_index", price_index_names);
  if (!index) {
    fields.refuse("index", {"fault.unknown_name", given},
                  naming_advice(given, {price_index_names.begin() + 1, price_index_names.end()}));
  } else if (*index == PriceIndex::none) {
    fields.refuse("", {"fault.none_index"}, {"remedy.leave_row_out"});
    return std::nullopt;
  }
  return index;
}

/// The value of a year, as it is written or by how much it grew from the year before.
void read_value(const CsvFile& csv, CsvFields& fields, const IndexTable& table, IndexValue& own) {
  const bool has_growth = is_given(csv, fields, "growth");
  if (has_growth == is_given(csv, fields, "value")) {
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
    const Rate rate = OwnRate{csv, fields, like != nullptr ? *like : plain(*name)}.read();
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
    read_value(csv, fields, table, own);
    read_evidence(csv, fields, own.grade, own.source);
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
