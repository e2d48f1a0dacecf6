/// \file
/// Tables as a Danish Excel opens them right by a double click.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/storage/tables_csv.hpp"

namespace samspil {

enum class CsvStyle : std::uint8_t { plain, excel_da };

/// "cells.csv" as "cells_da.csv".
std::string name_in_danish(std::string_view name);

/// How the Danish table begins whose plain one begins so: its byte order mark and first column.
std::string beginning_in_danish(std::string_view plain);

/// Semicolons, decimal commas, whole øre, CR LF, a byte order mark; columns and names in Danish.
/// What is no table is returned as it is.
///   table  as csv_tables() makes it
WrittenTable in_danish_excel(const WrittenTable& table);

}  // namespace samspil
