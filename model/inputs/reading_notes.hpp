/// \file
/// How the table of reading places is written: one note per input and the function that reads it.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "model/inputs/where_used.hpp"

namespace samspil {

/// Notes the readers of one map; the token is what the sources call the input.
class Notes {
 public:
  Notes(std::multimap<std::string, ReadingPlace, std::less<>>& map, std::string_view prefix)
      : map_{map}, prefix_{prefix} {}

  void read(std::string name, std::string_view member, std::string_view file,
            std::string_view function) {
    map_.emplace(std::move(name), ReadingPlace{file, function, prefix_ + std::string{member}});
  }
  /// Inputs whose members are called as they are.
  void read(std::string_view file, std::string_view function,
            std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) read(std::string{name}, name, file, function);
  }
  /// Inputs called as their members, behind a prefix.
  void read(const std::string& name_prefix, std::string_view file, std::string_view function,
            std::initializer_list<std::string_view> members) {
    for (const std::string_view member : members) {
      read(name_prefix + std::string{member}, member, file, function);
    }
  }
  /// One member that holds a number of each name.
  template <class List>
  void each(const std::string& before, const List& names, const std::string& after,
            std::string_view member, std::string_view file, std::string_view function) {
    for (const std::string_view name : names) {
      read(before + std::string{name} + after, member, file, function);
    }
  }
  template <class List>
  void moves(const std::string& before, const List& names, std::string_view member,
             std::string_view file, std::string_view function) {
    for (const std::string_view from : names) {
      each(before + std::string{from} + "_to_", names, "", member, file, function);
    }
  }

 private:
  std::multimap<std::string, ReadingPlace, std::less<>>& map_;
  std::string prefix_;
};

}  // namespace samspil
