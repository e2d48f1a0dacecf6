/// \file
/// The members of a posterior behind a table of parameters: what each parameter is in each draw, in
/// the text that the table was read from.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// The line that ends the rows of a posterior's table, before its members.
inline constexpr std::string_view members_line = "# members";

/// The rows alone, as a table of parameters is read; and what stands behind them.
std::string_view rows_of_parameters(std::string_view text) noexcept;
std::string_view members_of_parameters(std::string_view text) noexcept;

/// A line of the members as it stands.
struct MemberLine {
  std::string name;
  std::vector<double> values;  ///< Up to what is no number.
  bool is_whole = true;        ///< Whether all behind the name is numbers, each behind one space.
};
/// Those behind the rows, in their order; an empty line has neither name nor values.
std::vector<MemberLine> member_lines(std::string_view text);

/// By name of parameter: its value in each member, equally many of all.
using PosteriorMembers = std::map<std::string, std::vector<double>, std::less<>>;

/// What stands behind the rows: a line per parameter, its name and its values.
std::string members_text(const PosteriorMembers& members);

}  // namespace samspil
