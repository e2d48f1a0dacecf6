/// \file
/// HDF5 on a file of our own, so that it is written like all others and a full disk is no crash.
#pragma once

#include <hdf5.h>

#include "model/io/output_file.hpp"
#include "model/words/message.hpp"

namespace samspil {

/// What HDF5 writes to. HDF5 1.10 ends in a crash when a file cannot be finished, for it tries
/// again at exit. So it never hears of it: the first failure is kept here, and what comes after
/// goes nowhere.
struct H5Output {
  OutputFile file;
  Message fault{};  ///< Nothing while all is well.
};

/// Access properties, the caller's to close, by which H5Fcreate() writes into `output`, which must
/// outlive the HDF5 file. Negative where HDF5 cannot.
hid_t h5_access_to(H5Output& output);

}  // namespace samspil
