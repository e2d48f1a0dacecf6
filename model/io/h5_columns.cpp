#include "model/io/h5_columns.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/core/csv_text.hpp"
#include "model/core/shown_text.hpp"
#include "model/io/h5_kind.hpp"
#include "model/io/input_file.hpp"
#include "model/io/results_file.hpp"
#include "model/io/sealed_file.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

InputError refused(const fs::path& file, const std::string& column, Message problem, Key remedy) {
  return InputError{Problem{file.string(), 0, column, std::move(problem), {remedy}}};
}

void require(herr_t status, const std::string& column) {
  if (status < 0) throw Failure{{"hdf5.cannot", Message{"hdf5.read_item", column}}};
}

/// Of the datasets at the root; groups, where other programs keep notes, are passed over.
std::vector<std::string> columns_of(hid_t root) {
  std::vector<std::string> names;
  const auto add = [](hid_t, const char* name, const H5L_info_t*, void* list) -> herr_t {
    static_cast<std::vector<std::string>*>(list)->emplace_back(name);
    return 0;
  };
  require(H5Literate(root, H5_INDEX_NAME, H5_ITER_INC, nullptr, add, &names), "/");
  std::erase_if(names, [root](const std::string& name) {
    H5O_info_t about{};
    require(H5Oget_info_by_name2(root, name.c_str(), &about, H5O_INFO_BASIC, H5P_DEFAULT), name);
    return about.type != H5O_TYPE_DATASET;
  });
  return names;
}

/// As a cell of separated text.
std::string cell_of(const std::string& text) { return quoted_cell(text, ";"); }

std::string cell_of(double number) {
  if (std::isnan(number)) return "";
  const bool is_whole = number == std::floor(number) && std::abs(number) < 0x1p53;
  return is_whole ? fmt::format("{}", static_cast<std::int64_t>(number))
                  : fmt::format("{}", number);
}

/// One column of the file, read cell by cell as text.
class Column {
 public:
  Column(const fs::path& file, hid_t root, std::string name)
      : file_{file},
        name_{std::move(name)},
        data_{H5Dopen2(root, name_.c_str(), H5P_DEFAULT), H5Dclose, {"hdf5.read_item", name_}},
        type_{H5Dget_type(data_.get()), H5Tclose, {"hdf5.read_item", name_}} {}

  std::size_t rows() const {
    const H5Id space{H5Dget_space(data_.get()), H5Sclose, {"hdf5.read_shape", name_}};
    hsize_t rows = 0;
    if (H5Sget_simple_extent_ndims(space.get()) != 1) throw no_column();
    require(H5Sget_simple_extent_dims(space.get(), &rows, nullptr), name_);
    return rows;
  }

  std::vector<std::string> cells(std::size_t rows) const {
    switch (H5Tget_class(type_.get())) {
      case H5T_INTEGER:
        return numbers<std::int64_t>(rows, H5T_NATIVE_INT64,
                                     [](std::int64_t number) { return fmt::format("{}", number); });
      case H5T_FLOAT:
        return numbers<double>(rows, H5T_NATIVE_DOUBLE,
                               [](double number) { return cell_of(number); });
      case H5T_ENUM:
        if (H5Tget_size(type_.get()) != 1 || H5Tget_nmembers(type_.get()) != 2) throw no_column();
        return numbers<std::int8_t>(rows, type_.get(),
                                    [](std::int8_t is_so) { return is_so != 0 ? "yes" : "no"; });
      case H5T_STRING:
        return texts(rows);
      default:
        throw no_column();
    }
  }

 private:
  InputError no_column() const {
    return refused(file_, name_, {"fault.h5_column"}, "remedy.h5_column");
  }

  template <class T, class AsCell>
  std::vector<std::string> numbers(std::size_t rows, hid_t type, AsCell as_cell) const {
    std::vector<T> values(rows);
    require(H5Dread(data_.get(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), name_);
    std::vector<std::string> all;
    all.reserve(rows);
    for (const T value : values) all.emplace_back(as_cell(value));
    return all;
  }

  std::vector<std::string> texts(std::size_t rows) const {
    std::vector<std::string> all;
    all.reserve(rows);
    if (H5Tis_variable_str(type_.get()) > 0) {
      const H5Id space{H5Dget_space(data_.get()), H5Sclose, {"hdf5.read_shape", name_}};
      std::vector<char*> pointers(rows);
      require(H5Dread(data_.get(), type_.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()),
              name_);
      for (const char* text : pointers) all.emplace_back(text == nullptr ? "" : text);
      H5Dvlen_reclaim(type_.get(), space.get(), H5P_DEFAULT, pointers.data());
    } else {
      const std::size_t size = H5Tget_size(type_.get());
      if (size > largest_text) throw no_column();
      std::vector<char> bytes(rows * size);
      require(H5Dread(data_.get(), type_.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()),
              name_);
      for (std::size_t row = 0; row < rows; ++row) {
        const std::string_view padded{bytes.data() + row * size, size};
        const std::string_view text = padded.substr(0, padded.find('\0'));
        all.emplace_back(text.substr(0, text.find_last_not_of(' ') + 1));
      }
    }
    for (std::string& text : all) {
      if (find_bad_utf8(text) != std::string::npos) throw no_column();
      text = cell_of(text);
    }
    return all;
  }

  /// A text longer than this is no name of anything.
  static constexpr std::size_t largest_text = 1'000;

  const fs::path& file_;
  std::string name_;
  H5Id data_, type_;
};

std::string read_columns(const fs::path& path, std::size_t most_rows) {
  const ResultsReader file{path};
  std::vector<std::vector<std::string>> columns;
  std::string text;
  for (const std::string& name : columns_of(file.root())) {
    const Column column{path, file.root(), name};
    const std::size_t rows = column.rows();
    if (rows > most_rows) {
      throw refused(path, name, {"fault.h5_rows", rows, most_rows}, "remedy.smaller_file");
    }
    if (!columns.empty() && rows != columns.front().size()) {
      throw refused(path, name, {"fault.h5_lengths", rows, columns.front().size()},
                    "remedy.h5_column");
    }
    columns.push_back(column.cells(rows));
    text += (text.empty() ? "" : ";") + cell_of(name);
  }
  if (columns.empty()) throw refused(path, "", {"fault.h5_no_columns"}, "remedy.h5_column");
  text += '\n';
  for (std::size_t row = 0; row < columns.front().size(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      text.append(i == 0 ? "" : ";") += columns[i][row];
    text += '\n';
  }
  return text;
}

}  // namespace

std::string h5_columns_as_text(const fs::path& file, std::size_t most_rows) {
  require_input_file(file);
  if (!is_hdf5(file)) throw refused(file, "", {"fault.no_hdf5"}, "remedy.h5_column");
  try {
    try_unsealed(file, [&] { read_columns(file, most_rows); });
    return read_columns(file, most_rows);
  } catch (const FileLocked&) {
    throw;
  } catch (const Failure&) {
    throw refused(file, "", {"fault.damaged", Message{"fault.hdf5_cannot_read_it"}},
                  "remedy.copy_again");
  }
}

}  // namespace samspil
