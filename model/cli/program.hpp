/// \file
/// The program: reads the command line, calls one command, turns faults into one line and an exit
/// code.
#pragma once

namespace samspil::cli {

/// What main() does, for a process that does this alone: streams that are closed are opened, and
/// signals are watched for. Returns the exit code.
int run_program(int argc, char** argv);

}  // namespace samspil::cli
