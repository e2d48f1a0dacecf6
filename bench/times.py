#!/usr/bin/env python3
"""Where the time of ./dev test goes: every step of it from nothing, in build/times.

usage: bench/times.py [--jobs N]
Prints a Markdown table of steps (wall and processor seconds), and one of what each room of model/
and folder of tests/ costs to compile and each test program to run. The compiler is watched by this
script itself, as a launcher: times.py --unit LOG COMMAND...
"""
import argparse
import collections
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "times"
PRESETS = {  # build targets and ctest's filter, as ./dev test and CMakePresets.json have them
    "release": (["tests"], ["-LE", "^slow$"]),
    "checked": (["tests_checked"], ["-L", "^(unit|invariance)$"]),
}


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def unit(log, command):
    """Runs a compiler and notes its processor seconds and what it made."""
    done = subprocess.run(command).returncode
    made = command[command.index("-o") + 1] if "-o" in command else "?"
    with open(log, "a") as out:  # one short write: lines of several compilers do not mix
        out.write(f"{processor_seconds():.3f} {made}\n")
    return done


def step(name, command, steps, **options):
    print(f"==> {name}", file=sys.stderr)
    wall, processor = time.monotonic(), processor_seconds()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace",
                          **options)
    if done.returncode != 0:
        sys.exit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}\ntimes.py: failed: {name}")
    steps.append((name, time.monotonic() - wall, processor_seconds() - processor))


def group_of(made):
    """Room or folder of an object file, by the path of its source."""
    if "cmake_pch" in made:
        return "precompiled headers"
    path = re.search(r"\.dir/((?:model|tests)/[^/]+)/", made)
    return path.group(1) if path else "other"


def measure(preset, jobs, steps):
    build, log = FOLDER / preset, FOLDER / f"{preset}.units"
    targets, chosen = PRESETS[preset]
    launcher = f"{sys.executable};{__file__};--unit;{log}"
    step(f"{preset}: configure",
         ["cmake", "--preset", preset, "-B", str(build), f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}"],
         steps)
    make = ["cmake", "--build", str(build), "--parallel", str(jobs), "--target"]
    step(f"{preset}: library and program", [*make, "samspil_program"], steps)
    step(f"{preset}: test programs", [*make, *targets], steps)
    tests = build / "tests.xml"
    step(f"{preset}: tests", ["ctest", "--test-dir", str(build), "--parallel", str(jobs), *chosen,
                              "--output-on-failure", "--output-junit", str(tests)], steps)
    units = collections.Counter()
    for line in log.read_text().splitlines():
        seconds, made = line.split(" ", 1)
        units[group_of(made)] += float(seconds)
    entries = {case.get("name"): float(case.get("time"))
               for case in xml.parse(tests).getroot().iter("testcase")}
    return units, entries


def table(head, rows, digits=0):
    print(f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for name, *values in rows:
        print(f"| {name} | {' | '.join('' if v is None else f'{v:.{digits}f}' for v in values)} |")


def main():
    if sys.argv[1:2] == ["--unit"]:
        sys.exit(unit(sys.argv[2], sys.argv[3:]))
    parser = argparse.ArgumentParser(usage="./dev times [--jobs N]")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    jobs = parser.parse_args().jobs
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    steps, units, entries = [], {}, {}
    for preset in PRESETS:
        units[preset], entries[preset] = measure(preset, jobs, steps)
    total = sum(s[2] for s in steps)
    table([f"step ({jobs} jobs)", "wall s", "processor s", "share %"],
          [(*s, 100 * s[2] / total) for s in steps] +
          [("all", sum(s[1] for s in steps), total, 100)])
    for head, found in (("compiled, processor s", units), ("run, wall s", entries)):
        names = sorted(set(found["release"]) | set(found["checked"]),
                       key=lambda n: -found["release"].get(n, 0) - found["checked"].get(n, 0))
        table([head, "release", "checked"],
              [(n, found["release"].get(n), found["checked"].get(n)) for n in names], 1)


main()
