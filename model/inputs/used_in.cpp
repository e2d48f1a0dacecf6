#include "model/inputs/used_in.hpp"

#include <algorithm>

#include "model/inputs/parameters.hpp"

namespace samspil {

std::vector<ReadingPlace> readers_of(std::string_view what) {
  std::vector<ReadingPlace> places;
  for (const Reader& reader : all_readers) {
    if (reader.what == what) places.push_back(reader.place);
  }
  return places;
}

std::vector<ReadingPlace> readers_of_any(const std::vector<std::string>& names) {
  std::vector<ReadingPlace> places;
  for (const std::string& name : names) {
    for (const ReadingPlace& place : readers_of(name)) {
      const bool is_new = std::find(places.begin(), places.end(), place) == places.end();
      if (is_new) places.push_back(place);
    }
  }
  return places;
}

std::string_view member_of(const Parameters& parameters, const double& number) noexcept {
  const auto offset = static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&number) -
                                               reinterpret_cast<const std::byte*>(&parameters));
  const auto behind = std::upper_bound(
      parameter_members.begin(), parameter_members.end(), offset,
      [](std::size_t at, const ParameterMember& member) { return at < member.offset; });
  return std::prev(behind)->name;
}

}  // namespace samspil
