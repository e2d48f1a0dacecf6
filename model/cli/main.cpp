#include "model/cli/program.hpp"

int main(int argc, char** argv) { return samspil::cli::run_program(argc, argv); }
