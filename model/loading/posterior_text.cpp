#include "model/loading/posterior_text.hpp"

#include "model/words/problem.hpp"
#ifndef __EMSCRIPTEN__
#include "model/io/results_file.hpp"
#endif

namespace samspil {
namespace {

InputError no_posterior(const std::filesystem::path& file) {
  return InputError{Problem{file.string(), 0, "", {"fault.no_posterior"}, {"remedy.posterior"}}};
}

}  // namespace

#ifdef __EMSCRIPTEN__  // no HDF5
std::string posterior_text(const std::filesystem::path& file) { throw no_posterior(file); }
#else
std::string posterior_text(const std::filesystem::path& file) {
  const auto holds = [](const ResultsReader& reader) {
    return reader.has(posterior_group, posterior_text_name);
  };
  if (!is_hdf5_that(file, holds)) throw no_posterior(file);
  return ResultsReader{file}.read_text(posterior_group, posterior_text_name);
}
#endif

}  // namespace samspil
