"""Runs the program and reads what it wrote."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from samspil.results import read_results


def program_path(program=None):
    """`program`, else what SAMSPIL names, else samspil of the path or of a checkout's build."""
    here = pathlib.Path(__file__).resolve()
    built = here.parents[2] / "build" / "release" / "samspil"
    for candidate in (program, os.environ.get("SAMSPIL"), shutil.which("samspil"), built):
        if candidate and pathlib.Path(candidate).exists():
            return str(candidate)
    raise FileNotFoundError("samspil is not found: build it (./dev run), or name it in SAMSPIL")


def run(scenario, *, program=None, out=None, **options):
    """Runs a scenario: run("default", families=500, draws=20, what_matters=True).

    Options are the program's own, `_` for `-`; True switches one on. `out` keeps the results file.
    Raises RuntimeError with the program's line where it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = str(out or pathlib.Path(folder) / "results.h5")
        tables = str(pathlib.Path(folder) / "tables")
        words = [program_path(program), "run", str(scenario), "--out", file, "--csv", tables,
                 "--lang", "en"]
        for name, value in options.items():
            if value is False or value is None:
                continue
            words.append("--" + name.replace("_", "-"))
            if value is not True:
                words.append(str(value))
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else "it failed")
        results = read_results(file)
        results._texts.update(read_results(tables)._texts)
        return results
