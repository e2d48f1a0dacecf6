/// \file
/// The streams and signals that the program was started with. Whatever is said passes here, so that
/// no control code of an input reaches a terminal and no stream that cannot be written ends a run.
#pragma once

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string_view>

#include "model/simulation/run.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {

/// First of all: streams that were closed are opened onto nothing, so that no file of ours becomes
/// one of them. What is printed to a closed stdout fails, as it should.
void open_missing_streams();

/// From here on Ctrl-C, SIGTERM and SIGHUP are only remembered: long work stops between two of its
/// steps. A SIGHUP that was ignored (nohup) stays so. A closed pipe and a file that grew too large
/// are told by the write that met them.
void watch_for_interruption();

/// The signal that asked to stop, 0 while none has.
int stop_asked();

/// One line on stderr; dropped where that cannot be written.
void tell(std::string_view line);

/// One line on stderr: what an exception says, in the user's language.
void tell_fault(const std::exception& error, Language language);

/// Text of any number of lines on stdout. What becomes of it is told by require_printed().
void print(std::string_view text);

/// Columns of a line on stdout: of the terminal that it is, as COLUMNS or the terminal itself says;
/// 80 where it is none or nobody says, so that what goes into a file or a pipe is always the same.
std::size_t columns_of_stdout();

/// Whoever read stdout has gone, and wants no more of it.
struct ReaderGone : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws Failure when stdout did not take all that was printed.
void require_printed();

/// On stderr: a bar on a terminal, plain lines otherwise.
Progress progress_on_stderr(Language language);

/// On stderr: one line where the user's system says that its text is not in UTF-8, as all of ours.
void warn_of_encoding(Language language);

}  // namespace samspil::cli
