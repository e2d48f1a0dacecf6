#include "model/loading/h5_text.hpp"

#include "model/words/problem.hpp"
#ifndef __EMSCRIPTEN__
#include "model/io/h5_columns.hpp"
#include "model/io/h5_kind.hpp"
#include "model/io/results_file.hpp"
#endif

namespace samspil {
namespace {

InputError no_posterior(const std::filesystem::path& file) {
  return InputError{Problem{file.string(), 0, "", {"fault.no_posterior"}, {"remedy.posterior"}}};
}

}  // namespace

#ifdef __EMSCRIPTEN__  // no HDF5
bool is_posterior_file(const std::filesystem::path& /*file*/) { return false; }
std::string posterior_text(const std::filesystem::path& file) { throw no_posterior(file); }
std::string h5_text(const std::filesystem::path& file, std::size_t /*most_rows*/) {
  throw no_posterior(file);
}
#else
bool is_posterior_file(const std::filesystem::path& file) {
  return is_hdf5_that(file, [](const ResultsReader& reader) {
    return reader.has(posterior_group, posterior_text_name);
  });
}

std::string posterior_text(const std::filesystem::path& file) {
  if (!is_posterior_file(file)) throw no_posterior(file);
  return ResultsReader{file}.read_bytes(posterior_group, posterior_text_name);
}

std::string h5_text(const std::filesystem::path& file, std::size_t most_rows) {
  const bool is_result = is_hdf5_that(file, [](const ResultsReader& reader) {
    return reader.has("/", "results") && reader.has("/", "provenance");
  });
  if (is_result) {
    throw InputError{Problem{file.string(), 0, "", {"fault.is_results"}, {"remedy.is_results"}}};
  }
  return is_posterior_file(file) ? posterior_text(file) : h5_columns_as_text(file, most_rows);
}
#endif

}  // namespace samspil
