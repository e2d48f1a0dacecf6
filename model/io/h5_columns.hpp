/// \file
/// A table that another program wrote to HDF5, one dataset a column, as separated text: so that one
/// reader serves both. Knows columns, not what they mean.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace samspil {

/// The columns at the root of a file, in the order of their names: a header line and one line a row
/// with semicolons. A column is one-dimensional, of whole numbers, real numbers, truths (yes, no)
/// or UTF-8 text; a real number that is none, and an empty text, are an empty cell. Row r of the
/// table, from 0, is line r + 2. Throws InputError where the file cannot be read, a column is
/// something else, columns differ in length, or there are more rows than `most_rows`; FileLocked.
std::string h5_columns_as_text(const std::filesystem::path& file, std::size_t most_rows);

}  // namespace samspil
