/// \file
/// HDF5 by RAII: integer tables, texts and attributes in groups. Knows no domain.
#pragma once

#include <hdf5.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/io/h5_output.hpp"
#include "model/io/integer_table.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// Owns one HDF5 identifier. Throws on a failed open; closes exactly once.
class H5Id {
 public:
  H5Id(hid_t id, herr_t (*close)(hid_t), const Message& what);
  H5Id(const H5Id&) = delete;
  H5Id& operator=(const H5Id&) = delete;
  H5Id(H5Id&& other) noexcept : id_{std::exchange(other.id_, -1)}, close_{other.close_} {}
  H5Id& operator=(H5Id&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~H5Id() {
    if (id_ >= 0) close_(id_);
  }

  hid_t get() const noexcept { return id_; }

 private:
  hid_t id_;
  herr_t (*close_)(hid_t);
};

/// An OutputFile of HDF5, with a checksum of all bytes behind them, where HDF5 does not look.
/// Groups come into being when something is written into them. Throws Failure with the
/// reason when the file cannot be written.
class ResultsWriter {
 public:
  explicit ResultsWriter(std::filesystem::path target);
  ResultsWriter(const ResultsWriter&) = delete;
  ResultsWriter& operator=(const ResultsWriter&) = delete;
  ~ResultsWriter() = default;

  void write_table(const std::string& group, const IntegerTable& table);
  /// Appends to a column of whole numbers, which comes into being with its unit when first written.
  void append_column(const std::string& group, const std::string& name, const std::string& unit,
                     std::span<const std::int64_t> values);
  /// Real numbers by row and column, with the names of the two axes and of the columns.
  void write_numbers(const std::string& group, const std::string& name,
                     const std::array<std::string, 2>& axes,
                     const std::vector<std::string>& columns,
                     const std::vector<std::vector<double>>& rows);
  void write_text(const std::string& group, const std::string& name, const std::string& text);
  void write_attribute(const std::string& group, const std::string& name, const std::string& text);
  void write_attribute(const std::string& group, const std::string& name, std::int64_t value);
  void write_attribute(const std::string& group, const std::string& name, double value);
  void commit();

 private:
  H5Id group(const std::string& name);
  /// The reason why the file cannot be written goes before any that HDF5 has.
  template <class Write>
  void writing(Write write);

  std::unique_ptr<H5Output> output_;  ///< Outlives the file in it.
  H5Id file_;
};

/// Another program has the file, or nobody can have it where it lies.
class FileLocked : public Failure {
  using Failure::Failure;
};

/// Throws Failure where HDF5 finds something else than was asked for, or text that is no
/// UTF-8.
class ResultsReader {
 public:
  /// Throws InputError where the file is torn or altered, FileLocked where it is locked.
  explicit ResultsReader(const std::filesystem::path& file);

  IntegerTable read_table(const std::string& group, const std::string& name) const;
  std::string read_text(const std::string& group, const std::string& name) const;
  /// A text whose letters are not looked at, for who can tell in which line one is none.
  std::string read_bytes(const std::string& group, const std::string& name) const;
  std::string text_attribute(const std::string& group, const std::string& name) const;
  std::int64_t integer_attribute(const std::string& group, const std::string& name) const;
  /// Members of a group in the order in which they were written.
  std::vector<std::string> names(const std::string& group) const;
  bool has(const std::string& group, const std::string& name) const;
  /// Whether the checksum was there, and right: all bytes are as they were written.
  bool is_as_written() const noexcept { return is_as_written_; }
  /// For what another program wrote in another form.
  hid_t root() const noexcept { return file_.get(); }

 private:
  std::string path_;
  bool is_as_written_;
  H5Id file_;
};

}  // namespace samspil
