#include "model/io/results_file.hpp"

#include <fcntl.h>
#include <hdf5_hl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "model/core/shown_text.hpp"
#include "model/io/comma_list.hpp"
#include "model/io/sealed_file.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// Errors are told by our own exceptions; HDF5's stack of them is not for users.
hid_t quiet(hid_t id) {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  return id;
}

Failure hdf5_cannot(const Message& what) { return Failure{{"hdf5.cannot", what}}; }

void check(herr_t status, const Message& what) {
  if (status < 0) throw hdf5_cannot(what);
}

H5Id text_type() {
  H5Id type{H5Tcopy(H5T_C_S1), H5Tclose, {"hdf5.text_type"}};
  check(H5Tset_size(type.get(), H5T_VARIABLE), {"hdf5.text_type"});
  check(H5Tset_cset(type.get(), H5T_CSET_UTF8), {"hdf5.text_type"});
  return type;
}

H5Id scalar() { return {H5Screate(H5S_SCALAR), H5Sclose, {"hdf5.data_space"}}; }

/// Attribute of an open group or table.
void attach(hid_t owner, const std::string& name, hid_t type, const void* value) {
  const H5Id space = scalar();
  const H5Id attribute{H5Acreate2(owner, name.c_str(), type, space.get(), H5P_DEFAULT, H5P_DEFAULT),
                       H5Aclose,
                       {"hdf5.write_attribute", name}};
  check(H5Awrite(attribute.get(), type, value), {"hdf5.write_attribute", name});
}

void attach_text(hid_t owner, const std::string& name, const std::string& text) {
  const char* bytes = text.c_str();
  attach(owner, name, text_type().get(), &bytes);
}

H5Id timeless_table_properties() {
  H5Id properties{H5Pcreate(H5P_DATASET_CREATE), H5Pclose, {"hdf5.table"}};
  check(H5Pset_obj_track_times(properties.get(), false), {"hdf5.table"});
  return properties;
}

H5Id create_dataset(hid_t group, const std::string& name, hid_t type, hid_t space) {
  return {H5Dcreate2(group, name.c_str(), type, space, H5P_DEFAULT,
                     timeless_table_properties().get(), H5P_DEFAULT),
          H5Dclose,
          {"hdf5.write_item", name}};
}

H5Id open_dataset(hid_t file, const std::string& path) {
  return {H5Dopen2(file, path.c_str(), H5P_DEFAULT), H5Dclose, {"hdf5.read_item", path}};
}

/// The scale of an axis stands at the root of the file, shared by all tables with that axis:
/// readers of netCDF find coordinates there. An axis of the same name but other positions has none.
void attach_scale(hid_t file, hid_t table, unsigned axis, const std::string& name,
                  const std::vector<std::string>& labels) {
  const std::string path = "/" + name;
  const hsize_t count = labels.size();
  if (H5Lexists(file, path.c_str(), H5P_DEFAULT) <= 0) {
    std::vector<const char*> texts;
    for (const std::string& label : labels) texts.push_back(label.c_str());
    const H5Id type = text_type();
    const H5Id space{H5Screate_simple(1, &count, nullptr), H5Sclose, {"hdf5.shape", name}};
    const H5Id scale = create_dataset(file, name, type.get(), space.get());
    check(H5Dwrite(scale.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()),
          {"hdf5.write_item", name});
    check(H5DSset_scale(scale.get(), name.c_str()), {"hdf5.make_item", name});
  }
  const H5Id scale = open_dataset(file, path);
  const H5Id space{H5Dget_space(scale.get()), H5Sclose, {"hdf5.shape", name}};
  if (H5Sget_simple_extent_npoints(space.get()) != static_cast<hssize_t>(count)) return;
  check(H5DSattach_scale(table, scale.get(), axis), {"hdf5.write_item", name});
}

/// Members keep the order of writing, and no time of writing: same results, same file content.
H5Id ordered_group_properties() {
  H5Id properties{H5Pcreate(H5P_GROUP_CREATE), H5Pclose, {"hdf5.group"}};
  check(H5Pset_link_creation_order(properties.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
        {"hdf5.group"});
  return properties;
}

std::string take_text(char* bytes) {
  std::string text = bytes == nullptr ? "" : bytes;
  H5free_memory(bytes);
  return text;
}

/// What is read into one value holds one: more would be written past it, fewer leave it unset.
void require_one(H5Id space, const Message& what) {
  if (H5Sget_simple_extent_npoints(space.get()) != 1) throw hdf5_cannot(what);
}

/// An attribute that holds one value.
H5Id open_attribute(hid_t owner, const std::string& name) {
  const Message what{"hdf5.read_attribute", name};
  H5Id attribute{H5Aopen(owner, name.c_str(), H5P_DEFAULT), H5Aclose, what};
  require_one({H5Aget_space(attribute.get()), H5Sclose, what}, what);
  return attribute;
}

std::string read_text_attribute(hid_t owner, const std::string& name) {
  const H5Id attribute = open_attribute(owner, name);
  char* bytes = nullptr;
  check(H5Aread(attribute.get(), text_type().get(), &bytes), {"hdf5.read_attribute", name});
  std::string text = take_text(bytes);
  if (find_bad_utf8(text) != std::string::npos) check(-1, {"hdf5.read_attribute", name});
  return text;
}

H5Id open_group(hid_t file, const std::string& name) {
  return {H5Gopen2(file, name.c_str(), H5P_DEFAULT), H5Gclose, {"hdf5.open_group", name}};
}

/// A file that another program has locked is told as such, and not as damaged. Where the system
/// knows no locks at all, HDF5 goes on without; where it knows some and refuses, it may be told to.
void require_unlocked(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  const bool is_refused = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
  const int error = errno;
  ::close(descriptor);
  if (!is_refused || error == ENOSYS) return;
  if (error == EWOULDBLOCK) throw FileLocked{{"fault.locked", path}};
  throw FileLocked{{"fault.no_locks", path}};
}

hid_t open_to_read(const std::string& path) {
  quiet(0);
  const H5Id access{H5Pcreate(H5P_FILE_ACCESS), H5Pclose, {"hdf5.read_item", path}};
  check(H5Pset_file_locking(access.get(), true, true), {"hdf5.read_item", path});
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get());
  if (file < 0) require_unlocked(path);
  return file;
}

hid_t create(H5Output& output) {
  quiet(0);
  const H5Id access{h5_access_to(output), H5Pclose, {"hdf5.write"}};
  return H5Fcreate("results", H5F_ACC_TRUNC, H5P_DEFAULT, access.get());
}

}  // namespace

H5Id::H5Id(hid_t id, herr_t (*close)(hid_t), const Message& what) : id_{id}, close_{close} {
  if (id < 0) throw hdf5_cannot(what);
}

ResultsWriter::ResultsWriter(std::filesystem::path target)
    : output_{std::make_unique<H5Output>(H5Output{OutputFile{std::move(target)}})},
      file_{create(*output_), H5Fclose, {"hdf5.write"}} {}

template <class Write>
void ResultsWriter::writing(Write write) {
  const auto stop_at_fault = [this] {
    if (!output_->fault.empty()) throw Failure{output_->fault};
  };
  stop_at_fault();
  try {
    write();
  } catch (const std::exception&) {
    stop_at_fault();
    throw;
  }
  stop_at_fault();
}

H5Id ResultsWriter::group(const std::string& name) {
  if (H5Lexists(file_.get(), name.c_str(), H5P_DEFAULT) > 0) return open_group(file_.get(), name);
  return {H5Gcreate2(file_.get(), name.c_str(), H5P_DEFAULT, ordered_group_properties().get(),
                     H5P_DEFAULT),
          H5Gclose,
          {"hdf5.make_group", name}};
}

void ResultsWriter::write_table(const std::string& group_name, const IntegerTable& table) {
  writing([&] {
    const H5Id owner = group(group_name);
    const std::vector<hsize_t> extents{table.shape.begin(), table.shape.end()};
    const H5Id space{H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr),
                     H5Sclose,
                     {"hdf5.shape", table.name}};
    const H5Id dataset = create_dataset(owner.get(), table.name, H5T_STD_I64LE, space.get());
    check(H5Dwrite(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                   table.values.data()),
          {"hdf5.write_item", table.name});
    attach_text(dataset.get(), "unit", table.unit);
    attach_text(dataset.get(), "axes", joined(table.axes));
    for (std::size_t i = 0; i < table.axes.size(); ++i) {
      attach_text(dataset.get(), "labels_" + table.axes[i], joined(table.labels[i]));
      if (table.labels[i].empty()) continue;
      attach_scale(file_.get(), dataset.get(), static_cast<unsigned>(i), table.axes[i],
                   table.labels[i]);
    }
  });
}

void ResultsWriter::append_column(const std::string& group_name, const std::string& name,
                                  const std::string& unit, std::span<const std::int64_t> values) {
  writing([&] {
    const H5Id owner = group(group_name);
    if (H5Lexists(owner.get(), name.c_str(), H5P_DEFAULT) <= 0) {
      const hsize_t none = 0, unlimited = H5S_UNLIMITED, rows_per_chunk = 16'384;
      const H5Id space{H5Screate_simple(1, &none, &unlimited), H5Sclose, {"hdf5.shape", name}};
      const H5Id properties = timeless_table_properties();
      check(H5Pset_chunk(properties.get(), 1, &rows_per_chunk), {"hdf5.prepare", name});
      check(H5Pset_deflate(properties.get(), 4), {"hdf5.prepare", name});
      const H5Id column{H5Dcreate2(owner.get(), name.c_str(), H5T_STD_I64LE, space.get(),
                                   H5P_DEFAULT, properties.get(), H5P_DEFAULT),
                        H5Dclose,
                        {"hdf5.make_item", name}};
      attach_text(column.get(), "unit", unit);
    }
    const H5Id column = open_dataset(owner.get(), name);
    const H5Id old_space{H5Dget_space(column.get()), H5Sclose, {"hdf5.read_shape", name}};
    hsize_t begin = 0;
    check(H5Sget_simple_extent_dims(old_space.get(), &begin, nullptr), {"hdf5.read_shape", name});
    const hsize_t count = values.size();
    const hsize_t end = begin + count;
    check(H5Dset_extent(column.get(), &end), {"hdf5.extend", name});
    const H5Id file_space{H5Dget_space(column.get()), H5Sclose, {"hdf5.read_shape", name}};
    check(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, &begin, nullptr, &count, nullptr),
          {"hdf5.select_end", name});
    const H5Id memory{H5Screate_simple(1, &count, nullptr), H5Sclose, {"hdf5.shape", name}};
    check(H5Dwrite(column.get(), H5T_NATIVE_INT64, memory.get(), file_space.get(), H5P_DEFAULT,
                   values.data()),
          {"hdf5.write_item", name});
  });
}

void ResultsWriter::write_numbers(const std::string& group_name, const std::string& name,
                                  const std::array<std::string, 2>& axes,
                                  const std::vector<std::string>& columns,
                                  const std::vector<std::vector<double>>& rows) {
  writing([&] {
    const H5Id owner = group(group_name);
    const std::array<hsize_t, 2> extents{rows.size(), columns.size()};
    const H5Id space{H5Screate_simple(2, extents.data(), nullptr), H5Sclose, {"hdf5.shape", name}};
    const H5Id table = create_dataset(owner.get(), name, H5T_IEEE_F64LE, space.get());
    std::vector<double> values;
    for (const auto& row : rows) values.insert(values.end(), row.begin(), row.end());
    check(H5Dwrite(table.get(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
          {"hdf5.write_item", name});
    attach_text(table.get(), "axes", axes[0] + ',' + axes[1]);
    attach_scale(file_.get(), table.get(), 1, axes[1], columns);
  });
}

void ResultsWriter::write_text(const std::string& group_name, const std::string& name,
                               const std::string& text) {
  writing([&] {
    const H5Id owner = group(group_name);
    const H5Id type = text_type();
    const H5Id space = scalar();
    const H5Id dataset = create_dataset(owner.get(), name, type.get(), space.get());
    const char* bytes = text.c_str();
    check(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, &bytes),
          {"hdf5.write_item", name});
  });
}

void ResultsWriter::write_attribute(const std::string& group_name, const std::string& name,
                                    const std::string& text) {
  writing([&] { attach_text(group(group_name).get(), name, text); });
}

void ResultsWriter::write_attribute(const std::string& group_name, const std::string& name,
                                    std::int64_t value) {
  writing([&] { attach(group(group_name).get(), name, H5T_NATIVE_INT64, &value); });
}

void ResultsWriter::write_attribute(const std::string& group_name, const std::string& name,
                                    double value) {
  writing([&] { attach(group(group_name).get(), name, H5T_NATIVE_DOUBLE, &value); });
}

void ResultsWriter::commit() {
  writing([&] {
    check(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), {"hdf5.finish"});
    const H5Id closing{std::move(file_)};
  });
  seal(output_->file);
  output_->file.commit();
}

ResultsReader::ResultsReader(const std::filesystem::path& file)
    : path_{file.string()},
      is_as_written_{require_seal(path_)},
      file_{open_to_read(path_), H5Fclose, {"hdf5.read_item", path_}} {}

IntegerTable ResultsReader::read_table(const std::string& group, const std::string& name) const {
  const H5Id dataset = open_dataset(file_.get(), group + "/" + name);
  const H5Id space{H5Dget_space(dataset.get()), H5Sclose, {"hdf5.read_item", name}};
  const int rank = H5Sget_simple_extent_ndims(space.get());
  check(rank, {"hdf5.read_shape", name});
  std::vector<hsize_t> extents(static_cast<std::size_t>(rank));
  check(H5Sget_simple_extent_dims(space.get(), extents.data(), nullptr), {"hdf5.read_item", name});
  IntegerTable table;
  table.name = name;
  table.unit = read_text_attribute(dataset.get(), "unit");
  table.axes = split(read_text_attribute(dataset.get(), "axes"));
  for (const std::string& axis : table.axes) {
    table.labels.push_back(split(read_text_attribute(dataset.get(), "labels_" + axis)));
  }
  std::size_t size = 1;
  // No more memory than the file could fill.
  const std::size_t most = std::filesystem::file_size(path_) / sizeof(std::int64_t);
  for (const hsize_t extent : extents) {
    table.shape.push_back(extent);
    if (extent > most || size * extent > most) check(-1, {"hdf5.read_all", name});
    size *= extent;
  }
  table.values.resize(size);
  check(
      H5Dread(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, table.values.data()),
      {"hdf5.read_item", name});
  return table;
}

std::string ResultsReader::read_text(const std::string& group, const std::string& name) const {
  std::string text = read_bytes(group, name);
  if (find_bad_utf8(text) != std::string::npos) check(-1, {"hdf5.read_item", name});
  return text;
}

std::string ResultsReader::read_bytes(const std::string& group, const std::string& name) const {
  const Message what{"hdf5.read_item", name};
  const H5Id dataset = open_dataset(file_.get(), group + "/" + name);
  require_one({H5Dget_space(dataset.get()), H5Sclose, what}, what);
  char* bytes = nullptr;
  check(H5Dread(dataset.get(), text_type().get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, &bytes), what);
  return take_text(bytes);
}

std::string ResultsReader::text_attribute(const std::string& group, const std::string& name) const {
  return read_text_attribute(open_group(file_.get(), group).get(), name);
}

std::int64_t ResultsReader::integer_attribute(const std::string& group,
                                              const std::string& name) const {
  const H5Id owner = open_group(file_.get(), group);
  const H5Id attribute = open_attribute(owner.get(), name);
  std::int64_t value = 0;
  check(H5Aread(attribute.get(), H5T_NATIVE_INT64, &value), {"hdf5.read_attribute", name});
  return value;
}

std::vector<std::string> ResultsReader::names(const std::string& group) const {
  const H5Id owner = open_group(file_.get(), group);
  std::vector<std::string> found;
  const auto add = [](hid_t, const char* name, const H5L_info_t*, void* list) -> herr_t {
    static_cast<std::vector<std::string>*>(list)->emplace_back(name);
    return 0;
  };
  check(H5Literate(owner.get(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add, &found),
        {"hdf5.list_item", group});
  return found;
}

bool ResultsReader::has(const std::string& group, const std::string& name) const {
  return H5Lexists(file_.get(), group.c_str(), H5P_DEFAULT) > 0 &&
         H5Lexists(open_group(file_.get(), group).get(), name.c_str(), H5P_DEFAULT) > 0;
}

}  // namespace samspil
