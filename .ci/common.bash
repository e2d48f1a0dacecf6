# Sourced by the checks: starts at the project's root, collects faults, ends with one line.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
check=$(basename "$0")
faults=0

# fault WORDS…: one line per fault; all are shown before the check fails.
fault() {
  echo "$check: $*" >&2
  faults=$((faults + 1))
}

finish() {
  [ "$faults" -eq 0 ] || { echo "$check: $faults faults" >&2; exit 1; }
  echo "$check: in order"
}

# Where the compiler finds what is not in /usr/include, as CMake does for the library.
include_flags=(-I. -Ibuild/release/generated
  -isystem /usr/include/hdf5/serial -isystem /usr/include/eigen3)
jobs=${NPROC:-$(nproc)}
