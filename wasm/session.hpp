/// \file
/// What a page asks of the model, in JSON: a scenario from its text, the families it begins with, a
/// run of any size, and all that is told of it. Holds the last scenario, families and run.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "model/core/json.hpp"

namespace samspil {

class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Answers {"do": NAME, …}:
  ///   load      "scenario": text of a scenario, "files": {name: text} beside it -> what it is
  ///   inputs    -> every number of the scenario that explain knows
  ///   run       "families", "draws", "families_per_draw", "break_even": in place of the
  ///   scenario's;
  ///             "exact": on all families, made for its own prices too; "lean": without sources;
  ///             "worth_of_work": "reckoned" by a run of its own, "known" of an earlier one, "none"
  ///             -> the document, twenty results, for how many people things must go better, and
  ///             whether it is "exact"
  ///   screen    "language", "detail" -> the last run as the program prints it
  ///   tables    -> the last run as CSV
  ///   cohorts   "families", "cohorts", "first" -> what each group of so many would show
  ///   family    "file": a shipped family to begin with -> its account
  ///   case      "case": text of an investment case, else the shipped one -> its document
  ///   make      "file", "language": report.xlsx of the last run, case.xlsx of the last case
  ///             -> how many bytes made() has
  /// A fault is {"faults": [{"en", "da", "name", "line"}]}, never an exception.
  Json answer(const Json& question);

  /// The last file that was made.
  std::string_view made() const;

  /// The families that a run of so many begins with, as bytes for the same build alone.
  std::string start_of(std::uint64_t families);
  void take_start(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace samspil
