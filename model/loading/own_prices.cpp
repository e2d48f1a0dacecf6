#include <algorithm>
#include <map>

#include "model/loading/called.hpp"
#include "model/loading/csv.hpp"
#include "model/loading/plausible.hpp"

namespace samspil {
namespace {

/// One row over what the catalogue says of its service.
class OwnRow {
 public:
  OwnRow(CsvFields& fields, CatalogueRow& row) : fields_{fields}, row_{row} {}

  /// What is far from the price before is told among `warnings`.
  void read(const std::string& file, Problems& warnings) {
    Quantity own = row_.price;
    fields_.own_number("price", own, any_price);
    const auto far = far_warning(fields_.place("price"), own.value, row_.price.value,
                                 {"fault.kr_per", called_in_either("unit", own.unit)});
    if (far && !fields_.faulty()) warnings.push_back(*far);
    fields_.whole("price_level", row_.price_level, any_year);
    if (fields_.is_given("account_function"))
      fields_.text("account_function", row_.account_function);
    if (fields_.is_given("cashable_share")) {
      fields_.number("cashable_share", row_.cashable_share, any_share);
    }
    if (fields_.is_given("lag_months")) fields_.whole("lag_months", row_.lag_months, {0, 120});
    own.grade = Grade::own;
    own.source = fields_.is_given("source") ? fields_.cell("source") : file;
    own.source_da = fields_.is_given("source_da") ? fields_.cell("source_da") : own.source;
    own.base_file = file;
    own.line = fields_.line();
    row_.price = std::move(own);
  }

 private:
  CsvFields& fields_;
  CatalogueRow& row_;
};

}  // namespace

void read_own_prices(const InputText& input, Catalogue& catalogue, Problems& problems) {
  catalogue.own.files.push_back(input.file);
  catalogue.own.texts.push_back(input.text);
  const CsvFile csv{input,
                    {"service", "price", "price_level"},
                    problems,
                    {"low", "high", "unit", "account_function", "cashable_share", "lag_months",
                     "source", "source_da"}};
  std::map<Service, int> lines;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("service")]};
    if (!fields.has_name("service")) continue;
    const std::string& name = fields.cell("service");
    const auto service = called<Service>(name, "service", service_names);
    if (!service) {
      fields.refuse("", {"fault.unknown_service"},
                    called_advice(name, {{"service", service_names}}));
      continue;
    }
    const auto [entry, is_first] = lines.emplace(*service, fields.line());
    if (!is_first) {
      fields.refuse("", {"fault.already_on_line", entry->second}, {"remedy.one_row"});
      continue;
    }
    OwnRow{fields, catalogue.rows[index_of(*service)]}.read(input.file, catalogue.own.warnings);
  }
}

}  // namespace samspil
