/// \file
/// Which function of the model reads each input. Written by hand; a test reads the sources and
/// fails where a line here is not true or an input is missing.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace samspil {

struct ReadingPlace {
  std::string_view file;      ///< From the root of the sources.
  std::string_view function;  ///< In that file.
  std::string token;          ///< What stands in the function's text: the input under its own name.
};

/// Places by name, in the order of reading.
struct ReadingPlaces {
  std::multimap<std::string, ReadingPlace, std::less<>> parameters;
  std::multimap<std::string, ReadingPlace, std::less<>> levers;
  std::multimap<std::string, ReadingPlace, std::less<>> hooks;
  std::multimap<std::string, ReadingPlace, std::less<>> services;  ///< Where units are posted.
  std::multimap<std::string, ReadingPlace, std::less<>> rule_kinds;
};

const ReadingPlaces& reading_places();

}  // namespace samspil
