#include "model/io/h5_output.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <functional>
#include <iterator>

#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// What access properties carry; HDF5 copies it byte by byte.
struct Access {
  H5Output* output;
};

/// An open file as HDF5 knows it; `base` comes first, as its interface asks.
struct Opened {
  H5FD_t base{};
  H5Output* output = nullptr;
  haddr_t allocated = 0;  ///< Where HDF5's own addresses end.
  haddr_t end = 0;        ///< Where what was written ends, or would.
};

Opened& opened(H5FD_t* file) { return *reinterpret_cast<Opened*>(file); }
const Opened& opened(const H5FD_t* file) { return *reinterpret_cast<const Opened*>(file); }

/// Keeps the first failure, and does nothing after it.
template <class Action>
void attempt(H5Output& output, Action action) noexcept {
  if (!output.fault.empty()) return;
  try {
    action(output.file);
  } catch (const std::exception& error) {
    output.fault = message_of(error);
  }
}

H5FD_t* open(const char*, unsigned flags, hid_t access, haddr_t) {
  H5Output* const output = static_cast<const Access*>(H5Pget_driver_info(access))->output;
  auto* file = new Opened{};
  file->output = output;
  attempt(*output, [&](OutputFile& out) {
    if ((flags & H5F_ACC_TRUNC) != 0) out.resize(0);
    file->end = out.size();
  });
  return &file->base;
}

herr_t close(H5FD_t* file) {
  delete &opened(file);
  return 0;
}

int compare(const H5FD_t* a, const H5FD_t* b) {
  const std::less<const H5Output*> before;
  const H5Output *left = opened(a).output, *right = opened(b).output;
  return before(left, right) ? -1 : before(right, left) ? 1 : 0;
}

/// Those of HDF5's own driver, whose files these are.
herr_t query(const H5FD_t*, unsigned long* flags) {
  *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
           H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
  return 0;
}

haddr_t allocated(const H5FD_t* file, H5FD_mem_t) { return opened(file).allocated; }

herr_t allocate(H5FD_t* file, H5FD_mem_t, haddr_t end) {
  opened(file).allocated = end;
  return 0;
}

haddr_t end(const H5FD_t* file, H5FD_mem_t) { return opened(file).end; }

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t place, std::size_t size, void* bytes) {
  std::memset(bytes, 0, size);
  attempt(*opened(file).output, [&](OutputFile& out) {
    out.read(place, {static_cast<char*>(bytes), size});
  });
  return 0;
}

herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t place, std::size_t size, const void* bytes) {
  attempt(*opened(file).output, [&](OutputFile& out) {
    out.write(place, {static_cast<const char*>(bytes), size});
  });
  opened(file).end = std::max(opened(file).end, place + size);
  return 0;
}

/// To the end of what HDF5 has allocated, written or not.
herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
  Opened& own = opened(file);
  if (own.end == own.allocated) return 0;
  attempt(*own.output, [&](OutputFile& out) { out.resize(own.allocated); });
  own.end = own.allocated;
  return 0;
}

hid_t make_driver() {
  constexpr H5FD_mem_t lists[] = H5FD_FLMAP_DICHOTOMY;
  H5FD_class_t driver{};
  driver.name = "samspil";
  driver.maxaddr = (haddr_t{1} << 62U) - 1;
  driver.fc_degree = H5F_CLOSE_WEAK;
  driver.fapl_size = sizeof(Access);
  driver.open = open;
  driver.close = close;
  driver.cmp = compare;
  driver.query = query;
  driver.get_eoa = allocated;
  driver.set_eoa = allocate;
  driver.get_eof = end;
  driver.read = read;
  driver.write = write;
  driver.truncate = truncate;
  std::copy(std::begin(lists), std::end(lists), driver.fl_map);
  return H5FDregister(&driver);
}

}  // namespace

hid_t h5_access_to(H5Output& output) {
  static const hid_t driver = make_driver();
  const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  const Access carried{&output};
  if (access < 0 || H5Pset_driver(access, driver, &carried) < 0) return -1;
  return access;
}

}  // namespace samspil
