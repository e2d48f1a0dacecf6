#!/usr/bin/env python3
"""Studies of speed that need whole programs: each writes NAME.md and NAME.json into build/bench.

  study.py yardstick [--times N]            the three-state chain: this engine and numpy, in turns
  study.py riskpaths [--times N]            women of RiskPaths a second on this engine
  study.py scaling [--times N]              threads, families, draws and arms; peak memory
  study.py against PROGRAM [--times N]      another build of samspil and this one, in turns
  study.py rotation [--draws N]             draws on rotating families and draws lived by all

Runs of what is compared stand in turns, so that a busy machine weighs equally on both. Medians stand
with the smallest and the largest; seconds are the wall's unless a column says otherwise.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"
OUT = ROOT / "build" / "bench"


def run(command: list, env: dict | None = None) -> dict:
    """One run of a program that prints one JSON document: that, its seconds and its peak memory."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([str(word) for word in command], stdout=out,
                                 stderr=subprocess.DEVNULL, env=os.environ | (env or {}))
        _, status, usage = os.wait4(child.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"study.py: failed: {' '.join(map(str, command))}")
        out.seek(0)
        document = json.load(out)
    return {"document": document, "wall": time.perf_counter() - start,
            "processor": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / 1024}


def in_turns(jobs: dict, times: int) -> dict:
    """Runs every job once per turn; the runs of each by name."""
    runs = {name: [] for name in jobs}
    for turn in range(times):
        for name, job in jobs.items():
            print(f"turn {turn + 1} of {times}: {name}", file=sys.stderr)
            runs[name].append(job())
    return runs


def spread(values: list) -> dict:
    return {"median": statistics.median(values), "low": min(values), "high": max(values),
            "n": len(values)}


def shown(values: dict, digits: int = 3) -> str:
    number = lambda x: f"{x:,.{digits}g}" if abs(x) < 1000 else f"{x:,.0f}"
    return f"{number(values['median'])} ({number(values['low'])} - {number(values['high'])})"


def table(head: list, rows: list) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def write(name: str, title: str, text: str, data: dict) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    machine = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end.\n\n"
    (OUT / f"{name}.md").write_text(f"# {title}\n\n{machine}{text}")
    (OUT / f"{name}.json").write_text(json.dumps(data, indent=1))
    print((OUT / f"{name}.md").read_text())
    print(f"written: {OUT}/{name}.md, {name}.json", file=sys.stderr)


# ---- the yardstick --------------------------------------------------------------------------------

def exact_chain() -> list:
    """Shares by year and state."""
    moves = [[0.90, 0.08, 0.02], [0.30, 0.60, 0.10], [0.05, 0.15, 0.80]]
    shares, years = [1.0, 0.0, 0.0], []
    for _ in range(4):
        shares = [sum(shares[i] * moves[i][j] for i in range(3)) for j in range(3)]
        years.append(shares)
    return years


def check_chain(document: dict) -> None:
    """A program that is fast and wrong has not run the yardstick: 5 sigma on every count."""
    n = document["persons"] * document["draws"]
    for counts, shares in zip(document["counts"], exact_chain()):
        for count, share in zip(counts, shares):
            if abs(count - n * share) > 5 * (n * share * (1 - share)) ** 0.5:
                sys.exit(f"study.py: {document['isa']} counts {count} for a share of {share:.4f}")


def yardstick(times: int) -> None:
    ours = BUILD / "samspil_yardstick"
    persons = 1_000_000
    jobs = {
        "numpy": lambda: run([sys.executable, ROOT / "bench" / "yardstick_numpy.py", persons, 10]),
        "engine, portable": lambda: run([ours, persons, 40], {"SAMSPIL_ISA": "portable"}),
        "engine, AVX2": lambda: run([ours, persons, 100], {"SAMSPIL_ISA": "avx2"}),
    }
    runs = in_turns(jobs, times)
    rates = {}
    for name, own in runs.items():
        for one in own:
            check_chain(one["document"])
        rates[name] = [one["document"]["persons"] * 4 * one["document"]["draws"] /
                       one["document"]["seconds"] for one in own]
    if runs["engine, AVX2"][0]["document"]["counts"][0][0] == 0:
        sys.exit("study.py: nothing was counted")
    rows, data = [], {}
    for name, values in rates.items():
        ratio = spread([a / b for a, b in zip(values, rates["numpy"])])
        data[name] = {"person_years_per_second": spread(values), "to_numpy": ratio}
        rows.append([name, shown(spread([v / 1e6 for v in values])), shown(ratio)])
    write("yardstick", "Three states, four years, one thread",
          table(["program", "million person-years a second", "to numpy, turn by turn"], rows), data)


def riskpaths(times: int) -> None:
    women = 1_000_000
    jobs = {f"{n} thread{'s' if n > 1 else ''}":
            (lambda n=n: run([BUILD / "samspil_riskpaths", women, 1, n])) for n in (1, 2)}
    runs = in_turns(jobs, times)
    seconds = {name: spread([one["document"]["seconds"] for one in own])
               for name, own in runs.items()}
    one = next(iter(runs.values()))[0]["document"]
    text = (f"{women:,} women from 15 to 40: {one['childless'] / women:.2%} childless, "
            f"{one['events'] / women:.3f} events of chance each.\n\n")
    text += table(["program", "seconds"], [[name, shown(own)] for name, own in seconds.items()])
    write("riskpaths", "RiskPaths on this engine", text, {"women": women, "seconds": seconds})


# ---- scaling --------------------------------------------------------------------------------------

def scenario(folder: Path, strategies: list) -> Path:
    """The default scenario with other strategies."""
    lines = (ROOT / "scenarios" / "default.toml").read_text().splitlines()
    named = ", ".join(f'"{name}"' for name in strategies)
    lines = [f"strategies = [{named}]" if line.startswith("strategies =") else line
             for line in lines]
    path = folder / f"arms_{len(strategies)}.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def samspil(*words, program: Path = BUILD / "samspil") -> dict:
    return run([program, "run", *words, "--json"])


def seconds_of(one: dict) -> float:
    return one["document"]["run"]["simulation_seconds"]


def row_of(name, runs: list, work: float) -> list:
    times = spread([seconds_of(one) for one in runs])
    return [name, shown(times), f"{work / times['median'] / 1e6:.2f}",
            f"{statistics.median(one['peak_mb'] for one in runs):.0f}"]


def straight(points: list) -> str:
    """Seconds per unit on the lower and the upper half of the points (x, seconds)."""
    middle = len(points) // 2
    slope = lambda part: (part[-1][1] - part[0][1]) / (part[-1][0] - part[0][0])
    low, high = slope(points[:middle + 1]), slope(points[middle:])
    return f"Seconds per unit on the lower half {low:.3g}, on the upper {high:.3g}: {high / low:.3f}."


def scaling(times: int) -> None:
    default = ROOT / "scenarios" / "default.toml"
    one_draw = ["--draws", 1]
    text, data = "", {}
    with tempfile.TemporaryDirectory() as folder:
        names = ["familien_paa_vej", "familiens_vej_en_myndighed", "sammen_om_familien",
                 "familiens_fremtid"]
        files = [scenario(Path(folder), names[:n]) for n in (1, 2, 3, 4)]
        axes = {
            "threads": {n: ["--threads", n, *one_draw, default] for n in (1, 2, 4)},
            "families": {n: ["--families", n, *one_draw, default]
                         for n in (440, 4_400, 44_000, 220_000, 440_000)},
            "draws": {n: ["--draws", n, "--families", 2_000, default] for n in (2, 8, 16, 32, 64)},
            "strategies": {n + 1: [*one_draw, file] for n, file in enumerate(files)},
        }
        for axis, points in axes.items():
            jobs = {n: (lambda words=words: samspil(*words)) for n, words in points.items()}
            runs = in_turns(jobs, times)
            rows, line = [], []
            for n, own in runs.items():
                work = own[0]["document"]["run"]["person_years_simulated"]
                rows.append(row_of(n, own, work))
                line.append((n, statistics.median(map(seconds_of, own))))
            data[axis] = {str(n): {"seconds": spread(list(map(seconds_of, own))),
                                   "peak_mb": spread([one["peak_mb"] for one in own])}
                          for n, own in runs.items()}
            text += f"## {axis}\n\n" + table(
                [axis, "seconds simulated", "million person-years a second", "peak MB"], rows)
            if axis == "threads":
                text += f"\n4 threads are {line[0][1] / line[-1][1]:.2f} times as fast as one.\n\n"
            else:
                text += "\n" + straight(line) + "\n\n"
    write("scaling", "How time and memory grow", text, data)


def against(program: Path, times: int) -> None:
    default = ROOT / "scenarios" / "default.toml"
    jobs = {"other": lambda: samspil("--threads", 1, "--draws", 1, default, program=program),
            "this": lambda: samspil("--threads", 1, "--draws", 1, default)}
    runs = in_turns(jobs, times)
    ratio = spread([o["processor"] / t["processor"] for o, t in zip(runs["other"], runs["this"])])
    same = {one["document"]["results_hash"] for own in runs.values() for one in own}
    rows = [[name, shown(spread([one["processor"] for one in own]))] for name, own in runs.items()]
    text = table(["build", "processor seconds, one thread"], rows)
    text += f"\nThis build is {shown(ratio)} times as fast, turn by turn. "
    text += "Same results.\n" if len(same) == 1 else "The results differ.\n"
    write("against", "Two builds in turns", text, {"times_as_fast": ratio})


# ---- rotation -------------------------------------------------------------------------------------

PURSES = ("municipality", "region", "state", "public")


def with_families_per_draw(folder: Path, families: int) -> Path:
    """The default scenario whose draws live so many families (0: all), and without the arms of its
    break-even, which are other strategies' percentiles."""
    own = {"families_per_draw": f"families_per_draw = {families}",
           "break_even": "break_even = false"}
    lines = (ROOT / "scenarios" / "default.toml").read_text().splitlines()
    lines = [own.get(line.split(" =")[0], line) for line in lines]
    path = folder / f"per_draw_{families}.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def differences(part: dict, whole: dict) -> list:
    """Rows of (strategy, purse, luck share, differences of p05, p50, p95 and mean). The unit is the
    spread of all families' draws, a standard deviation where these are normal; that of the mean is
    its own Monte Carlo error of the two."""
    rows = []
    for own, all_of_it in zip(part["strategies"], whole["strategies"]):
        for purse in PURSES:
            a, b = own["uncertainty"][purse], all_of_it["uncertainty"][purse]
            sd = (b["p95"] - b["p05"]) / 3.29
            if sd == 0:
                continue
            error = (a["monte_carlo_error"] ** 2 + b["monte_carlo_error"] ** 2) ** 0.5
            rows.append([own["id"], purse, a["luck_share"]] +
                        [(a[key] - b[key]) / sd for key in ("p05", "p50", "p95")] +
                        [(a["mean"] - b["mean"]) / error])
    return rows


def rotation(draws: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rotating, file = (with_families_per_draw(Path(folder), n) for n in (2360, 0))
        central = samspil("--draws", 1, file)
        part = samspil("--draws", draws, rotating)
        whole = samspil("--draws", draws, file)
    rows = differences(part["document"], whole["document"])
    seconds = {name: one["processor"] - central["processor"]
               for name, one in (("part", part), ("whole", whole))}
    ratio = seconds["whole"] / seconds["part"]
    families = part["document"]["families_per_draw"], whole["document"]["families_per_draw"]
    text = (f"{draws} draws of {families[0]:,} families against the same of {families[1]:,}: "
            f"{seconds['part']:.0f} and {seconds['whole']:.0f} processor seconds, {ratio:.1f} times "
            "sooner. Differences of percentiles in spreads of all families' draws "
            "((p95 - p05) / 3.29), of the mean in Monte Carlo errors of the two.\n\n")
    text += table(["strategy", "payer", "luck", "p05", "p50", "p95", "mean"],
                  [[name, purse, f"{100 * luck:.0f} %"] + [f"{x:+.2f}" for x in moved]
                   for name, purse, luck, *moved in rows])
    for purse in PURSES:
        moved = [x for row in rows if row[1] == purse for x in row[3:6]]
        if not moved:
            continue
        root = (sum(x * x for x in moved) / len(moved)) ** 0.5
        text += f"\n{purse}: root mean square {root:.3f}, largest {max(map(abs, moved)):.3f}."
    write("rotation", "Draws on rotating families", text + "\n",
          {"draws": draws, "processor": seconds, "times_sooner": ratio, "rows": rows})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    studies = parser.add_subparsers(dest="study", required=True)
    for name in ("yardstick", "riskpaths", "scaling", "against"):
        one = studies.add_parser(name)
        one.add_argument("--times", type=int, default=5, help="turns")
        if name == "against":
            one.add_argument("program", type=Path)
    studies.add_parser("rotation").add_argument("--draws", type=int, default=400)
    options = parser.parse_args()
    if options.study == "against":
        against(options.program, options.times)
    elif options.study == "rotation":
        rotation(options.draws)
    else:
        {"yardstick": yardstick, "riskpaths": riskpaths,
         "scaling": scaling}[options.study](options.times)


if __name__ == "__main__":
    main()
