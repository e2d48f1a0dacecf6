/// \file
/// Which functions of the model read a number of the inputs. The tables are written from the
/// sources at every build (used_in/*.awk): nothing here is kept by hand, and nothing of the model
/// hangs on it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Parameters;

struct ReadingPlace {
  std::string_view file;  ///< From the root of the sources.
  std::string_view function;

  friend bool operator==(const ReadingPlace&, const ReadingPlace&) = default;
};

/// One place of what is read.
struct Reader {
  std::string_view what;
  ReadingPlace place;
};

/// Where a member of Parameters begins [bytes].
struct ParameterMember {
  std::string_view name;
  std::size_t offset = 0;
};

extern const std::span<const Reader> all_readers;
extern const std::span<const ParameterMember> parameter_members;  ///< In their order.

/// Who reads a member ("Levers::caseload") or acts on an enumerator by which inputs are named
/// ("Hook::job_entry"): those who read it themselves, then those whom a plan hands it on to. Empty
/// where nobody does.
std::vector<ReadingPlace> readers_of(std::string_view what);

/// Who reads any of these, each place once.
std::vector<ReadingPlace> readers_of_any(const std::vector<std::string>& names);

/// The member of `parameters` that holds a number of theirs: "LabourParameters::rate".
std::string_view member_of(const Parameters& parameters, const double& number) noexcept;

}  // namespace samspil
